// Package storage keeps dossiers in a database: SQLite, in one file beside the program, or
// PostgreSQL.
//
// A record is one row, whose body is JSON with the keys of a dossier's files. The records as they are now are the draft;
// every change of it is an act in a log that the database itself lets nobody change; a release is a version of the draft
// that readers see. [Store.Import] makes draft and release of a whole dossier in one transaction or not at all, and
// writes nothing when the database already holds the same. [Store.Apply] changes single records of the draft.
// [Store.Release] makes a release of it. [Store.Dossier] reads the newest release back, equal in every field, and
// [Store.Released] any older one from the log; [Store.At] opens one with all its registers. [Store.Blank] is the one way to
// take a text out of the log.
// See docs/decisions/records.md for why.
//
// Pages and files do not read records. With a release go its registers: its tables with what finds any page of any
// filter without a scan (builder.go, indexer.go make them, projection.go writes them, selection.go, listing.go and
// stream.go read them).
//
// Other programs read the same registers by views (views.go), or in a file of their own (sqlitefile.go).
//
// Gorm does the ordinary work: models, queries, one update with the version that was read. Where many rows go in at once
// bulk.go writes them, and what pages ask again and again is in query.go.
//
// One set of numbered migrations serves both databases; schema.sql shows what they amount to. The
// differences between the two stand in sqlite.go and postgres.go, their error codes in fault.go,
// and nowhere else. No other package imports gorm, goose or a driver.
package storage
