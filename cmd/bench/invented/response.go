package invented

import (
	"fmt"
	"slices"

	"pourparler/domain"
)

// others are the stances that a party takes toward the proposals of others, the last of them only if it is alleged.
var others = []domain.Stance{domain.Accepts, domain.Welcomes, domain.AcceptsInPrinciple, domain.Conditions, domain.Counters,
	domain.Counters, domain.Defers, domain.Defers, domain.Rejects, domain.Rejects, domain.Ignores}

// responses returns the answers to the proposal at a place, and may say of a later proposal that it counters this one.
func (m *maker) responses(all []domain.Proposal, i int) []domain.Response {
	answers := make([]domain.Response, Answers)
	for n := range answers {
		answers[n] = m.response(all, i, n)
	}
	return answers
}

func (m *maker) response(all []domain.Proposal, i, n int) domain.Response {
	d, p := newDraw(seedResponse, Answers*i+n), &all[i]
	a := domain.Response{Proposal: p.ID, By: one(d, p.To)}
	own := d.chance(10)
	if own {
		a.By = p.By[0]
	}
	s, found := m.answering(d, a.By, i)
	if !found && a.By != s.author {
		a.AttestedBy = s.author
	}
	a.Stance = others[d.IntN(len(others)-1)]
	switch {
	case own:
		a.Stance = one(d, []domain.Stance{domain.Maintains, domain.Maintains, domain.Withdraws})
	case a.AttestedBy != "":
		a.Stance = one(d, others)
	}
	a.ID = fmt.Sprintf("%s-%s-r%d", a.By, isoDay(s.day), Answers*i+n)
	a.Document, a.Citations = s.id, s.cite(d)
	d.colour(&a, p)
	if day := s.day - d.IntN(10); day >= m.made[i] && d.chance(15) {
		a.Made.Value = d.about(day)
	}
	if a.Stance == domain.Counters && found {
		m.counter(&a, all, i)
	}
	return a
}

// answering returns a document in which a party answers the proposal at a place: one of its own not long after it, or,
// if it wrote none, that of the proposal itself, whose author then says what the party does.
func (m *maker) answering(d draw, party string, i int) (s source, found bool) {
	letters := m.letters[party]
	next, _ := slices.BinarySearch(letters, i/proposalsEach+1)
	if next += d.IntN(4); next < len(letters) {
		return m.sources[letters[next]], true
	}
	return m.evidence(i), false
}

// colour adds to a response what only some have.
func (d draw) colour(a *domain.Response, p *domain.Proposal) {
	if len(p.Terms) > 0 && d.chance(60) {
		a.Term = one(d, p.Terms).Kind
	}
	if d.chance(50) {
		a.Reason = d.sentence(4, 14)
	}
	if d.chance(5) {
		a.Note = d.sentence(4, 10)
	}
}

// counter names the next proposal of the responding party on the same track, if it made one in the document, and says
// so there.
func (m *maker) counter(a *domain.Response, all []domain.Proposal, i int) {
	own := m.offers[offer{m.evidence(i).track, a.By}]
	next, _ := slices.BinarySearch(own, i+1)
	if next == len(own) || m.made[own[next]] < m.made[i] {
		return
	}
	p := &all[own[next]]
	a.Counter = p.ID
	if len(p.Relations) == 0 && !slices.Contains(all[i].By, p.By[0]) && len(p.By) == 1 {
		p.Relations = []domain.Relation{{Kind: domain.CountersTo, Proposal: a.Proposal}}
	}
}
