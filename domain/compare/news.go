package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// News is one thing that happened and is no act of a party: a meeting began or was over, an event took place, a proposal
// lapsed or was overtaken.
type News struct {
	About table.Value
	Words string
}

// NewsSince returns what happened after one day and by another, other than acts.
func NewsSince(ix *domain.Index, before, now edtf.Day) []News {
	r := newReader(ix)
	var all []News
	for i := range ix.Dossier.Meetings {
		if m := &ix.Dossier.Meetings[i]; m.Status == domain.Held {
			all = append(all, r.newsOf(m, before, now)...)
		}
	}
	for i := range ix.Dossier.Tracks {
		if track := ix.Dossier.Tracks[i].ID; r.turned(track, before, now) {
			all = append(all, r.ranOut(track, before, now)...)
		}
	}
	return all
}

// ranOut returns the proposals of a track that lapsed or were overtaken after one day and by another.
func (r *reader) ranOut(track string, before, now edtf.Day) []News {
	was, is := r.at(track, before), r.at(track, now)
	var all []News
	for _, a := range is.all[:is.next] {
		p := a.proposal
		if a.rank != stating || was.ended(p) {
			continue
		}
		old, _ := r.closed(p, before)
		why, _ := r.closed(p, now)
		if why != old && (why == ReceivedLapsed || why == ReceivedOvertaken) && len(r.unanswered(p, before)) > 0 {
			all = append(all, News{r.Proposal(p.ID), string(why) + " without an answer in this record"})
		}
	}
	return all
}

// turned reports whether anything can stand otherwise on a track on one day than on an earlier one, but for the days waited:
// something was done, or told of somebody, a meeting began or ended, or a day came that a date can no longer mean.
func (r *reader) turned(track string, before, now edtf.Day) bool {
	came := func(day edtf.Day) bool { return day.Compare(before) > 0 && day.Compare(now) <= 0 }
	passed := func(day edtf.Day) bool { return !day.IsZero() && day.Compare(before) >= 0 && day.Compare(now) < 0 }
	c := r.course(track)
	return upTo(c.acts, before) != upTo(c.acts, now) || slices.ContainsFunc(c.told, came) || slices.ContainsFunc(c.lapses, passed) ||
		slices.ContainsFunc(r.Index.Settling(track), func(m *domain.Meeting) bool {
			began, _ := r.began(m)
			over, _ := m.Date.Value.Latest()
			return came(began) || came(over) || passed(over)
		})
}

func (r *reader) newsOf(m *domain.Meeting, before, now edtf.Day) []News {
	began, edge := r.began(m)
	over, end := m.Date.Value.Latest()
	started := edge == edtf.Known && began.Compare(before) > 0 && began.Compare(now) <= 0
	ended := end == edtf.Known && over.Compare(before) >= 0 && over.Compare(now) < 0 // on its last day it is under way
	about := r.Meeting(m.ID)
	switch {
	case started && (ended || began == over):
		return []News{{about, "took place"}}
	case started:
		return []News{{about, "began"}}
	case ended && began != over:
		return []News{{about, "ended"}}
	}
	return nil
}

// Over is a track that a meeting or event has settled, or on which one is under way.
type Over struct {
	Track   string
	Verdict Verdict // [Settled] or [UnderWay]
	By      *domain.Meeting
}

// TracksOver returns the tracks that are settled or under way on a day.
func TracksOver(ix *domain.Index, asOf edtf.Day) []Over {
	r := newReader(ix)
	var all []Over
	for i := range ix.Dossier.Tracks {
		s := r.at(ix.Dossier.Tracks[i].ID, asOf)
		if phase := s.phase(); phase != "" {
			all = append(all, Over{s.track.ID, phase, s.begun[len(s.begun)-1].meeting})
		}
	}
	return all
}
