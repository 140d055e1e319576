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

// fulfil ends what an event fulfils, and nothing else.
func (s *standing) fulfil(e ending) {
	s.since = false
	for _, id := range e.meeting.Fulfils {
		if p, err := s.r.Index.Proposal(id); err == nil {
			s.fulfilled[p] = true
		}
	}
	for at, stack := range s.holds {
		s.holds[at] = slices.DeleteFunc(stack, func(h holding) bool { return s.fulfilled[h.proposal] })
	}
}

// phase is what a meeting or event makes of the whole track: it is under way or settled, or neither.
func (s *standing) phase() Verdict {
	if len(s.begun) == 0 {
		return ""
	}
	return s.phases.of(struct{}{}, func() Verdict {
		switch {
		case slices.ContainsFunc(s.begun, func(e ending) bool { return e.lasts }):
			return UnderWay
		case s.since || !s.track.Meeting && s.r.openOn(s):
			return ""
		}
		return Settled
	})
}

// givenUp reports whether a proposer no longer holds any of its proposal, because it has since accepted another's on a term
// of it, or because another of its options was accepted.
func (s *standing) givenUp(p *domain.Proposal, by string) bool {
	put := lastDay(s.r.Index.Made(p))
	accepted := func(t domain.Term) bool {
		top := s.top(by, t.Kind)
		return top != nil && top.accepted != nil && top.day.Compare(put) > 0
	}
	holds := func(t domain.Term) bool {
		return slices.ContainsFunc(s.kept(by, t.Kind), func(h holding) bool { return h.proposal == p && h.accepted == nil })
	}
	return !s.ended(p) && (slices.ContainsFunc(p.Terms, accepted) || s.fallen(p)) && !slices.ContainsFunc(p.Terms, holds)
}

// inTime returns the standing in which a proposal counts: that of the day or, if a meeting has ended it by then, that just
// before.
func (r *reader) inTime(p *domain.Proposal, asOf edtf.Day) *standing {
	s := r.at(p.Track, asOf)
	if s.track.Meeting && s.ended(p) {
		put := lastDay(r.Index.Made(p))
		i := slices.IndexFunc(s.begun, func(e ending) bool { return e.last.Compare(put) >= 0 })
		return r.standing(standingOn{p.Track, s.begun[i].last, true})
	}
	return s
}
