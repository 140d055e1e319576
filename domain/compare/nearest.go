package compare

import (
	"cmp"
	"fmt"
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// pairing is a value of one side against one of the other.
type pairing struct {
	a, b      holding
	same      bool
	within    bool // the dates overlap, or one list or place lies inside the other
	otherwise bool // the same parties, in words that may mean something else
	late      bool // both have passed, or one had before both were held
	days      int64
}

// fits reports whether both sides could do with the same. A date that has passed can no longer come to be.
func (p pairing) fits() bool { return (p.same || p.within) && !p.late }

// values are the single values that a side leaves to choose from, each once.
func (s side) values() []holding {
	if !slices.ContainsFunc(s.options, holding.several) {
		return s.options
	}
	var all []holding
	for _, h := range s.options {
		all = append(all, h.values()...)
	}
	return all
}

// nearest returns the values of two sides that are the same or could be, or else lie nearest; of equal ones the first.
func (s *standing) nearest(a, b side) pairing {
	var best pairing
	for i, x := range a.values() {
		for j, y := range b.values() {
			if p := s.pairing(x, y); i+j == 0 || p.nearer(best) {
				best = p
			}
		}
	}
	return best
}

func (p pairing) nearer(than pairing) bool {
	rank := func(p pairing) int {
		switch {
		case p.same && p.fits():
			return 3
		case p.fits():
			return 2
		case p.same:
			return 1
		}
		return 0
	}
	return cmp.Or(rank(than)-rank(p), cmp.Compare(p.days, than.days)) < 0
}

func (s *standing) pairing(a, b holding) pairing {
	p := pairing{a: a, b: b, same: s.r.saysSame(a, b)}
	switch a.term.Kind {
	case domain.TermDate:
		p.within = edtf.Overlap(a.term.Date, b.term.Date) && !p.same
		p.late = s.late(a, b)
		if days, edge := edtf.DaysBetween(a.term.Date, b.term.Date); !p.same && edge != edtf.Unknown {
			p.days = max(days, -days)
		}
	case domain.TermParticipants:
		d := Diff(Participants(s.r.Index, *a.term), Participants(s.r.Index, *b.term))
		p.otherwise = p.same && wordedOtherwise(a, b, len(d.Both))
		p.same = p.same && !p.otherwise
		p.within = !p.otherwise && len(d.Both) > 0 && (len(d.OnlyA) == 0 || len(d.OnlyB) == 0)
	case domain.TermVenue:
		p.within = len(a.term.Places) > 0 && len(b.term.Places) > 0 &&
			(within(s.r.Index, a.term.Places, b.term.Places) || within(s.r.Index, b.term.Places, a.term.Places))
	}
	return p
}

// told says how the second value differs from the first, and whether that can be measured.
func (s *standing) told(p pairing) (change Change, words string) {
	change, words = Compare(s.r.Index, *p.a.term, *p.b.term)
	switch {
	case p.otherwise:
		return ChangeUnknown, "the same parties, worded otherwise"
	case p.same:
		return ChangeNone, ""
	case change == ChangeNone:
		return ChangeUnknown, "the same words"
	case p.a.term.Kind == domain.TermDate:
		return change, cmp.Or(daysApart(p.a.term.Date, p.b.term.Date), words)
	}
	return change, words
}

// late reports whether two dates can no longer come to agree: both have passed, or one had before both were held.
func (s *standing) late(a, b holding) bool {
	if passed(a, s.asOf) && passed(b, s.asOf) {
		return true
	}
	both := s.heldSince(a)
	if day := s.heldSince(b); day.Compare(both) > 0 {
		both = day
	}
	return passed(a, both) || passed(b, both)
}

// wordedOtherwise reports whether the same parties are named in words that may mean something else, as two sides and four
// delegations do, and neither side has accepted the other's. Of two parties there is only one way to sit.
func wordedOtherwise(a, b holding, parties int) bool {
	return parties > 2 && a.term.Text != b.term.Text && a.term.Text != "" && b.term.Text != "" && a.accepted == nil && b.accepted == nil
}

// daysApart says the fewest days between two dates and, where both ends are known, the most; nothing where they are not told.
func daysApart(a, b edtf.Date) string {
	days, edge := edtf.DaysBetween(a, b)
	switch {
	case a.IsZero() || b.IsZero() || edge == edtf.Unknown:
		return ""
	case days == 0:
		return "overlapping"
	}
	words := "later by "
	if days < 0 {
		a, b, days, words = b, a, -days, "earlier by "
	}
	first, start := a.Earliest()
	last, end := b.Latest()
	switch most := first.DaysUntil(last); {
	case start != edtf.Known || end != edtf.Known:
		return words + "at least " + Days(days)
	case most == days:
		return words + Days(days)
	default:
		return fmt.Sprintf("%s%d to %s", words, days, Days(most))
	}
}

// saysSame reports whether two holdings say the same: what one proposal states, or another that restates it, is the same in
// whatever words, and so are words that two sides accepted from one another. Words agree only so: that two parties used the
// same, as we tell them, does not mean that they agreed.
func (r *reader) saysSame(a, b holding) bool {
	switch {
	case a.proposal == b.proposal:
		return true
	case r.measurable(a.term) || r.measurable(b.term):
		return r.sameValue(a.term, b.term)
	case a.accepted != nil && b.accepted != nil && slices.Contains(a.proposal.By, b.party) && slices.Contains(b.proposal.By, a.party):
		return true
	}
	return r.restatesOnly(a.proposal, b.proposal) || r.restatesOnly(b.proposal, a.proposal) ||
		sharesProposer(a.proposal, b.proposal) && r.sameValue(a.term, b.term)
}

// measurable reports whether a term names days, places or parties, which rules can compare.
func (r *reader) measurable(t *domain.Term) bool {
	return !t.Date.IsZero() || len(t.Places) > 0 || len(Participants(r.Index, *t)) > 0
}

// restatesOnly reports whether a proposal restates another, itself or by way of others.
func (r *reader) restatesOnly(p, of *domain.Proposal) bool {
	for range r.Index.ProposalsOn(p.Track) {
		earlier := p.Related(domain.Restates)
		if len(earlier) == 0 {
			return false
		}
		if slices.Contains(earlier, of.ID) {
			return true
		}
		next, err := r.Index.Proposal(earlier[0])
		if err != nil || edtf.Compare(r.Index.Made(next), r.Index.Made(p)) > 0 {
			return false
		}
		p = next
	}
	return false
}

// sameValue reports whether two terms say the same, as [Compare] does, without its words.
func (r *reader) sameValue(a, b *domain.Term) bool {
	switch a.Kind {
	case domain.TermDate:
		if !a.Date.IsZero() && !b.Date.IsZero() {
			return a.Date == b.Date
		}
	case domain.TermVenue:
		if len(a.Places) > 0 && len(b.Places) > 0 {
			return sameMembers(a.Places, b.Places)
		}
	case domain.TermParticipants, domain.TermConvener:
		x, y := Participants(r.Index, *a), Participants(r.Index, *b)
		if len(x) > 0 && len(y) > 0 {
			return sameMembers(x, y)
		}
		return a.Claimed == b.Claimed && len(a.Parties) == len(b.Parties) && a.List == b.List && a.Text == b.Text
	}
	return a.Text == b.Text
}

// sameChoice reports whether two sides leave the same values to choose from.
func (r *reader) sameChoice(a, b side) bool {
	if a.others {
		a.options = a.all
	}
	if b.others {
		b.options = b.all
	}
	inside := func(x, y []holding) bool {
		return !slices.ContainsFunc(x, func(h holding) bool {
			return !slices.ContainsFunc(y, func(o holding) bool { return r.sameValue(h.term, o.term) })
		})
	}
	return inside(a.values(), b.values()) && inside(b.values(), a.values())
}
