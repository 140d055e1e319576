package domain_test

import (
	"testing"

	"pourparler/domain"
)

func responseBreakages(t *testing.T) []breakage {
	return []breakage{
		{"a party that ignores by its own word", func(d *domain.Dossier) {
			response(d, "north-ignored").By, response(d, "north-ignored").AttestedBy = "south", ""
			response(d, "north-ignored").Proposal = "north-talks"
		}, one(domain.RuleSilence, domain.SectionResponses, "north-ignored", "stance", "silence is computed, never recorded")},
		{"a response before its proposal", func(d *domain.Dossier) { response(d, "south-before").Precedes = "" },
			one(domain.RuleOrder, domain.SectionResponses, "south-before", "proposal", "north-talks was made 1901-03-01, after this response of 1901-01-20")},
		{"a reason to precede where it does not", func(d *domain.Dossier) { response(d, "south-venue").Precedes = "in advance" },
			one(domain.RuleOrder, domain.SectionResponses, "south-venue", "precedes", "does not precede")},
		{"a reason to precede where the dates do not tell", func(d *domain.Dossier) {
			response(d, "south-venue").Precedes, response(d, "south-venue").Made = "perhaps in advance", on(t, "1901-03")
		}, nil},
		{"a party that accepts its own proposal", func(d *domain.Dossier) { response(d, "north-keeps").Stance = domain.Accepts },
			one(domain.RuleOwnStance, domain.SectionResponses, "north-keeps", "stance", "maintains or withdraws")},
		{"a party that withdraws another's proposal", func(d *domain.Dossier) { response(d, "south-venue").Stance = domain.Withdraws },
			one(domain.RuleOwnStance, domain.SectionResponses, "south-venue", "stance", "south did not make north-talks")},
		{"a party that maintains another's proposal", func(d *domain.Dossier) { response(d, "south-venue").Stance = domain.Maintains },
			one(domain.RuleOwnStance, domain.SectionResponses, "south-venue", "stance", "south did not make north-talks")},
		{"a party that withdraws its acceptance", func(d *domain.Dossier) {
			back := *response(d, "south-venue")
			back.ID, back.Stance = "south-back", domain.Withdraws
			d.Responses = append(d.Responses, back)
		}, nil},
		{"a term accepted that was not offered", func(d *domain.Dossier) { response(d, "south-venue").Term = domain.TermLevel },
			one(domain.RuleOffered, domain.SectionResponses, "south-venue", "term", `states no level, so it cannot be answered with "accepts"`)},
		{"a term raised by a condition", func(d *domain.Dossier) {
			response(d, "south-venue").Term, response(d, "south-venue").Stance = domain.TermLevel, domain.Conditions
		}, nil},
		{"a response to a term of no kind", func(d *domain.Dossier) {
			response(d, "south-venue").Term, response(d, "south-venue").Stance = "wage", domain.Defers
		}, one(domain.RuleWord, domain.SectionResponses, "south-venue", "term", "write one of date, venue")},
	}
}

func counterBreakages(t *testing.T) []breakage {
	counter := func(id string) func(*domain.Dossier) {
		return func(d *domain.Dossier) { response(d, "south-date").Counter = id }
	}
	return []breakage{
		{"a counter-proposal of another party", counter("north-later"),
			one(domain.RuleCounter, domain.SectionResponses, "south-date", "counter", "was not made by south")},
		{"a counter-proposal on another track", func(d *domain.Dossier) {
			d.Proposals = append(d.Proposals, domain.Proposal{ID: "south-tolls", Track: "tolls", Act: domain.Offers,
				By: []string{"south"}, Document: "south-letter", Summary: "Lowers tolls.", Citations: cite("south-letter", 5)})
			counter("south-tolls")(d)
		}, one(domain.RuleCounter, domain.SectionResponses, "south-date", "counter", "is on the track tolls")},
		{"a counter-proposal made before", counter("south-offer-talks"),
			one(domain.RuleCounterLater, domain.SectionResponses, "south-date", "counter", "made before the proposal")},
		{"a counter-proposal that does not exist", counter("south-lost"),
			one(domain.RuleKnown, domain.SectionResponses, "south-date", "counter", `no record "south-lost"`)},
	}
}
