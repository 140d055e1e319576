// Package table says what a table of the record is: columns that tell what they mean, rows that point to records, cells
// that hold several values, and a register of rows made one at a time. It finds rows, puts them in order, and gives them
// to files in batches of text. It knows no rule of a negotiation: [pourparler/domain/compare] fills the tables.
//
// One [Table] feeds every rendering, so that the page, the CSV and the spreadsheet cannot disagree: a [Value] holds
// what is written to a file beside the words for a reader and the record it points to.
package table
