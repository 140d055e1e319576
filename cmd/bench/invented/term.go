package invented

import "pourparler/domain"

// shares says how many proposals of a hundred state a term.
var shares = map[domain.TermKind]int{domain.TermDate: 60, domain.TermVenue: 45, domain.TermParticipants: 35, domain.TermLevel: 15,
	domain.TermDuration: 10, domain.TermAgenda: 20, domain.TermSequence: 5, domain.TermProcedure: 5, domain.TermConvener: 8,
	domain.TermCondition: 20, domain.TermSubstance: 15}

// terms returns what a proposal made on a day states.
func (d draw) terms(made int) []domain.Term {
	var terms []domain.Term
	for _, kind := range domain.TermKinds() {
		if d.chance(shares[kind]) {
			terms = append(terms, d.term(kind, made))
		}
	}
	return terms
}

func (d draw) term(kind domain.TermKind, made int) domain.Term {
	t := domain.Term{Kind: kind}
	switch kind {
	case domain.TermDate:
		t.Date = d.about(made + d.between(20, 900))
		if d.chance(40) {
			t.Text = d.sentence(2, 6)
		}
	case domain.TermVenue:
		t.Places = some(d, d.between(1, 2), placeIDs())
	case domain.TermParticipants:
		d.participants(&t)
	case domain.TermConvener:
		t.Parties = some(d, 1, partyIDs())
	case domain.TermLevel, domain.TermDuration:
		t.Text = d.sentence(2, 3)
	default:
		t.Text = d.sentence(4, 12)
	}
	return t
}

// participants gives a term a list, or parties by name, or only their number.
func (d draw) participants(t *domain.Term) {
	switch d.IntN(3) {
	case 0:
		t.List = listID(d.IntN(listCount))
	case 1:
		t.Parties = some(d, d.between(2, 6), partyIDs())
	default:
		t.Claimed, t.Text = d.between(2, 81), d.sentence(2, 5)
	}
}
