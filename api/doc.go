// Package api is the read interface of the site for programs: the shapes in which records and tables are told in JSON,
// and their description in OpenAPI 3.1.
//
// The shapes are structs of this package, and the description is made from the same structs and from the columns of
// [table.Table], so the two cannot say different things. What the record does not say is null, and a list of nothing is
// an empty list: every field is always there. Ids are those of the dossier and do not change between releases.
//
// The package knows nothing of HTTP beyond the words of its descriptions; handlers route and answer.
package api
