package compare

import (
	"slices"

	"pourparler/domain"
)

// pair is two parties on a track, and the option of each that the rows of the track compare; nil where a party offers one
// thing alone.
type pair struct {
	*standing
	a, b string
	x, y *domain.Proposal
}

// pair returns two parties with the options that agree on most terms, or else whose dates lie nearest; of equal ones the
// first.
func (s *standing) pair(a, b string) pair {
	best := pair{standing: s, a: a, b: b}
	ofA, ofB := s.offered(a), s.offered(b)
	most, least := -1, int64(0)
	for _, x := range ofA {
		for _, y := range ofB {
			if len(ofA)+len(ofB) == 2 {
				best.x, best.y = x, y
				return best
			}
			n, days := 0, int64(0)
			for _, kind := range domain.TermKinds() {
				if left, right := s.side(a, x, kind), s.side(b, y, kind); left.holds() && right.holds() {
					near := s.nearest(left, right)
					days += near.days
					if near.fits() {
						n++
					}
				}
			}
			if n > most || n == most && days < least {
				best.x, best.y, most, least = x, y, n, days
			}
		}
	}
	return best
}

// on returns what the two hold on a term, of several options in those that are compared. Where one of them holds nothing, all
// options of the other stand.
func (p pair) on(kind domain.TermKind) (side, side) {
	a, b := p.side(p.a, p.x, kind), p.side(p.b, p.y, kind)
	if len(a.all) == 0 || len(b.all) == 0 {
		a.options, b.options = a.all, b.all
	}
	return a, b
}

// offered returns the options that a party offers on a track, as the record ties them, in the order in which they were put; or
// nil alone.
func (s *standing) offered(party string) []*domain.Proposal {
	return s.offers.of(party, func() []*domain.Proposal {
		var all []*domain.Proposal
		for _, kind := range domain.TermKinds() {
			for _, h := range s.kept(party, kind) {
				if !slices.Contains(all, h.proposal) {
					all = append(all, h.proposal)
				}
			}
		}
		var found []*domain.Proposal
		for _, p := range all {
			if slices.ContainsFunc(all, func(o *domain.Proposal) bool { return o != p && s.r.offer(o) == s.r.offer(p) }) {
				found = append(found, p)
			}
		}
		if len(found) == 0 {
			return []*domain.Proposal{nil}
		}
		order := func(p *domain.Proposal) int {
			return slices.IndexFunc(s.stated, func(a act) bool { return a.proposal == p })
		}
		slices.SortStableFunc(found, func(a, b *domain.Proposal) int { return order(a) - order(b) })
		return found
	})
}

// optionOn is a term of one option of a party.
type optionOn struct {
	point
	option *domain.Proposal
}

// side returns what a party holds on a term in one of its options: what that option states, or what belongs to all.
func (s *standing) side(party string, option *domain.Proposal, kind domain.TermKind) side {
	if len(s.kept(party, kind)) == 0 {
		return side{party: party, offer: s.offered(party)}
	}
	at := point{party, kind}
	return s.sides.of(optionOn{at, option}, func() side {
		of := s.whole(party, s.kept(party, kind))
		of.options = slices.DeleteFunc(slices.Clone(of.all), func(h holding) bool {
			return option != nil && h.proposal != option && s.r.offer(h.proposal) == s.r.offer(option) && (len(of.all) > 1 || !common(h))
		})
		of.others = len(of.options) > 0 && slices.ContainsFunc(of.all, func(h holding) bool { return !s.r.saysSame(h, of.options[0]) })
		return of
	})
}

// whole returns all that a party holds on a term as one offer. What was put at once with the first and is no option of the same
// offer stands beside it, and is left out.
func (s *standing) whole(party string, held []holding) side {
	all := slices.DeleteFunc(slices.Clone(held), func(h holding) bool {
		return h.proposal != held[0].proposal && !s.r.tied(h.proposal, held[0].proposal)
	})
	return side{party: party, options: all, all: all, offer: s.offered(party)}
}

// optional reports whether a holding is one option of several.
func (s *standing) optional(h holding, among []holding) bool {
	return slices.ContainsFunc(among, func(o holding) bool { return o.proposal != h.proposal && s.r.tied(o.proposal, h.proposal) })
}

// common reports whether a term that one option alone states belongs to all: what they are to talk about, how long, and
// in which order, where the first option states it.
func common(h holding) bool {
	switch h.term.Kind {
	case domain.TermAgenda, domain.TermDuration, domain.TermSequence:
		return len(h.proposal.Related(domain.AlternativeTo)) == 0
	}
	return false
}
