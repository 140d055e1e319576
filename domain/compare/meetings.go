package compare

import (
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Meetings returns the table of all meetings in the order of time.
func Meetings(ix *domain.Index) Table { return meetings(ix).Whole() }

func meetings(ix *domain.Index) Register {
	all := ix.Dossier.Meetings
	return register(&reader{ix: ix}, Table{Name: "meetings", Title: "Meetings"}, meetingColumns(), all,
		func(m *domain.Meeting) Ref { return Ref{Section: domain.SectionMeetings, ID: m.ID} }).
		inTime(func(i int) edtf.Date { return all[i].Date.Value })
}

func meetingColumns() []column[domain.Meeting] {
	return []column[domain.Meeting]{
		{Column{Name: "id", Title: "Id", Type: TypeID, Needed: true, Doc: "The meeting's id; never reused."},
			func(r *reader, m *domain.Meeting) Cell { return Cell{r.meeting(m.ID)} }},
		{Column{Name: "name", Title: "Meeting", Type: TypeText, Needed: true, Page: true, Doc: "Our name for it."},
			func(r *reader, m *domain.Meeting) Cell {
				return Cell{{Text: m.Name, Ref: Ref{Section: domain.SectionMeetings, ID: m.ID}}}
			}},
		{Column{Name: "track", Title: "Track", Type: TypeID, Page: true, Facet: domain.SectionTracks, Doc: "The track it belongs to, if any."},
			func(r *reader, m *domain.Meeting) Cell { return each([]string{m.Track}, r.track) }},
		{Column{Name: "status", Title: "Status", Type: TypeEnum, Needed: true, Page: true, Values: words(domain.MeetingStatuses()),
			Doc: "Held, or planned when the texts fix it and do not say that it took place."},
			func(r *reader, m *domain.Meeting) Cell { return text(string(m.Status)) }},
		{Column{Name: "date", Title: "Date", Type: TypeEDTF, Page: true, Doc: "When it took place or was to."},
			func(r *reader, m *domain.Meeting) Cell { return date(m.Date.Value) }},
		{Column{Name: "date_text", Title: "Date, wording", Type: TypeText, Doc: "The wording of the source for the date."},
			func(r *reader, m *domain.Meeting) Cell { return text(m.Date.Text) }},
		{Column{Name: "venue", Title: "Venue", Type: TypeID, List: true, Page: true, Doc: "Where."},
			func(r *reader, m *domain.Meeting) Cell { return each(m.Places, r.place) }},
		{Column{Name: "participants_claimed", Title: "Participants claimed", Type: TypeInteger, Doc: "How many took part, as the texts say."},
			func(r *reader, m *domain.Meeting) Cell { return number(m.Claimed) }},
		{Column{Name: "participants", Title: "Who took part", Type: TypeID, List: true, Page: true, Facet: domain.SectionParties,
			Doc: "The parties the texts name."},
			func(r *reader, m *domain.Meeting) Cell { return r.parties(m.Parties) }},
		{Column{Name: "list", Title: "List", Type: TypeID, Doc: "The list of those who took part, if one is given."},
			func(r *reader, m *domain.Meeting) Cell { return each([]string{m.List}, r.list) }},
		{Column{Name: "sessions", Title: "Sessions", Type: TypeText, List: true, Doc: "Its sessions: number, a space, and the date."},
			func(r *reader, m *domain.Meeting) Cell {
				var cell Cell
				for _, s := range m.Sessions {
					cell = append(cell, Value{Text: strings.TrimSpace(itoa(s.Number) + " " + s.Date.Value.String())})
				}
				return cell
			}},
		{Column{Name: "delegates", Title: "Delegates", Type: TypeID, List: true, Doc: "The persons named as delegates."},
			func(r *reader, m *domain.Meeting) Cell {
				var cell Cell
				for _, d := range m.Delegations {
					for _, p := range d.Delegates {
						cell = append(cell, r.person(p.Person))
					}
				}
				return cell
			}},
		{Column{Name: "outcome", Title: "Outcome", Type: TypeText, Page: true, Doc: "What came of it, in our words, as the texts say."},
			func(r *reader, m *domain.Meeting) Cell { return text(m.Outcome) }},
		{Column{Name: "fulfils", Title: "Fulfils", Type: TypeID, List: true, Doc: "The proposals it fulfils."},
			func(r *reader, m *domain.Meeting) Cell { return each(m.Fulfils, r.proposal) }},
		{Column{Name: "note", Title: "Note", Type: TypeText, Doc: "Editorial note."},
			func(r *reader, m *domain.Meeting) Cell { return text(m.Note) }},
		{Column{Name: "citation", Title: "Source", Type: TypeText, List: true, Page: true,
			Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, m *domain.Meeting) Cell { return r.citations(m.Citations) }},
	}
}
