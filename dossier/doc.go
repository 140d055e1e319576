// Package dossier reads and writes a dossier as a folder of YAML files that a person can edit and
// keep in git.
//
// [Read] is strict. It knows the keys of every section, which of them a record cannot do without,
// and the words that may stand for an act or a stance, and it asks the domain for the rules that
// hold between records. It does not stop at the first mistake: the error lists all of them as
// file:line:column with the line and a caret, because whoever corrects a record of eleven letters
// wants the list once and not one item a run.
//
// [Write] gives the one canonical form: records in the order in which they were read, keys in the
// order of the format, long texts folded. What is read and written again is the same record, and
// what is written twice is the same bytes.
//
// The keys are declared once, in [pourparler/domain/form]. The reader, the writer, the JSON Schema of
// [Schema] and the test of docs/dossier-format.md all go by those. This is the only package that knows
// YAML.
package dossier
