package compare

import (
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// meetings returns the register of all meetings in the order of time.
func meetings(ix *domain.Index) table.Register {
	all := ix.Dossier.Meetings
	return register(newReader(ix), table.Table{Name: "meetings", Title: "Meetings",
		Row: "One row a meeting, in the order of time."}, meetingColumns(), all,
		func(m *domain.Meeting) table.Ref { return table.Ref{Section: domain.SectionMeetings, ID: m.ID} }).
		InTime(func(i int) edtf.Date { return all[i].Date.Value })
}

func meetingColumns() []column[domain.Meeting] {
	return []column[domain.Meeting]{
		recordColumn("id", "Id", "The meeting's id; never reused.", (*reader).Meeting, func(m *domain.Meeting) string { return m.ID }).needed(),
		{table.Column{Name: "name", Title: "Meeting", Type: table.TypeText, Needed: true, Page: true, Doc: "Our name for it."},
			func(r *reader, m *domain.Meeting) table.Cell {
				return table.Cell{{Text: m.Name, Ref: table.Ref{Section: domain.SectionMeetings, ID: m.ID}}}
			}},
		recordColumn("track", "Track", "The track it belongs to, if any.", (*reader).Track,
			func(m *domain.Meeting) string { return m.Track }).page().facet(domain.SectionTracks),
		enumColumn("status", "Status", "Held, or planned when the texts fix it and do not say that it took place.", domain.MeetingStatuses(),
			func(m *domain.Meeting) domain.MeetingStatus { return m.Status }).needed().page(),
		dateColumn("date", "Date", "When it took place or was to.", func(m *domain.Meeting) edtf.Date { return m.Date.Value }).page(),
		textColumn("date_text", "Date, wording", "The wording of the source for the date.", func(m *domain.Meeting) string { return m.Date.Text }),
		{table.Column{Name: "venue", Title: "Venue", Type: table.TypeID, List: true, Page: true, Doc: "Where."},
			func(r *reader, m *domain.Meeting) table.Cell { return table.Each(m.Places, r.Place) }},
		numberColumn("participants_claimed", "Participants claimed", "How many took part, as the texts say.", func(m *domain.Meeting) int { return m.Claimed }),
		partiesColumn("participants", "Who took part", "The parties the texts name.",
			func(m *domain.Meeting) []string { return m.Parties }).page().facet(domain.SectionParties),
		recordColumn("list", "List", "The list of those who took part, if one is given.", (*reader).List, func(m *domain.Meeting) string { return m.List }),
		{table.Column{Name: "sessions", Title: "Sessions", Type: table.TypeText, List: true, Doc: "Its sessions: number, a space, and the date."},
			func(r *reader, m *domain.Meeting) table.Cell {
				var cell table.Cell
				for _, s := range m.Sessions {
					cell = append(cell, table.Value{Text: strings.TrimSpace(itoa(s.Number) + " " + s.Date.Value.String())})
				}
				return cell
			}},
		{table.Column{Name: "delegates", Title: "Delegates", Type: table.TypeID, List: true, Doc: "The persons named as delegates."},
			func(r *reader, m *domain.Meeting) table.Cell {
				var cell table.Cell
				for _, d := range m.Delegations {
					for _, p := range d.Delegates {
						cell = append(cell, r.Person(p.Person))
					}
				}
				return cell
			}},
		textColumn("outcome", "Outcome", "What came of it, in our words, as the texts say.", func(m *domain.Meeting) string { return m.Outcome }).page(),
		{table.Column{Name: "fulfils", Title: "Fulfils", Type: table.TypeID, List: true, Doc: "The proposals it fulfils."},
			func(r *reader, m *domain.Meeting) table.Cell { return table.Each(m.Fulfils, r.Proposal) }},
		noteColumn(func(m *domain.Meeting) string { return m.Note }),
		sourceColumn("The paragraphs that support it", func(m *domain.Meeting) []domain.Citation { return m.Citations }),
	}
}
