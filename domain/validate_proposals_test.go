package domain_test

import (
	"testing"

	"pourparler/domain"
)

func proposalBreakages(t *testing.T) []breakage {
	return []breakage{
		{"no proposer", func(d *domain.Dossier) { proposal(d, "north-tolls").By = nil },
			one(domain.RuleGiven, domain.SectionProposals, "north-tolls", "by", "by is missing: name at least one")},
		{"a party that addresses itself", func(d *domain.Dossier) {
			proposal(d, "north-tolls").To = []string{"south", "north"}
		}, one(domain.RuleAddressee, domain.SectionProposals, "north-tolls", "to[1]", "both proposer and addressee")},
		{"a report that does not say when", func(d *domain.Dossier) { proposal(d, "south-offer-talks").Made = domain.Date{} },
			one(domain.RuleReported, domain.SectionProposals, "south-offer-talks", "made", "give a bound such as ../1901-03-01")},
	}
}

func termBreakages(t *testing.T) []breakage {
	set := func(term domain.Term) func(*domain.Dossier) {
		return func(d *domain.Dossier) { proposal(d, "north-tolls").Terms = []domain.Term{term} }
	}
	return []breakage{
		{"a term twice", func(d *domain.Dossier) {
			p := proposal(d, "north-later")
			p.Terms = append(p.Terms, p.Terms[0])
		}, one(domain.RuleTwice, domain.SectionProposals, "north-later", "terms.date", "stands twice")},
		{"a term that says nothing", set(domain.Term{Kind: domain.TermLevel}),
			one(domain.RuleTerm, domain.SectionProposals, "north-tolls", "terms.level", "says nothing")},
		{"a term of no kind", set(domain.Term{Kind: "wage", Text: "double"}),
			one(domain.RuleWord, domain.SectionProposals, "north-tolls", "terms.wage", "write one of date, venue")},
		{"a date in another term", set(domain.Term{Kind: domain.TermDuration, Date: day(t, "1901")}),
			one(domain.RuleTermShape, domain.SectionProposals, "north-tolls", "terms.duration.date", "only the term date")},
		{"a place in another term", set(domain.Term{Kind: domain.TermDate, Text: "soon", Places: []string{"old-quay"}}),
			one(domain.RuleTermShape, domain.SectionProposals, "north-tolls", "terms.date.places", "only the term venue")},
		{"a list in another term", set(domain.Term{Kind: domain.TermConvener, List: "four"}),
			one(domain.RuleTermShape, domain.SectionProposals, "north-tolls", "terms.convener", "a list and a claimed number")},
		{"a number in another term", set(domain.Term{Kind: domain.TermAgenda, Text: "tolls", Claimed: 2}),
			one(domain.RuleTermShape, domain.SectionProposals, "north-tolls", "terms.agenda", "a list and a claimed number")},
		{"parties in another term", set(domain.Term{Kind: domain.TermVenue, Text: "here", Parties: []string{"south"}}),
			one(domain.RuleTermShape, domain.SectionProposals, "north-tolls", "terms.venue.parties", "participants and convener")},
	}
}

func relationBreakages(t *testing.T) []breakage {
	relate := func(kind domain.RelationKind, to string) func(*domain.Dossier) {
		return func(d *domain.Dossier) {
			proposal(d, "north-later").Relations = []domain.Relation{{Kind: kind, Proposal: to}}
		}
	}
	return []breakage{
		{"a proposal that restates itself", relate(domain.Restates, "north-later"),
			one(domain.RuleEarlier, domain.SectionProposals, "north-later", "relations[0].proposal", "cannot relate to itself")},
		{"a proposal that restates a later one", func(d *domain.Dossier) {
			proposal(d, "north-talks").Relations = []domain.Relation{{Kind: domain.Restates, Proposal: "north-later"}}
		}, one(domain.RuleEarlier, domain.SectionProposals, "north-talks", "relations[0].proposal", "north-later was made later")},
		{"a proposal that restates one on another track", relate(domain.Restates, "north-tolls"),
			one(domain.RuleSameTrack, domain.SectionProposals, "north-later", "relations[0].proposal", "on the track tolls")},
		{"a proposal that withdraws one on another track", relate(domain.WithdrawsFrom, "north-tolls"), nil},
		{"a party that counters itself", relate(domain.CountersTo, "north-talks"),
			one(domain.RuleOwnProposal, domain.SectionProposals, "north-later", "relations[0].kind", "does not counter its own")},
		{"a party that amends another's proposal", relate(domain.Amends, "south-talks"),
			one(domain.RuleOwnProposal, domain.SectionProposals, "north-later", "relations[0].kind", "only its own proposals can a party amends")},
		{"a party that withdraws another's proposal", relate(domain.WithdrawsFrom, "south-talks"),
			one(domain.RuleOwnProposal, domain.SectionProposals, "north-later", "relations[0].kind", "only its own")},
		{"a party that takes up another's proposal", relate(domain.Restates, "south-talks"), nil},
		{"a counter-proposal that would pass for silence", relate(domain.CountersTo, "south-talks"),
			one(domain.RuleCounterTold, domain.SectionProposals, "north-later", "relations[0].proposal", "would pass for silence")},
	}
}
