package views

import (
	"slices"
	"strconv"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// NewMeeting returns the page of one meeting: sessions, delegations, statements made in it, what it fulfils.
func (s *Site) NewMeeting(id string) (Detail, error) {
	m, err := s.ix.Meeting(id)
	if err != nil {
		return Detail{}, err
	}
	t := compare.Where(s.ix, domain.SectionMeetings, s.ix.Dossier.Meetings, func(m *domain.Meeting) bool { return m.ID == id })
	d := s.detail(domain.SectionMeetings, id, m.Name, m.Outcome)
	d.Facts = s.facts(t, id, "id", "track", "status", "date", "date_text", "venue", "participants_claimed", "participants",
		"list", "fulfils", "note", "citation")
	d.Sections = slices.Concat(s.sessions(m), s.delegations(m), s.threadSections(id))
	return d, nil
}

func (s *Site) sessions(m *domain.Meeting) []Section {
	var items [][]Link
	for _, o := range m.Sessions {
		words := "Session " + strconv.Itoa(o.Number)
		if !o.Date.Value.IsZero() {
			words += ", " + o.Date.Value.Humanize()
		}
		if o.Text != "" {
			words += ": " + o.Text
		}
		items = append(items, append([]Link{{Label: words}}, s.sources(o.Citations)...))
	}
	return listSection("sessions", "Sessions", items)
}

func (s *Site) delegations(m *domain.Meeting) []Section {
	var sections []Section
	for _, g := range m.Delegations {
		var items [][]Link
		for _, p := range g.Delegates {
			item := []Link{s.personLink(p.Person)}
			if p.Role != "" {
				item = append(item, Link{Label: p.Role})
			}
			items = append(items, item)
		}
		title := "Delegation"
		if p, err := s.ix.Party(g.Party); err == nil {
			title = "Delegation of the " + p.Label()
		}
		sections = append(sections, Section{ID: "delegation-" + g.Party, Title: title, Items: items, More: s.sources(g.Citations)})
	}
	return sections
}

func (s *Site) personLink(id string) Link {
	label := id
	if p, err := s.ix.Person(id); err == nil {
		label = p.Name
	}
	return Link{Label: label, Href: s.Path(domain.SectionPersons, id)}
}

// sources are citations as links to their paragraphs.
func (s *Site) sources(cites []domain.Citation) []Link {
	return s.links(table.Citations(s.ix, cites))
}
