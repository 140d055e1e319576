package compare

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Columns that most tables have some of. Each takes what it needs from a record; methods say the rest of the column.

func textColumn[T any](name, title, doc string, of func(*T) string) column[T] {
	return column[T]{table.Column{Name: name, Title: title, Type: table.TypeText, Doc: doc},
		func(_ *reader, x *T) table.Cell { return table.Text(of(x)) }}
}

// enumColumn is one of a fixed set of words.
func enumColumn[T any, W ~string](name, title, doc string, all []W, of func(*T) W) column[T] {
	c := textColumn(name, title, doc, func(x *T) string { return string(of(x)) })
	c.Type, c.Values = table.TypeEnum, words(all)
	return c
}

func numberColumn[T any](name, title, doc string, of func(*T) int) column[T] {
	return column[T]{table.Column{Name: name, Title: title, Type: table.TypeInteger, Doc: doc},
		func(_ *reader, x *T) table.Cell { return table.Number(of(x)) }}
}

func dateColumn[T any](name, title, doc string, of func(*T) edtf.Date) column[T] {
	return column[T]{table.Column{Name: name, Title: title, Type: table.TypeEDTF, Doc: doc},
		func(_ *reader, x *T) table.Cell { return table.Date(of(x)) }}
}

// recordColumn is a record of the dossier, or none where of returns no id.
func recordColumn[T any](name, title, doc string, value func(*reader, string) table.Value, of func(*T) string) column[T] {
	c := recordsColumn(name, title, doc, value, func(x *T) []string { return []string{of(x)} })
	c.List = false
	return c
}

func recordsColumn[T any](name, title, doc string, value func(*reader, string) table.Value, of func(*T) []string) column[T] {
	return column[T]{table.Column{Name: name, Title: title, Type: table.TypeID, List: true, Doc: doc},
		func(r *reader, x *T) table.Cell {
			return table.Each(of(x), func(id string) table.Value { return value(r, id) })
		}}
}

func partiesColumn[T any](name, title, doc string, of func(*T) []string) column[T] {
	return recordsColumn(name, title, doc, (*reader).Party, of)
}

// sourceColumn is the paragraphs that a row rests on; doc says what they are for.
func sourceColumn[T any](doc string, of func(*T) []domain.Citation) column[T] {
	return column[T]{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true, Doc: doc + ": document, para., number."},
		func(r *reader, x *T) table.Cell { return r.Citations(of(x)) }}
}

// titleColumn is the words that a row begins with for a reader, and that lead to its record.
func titleColumn[T any](name, title, doc string, section domain.Section, of func(*T) (text, id string)) column[T] {
	return column[T]{table.Column{Name: name, Title: title, Type: table.TypeText, Needed: true, Page: true, Doc: doc},
		func(_ *reader, x *T) table.Cell {
			text, id := of(x)
			return table.Cell{{Text: text, Ref: table.Ref{Section: section, ID: id}}}
		}}
}

// citedColumn is a [sourceColumn] of what a record and its parts rest on.
func citedColumn[T any](doc string, section domain.Section, id func(*T) string) column[T] {
	c := sourceColumn[T](doc, nil)
	c.cell = func(r *reader, x *T) table.Cell { return r.Citations(r.cited(section, id(x))) }
	return c
}

func noteColumn[T any](of func(*T) string) column[T] {
	return textColumn("note", "Note", "Editorial note.", of)
}

func (c column[T]) page() column[T]   { c.Page = true; return c }
func (c column[T]) needed() column[T] { c.Needed = true; return c }

// facet says that filters of a section look into the column.
func (c column[T]) facet(s domain.Section) column[T] { c.Facet = s; return c }
