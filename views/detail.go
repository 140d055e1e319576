package views

import (
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

// facts shows the named columns of one row of a table, leaving out what the record does not say.
func (s *Site) facts(t table.Table, row table.Row, columns ...string) []Fact {
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

// row returns the row of a record, or an error of kind NotFound.
func row(t table.Table, section domain.Section, id string) (table.Row, error) {
	for _, r := range t.Rows {
		if r.Ref.Section == section && r.Ref.ID == id {
			return r, nil
		}
	}
	return table.Row{}, domain.Errorf(domain.NotFound, "no record %q in %s: see the list of %s for the ids that exist",
		id, section, section)
}

// tableSection returns a section with a table, or nothing if it has no row.
func (s *Site) tableSection(id, title string, t table.Table, hide ...string) []Section {
	if len(t.Rows) == 0 {
		return nil
	}
	view := s.table(t, title, hide...)
	return []Section{{ID: id, Title: title, Table: &view}}
}

func (s *Site) crumbs(section domain.Section, label string) []Link {
	return []Link{{Label: s.ix.Dossier.Title, Href: s.root()}, {Label: label, Href: s.root() + "/" + string(section)}}
}

// detail starts the page of a record.
func (s *Site) detail(section domain.Section, label, title, lede string) Detail {
	d := Detail{Base: s.base(title, lede, "/"+string(section)), Lede: lede}
	d.Crumbs = s.crumbs(section, label)
	return d
}
