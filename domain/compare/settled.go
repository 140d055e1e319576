package compare

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
)

// settled reports whether a proposal for a meeting has been overtaken by then: a meeting that fulfils a proposal on its
// track took place after it was made. Such a proposal is no longer a position, nor does it wait for an answer.
func (r *reader) settled(p *domain.Proposal, asOf edtf.Day) bool {
	if t, err := r.ix.Track(p.Track); err != nil || !t.Meeting {
		return false
	}
	for i := range r.ix.Dossier.Meetings {
		m := &r.ix.Dossier.Meetings[i]
		if m.Status == domain.Held && By(m.Date.Value, asOf) && r.fulfilsOn(m, p.Track) && !later(r.ix.Made(p), m.Date.Value) {
			return true
		}
	}
	return false
}

func (r *reader) fulfilsOn(m *domain.Meeting, track string) bool {
	for _, id := range m.Fulfils {
		if p, err := r.ix.Proposal(id); err == nil && p.Track == track {
			return true
		}
	}
	return false
}

// later reports whether a date is known to lie wholly after another.
func later(a, b edtf.Date) bool {
	days, _ := edtf.DaysBetween(b, a)
	return days > 0
}
