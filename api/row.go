package api

import (
	"strings"

	"pourparler/domain/compare"
)

// Row is a row of a table told as an object: a field for each column in their order, by the name of the column, and the
// links of the record if it is one.
type Row struct {
	Columns []compare.Column
	Cells   []string // as files have them
	Links   *Links
}

// MarshalJSON writes integers as numbers, true and false as such, a column of several values as a list, everything else as
// text, and null where the record says nothing.
func (r Row) MarshalJSON() ([]byte, error) {
	row := make(object, 0, len(r.Cells)+1)
	for i, c := range r.Columns {
		row = append(row, member{c.Name, valueOf(c, r.Cells[i])})
	}
	if r.Links != nil {
		row = append(row, member{"links", r.Links})
	}
	return row.MarshalJSON()
}

// literal is text that stands in JSON as it is.
type literal string

// MarshalJSON writes the text.
func (l literal) MarshalJSON() ([]byte, error) { return []byte(l), nil }

func valueOf(c compare.Column, cell string) any {
	if cell == "" || !c.List {
		return single(c.Type, cell)
	}
	return each(strings.Split(cell, compare.Separator), func(s string) any { return single(c.Type, s) })
}

func single(t compare.Type, s string) any {
	switch {
	case s == "":
		return nil
	case t == compare.TypeInteger && isInteger(s), t == compare.TypeBoolean && (s == "true" || s == "false"):
		return literal(s)
	}
	return s
}

// mostDigits is how many digits of an integer every program keeps: those that count in floating-point numbers lose the
// sixteenth.
const mostDigits = 15

// isInteger reports whether a text is a number as JSON writes it.
func isInteger(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	return digits != "" && len(digits) <= mostDigits && strings.Trim(digits, "0123456789") == "" && (digits[0] != '0' || len(digits) == 1)
}
