package views

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/table"
)

// Detail is the page of one record: facts, then sections.
type Detail struct {
	Base
	Lede     string
	Facts    []Fact
	Sections []Section
}

func (Detail) template() string { return "detail.html" }

// Fact is a label with its values.
type Fact struct {
	Label  string
	Values []Link
}

// Section is a part of a page under its own heading, with any of a grid, a table or a list.
type Section struct {
	ID     string
	Title  string
	Lede   string
	Grid   *Grid
	Table  *Table
	Items  [][]Link
	Thread []Remark
	More   []Link
}

// facts shows the named columns of the row of a record, leaving out what the record does not say.
func (s *Site) facts(t table.Table, id string, columns ...string) []Fact {
	row := t.Rows[slices.IndexFunc(t.Rows, func(r table.Row) bool { return r.Ref.ID == id })]
	var facts []Fact
	for _, name := range columns {
		i := t.Index(name)
		if i < 0 || len(row.Cells[i]) == 0 {
			continue
		}
		if name == "id" {
			facts = append(facts, Fact{t.Columns[i].Title, []Link{{Label: row.Cells[i].String()}}})
			continue
		}
		facts = append(facts, Fact{t.Columns[i].Title, s.links(row.Cells[i])})
	}
	return facts
}

// tableSection returns a section with a table, or nothing if it has no row.
func (s *Site) tableSection(id, title string, t table.Table, hide ...string) []Section {
	if len(t.Rows) == 0 {
		return nil
	}
	view := s.table(t, title, hide...)
	return []Section{{ID: id, Title: title, Table: &view}}
}

// listSection returns a section with a list, or nothing if it has no item.
func listSection(id, title string, items [][]Link) []Section {
	if len(items) == 0 {
		return nil
	}
	return []Section{{ID: id, Title: title, Items: items}}
}

func (s *Site) crumbs(section domain.Section) []Link {
	return []Link{{Label: s.ix.Dossier.Title, Href: s.root()}, {Label: table.UpperFirst(string(section)), Href: s.root() + "/" + string(section)}}
}

// detail starts the page of a record.
func (s *Site) detail(section domain.Section, id, title, lede string) Detail {
	d := Detail{Base: s.base(title, lede, "/"+string(section)), Lede: lede}
	d.path, d.record = s.Path(section, id), table.Ref{Section: section, ID: id}
	d.Crumbs = s.crumbs(section)
	return d
}
