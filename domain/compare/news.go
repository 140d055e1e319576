package compare

import (
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
	for i := range ix.Dossier.Proposals {
		p := &ix.Dossier.Proposals[i]
		if !By(r.Index.Made(p), now) {
			continue
		}
		was, _ := r.closed(p, p.By, before)
		is, _ := r.closed(p, p.By, now)
		if is != was && (is == ReceivedLapsed || is == ReceivedOvertaken) && len(r.unanswered(p, before)) > 0 {
			all = append(all, News{r.Proposal(p.ID), string(is) + " without an answer in this record"})
		}
	}
	return all
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
