package compare

import (
	"cmp"
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// alike returns the proposals by which what a party holds was put by whoever proposed it: all that say the same of the
// term, or carry it over.
func (s *standing) alike(h held) []*domain.Proposal {
	if h.term != termOf(h.proposal, h.term.Kind) {
		return s.newAlike(h) // one value of several
	}
	return s.same.of(h.term, func() []*domain.Proposal { return s.newAlike(h) })
}

func (s *standing) newAlike(h held) []*domain.Proposal {
	found := []*domain.Proposal{h.proposal}
	for _, by := range h.proposal.By {
		for _, own := range s.holds[holding{by, h.term.Kind}] {
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

// asks returns the proposal by which what a party holds was put last, and those that carry it over.
func (s *standing) asks(h held) []*domain.Proposal {
	return append([]*domain.Proposal{h.proposal}, s.carrying(h.proposal, h.term.Kind)...)
}

// carrying returns the proposals that carry a term of another over.
func (s *standing) carrying(p *domain.Proposal, kind domain.TermKind) []*domain.Proposal {
	return s.carries()[carried{p, kind}]
}

func (s *standing) newCarries() map[carried][]*domain.Proposal {
	all := map[carried][]*domain.Proposal{}
	for _, a := range s.stated {
		if len(a.proposal.Relations) == 0 {
			continue
		}
		for _, kind := range domain.TermKinds() {
			if from := s.r.stating(a.proposal, kind, map[string]bool{}); from != nil && from != a.proposal {
				all[carried{from, kind}] = append(all[carried{from, kind}], a.proposal)
			}
		}
	}
	return all
}

// carried is a term of a proposal that others carry over.
type carried struct {
	from *domain.Proposal
	kind domain.TermKind
}

// answerTo returns a party's latest own answer to one of the proposals, to the term or to the whole.
func (s *standing) answerTo(proposals []*domain.Proposal, party string, kind domain.TermKind) *domain.Response {
	return s.latest(proposals, party, kind, func(a *domain.Response) bool { return !a.Alleged() && a.Stance.Answers() })
}

// allegedTo returns the latest answer that others say a party gave.
func (s *standing) allegedTo(proposals []*domain.Proposal, party string, kind domain.TermKind) *domain.Response {
	return s.latest(proposals, party, kind, func(a *domain.Response) bool { return a.Alleged() && a.Stance.Answers() })
}

func (s *standing) latest(proposals []*domain.Proposal, party string, kind domain.TermKind, counts func(*domain.Response) bool) *domain.Response {
	var latest *domain.Response
	for _, p := range proposals {
		for _, a := range s.r.Index.ResponsesTo(p.ID) {
			if a.By != party || a.Stance.Own() || s.r.revoked(a, kind, s.asOf) || a.Term != "" && a.Term != kind || !By(s.r.Index.Responded(a), s.asOf) || !counts(a) {
				continue
			}
			if latest == nil || s.r.compareAnswers(a, latest) > 0 {
				latest = a
			}
		}
	}
	return latest
}

// revoked reports whether a party has by a day taken back its acceptance, of a term or of all of it.
func (r *reader) revoked(a *domain.Response, kind domain.TermKind, asOf edtf.Day) bool {
	return a.Stance == domain.Accepts && slices.ContainsFunc(r.Index.ResponsesTo(a.Proposal), func(o *domain.Response) bool {
		when := r.Index.Responded(o)
		return o.By == a.By && o.Stance == domain.Withdraws && !o.Alleged() && (o.Term == "" || o.Term == kind) &&
			By(when, asOf) && lastDay(when).Compare(lastDay(r.Index.Responded(a))) >= 0
	})
}

// compareAnswers orders answers by the last days on which each can have been given; of those of one day one to a term
// comes after one to the whole, and one that grants less after one that grants more.
func (r *reader) compareAnswers(a, b *domain.Response) int {
	return cmp.Or(lastDay(r.Index.Responded(a)).Compare(lastDay(r.Index.Responded(b))),
		boolToInt(a.Term != "")-boolToInt(b.Term != ""), grants(b.Stance)-grants(a.Stance))
}

// objection returns the answer by which a party objects to what another holds: it rejected or countered it later than it
// accepted it, and has not stated the same itself since. Who rejects a whole does not object to a term that it states alike.
func (s *standing) objection(party string, h held) *domain.Response {
	if !s.objectors[party] {
		return nil
	}
	alike := s.alike(h)
	no := s.latest(alike, party, h.term.Kind, func(a *domain.Response) bool { return !a.Alleged() && objects(a.Stance) })
	if no == nil {
		return nil
	}
	yes := s.latest(alike, party, h.term.Kind, func(a *domain.Response) bool { return !a.Alleged() && a.Stance == domain.Accepts })
	if yes != nil && s.r.compareAnswers(yes, no) > 0 {
		return nil
	}
	for _, own := range s.holds[holding{party, h.term.Kind}] {
		same := own.proposal != nil && own.accepted == nil && s.r.sameValue(own.term, h.term)
		if same && own.day.Compare(s.dayOf(no)) > 0 {
			return nil
		}
	}
	if no.Term == "" && slices.ContainsFunc(s.current(party, h.term.Kind), func(own held) bool {
		return own.accepted == nil && s.r.sameValue(own.term, h.term)
	}) {
		return nil
	}
	return no
}
