package compare

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
)

// settled reports whether a proposal for a meeting has been overtaken by then: a meeting that fulfils a proposal on its
// track took place after it was made. Such a proposal is no longer a position, nor does it wait for an answer.
func (r *reader) settled(p *domain.Proposal, asOf edtf.Day) bool {
	if t, err := r.Index.Track(p.Track); err != nil || !t.Meeting {
		return false
	}
	for _, m := range r.Index.Settling(p.Track) {
		if r.overtook(m, p, asOf) {
			return true
		}
	}
	return false
}

// overtook reports whether a meeting that settles proposals of its track had taken place by a day, after this one was
// made.
func (r *reader) overtook(m *domain.Meeting, p *domain.Proposal, asOf edtf.Day) bool {
	return By(m.Date.Value, asOf) && !later(r.Index.Made(p), m.Date.Value)
}

// later reports whether a date is known to lie wholly after another.
func later(a, b edtf.Date) bool {
	days, _ := edtf.DaysBetween(b, a)
	return days > 0
}
