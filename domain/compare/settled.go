package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// ending is a meeting, or on a track that is no meeting an event, that fulfils a proposal of a track and has begun.
type ending struct {
	meeting *domain.Meeting
	last    edtf.Day // whose acts it still ends: its last day or, while it lasts, the day asked about
	lasts   bool
}

// endings returns what settled a track by a day, in the order of time.
func (r *reader) endings(track *domain.Track, asOf edtf.Day) []ending {
	var all []ending
	for _, m := range r.Index.Settling(track.ID) {
		began, edge := r.began(m)
		over, open := m.Date.Value.Latest()
		if !track.Meeting {
			began, edge = over, open // an event is done when it is over
		}
		if edge != edtf.Known || began.Compare(asOf) > 0 {
			continue
		}
		e := ending{meeting: m, last: over, lasts: open != edtf.Known}
		if e.lasts || track.Meeting && over.Compare(asOf) >= 0 {
			e.last, e.lasts = asOf, true
		}
		all = append(all, e)
	}
	slices.SortStableFunc(all, func(a, b ending) int {
		return a.last.Compare(b.last)
	})
	return all
}

// began returns the last day on which a meeting can have begun: as its date says, or its first session if that is known
// better.
func (r *reader) began(m *domain.Meeting) (edtf.Day, edtf.Edge) {
	began, edge := m.Date.Value.Begun()
	for _, session := range m.Sessions {
		if day, known := session.Date.Value.Latest(); known == edtf.Known && (edge != edtf.Known || day.Compare(began) < 0) {
			began, edge = day, known
		}
	}
	return began, edge
}

// lasted returns the day on which a meeting began and that on which it was over, where its date names days.
func (r *reader) lasted(m *domain.Meeting) []edtf.Day {
	if m.Date.Value.Precision() != edtf.ToDay {
		return nil
	}
	var days []edtf.Day
	if began, edge := r.began(m); edge == edtf.Known {
		days = append(days, began)
	}
	if over, edge := m.Date.Value.Latest(); edge == edtf.Known && !slices.Contains(days, over) {
		days = append(days, over)
	}
	return days
}

// end ends what a meeting settles: everything put on its track; or what an event fulfils, and nothing else.
func (s *standing) end(e ending) {
	s.endings, s.since = append(s.endings, e), nil
	if s.track.Meeting {
		s.giveUp()
		for _, a := range s.stated {
			s.ended[a.proposal] = true
		}
		s.acted, s.stated = nil, nil
		clear(s.holds)
		clear(s.newest)
		return
	}
	for _, id := range e.meeting.Fulfils {
		if p, err := s.r.Index.Proposal(id); err == nil {
			s.ended[p] = true
		}
	}
	for key, stack := range s.holds {
		s.holds[key] = slices.DeleteFunc(stack, func(h held) bool { return s.ended[h.proposal] })
	}
}

// phase is what a meeting or event makes of the whole track: it is under way or settled, or neither.
func (s *standing) phase() Verdict { return s.phased() }

func (s *standing) newPhase() Verdict {
	switch {
	case len(s.endings) == 0:
		return ""
	case slices.ContainsFunc(s.endings, func(e ending) bool { return e.lasts }):
		return UnderWay
	case len(s.since) > 0 || !s.track.Meeting && s.r.openOn(s):
		return ""
	}
	return Settled
}

// giveUp notes which proposals are no longer held because their party has since accepted another's on their terms, or because
// another of its options was accepted.
func (s *standing) giveUp() {
	for _, a := range s.stated {
		for _, by := range a.by {
			accepted := slices.ContainsFunc(a.proposal.Terms, func(t domain.Term) bool {
				top := s.top(by, t.Kind)
				return top != nil && top.accepted != nil && top.day.Compare(a.day) > 0
			})
			if (accepted || s.fallen(a.proposal)) && !s.ended[a.proposal] && !s.holdsBy(by, a.proposal) {
				s.givenUp[put{a.proposal, by}] = true
			}
		}
	}
}

// holdsBy reports whether a party still holds a term by its own proposal.
func (s *standing) holdsBy(party string, p *domain.Proposal) bool {
	return slices.ContainsFunc(p.Terms, func(t domain.Term) bool {
		return slices.ContainsFunc(s.current(party, t.Kind), func(h held) bool { return h.proposal == p && h.accepted == nil })
	})
}
