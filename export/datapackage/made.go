package datapackage

import (
	"slices"
	"strconv"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/form"
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
	t := packaged{Table: table.Table{Name: name, Title: title, Row: row}, refers: map[string]string{}}
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

// each calls add for each part of a record until that wants no more, and says whether it still does.
func each[T any](parts []T, add func(i int, part T) bool) bool {
	for i, part := range parts {
		if !add(i, part) {
			return false
		}
	}
	return true
}

// writer takes the cells of one row after the other and says whether it wants more.
type writer func(cells ...string) bool

// from gives a table its rows: of is called with a record and with what takes the rows that the record makes.
func from[T any](t packaged, all []T, of func(r *T, add writer) bool) packaged {
	t.rows = func(yield func(table.Row) bool) {
		add := func(cells ...string) bool { return yield(rowOf(cells)) }
		for i := range all {
			if !of(&all[i], add) {
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
	return each(ids, func(i int, id string) bool { return add(slices.Concat(before, []string{id, strconv.Itoa(i + 1)})...) })
}

// joined is the table that has the ids of a key of a section's records one a row: a record, an id, and its place from 1.
func joined(ix *domain.Index, section domain.Section, key, name, title, row, nth string) packaged {
	of, other := section.Singular(), leadsTo(section, key)
	t := made(name, title, row, 2, to(of, tableOf(section), "The "+of+"."),
		to(other.Singular(), tableOf(other), "The "+other.Singular()+"."), place(nth))
	t.joins = string(section) + "." + key
	t.rows = func(yield func(table.Row) bool) {
		last, n := "", 0
		for r, l := range form.References(ix.Dossier, section) {
			if l.Field != key {
				continue
			}
			if n++; r.ID != last {
				last, n = r.ID, 1
			}
			if !yield(rowOf([]string{r.ID, l.ID, strconv.Itoa(n)})) {
				return
			}
		}
	}
	return t
}

// joinedByHand are the keys with several ids that tables of roles or of relations have.
var joinedByHand = []string{"proposals.by", "proposals.to", "documents.authors", "documents.addressees", "documents.recipients",
	"documents.withheld_from", "alignments.parties", "alignments.toward", "claims.rivals"}

// unnamedLinks are the tables of the other keys with several ids that no table has.
func unnamedLinks(ix *domain.Index, named []packaged) (all []packaged) {
	for _, section := range domain.Sections()[1:] {
		for _, f := range form.LinksOf(section) {
			key := string(section) + "." + f.Field
			has := slices.ContainsFunc(named, func(t packaged) bool { return t.joins == key }) || slices.Contains(joinedByHand, key)
			if f.List && len(f.To) == 1 && !strings.Contains(f.Field, ".") && !has {
				all = append(all, joined(ix, section, f.Field, linkName(section, f.Field), strings.ToUpper(f.Field[:1])+f.Field[1:]+" of "+string(section),
					"One row one of the "+string(section)+" and one of its "+f.Field+".", "The place in the order of the record, from 1."))
			}
		}
	}
	return all
}

// linkName is the name of the table of a key that has no other.
func linkName(section domain.Section, key string) string { return section.Singular() + "-" + key }

// leadsTo is the section to which a key of another leads, "" if it leads to none or to several.
func leadsTo(section domain.Section, key string) domain.Section {
	for _, f := range form.LinksOf(section) {
		if (f.Field == key || strings.HasSuffix(f.Field, "."+key)) && len(f.To) == 1 {
			return f.To[0]
		}
	}
	return ""
}

// tableOf is the table that has a row for each record of a section: lists and seats are told member by member under that
// name.
func tableOf(section domain.Section) string {
	switch section {
	case domain.SectionLists:
		return "list-numbers"
	case domain.SectionSeats:
		return "contested-seats"
	}
	return string(section)
}

// role is the part of a party in a record.
type role string

// part is the parties that have a part in a record.
type part struct {
	role    role
	parties []string
}

// addParts adds a row for each party: the record, its role and its place from 1.
func addParts(add writer, id string, parts ...part) bool {
	for _, p := range parts {
		for i, party := range p.parties {
			if !add(id, string(p.role), party, strconv.Itoa(i+1)) {
				return false
			}
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
