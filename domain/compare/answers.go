package compare

import (
	"cmp"
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// statement is a term as a proposal states it or carries it over, and the proposal that states it.
type statement struct {
	term *domain.Term
	from *domain.Proposal
}

// says returns the terms that a proposal states or carries over, in the order of the terms.
func (r *reader) says(p *domain.Proposal) []statement {
	return r.kept.says.of(p, func() []statement {
		var all []statement
		for _, kind := range domain.TermKinds() {
			if from := r.stating(p, kind, map[string]bool{}); from != nil {
				all = append(all, statement{termOf(from, kind), from})
			}
		}
		return all
	})
}

// alike returns the proposals by which what a party holds was put by whoever proposed it: all that say the same of the
// term, or carry it over.
func (s *standing) alike(h holding) []*domain.Proposal {
	find := func() []*domain.Proposal {
		found := []*domain.Proposal{h.proposal}
		for _, by := range h.proposal.By {
			for _, own := range s.holds[point{by, h.term.Kind}] {
				if own.proposal != nil && own.accepted == nil && !slices.Contains(found, own.proposal) && s.r.saysSame(own, h) {
					found = append(found, own.proposal)
				}
			}
		}
		for _, p := range found {
			found = append(found, s.carrying(p, h.term.Kind)...)
		}
		return found
	}
	if h.term != termOf(h.proposal, h.term.Kind) {
		return find() // one value of several
	}
	return s.same.of(h.term, find)
}

// asks returns the proposal by which what a party holds was put last, and those that carry it over.
func (s *standing) asks(h holding) []*domain.Proposal {
	return append([]*domain.Proposal{h.proposal}, s.carrying(h.proposal, h.term.Kind)...)
}

// carried is a term of a proposal that others carry over.
type carried struct {
	from *domain.Proposal
	kind domain.TermKind
}

// carrying returns the proposals that carry a term of another over.
func (s *standing) carrying(p *domain.Proposal, kind domain.TermKind) []*domain.Proposal {
	return s.carriers.of(struct{}{}, func() map[carried][]*domain.Proposal {
		all := map[carried][]*domain.Proposal{}
		for _, a := range s.stated {
			for _, t := range s.r.says(a.proposal) {
				if of := (carried{t.from, t.term.Kind}); t.from != a.proposal {
					all[of] = append(all[of], a.proposal)
				}
			}
		}
		return all
	})[carried{p, kind}]
}

// answer is an answer with the last day on which it can have been given.
type answer struct {
	*domain.Response
	day edtf.Day
}

// answers returns the answers to a proposal, its own proposer's too, of which a day is known by which each must have been given.
func (r *reader) answers(p *domain.Proposal) []answer {
	return r.kept.answers.of(p, func() []answer {
		var all []answer
		for _, a := range r.Index.ResponsesTo(p.ID) {
			if day := r.dayOf(a); !day.IsZero() {
				all = append(all, answer{a, day})
			}
		}
		return all
	})
}

// compare orders answers by the last days on which each can have been given; of those of one day one to a term comes after one to
// the whole, and one that grants less after one that grants more.
func (a answer) compare(b answer) int {
	part := 0
	switch {
	case a.Term != "" && b.Term == "":
		part = 1
	case a.Term == "" && b.Term != "":
		part = -1
	}
	return cmp.Or(a.day.Compare(b.day), part, grants(b.Stance)-grants(a.Stance))
}

// given reports whether a party had given an answer by a day and not taken it back since, as far as it is about a term. all are
// those to the same proposal.
func (a answer) given(all []answer, party string, kind domain.TermKind, asOf edtf.Day) bool {
	return a.By == party && !a.Stance.Own() && a.day.Compare(asOf) <= 0 &&
		!(a.Stance == domain.Accepts && slices.ContainsFunc(all, func(o answer) bool {
			return o.By == party && o.Stance == domain.Withdraws && !o.Alleged() && (o.Term == "" || o.Term == kind) &&
				o.day.Compare(a.day) >= 0 && o.day.Compare(asOf) <= 0
		}))
}

// latest returns the latest answer of a party to one of the proposals, to a term or to the whole, of those that count.
func (s *standing) latest(proposals []*domain.Proposal, party string, kind domain.TermKind, counts func(*domain.Response) bool) *domain.Response {
	var latest answer
	for _, p := range proposals {
		all := s.r.answers(p)
		for _, a := range all {
			if (a.Term == "" || a.Term == kind) && a.given(all, party, kind, s.asOf) && counts(a.Response) && (latest.Response == nil || a.compare(latest) > 0) {
				latest = a
			}
		}
	}
	return latest.Response
}

// answerTo returns a party's latest own answer to one of the proposals, to the term or to the whole.
func (s *standing) answerTo(proposals []*domain.Proposal, party string, kind domain.TermKind) *domain.Response {
	return s.latest(proposals, party, kind, func(a *domain.Response) bool { return !a.Alleged() && a.Stance.Answers() })
}

// allegedTo returns the latest answer that others say a party gave.
func (s *standing) allegedTo(proposals []*domain.Proposal, party string, kind domain.TermKind) *domain.Response {
	return s.latest(proposals, party, kind, func(a *domain.Response) bool { return a.Alleged() && a.Stance.Answers() })
}

// objection returns the answer by which a party objects to what another holds: it rejected or countered it later than it
// accepted it, and has not stated the same itself since. Who rejects a whole does not object to a term that it states alike.
func (s *standing) objection(party string, h holding) *domain.Response {
	if !s.objectors[party] {
		return nil
	}
	no := s.latest(s.alike(h), party, h.term.Kind, func(a *domain.Response) bool {
		return !a.Alleged() && (objects(a.Stance) || a.Stance == domain.Accepts)
	})
	if no == nil || no.Stance == domain.Accepts {
		return nil
	}
	saysIt := func(own holding) bool { return own.accepted == nil && s.r.sameValue(own.term, h.term) }
	again := slices.ContainsFunc(s.holds[point{party, h.term.Kind}], func(own holding) bool {
		return own.proposal != nil && own.day.Compare(s.r.dayOf(no)) > 0 && saysIt(own)
	})
	if again || no.Term == "" && slices.ContainsFunc(s.kept(party, h.term.Kind), saysIt) {
		return nil
	}
	return no
}

// dayOf is the last day on which an answer can have been given.
func (r *reader) dayOf(a *domain.Response) edtf.Day { return lastDay(r.Index.Responded(a)) }
