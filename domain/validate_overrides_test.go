package domain_test

import "pourparler/domain"

func overrideBreakages() []breakage {
	const section, id = domain.SectionOverrides, "north-stays"
	return []breakage{
		{"an override of a term that the proposal does not state", func(d *domain.Dossier) { d.Overrides[0].Term = domain.TermVenue },
			one(domain.RuleOverride, section, id, "term", "north-later states no venue")},
		{"an override of a term that is none", func(d *domain.Dossier) { d.Overrides[0].Term = "weather" },
			one(domain.RuleWord, section, id, "term", "weather")},
		{"an override of a movement that is none", func(d *domain.Dossier) { d.Overrides[0].Movement = "sideways" },
			one(domain.RuleWord, section, id, "movement", "sideways")},
		{"an override toward the proposer", func(d *domain.Dossier) { d.Overrides[0].Party = "north" },
			one(domain.RuleOverride, section, id, "party", "name the other side")},
		{"an override toward nobody in particular", func(d *domain.Dossier) { d.Overrides[0].Party = "" }, nil},
		{"an override without a citation", func(d *domain.Dossier) { d.Overrides[0].Citations = nil }, nil},
		{"a movement judged twice", func(d *domain.Dossier) {
			d.Overrides = append(d.Overrides, d.Overrides[0])
			d.Overrides[1].ID = "north-moves"
		}, one(domain.RuleTwice, section, "north-moves", "term", "judged twice")},
	}
}
