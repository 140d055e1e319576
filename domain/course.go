package domain

import (
	"slices"

	"pourparler/domain/edtf"
)

// course is what happened on the tracks. It is made when it is first asked for, since pages of one record do without.
type course struct {
	proposals map[string][]*Proposal // by track, in the order of time
	settling  map[string][]*Meeting  // by track
}

// ProposalsOn returns the proposals of a track in the order of the dates on which they were made, those of one date in
// the order of the record. The slice belongs to the index.
func (ix *Index) ProposalsOn(track string) []*Proposal { return ix.course().proposals[track] }

// Settling returns the meetings that took place and fulfil a proposal of a track, in the order of the record. The slice
// belongs to the index.
func (ix *Index) Settling(track string) []*Meeting { return ix.course().settling[track] }

func (ix *Index) newCourse() course {
	c := course{proposals: map[string][]*Proposal{}, settling: map[string][]*Meeting{}}
	for i := range ix.Dossier.Proposals {
		p := &ix.Dossier.Proposals[i]
		c.proposals[p.Track] = append(c.proposals[p.Track], p)
	}
	type dated struct {
		*Proposal
		made edtf.Date
	}
	for _, on := range c.proposals {
		all := make([]dated, len(on))
		for i, p := range on {
			all[i] = dated{p, ix.Made(p)}
		}
		slices.SortStableFunc(all, func(a, b dated) int { return edtf.Compare(a.made, b.made) })
		for i, p := range all {
			on[i] = p.Proposal
		}
	}
	for i := range ix.Dossier.Meetings {
		if m := &ix.Dossier.Meetings[i]; m.Status == Held {
			ix.settles(c, m)
		}
	}
	return c
}

// settles adds a meeting to the tracks of the proposals that it fulfils, to each once.
func (ix *Index) settles(c course, m *Meeting) {
	for _, id := range m.Fulfils {
		p, err := ix.Proposal(id)
		if err == nil && !slices.Contains(c.settling[p.Track], m) {
			c.settling[p.Track] = append(c.settling[p.Track], m)
		}
	}
}
