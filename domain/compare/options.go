package compare

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// holding returns what a party holds on a term, which is nothing where a meeting or event has settled the whole track.
func (s *standing) holding(party string, kind domain.TermKind) []holding {
	if s.phase() != "" {
		return nil
	}
	return s.kept(party, kind)
}

// kept returns what [standing.holding] does, whatever a meeting or event has settled. It is not to be written to.
func (s *standing) kept(party string, kind domain.TermKind) []holding {
	return s.current.of(point{party, kind}, func() []holding { return s.find(party, kind) })
}

// find returns what a party holds on a term: the latest that it put or accepted and, if that is one option of several,
// the others, in the order in which they were put. Of options of which others have accepted some, those alone are held.
func (s *standing) find(party string, kind domain.TermKind) []holding {
	top := s.top(party, kind)
	if top == nil || top.proposal == nil {
		return nil
	}
	var found []holding
	for _, h := range slices.Backward(s.holds[point{party, kind}]) {
		if h.day != top.day && !s.alternatives[top.proposal] && !s.alternatives[top.accepted] {
			break
		}
		again := slices.ContainsFunc(found, func(o holding) bool { return o.proposal == h.proposal })
		if !again && (h.answer == top.answer && h.proposal == top.proposal || s.beside(*top, h)) {
			found = append(found, h)
		}
	}
	slices.Reverse(found)
	found = slices.DeleteFunc(found, func(h holding) bool { return h.accepted == nil && s.fallen(h.proposal) })
	for i := range found {
		if found[i].state == Stated && !s.r.together(found[i].proposal, s.newest[party]) {
			found[i].state = CarriedOver
		}
	}
	return found
}

// beside reports whether another holding stands beside the latest of a party: as another option, or put forward in the
// same breath.
func (s *standing) beside(top, h holding) bool {
	if h.proposal == nil || (h.accepted == nil) != (top.accepted == nil) {
		return false
	}
	if top.accepted != nil {
		return s.r.tied(h.accepted, top.accepted)
	}
	return s.r.tied(h.proposal, top.proposal) || s.r.together(h.proposal, top.proposal)
}

// together reports whether two proposals were put forward at once: in one document, and on one date, since a document
// may report proposals made at various times.
func (r *reader) together(a, b *domain.Proposal) bool {
	return a == b || a != nil && b != nil && a.Document == b.Document && r.Index.Made(a) == r.Index.Made(b)
}

// tied reports whether two proposals are options of one offer: the record says that one is an alternative to the other, or
// they were put at once and name different days, places or parties, of which there can be but one.
func (r *reader) tied(a, b *domain.Proposal) bool {
	if r.offer(a) == r.offer(b) {
		return true
	}
	if !r.together(a, b) {
		return false
	}
	return slices.ContainsFunc([]domain.TermKind{domain.TermDate, domain.TermVenue, domain.TermParticipants}, func(kind domain.TermKind) bool {
		x, y := termOf(a, kind), termOf(b, kind)
		return x != nil && y != nil && !r.sameValue(x, y)
	})
}

// offer returns the first option of those of which a proposal is one: itself if it is no alternative to another.
func (r *reader) offer(p *domain.Proposal) *domain.Proposal {
	for range r.Index.ProposalsOn(p.Track) {
		to := p.Related(domain.AlternativeTo)
		if len(to) == 0 {
			break
		}
		other, err := r.Index.Proposal(to[0])
		if err != nil || edtf.Compare(r.Index.Made(other), r.Index.Made(p)) > 0 {
			break
		}
		p = other
	}
	return p
}

// fallen reports whether another option of the offer was accepted, and is still held, and this one was not.
func (s *standing) fallen(p *domain.Proposal) bool {
	if !s.alternatives[p] {
		return false
	}
	other := false
	for _, stack := range s.holds {
		if len(stack) == 0 {
			continue
		}
		of := stack[len(stack)-1].accepted
		if of == nil || !s.r.tied(of, p) {
			continue
		}
		if slices.ContainsFunc(stack, func(h holding) bool { return h.accepted == p }) {
			return false
		}
		other = true
	}
	return other
}

// termOf returns the term of that kind that a proposal states, or nil.
func termOf(p *domain.Proposal, kind domain.TermKind) *domain.Term {
	for i := range p.Terms {
		if p.Terms[i].Kind == kind {
			return &p.Terms[i]
		}
	}
	return nil
}

// several reports whether a holding names several places or dates of which any will do.
func (h holding) several() bool { return len(h.term.Places) > 1 || h.term.Date.Kind() == edtf.OneOf }

// values returns a holding as the values of which any will do: one for each place that it offers, or each date.
func (h holding) values() []holding {
	var all []holding
	add := func(change func(*domain.Term)) {
		term := *h.term
		change(&term)
		of := h
		of.term = &term
		all = append(all, of)
	}
	switch {
	case len(h.term.Places) > 1:
		for _, place := range h.term.Places {
			add(func(t *domain.Term) { t.Places, t.Text = []string{place}, "" })
		}
	case h.term.Date.Kind() == edtf.OneOf:
		for text := range strings.SplitSeq(strings.Trim(h.term.Date.String(), "[]"), ",") {
			if date, err := edtf.Parse(strings.TrimSpace(text)); err == nil {
				add(func(t *domain.Term) { t.Date = date })
			}
		}
	}
	if len(all) < 2 {
		return []holding{h}
	}
	return all
}
