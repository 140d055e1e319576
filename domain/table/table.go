package table

import (
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Types of column, as exports declare them.
const (
	TypeText    Type = "text"    // words for a reader
	TypeID      Type = "id"      // an id of the dossier
	TypeEDTF    Type = "edtf"    // a date in EDTF
	TypeDay     Type = "day"     // a calendar day, YYYY-MM-DD
	TypeInteger Type = "integer" // a count
	TypeBoolean Type = "boolean" // true or false
	TypeEnum    Type = "enum"    // one of a fixed set of words
)

// Type says what the values of a column are.
type Type string

// Table is rows of cells under columns: what every rendering is made from.
type Table struct {
	Name    string // as in addresses and file names
	Title   string
	Row     string // what a row is, in a sentence, for the codebook
	Columns []Column
	Rows    []Row
}

// Column describes one column: its name in files, its heading on pages, what its values are and mean.
type Column struct {
	Name   string
	Title  string
	Type   Type
	Doc    string         // one sentence for the codebook
	Values []string       // the words allowed, for TypeEnum
	List   bool           // several values in a cell
	Needed bool           // no cell is empty
	Page   bool           // shown on the page; the others are only in files
	Facet  domain.Section // a filter of this section looks into this column
	Else   string         // the column whose values a page shows where this one has none
}

// Row is one record with its cells in the order of the columns.
type Row struct {
	Ref     Ref
	Cells   []Cell
	Stances []string // the stances that a filter may ask for
	Of      any      // what the row tells, as a value of the rules, in tables that pages and totals read it from
}

// Cell is the values of one column in one row; none means that the record says nothing.
type Cell []Value

// Value is one value of a cell: Text as files have it, Label for a reader (empty when it is the same), the record it
// points to, the language of its text where it is not English, and the date it stands for if it is one.
type Value struct {
	Text  string
	Label string
	Ref   Ref
	Lang  string
	Date  edtf.Date
}

// Ref points to a record of the dossier: for a document to a paragraph if Paragraph is not 0, for a response with the
// proposal that it is Of, on whose page it stands.
type Ref struct {
	Section   domain.Section
	ID        string
	Paragraph int
	Of        string
}

// String returns the cell as files have it: its values with [Separator] between them, see [Escape].
func (c Cell) String() string {
	if len(c) == 1 {
		return c[0].Text
	}
	texts := make([]string, len(c))
	for i, v := range c {
		texts[i] = v.Text
	}
	return strings.Join(texts, Separator)
}

// Typed returns what the rows of a table tell.
func Typed[T any](t Table) []T {
	all := make([]T, len(t.Rows))
	for i, row := range t.Rows {
		all[i] = row.Of.(T)
	}
	return all
}

// Display returns the words of a value for a reader.
func (v Value) Display() string {
	if v.Label != "" {
		return v.Label
	}
	return v.Text
}

// Index returns the position of the column of that name, or -1.
func (t Table) Index(name string) int {
	for i, c := range t.Columns {
		if c.Name == name {
			return i
		}
	}
	return -1
}

// Shown returns the cell of a row that a page shows in column i: its own, or that of the column named by Else.
func (t Table) Shown(row Row, i int) Cell {
	if len(row.Cells[i]) > 0 || t.Columns[i].Else == "" {
		return row.Cells[i]
	}
	return row.Cells[t.Index(t.Columns[i].Else)]
}
