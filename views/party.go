package views

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/compare"
)

// NewParty returns the page of one party: its names, its proposals and responses in time, its documents.
func (s *Site) NewParty(id string) (Detail, error) {
	p, err := s.ix.Party(id)
	if err != nil {
		return Detail{}, err
	}
	t := compare.Parties(s.ix)
	r, err := row(t, domain.SectionParties, id)
	if err != nil {
		return Detail{}, err
	}
	d := s.detail(domain.SectionParties, "Parties", p.Name, "")
	d.Facts = s.facts(t, r, "id", "short", "kind", "country", "government", "names", "lists", "seat", "note", "citation")
	d.Sections = s.partySections(id)
	query := "?party=" + id
	d.Downloads = []Link{
		{Label: "Its proposals as CSV", Href: s.root() + "/proposals.csv" + query},
		{Label: "Its responses as CSV", Href: s.root() + "/responses.csv" + query},
	}
	return d, nil
}

func (s *Site) partySections(id string) []Section {
	proposals, responses := compare.Proposals(s.ix), compare.Responses(s.ix)
	mine := func(t compare.Table, column string) compare.Table {
		return only(t, func(r compare.Row) bool {
			return slices.ContainsFunc(r.Cells[t.Index(column)], func(v compare.Value) bool { return v.Text == id })
		})
	}
	asked := only(proposals, func(r compare.Row) bool {
		return slices.ContainsFunc(r.Cells[proposals.Index("addressees")], func(v compare.Value) bool { return v.Text == id })
	})
	return slices.Concat(
		s.tableSection("proposals", "Proposals it made, in time", inTime(mine(proposals, "proposer")), "proposer"),
		s.tableSection("addressed", "Proposals put to it, in time", inTime(asked)),
		s.tableSection("responses", "Its responses, in time", inTime(mine(responses, "party")), "party"),
		s.tableSection("claims", "Claims it makes about the record", inTime(mine(compare.Claims(s.ix), "by")), "by"),
		s.seatSections(id),
		s.tableSection("alignments", "Said to have taken sides", only(compare.Alignments(s.ix), func(r compare.Row) bool {
			return hasParty(r, id)
		})),
		s.tableSection("documents", "Documents by it", inTime(mine(compare.Documents(s.ix), "authors")), "authors"),
		s.tableSection("persons", "Persons", mine(compare.Persons(s.ix), "parties"), "parties"),
		s.tableSection("meetings", "Meetings it took part in", inTime(mine(compare.Meetings(s.ix), "participants"))),
	)
}

func hasParty(r compare.Row, id string) bool {
	for _, cell := range r.Cells {
		for _, v := range cell {
			if v.Ref == (compare.Ref{Section: domain.SectionParties, ID: id}) {
				return true
			}
		}
	}
	return false
}

// only keeps the rows that meet a condition.
func only(t compare.Table, keep func(compare.Row) bool) compare.Table {
	t.Rows = slices.DeleteFunc(slices.Clone(t.Rows), func(r compare.Row) bool { return !keep(r) })
	return t
}

// inTime orders a table by its first date.
func inTime(t compare.Table) compare.Table {
	for _, c := range t.Columns {
		if c.Type == compare.TypeEDTF {
			if sorted, err := t.Sort(c.Name, false); err == nil {
				return sorted
			}
		}
	}
	return t
}
