package compare

import (
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Meetings returns the table of all meetings in the order of time.
func Meetings(ix *domain.Index) table.Table { return meetings(ix).Whole() }

func meetings(ix *domain.Index) table.Register {
	all := ix.Dossier.Meetings
	return register(newReader(ix), table.Table{Name: "meetings", Title: "Meetings",
		Row: "One row a meeting, in the order of time."}, meetingColumns(), all,
		func(m *domain.Meeting) table.Ref { return table.Ref{Section: domain.SectionMeetings, ID: m.ID} }).
		InTime(func(i int) edtf.Date { return all[i].Date.Value })
}

func meetingColumns() []column[domain.Meeting] {
	return []column[domain.Meeting]{
		{table.Column{Name: "id", Title: "Id", Type: table.TypeID, Needed: true, Doc: "The meeting's id; never reused."},
			func(r *reader, m *domain.Meeting) table.Cell { return table.Cell{r.Meeting(m.ID)} }},
		{table.Column{Name: "name", Title: "Meeting", Type: table.TypeText, Needed: true, Page: true, Doc: "Our name for it."},
			func(r *reader, m *domain.Meeting) table.Cell {
				return table.Cell{{Text: m.Name, Ref: table.Ref{Section: domain.SectionMeetings, ID: m.ID}}}
			}},
		{table.Column{Name: "track", Title: "Track", Type: table.TypeID, Page: true, Facet: domain.SectionTracks, Doc: "The track it belongs to, if any."},
			func(r *reader, m *domain.Meeting) table.Cell { return table.Each([]string{m.Track}, r.Track) }},
		{table.Column{Name: "status", Title: "Status", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.MeetingStatuses()),
			Doc: "Held, or planned when the texts fix it and do not say that it took place."},
			func(r *reader, m *domain.Meeting) table.Cell { return table.Text(string(m.Status)) }},
		{table.Column{Name: "date", Title: "Date", Type: table.TypeEDTF, Page: true, Doc: "When it took place or was to."},
			func(r *reader, m *domain.Meeting) table.Cell { return table.Date(m.Date.Value) }},
		{table.Column{Name: "date_text", Title: "Date, wording", Type: table.TypeText, Doc: "The wording of the source for the date."},
			func(r *reader, m *domain.Meeting) table.Cell { return table.Text(m.Date.Text) }},
		{table.Column{Name: "venue", Title: "Venue", Type: table.TypeID, List: true, Page: true, Doc: "Where."},
			func(r *reader, m *domain.Meeting) table.Cell { return table.Each(m.Places, r.Place) }},
		{table.Column{Name: "participants_claimed", Title: "Participants claimed", Type: table.TypeInteger, Doc: "How many took part, as the texts say."},
			func(r *reader, m *domain.Meeting) table.Cell { return table.Number(m.Claimed) }},
		{table.Column{Name: "participants", Title: "Who took part", Type: table.TypeID, List: true, Page: true, Facet: domain.SectionParties,
			Doc: "The parties the texts name."},
			func(r *reader, m *domain.Meeting) table.Cell { return r.Parties(m.Parties) }},
		{table.Column{Name: "list", Title: "List", Type: table.TypeID, Doc: "The list of those who took part, if one is given."},
			func(r *reader, m *domain.Meeting) table.Cell { return table.Each([]string{m.List}, r.List) }},
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
		{table.Column{Name: "outcome", Title: "Outcome", Type: table.TypeText, Page: true, Doc: "What came of it, in our words, as the texts say."},
			func(r *reader, m *domain.Meeting) table.Cell { return table.Text(m.Outcome) }},
		{table.Column{Name: "fulfils", Title: "Fulfils", Type: table.TypeID, List: true, Doc: "The proposals it fulfils."},
			func(r *reader, m *domain.Meeting) table.Cell { return table.Each(m.Fulfils, r.Proposal) }},
		{table.Column{Name: "note", Title: "Note", Type: table.TypeText, Doc: "Editorial note."},
			func(r *reader, m *domain.Meeting) table.Cell { return table.Text(m.Note) }},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true,
			Doc: "The paragraphs that support it, its sessions or its delegations: document, para., number."},
			func(r *reader, m *domain.Meeting) table.Cell {
				return r.Citations(r.cited(domain.SectionMeetings, m.ID))
			}},
	}
}
