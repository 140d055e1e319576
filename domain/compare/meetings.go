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
		titleColumn("name", "Meeting", "Our name for it.", domain.SectionMeetings, func(m *domain.Meeting) (text, id string) { return m.Name, m.ID }),
		recordColumn("track", "Track", "The track it belongs to, if any.", (*reader).Track,
			func(m *domain.Meeting) string { return m.Track }).page().facet(domain.SectionTracks),
		enumColumn("status", "Status", "Held, or planned when the texts fix it and do not say that it took place.", domain.MeetingStatuses(),
			func(m *domain.Meeting) domain.MeetingStatus { return m.Status }).needed().page(),
		dateColumn("date", "Date", "When it took place or was to.", func(m *domain.Meeting) edtf.Date { return m.Date.Value }).page(),
		textColumn("date_text", "Date, wording", "The wording of the source for the date.", func(m *domain.Meeting) string { return m.Date.Text }),
		recordsColumn("venue", "Venue", "Where.", (*reader).Place, func(m *domain.Meeting) []string { return m.Places }).page(),
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
		recordsColumn("fulfils", "Fulfils", "The proposals it fulfils.", (*reader).Proposal, func(m *domain.Meeting) []string { return m.Fulfils }),
		noteColumn(func(m *domain.Meeting) string { return m.Note }),
		citedColumn("The paragraphs that support it, its sessions or its delegations", domain.SectionMeetings, func(m *domain.Meeting) string { return m.ID }),
	}
}
