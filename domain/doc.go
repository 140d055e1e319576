// Package domain holds the words of Pourparler as types: the dossier of a negotiation about holding a
// negotiation, and in it the tracks, parties, persons, lists, documents, proposals, responses, meetings,
// statements and claims, each cited to a paragraph of a document.
//
// The package knows what a historian would recognise as a rule: that a response refers to a proposal made no
// later than it, that a list's claimed number, listed names and stated rule are three things that may disagree,
// that silence is computed and never recorded. [Dossier.Validate] reports every breach of the rules between
// records at once.
//
// Nothing here reads a file, a database or a clock, and nothing knows what the negotiation was about. Types carry
// no tags; packages that read and write them own their shapes.
package domain
