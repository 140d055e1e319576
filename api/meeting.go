package api

import "pourparler/domain"

// Meeting is what took place, or was fixed to take place.
type Meeting struct {
	ID          string               `json:"id" doc:"id of the meeting"`
	Name        string               `json:"name" doc:"name, ours"`
	Track       Maybe[string]        `json:"track" doc:"id of the track"`
	Status      domain.MeetingStatus `json:"status" doc:"whether it took place, as far as the texts say"`
	Date        *Date                `json:"date" doc:"when"`
	Places      []string             `json:"places" doc:"ids of the places"`
	Parties     []string             `json:"parties" doc:"ids of the parties that took part"`
	List        Maybe[string]        `json:"list" doc:"id of the list of those that took part"`
	Claimed     Maybe[int]           `json:"claimed" doc:"how many took part, as the texts say"`
	Sessions    []Session            `json:"sessions" doc:"the sittings"`
	Delegations []Delegation         `json:"delegations" doc:"who sat for whom"`
	Outcome     Maybe[string]        `json:"outcome" doc:"what came of it, in our words"`
	Fulfils     []string             `json:"fulfils" doc:"ids of the proposals it fulfils"`
	Citations   []Citation           `json:"citations" doc:"where it is told of"`
	Note        Maybe[string]        `json:"note" doc:"an editor's note"`
	Links       Links                `json:"links"`
}

// Session is one sitting of a meeting.
type Session struct {
	Number    Maybe[int]    `json:"number" doc:"number of the session"`
	Date      *Date         `json:"date" doc:"when"`
	Text      Maybe[string] `json:"text" doc:"what happened, in our words"`
	Citations []Citation    `json:"citations" doc:"where it is told of"`
}

// Delegation is who sat for a party at a meeting.
type Delegation struct {
	Party     string     `json:"party" doc:"id of the party"`
	Delegates []Delegate `json:"delegates" doc:"the persons"`
	Citations []Citation `json:"citations" doc:"where they are named"`
}

// Delegate is a person on a delegation.
type Delegate struct {
	Person string        `json:"person" doc:"id of the person"`
	Role   Maybe[string] `json:"role" doc:"the role that the text gives, such as leader"`
}

// Meeting tells the meeting of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Meeting(id string) (Meeting, error) {
	m, err := r.ix.Meeting(id)
	return told(m, err, r.meeting)
}

func (r *Records) meeting(m *domain.Meeting) Meeting {
	return Meeting{ID: m.ID, Name: m.Name, Track: Say(m.Track), Status: m.Status, Date: date(m.Date),
		Places: same(m.Places), Parties: same(m.Parties), List: Say(m.List), Claimed: Say(m.Claimed),
		Sessions: each(m.Sessions, r.session), Delegations: each(m.Delegations, r.delegation), Outcome: Say(m.Outcome),
		Fulfils: same(m.Fulfils), Citations: r.citations(m.Citations), Note: Say(m.Note),
		Links: r.links(domain.SectionMeetings, m.ID)}
}

func (r *Records) session(s domain.Session) Session {
	return Session{Say(s.Number), date(s.Date), Say(s.Text), r.citations(s.Citations)}
}

func (r *Records) delegation(d domain.Delegation) Delegation {
	delegates := each(d.Delegates, func(x domain.Delegate) Delegate { return Delegate{x.Person, Say(x.Role)} })
	return Delegation{d.Party, delegates, r.citations(d.Citations)}
}
