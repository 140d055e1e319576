package invented

import (
	"fmt"

	"pourparler/domain"
)

// proposalsPerMeeting is how many proposals it takes to have a meeting, and mostMeetings how many there are at most.
const (
	proposalsPerMeeting = 100
	mostMeetings        = 200
)

// meetings returns the meetings that took place, each after a proposal that it fulfils.
func (m *maker) meetings() []domain.Meeting {
	meetings := make([]domain.Meeting, min(m.proposals/proposalsPerMeeting, mostMeetings))
	for n := range meetings {
		d, i := newDraw(seedMeeting, n), n*m.proposals/len(meetings)
		s := m.evidence(i)
		meetings[n] = domain.Meeting{ID: fmt.Sprintf("meeting-%03d", n+1), Name: "Meeting on " + d.sentence(1, 3),
			Track: trackIDs()[s.track], Status: domain.Held, Date: domain.Date{Value: d.about(s.day + d.between(5, 60))},
			Places: some(d, 1, placeIDs()), Parties: some(d, d.between(2, 6), speakers(s.track)),
			Fulfils: []string{proposalID(m.sources[i/proposalsEach], i)}, Citations: s.cite(d)}
	}
	return meetings
}
