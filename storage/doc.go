// Package storage keeps dossiers in a database: SQLite, in one file beside the program, or
// PostgreSQL.
//
// A dossier goes in whole and comes out whole. [Store.Import] writes it in one transaction or not
// at all, and writes nothing when the database already holds the same; [Store.Dossier] reads it
// back in one read transaction, equal in every field. What the database adds is what it can compute
// with: natural text keys, foreign keys wherever both ends live here, the order of the records, and
// beside every EDTF string its first and last day.
//
// One set of numbered migrations serves both databases; schema.sql shows what they amount to. The
// differences between the two stand in sqlite.go and postgres.go, their error codes in fault.go,
// and nowhere else.
//
// Rows are structs of this package and are named after their tables. Each file flattens one section
// of a dossier into rows and assembles it again. No other package imports gorm, goose or a driver.
package storage
