package views

import (
	"net/url"
	"slices"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// NewParty returns the page of one party: its names, its proposals and responses in time, its documents.
func (s *Site) NewParty(id string) (Detail, error) {
	p, err := s.ix.Party(id)
	if err != nil {
		return Detail{}, err
	}
	t := compare.Where(s.ix, domain.SectionParties, s.ix.Dossier.Parties, func(p *domain.Party) bool { return p.ID == id })
	d := s.detail(domain.SectionParties, id, p.Name, "")
	d.Facts = s.facts(t, id, "id", "short", "kind", "country", "government", "names", "lists", "seat", "note", "citation")
	d.Sections = s.partySections(id)
	query := url.Values{"party": {id}}
	d.Downloads = []Download{
		download("Its proposals", s.root()+"/proposals", query, "made by it or put to it"),
		download("Its responses", s.root()+"/responses", query, ""),
	}
	return d, nil
}

func (s *Site) partySections(id string) []Section {
	made := compare.Where(s.ix, domain.SectionProposals, s.ix.Dossier.Proposals, func(p *domain.Proposal) bool { return slices.Contains(p.By, id) })
	asked := compare.Where(s.ix, domain.SectionProposals, s.ix.Dossier.Proposals, func(p *domain.Proposal) bool { return slices.Contains(p.To, id) })
	responses := compare.Where(s.ix, domain.SectionResponses, s.ix.Dossier.Responses, func(a *domain.Response) bool { return a.By == id })
	claims := compare.Where(s.ix, domain.SectionClaims, s.ix.Dossier.Claims, func(c *domain.Claim) bool { return slices.Contains(c.By, id) })
	documents := compare.Where(s.ix, domain.SectionDocuments, s.ix.Dossier.Documents, func(d *domain.Document) bool { return slices.Contains(d.Authors, id) })
	persons := compare.Where(s.ix, domain.SectionPersons, s.ix.Dossier.Persons, func(p *domain.Person) bool { return slices.Contains(p.Parties, id) })
	meetings := compare.Where(s.ix, domain.SectionMeetings, s.ix.Dossier.Meetings, func(m *domain.Meeting) bool { return slices.Contains(m.Parties, id) })
	return slices.Concat(
		s.tableSection("proposals", "Proposals it made, in time", inTime(made), "proposer"),
		s.tableSection("addressed", "Proposals put to it, in time", inTime(asked)),
		s.tableSection("responses", "Its responses, in time", inTime(responses), "party"),
		s.tableSection("claims", "Claims it makes about the record", inTime(claims), "by"),
		s.seatSections(id),
		s.tableSection("alignments", "Said to have taken sides", only(compare.Whole(s.ix, "alignments"), func(r table.Row) bool {
			return hasParty(r, id)
		})),
		s.tableSection("documents", "Documents by it", inTime(documents), "authors"),
		s.tableSection("persons", "Persons", persons, "parties"),
		s.tableSection("meetings", "Meetings it took part in", inTime(meetings)),
	)
}

func hasParty(r table.Row, id string) bool {
	for _, cell := range r.Cells {
		for _, v := range cell {
			if v.Ref == (table.Ref{Section: domain.SectionParties, ID: id}) {
				return true
			}
		}
	}
	return false
}

// only keeps the rows that meet a condition.
func only(t table.Table, keep func(table.Row) bool) table.Table {
	t.Rows = slices.DeleteFunc(slices.Clone(t.Rows), func(r table.Row) bool { return !keep(r) })
	return t
}

// inTime orders a table by its first date.
func inTime(t table.Table) table.Table {
	for _, c := range t.Columns {
		if c.Type == table.TypeEDTF {
			if sorted, err := t.Sort(c.Name, false); err == nil {
				return sorted
			}
		}
	}
	return t
}
