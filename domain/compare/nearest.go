package compare

import (
	"fmt"
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// pairing is a value of one side against one of the other.
type pairing struct {
	a, b   held
	change Change
	words  string
	same   bool
	within bool // the dates overlap, or one list or place lies inside the other
	late   bool // both have passed, or one had before both were held
	days   int64
}

// fits reports whether both sides could do with the same. A date that has passed can no longer come to be.
func (p pairing) fits() bool { return (p.same || p.within) && !p.late }

// values are the single values that a side leaves to choose from, each once.
func (s side) values() []held {
	if !slices.ContainsFunc(s.options, held.several) {
		return s.options
	}
	var all []held
	for _, h := range s.options {
		all = append(all, options(h)...)
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
		}
		return boolToInt(p.same)
	}
	if rank(p) != rank(than) {
		return rank(p) > rank(than)
	}
	return p.days < than.days
}

func (s *standing) pairing(a, b held) pairing {
	p := pairing{a: a, b: b}
	p.change, p.words = Compare(s.r.Index, *a.term, *b.term)
	switch p.same = s.r.saysSame(a, b); {
	case p.same:
		p.change = ChangeNone
	case p.change == ChangeNone:
		p.change, p.words = ChangeUnknown, "the same words"
	}
	switch a.term.Kind {
	case domain.TermDate:
		p.between()
	case domain.TermParticipants:
		x, y := Participants(s.r.Index, *a.term), Participants(s.r.Index, *b.term)
		d := Diff(x, y)
		p.within = len(d.Both) > 0 && (len(d.OnlyA) == 0 || len(d.OnlyB) == 0)
		if p.same && wordedOtherwise(a, b, len(d.Both)) {
			p.same, p.within, p.change, p.words = false, false, ChangeUnknown, "the same parties, worded otherwise"
		}
	case domain.TermVenue:
		p.within = len(a.term.Places) > 0 && len(b.term.Places) > 0 &&
			(within(s.r.Index, a.term.Places, b.term.Places) || within(s.r.Index, b.term.Places, a.term.Places))
	}
	if p.same {
		p.words = ""
	}
	p.late = s.late(a, b)
	return p
}

// late reports whether two dates can no longer come to agree: both have passed, or one had before both were held.
func (s *standing) late(a, b held) bool {
	if passed(a, s.asOf) && passed(b, s.asOf) {
		return true
	}
	both := edtf.Day{}
	for _, h := range []held{a, b} {
		if day := s.heldSince(h); day.Compare(both) > 0 {
			both = day
		}
	}
	return passed(a, both) || passed(b, both)
}

// wordedOtherwise reports whether the same parties are named in words that may mean something else, as two sides and four
// delegations do, and neither side has accepted the other's. Of two parties there is only one way to sit.
func wordedOtherwise(a, b held, parties int) bool {
	return parties > 2 && a.term.Text != b.term.Text && a.term.Text != "" && b.term.Text != "" && a.accepted == nil && b.accepted == nil
}

// between measures the days between two dates: the fewest and the most there can be.
func (p *pairing) between() {
	a, b := p.a.term.Date, p.b.term.Date
	days, edge := edtf.DaysBetween(a, b)
	p.within = edtf.Overlap(a, b) && !p.same
	if a.IsZero() || b.IsZero() || edge == edtf.Unknown || p.same {
		return
	}
	if days == 0 {
		p.words = "overlapping"
		return
	}
	from, to, later := a, b, "later by "
	if days < 0 {
		from, to, later, days = b, a, "earlier by ", -days
	}
	p.days = days
	first, last, ok := edtf.Day{}, edtf.Day{}, false
	if day, edge := from.Earliest(); edge == edtf.Known {
		first, ok = day, true
	}
	end, edge := to.Latest()
	last, ok = end, ok && edge == edtf.Known
	p.words = later + daysWords(days, first, last, ok)
}

// daysWords say the fewest days and, where both ends are known, the most.
func daysWords(least int64, first, last edtf.Day, known bool) string {
	switch {
	case !known:
		return "at least " + Days(least)
	case first.DaysUntil(last) == least:
		return Days(least)
	}
	return fmt.Sprintf("%d to %s", least, Days(first.DaysUntil(last)))
}

// saysSame reports whether two holdings say the same: what one proposal states, or another that restates it, is the same in
// whatever words, and so are words that two sides accepted from one another. Words agree only so: that two parties used the
// same, as we tell them, does not mean that they agreed.
func (r *reader) saysSame(a, b held) bool {
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
func (s *standing) sameChoice(a, b side) bool {
	if a.others {
		a.options = a.all
	}
	if b.others {
		b.options = b.all
	}
	inside := func(x, y []held) bool {
		return !slices.ContainsFunc(x, func(h held) bool {
			return !slices.ContainsFunc(y, func(o held) bool { return s.r.sameValue(h.term, o.term) })
		})
	}
	return inside(a.values(), b.values()) && inside(b.values(), a.values())
}
