package storage

import "pourparler/domain"

// sessionRow is one sitting of a meeting.
type sessionRow struct {
	DossierID string
	MeetingID string
	Ord       int
	Number    int
	Date      dateRow `gorm:"embedded;embeddedPrefix:date_"`
	DateSpan  spanRow `gorm:"embedded;embeddedPrefix:date_"`
	Text      string
}

// delegationRow is who sat for a party at a meeting.
type delegationRow struct {
	DossierID string
	MeetingID string
	Ord       int
	PartyID   ref
}

// delegateRow is a person on a delegation.
type delegateRow struct {
	DossierID     string
	MeetingID     string
	DelegationOrd int
	Ord           int
	PersonID      string
	Role          string
}

func (r *rows) addSessions(m domain.Meeting) {
	for i, s := range m.Sessions {
		r.Sessions = append(r.Sessions, sessionRow{r.Dossier.ID, m.ID, i, s.Number,
			flattenDate(s.Date), span(s.Date.Value), s.Text})
		r.cite(of(domain.SectionMeetings, m.ID).part("sessions", i), s.Citations)
	}
}

func (r *rows) addDelegations(m domain.Meeting) {
	for i, d := range m.Delegations {
		r.Delegations = append(r.Delegations, delegationRow{r.Dossier.ID, m.ID, i, ref(d.Party)})
		for ord, p := range d.Delegates {
			r.Delegates = append(r.Delegates, delegateRow{r.Dossier.ID, m.ID, i, ord, p.Person, p.Role})
		}
		r.cite(of(domain.SectionMeetings, m.ID).part("delegations", i), d.Citations)
	}
}

// sessions returns the sessions by meeting.
func (a *assembly) sessions() map[owner][]domain.Session {
	return group(a.rows.Sessions, func(row sessionRow) (owner, domain.Session) {
		cited := of(domain.SectionMeetings, row.MeetingID).part("sessions", row.Ord)
		return owner{ID: row.MeetingID}, domain.Session{Number: row.Number, Date: a.date(row.Date),
			Text: row.Text, Citations: a.citations[cited]}
	})
}

// delegations returns the delegations by meeting.
func (a *assembly) delegations() map[owner][]domain.Delegation {
	delegates := group(a.rows.Delegates, func(row delegateRow) (owner, domain.Delegate) {
		return owner{ID: row.MeetingID, At: row.DelegationOrd},
			domain.Delegate{Person: row.PersonID, Role: row.Role}
	})
	return group(a.rows.Delegations, func(row delegationRow) (owner, domain.Delegation) {
		cited := of(domain.SectionMeetings, row.MeetingID).part("delegations", row.Ord)
		return owner{ID: row.MeetingID}, domain.Delegation{Party: string(row.PartyID),
			Delegates: delegates[owner{ID: row.MeetingID, At: row.Ord}], Citations: a.citations[cited]}
	})
}
