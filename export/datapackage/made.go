package datapackage

import (
	"slices"
	"strconv"
	"strings"

	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// field is a column of a table that the site does not have.
type field struct {
	table.Column
	refers string // the table whose key it names
}

func text(name, doc string) field { return of(name, doc, table.TypeText) }

func id(name, doc string) field { return of(name, doc, table.TypeID) }

func count(name, doc string) field { return of(name, doc, table.TypeInteger) }

func of(name, doc string, kind table.Type) field {
	title := strings.ReplaceAll(name, "_", " ")
	return field{Column: table.Column{Name: name, Title: strings.ToUpper(title[:1]) + title[1:], Type: kind, Doc: doc}}
}

// to is a column that names a record of another table.
func to(name, table, doc string) field {
	f := id(name, doc)
	f.refers = table
	return f
}

func word[T ~string](name, doc string, values []T) field {
	f := of(name, doc, table.TypeEnum)
	for _, v := range values {
		f.Values = append(f.Values, string(v))
	}
	return f
}

func (f field) must() field { f.Needed = true; return f }

func (f field) several() field { f.List = true; return f }

// made returns a table of those fields, dates with their bounds after them; the first keyed of them tell its rows apart.
func made(name, title, row string, keyed int, fields ...field) packaged {
	t := packaged{Table: table.Table{Name: name, Title: title}, row: row, refers: map[string]string{}}
	for i, f := range fields {
		if i < keyed {
			t.key = append(t.key, f.Name)
			f = f.must()
		}
		t.Columns = append(append(t.Columns, f.Column), f.Bounds()...)
		if f.refers != "" {
			t.refers[f.Name] = f.refers
		}
	}
	return t
}

// writer takes the cells of one row after the other and says whether it wants more.
type writer func(cells ...string) bool

// from gives a table its rows: each is called with a record and with what takes the rows that the record makes.
func from[T any](t packaged, all []T, each func(r *T, add writer) bool) packaged {
	t.rows = func(yield func(table.Row) bool) {
		add := func(cells ...string) bool { return yield(rowOf(cells)) }
		for i := range all {
			if !each(&all[i], add) {
				return
			}
		}
	}
	return t
}

func rowOf(cells []string) table.Row {
	row := table.Row{Cells: make([]table.Cell, len(cells))}
	for i, s := range cells {
		if s != "" {
			row.Cells[i] = table.Cell{{Text: s}}
		}
	}
	return row
}

// numbered adds a row for each id: before, the id, and its place from 1.
func numbered(add writer, ids []string, before ...string) bool {
	for i, id := range ids {
		if !add(slices.Concat(before, []string{id, strconv.Itoa(i + 1)})...) {
			return false
		}
	}
	return true
}

// number writes a count; none is said by an empty cell.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// days are a date and its bounds, which are empty where that end is open or unknown.
func days(d edtf.Date) (value, earliest, latest string) {
	day := func(d edtf.Day, edge edtf.Edge) string {
		if edge != edtf.Known {
			return ""
		}
		return d.String()
	}
	return d.String(), day(d.Earliest()), day(d.Latest())
}

func flag(name, doc string) field { return of(name, doc, table.TypeBoolean) }

func date(name, doc string) field { return of(name, doc, table.TypeEDTF) }
