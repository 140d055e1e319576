package views

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/compare"
)

// NewPerson returns the page of one person: every form of the name and who uses it, roles, statements.
func (s *Site) NewPerson(id string) (Detail, error) {
	p, err := s.ix.Person(id)
	if err != nil {
		return Detail{}, err
	}
	t := compare.Where(s.ix, domain.SectionPersons, s.ix.Dossier.Persons, func(p *domain.Person) bool { return p.ID == id })
	d := s.detail(domain.SectionPersons, id, p.Name, "")
	d.Facts = s.facts(t, id, "id", "parties", "note", "citation")
	d.Sections = slices.Concat(s.nameForms(p), s.roles(p), s.tableSection("meetings", "Meetings sat in",
		compare.Where(s.ix, domain.SectionMeetings, s.ix.Dossier.Meetings, func(m *domain.Meeting) bool { return sat(m, id) })),
		s.tableSection("statements", "Statements",
			compare.Where(s.ix, domain.SectionStatements, s.ix.Dossier.Statements, func(st *domain.Statement) bool { return st.Speaker == id }), "speaker"))
	return d, nil
}

func sat(m *domain.Meeting, person string) bool {
	return slices.ContainsFunc(m.Delegations, func(g domain.Delegation) bool {
		return slices.ContainsFunc(g.Delegates, func(p domain.Delegate) bool { return p.Person == person })
	})
}

func (s *Site) nameForms(p *domain.Person) []Section {
	var items [][]Link
	for _, n := range p.Names {
		item := []Link{{Label: n.Text, Lang: n.Lang}}
		if n.System != "" {
			item = append(item, Link{Label: n.System})
		}
		for _, doc := range n.Documents {
			item = append(item, s.documentLink(doc))
		}
		if len(n.Documents) == 0 {
			item = append(item, Link{Label: "in none of the texts; given so that it can be found"})
		}
		items = append(items, item)
	}
	return listSection("names", "Forms of the name, and where they are used", items)
}

func (s *Site) roles(p *domain.Person) []Section {
	var items [][]Link
	for _, r := range p.Roles {
		items = append(items, append([]Link{{Label: r.Text}}, s.sources(r.Citations)...))
	}
	return listSection("roles", "Roles", items)
}
