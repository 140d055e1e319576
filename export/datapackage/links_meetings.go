package datapackage

import (
	"strconv"

	"pourparler/domain"
)

// meetingLinks are the tables that join meetings to parties, places, persons and proposals.
func meetingLinks(ix *domain.Index) []packaged {
	all := ix.Dossier.Meetings
	meeting := to("meeting", "meetings", "The meeting.")
	return []packaged{
		joined(ix, domain.SectionMeetings, "parties", "meeting-parties", "Parties of meetings",
			"One row a meeting and a party that took part or was to.", inOrder),
		joined(ix, domain.SectionMeetings, "places", "meeting-places", "Venues of meetings",
			"One row a meeting and a place where it was held or was to be.", "The place's number among those of the meeting."),
		joined(ix, domain.SectionMeetings, "fulfils", "meeting-proposals", "Proposals fulfilled",
			"One row a meeting and a proposal it fulfils.", "The proposal's number among those of the meeting."),
		from(made("meeting-sessions", "Sessions", "One row a session of a meeting.", 2, meeting,
			place("The session's place in the order of the record, from 1."), count("number", "Its number, if the text gives one."),
			date("date", "When it was held."), text("text", "What the text says of it, in our words."),
			text("date_text", "The wording of the source for the date."), text("date_inferred", "Why the date follows, where the text does not state it itself.")),
			all, sessionsOf),
		from(made("meeting-delegates", "Delegates", "One row a meeting and a person who sat in a delegation.", 2, meeting,
			place("The delegate's place in the order of the record, from 1."), to("party", "parties", "For which party."),
			to("person", "persons", "The person.").must(), text("role", "The role the text gives, such as leader.")), all, delegatesOf),
	}
}

func sessionsOf(m *domain.Meeting, add writer) bool {
	for i, s := range m.Sessions {
		value, earliest, latest := days(s.Date.Value)
		if !add(m.ID, strconv.Itoa(i+1), number(s.Number), value, earliest, latest, s.Text, s.Date.Text, s.Date.Inferred) {
			return false
		}
	}
	return true
}

func delegatesOf(m *domain.Meeting, add writer) bool {
	n := 0
	for _, d := range m.Delegations {
		for _, p := range d.Delegates {
			n++
			if !add(m.ID, strconv.Itoa(n), d.Party, p.Person, p.Role) {
				return false
			}
		}
	}
	return true
}
