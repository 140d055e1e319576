// Package form is the one declaration of each record of a dossier: its keys, which of them it cannot do
// without, what kind of value each has, the words that are allowed, and what a person is told of it. A
// record is a struct ([Proposal], [Document] and so on) whose fields have the names of the domain's and
// whose tags have the keys.
//
// Everything that knows keys goes by it: the YAML of a dossier's files, the JSON in which the database
// keeps a record, the JSON Schema, the tables of docs/dossier-format.md. To add a property to a record,
// add it here and to the type of the domain; a test holds the two together.
package form
