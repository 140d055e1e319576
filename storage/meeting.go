package storage

import "pourparler/domain"

// meetingRow is a meeting.
type meetingRow struct {
	DossierID string
	ID        string
	Ord       int
	Name      string
	TrackID   ref
	Status    string
	Date      dateRow `gorm:"embedded;embeddedPrefix:date_"`
	DateSpan  spanRow `gorm:"embedded;embeddedPrefix:date_"`
	ListID    ref
	Claimed   int
	Outcome   string
	Note      string
}

// meetingPlaceRow is a place of a meeting.
type meetingPlaceRow struct {
	DossierID string
	MeetingID string
	Ord       int
	PlaceID   string
}

// meetingPartyRow is a party that took part.
type meetingPartyRow struct {
	DossierID string
	MeetingID string
	Ord       int
	PartyID   string
}

// meetingFulfilsRow is a proposal that a meeting fulfils.
type meetingFulfilsRow struct {
	DossierID  string
	MeetingID  string
	Ord        int
	ProposalID string
}

func (r *rows) addMeetings(meetings []domain.Meeting) {
	for i, m := range meetings {
		r.Meetings = append(r.Meetings, meetingRow{r.Dossier.ID, m.ID, i,
			m.Name, ref(m.Track), string(m.Status),
			flattenDate(m.Date), span(m.Date.Value), ref(m.List), m.Claimed, m.Outcome, m.Note})
		link(&r.MeetingPlaces, m.Places, func(ord int, id string) meetingPlaceRow {
			return meetingPlaceRow{r.Dossier.ID, m.ID, ord, id}
		})
		link(&r.MeetingParties, m.Parties, func(ord int, id string) meetingPartyRow {
			return meetingPartyRow{r.Dossier.ID, m.ID, ord, id}
		})
		link(&r.MeetingFulfils, m.Fulfils, func(ord int, id string) meetingFulfilsRow {
			return meetingFulfilsRow{r.Dossier.ID, m.ID, ord, id}
		})
		r.addSessions(m)
		r.addDelegations(m)
		r.cite(of(domain.SectionMeetings, m.ID), m.Citations)
	}
}

func (a *assembly) meetings() (meetings []domain.Meeting) {
	places := group(a.rows.MeetingPlaces, func(row meetingPlaceRow) (owner, string) {
		return owner{ID: row.MeetingID}, row.PlaceID
	})
	parties := group(a.rows.MeetingParties, func(row meetingPartyRow) (owner, string) {
		return owner{ID: row.MeetingID}, row.PartyID
	})
	fulfils := group(a.rows.MeetingFulfils, func(row meetingFulfilsRow) (owner, string) {
		return owner{ID: row.MeetingID}, row.ProposalID
	})
	sessions, delegations := a.sessions(), a.delegations()
	for _, row := range a.rows.Meetings {
		o := owner{ID: row.ID}
		meetings = append(meetings, domain.Meeting{ID: row.ID, Name: row.Name, Track: string(row.TrackID),
			Status: domain.MeetingStatus(row.Status), Date: a.date(row.Date), Places: places[o],
			Parties: parties[o], List: string(row.ListID), Claimed: row.Claimed, Sessions: sessions[o],
			Delegations: delegations[o], Outcome: row.Outcome, Fulfils: fulfils[o],
			Citations: a.citations[of(domain.SectionMeetings, row.ID)], Note: row.Note})
	}
	return meetings
}
