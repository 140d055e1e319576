// Package compare turns the record of a negotiation into what a reader compares: tables of proposals and responses,
// proposals side by side, the position of each party, the difference between lists of parties, silence and its
// length. Everything here is a pure function of a dossier; nothing reads a clock.
//
// The rules stand here: what a party holds on a day, how far parties are apart, what an answer is worth, who is silent.
// What a table is, and how one is searched and ordered, is of [pourparler/domain/table].
package compare
