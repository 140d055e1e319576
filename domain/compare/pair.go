package compare

import (
	"slices"

	"pourparler/domain"
)

// sides returns what two parties hold on a term, of several options that which agrees on most terms of the track. Where
// one of them holds nothing, all options of the other stand.
func (s *standing) sides(a, b string, kind domain.TermKind) (side, side) {
	p := s.pair(a, b)
	x, y := s.side(a, p.a, kind), s.side(b, p.b, kind)
	if len(x.all) == 0 || len(y.all) == 0 {
		x.options, y.options = x.all, y.all
	}
	return x, y
}

// optionPair is the option of each of two parties that are compared on a track; nil where it offers one thing alone.
type optionPair struct{ a, b *domain.Proposal }

// pair returns which options of two parties the rows of the track compare: those that agree on most terms, or else whose
// dates lie nearest; of equal ones the first.
func (s *standing) pair(a, b string) optionPair {
	return s.pairs.of([2]string{a, b}, func() optionPair { return s.newPair(a, b) })
}

func (s *standing) newPair(a, b string) optionPair {
	var best optionPair
	ofA, ofB := s.offered(a), s.offered(b)
	if len(ofA)+len(ofB) == 2 {
		return optionPair{ofA[0], ofB[0]}
	}
	most, least := -1, int64(0)
	for _, x := range ofA {
		for _, y := range ofB {
			n, days := 0, int64(0)
			for _, kind := range domain.TermKinds() {
				if left, right := s.side(a, x, kind), s.side(b, y, kind); left.holds() && right.holds() {
					near := s.nearest(left, right)
					n, days = n+boolToInt(near.fits()), days+near.days
				}
			}
			if n > most || n == most && days < least {
				best, most, least = optionPair{x, y}, n, days
			}
		}
	}
	return best
}

// offered returns the options that a party offers on a track, as the record ties them, or nil alone.
func (s *standing) offered(party string) []*domain.Proposal {
	return s.offers.of(party, func() []*domain.Proposal { return s.newOffer(party) })
}

func (s *standing) newOffer(party string) []*domain.Proposal {
	var found []*domain.Proposal
	var all []held
	for _, kind := range domain.TermKinds() {
		all = append(all, s.current(party, kind)...)
	}
	for _, h := range all {
		bundle := slices.ContainsFunc(all, func(o held) bool { return o.proposal != h.proposal && s.r.offer(o.proposal) == s.r.offer(h.proposal) })
		if bundle && !slices.Contains(found, h.proposal) {
			found = append(found, h.proposal)
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
}

// optional reports whether a holding is one option of several.
func (s *standing) optional(h held, among []held) bool {
	return slices.ContainsFunc(among, func(o held) bool { return o.proposal != h.proposal && s.r.tied(o.proposal, h.proposal) })
}

// side returns what a party holds on a term in one of its options: what that option states, or what belongs to all.
func (s *standing) side(party string, option *domain.Proposal, kind domain.TermKind) side {
	if len(s.current(party, kind)) == 0 {
		return side{party: party, offer: s.offered(party)}
	}
	return s.sided.of(sideOf{party, option, kind}, func() side { return s.newSide(party, option, kind) })
}

// sideOf is the key of what a party holds on a term in one of its options.
type sideOf struct {
	party  string
	option *domain.Proposal
	kind   domain.TermKind
}

func (s *standing) newSide(party string, option *domain.Proposal, kind domain.TermKind) side {
	all := s.oneOffer(s.current(party, kind))
	of := side{party: party, all: all, offer: s.offered(party)}
	for _, h := range all {
		if option == nil || h.proposal == option || s.r.offer(h.proposal) != s.r.offer(option) || len(all) == 1 && common(h) {
			of.options = append(of.options, h)
		}
	}
	of.others = len(of.options) > 0 && slices.ContainsFunc(all, func(h held) bool { return !s.r.saysSame(h, of.options[0]) })
	return of
}

// oneOffer leaves out what was put at once with the first and is no option of the same offer: it stands beside it.
func (s *standing) oneOffer(all []held) []held {
	return slices.DeleteFunc(slices.Clone(all), func(h held) bool { return h.proposal != all[0].proposal && !s.r.tied(h.proposal, all[0].proposal) })
}

// whole returns all that a party holds on a term.
func (s *standing) whole(party string, kind domain.TermKind) side {
	all := s.oneOffer(s.held(party, kind))
	return side{party: party, options: all, all: all, offer: s.offered(party)}
}

// common reports whether a term that one option alone states belongs to all: what they are to talk about, how long, and
// in which order, where the first option states it.
func common(h held) bool {
	switch h.term.Kind {
	case domain.TermAgenda, domain.TermDuration, domain.TermSequence:
		return len(h.proposal.Related(domain.AlternativeTo)) == 0
	}
	return false
}
