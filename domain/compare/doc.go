// Package compare turns the record of a negotiation into what a reader compares: tables of proposals and responses,
// proposals side by side, the position of each party, the difference between lists of parties, silence and its
// length. Everything here is a pure function of a dossier; nothing reads a clock.
//
// One [Table] feeds every rendering, so that the page, the CSV and the spreadsheet cannot disagree: a [Value] holds
// what is written to a file beside the words for a reader and the record it points to.
package compare
