package domain_test

import "pourparler/domain"

func statementBreakages() []breakage {
	return []breakage{
		{"a statement that answers a later one", func(d *domain.Dossier) {
			statement(d, "ann-asks").Answers, statement(d, "ben-answers").Answers = "ben-answers", ""
		}, one(domain.RuleAnswersPrev, domain.SectionStatements, "ann-asks", "answers", "does not stand before")},
		{"a session the meeting does not have", func(d *domain.Dossier) { statement(d, "ann-asks").Session = 3 },
			one(domain.RuleSession, domain.SectionStatements, "ann-asks", "session", "winter has no session 3")},
		{"no session where the text does not say", func(d *domain.Dossier) { statement(d, "ann-asks").Session = 0 }, nil},
		{"a speaker who sat in no delegation", func(d *domain.Dossier) {
			d.Persons = append(d.Persons, domain.Person{ID: "cal", Name: "Cal"})
			statement(d, "ann-asks").Speaker = "cal"
		}, one(domain.RuleSpeaker, domain.SectionStatements, "ann-asks", "speaker", "cal sits in no delegation of winter")},
		{"a speaker at a meeting without delegations", func(d *domain.Dossier) {
			d.Persons = append(d.Persons, domain.Person{ID: "cal", Name: "Cal"})
			statement(d, "ann-asks").Speaker = "cal"
			meeting(d, "winter").Delegations = nil
		}, nil},
		{"a speaker for the other side", func(d *domain.Dossier) { statement(d, "ann-asks").Party = "south" },
			one(domain.RuleSpeaksFor, domain.SectionStatements, "ann-asks", "party", "ann sits for north at winter")},
	}
}

func claimBreakages() []breakage {
	return []breakage{
		{"a claim nobody makes", func(d *domain.Dossier) { claim(d, "south-tolls").By = nil },
			one(domain.RuleGiven, domain.SectionClaims, "south-tolls", "by", "by is missing: name at least one")},
		{"a claim that is its own rival", func(d *domain.Dossier) { claim(d, "south-tolls").Rivals = []string{"south-tolls"} },
			one(domain.RuleRivals, domain.SectionClaims, "south-tolls", "rivals[0]", "not its own rival")},
		{"rivals on two questions", func(d *domain.Dossier) { claim(d, "south-tolls").Rivals = []string{"north-first"} },
			one(domain.RuleRivals, domain.SectionClaims, "south-tolls", "rivals[0]", "another question, who-first")},
		{"a claim about nothing", func(d *domain.Dossier) { claim(d, "south-tolls").About = []string{"minutes", "ann"} },
			one(domain.RuleKnown, domain.SectionClaims, "south-tolls", "about[1]", `"ann"`)},
		{"an alignment of nobody", func(d *domain.Dossier) { d.Alignments[0].Parties = nil },
			one(domain.RuleGiven, domain.SectionAlignments, "islands-against-south", "parties", "parties is missing: name at least one")},
		{"an alignment toward nobody", func(d *domain.Dossier) { d.Alignments[0].Toward = nil },
			one(domain.RuleGiven, domain.SectionAlignments, "islands-against-south", "toward", "toward is missing")},
		{"a note that cannot be seen", func(d *domain.Dossier) { d.Alignments[0].Note = "\u2800 " },
			one(domain.RuleGiven, domain.SectionAlignments, "islands-against-south", "note", "cannot be seen")},
	}
}
