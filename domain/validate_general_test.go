package domain_test

import (
	"strings"
	"testing"

	"pourparler/domain"
)

func generalBreakages(t *testing.T) []breakage {
	return []breakage{
		{"an id with a capital", func(d *domain.Dossier) {
			d.Places = append(d.Places, domain.Place{ID: "New-Quay", Name: "New Quay"})
		}, one(domain.RuleIDForm, domain.SectionPlaces, "New-Quay", "id", "not well formed")},
		{"an id with a double hyphen", func(d *domain.Dossier) { d.ID = "harbour--talks" },
			one(domain.RuleIDForm, domain.SectionDossier, "harbour--talks", "id", "not well formed")},
		{"an id that is too long", func(d *domain.Dossier) {
			d.Places = append(d.Places, domain.Place{ID: strings.Repeat("quay", 31), Name: "Quay"})
		}, one(domain.RuleIDForm, domain.SectionPlaces, strings.Repeat("quay", 31), "id", "124 characters: make do with 120")},
		{"an id as long as may be", func(d *domain.Dossier) {
			d.Places = append(d.Places, domain.Place{ID: strings.Repeat("quay", 30), Name: "Quay"})
		}, nil},
		{"the id of a page of the site", func(d *domain.Dossier) { d.ID = "manual" },
			one(domain.RuleIDForm, domain.SectionDossier, "manual", "id", "an address of the site itself")},
		{"an id used twice", func(d *domain.Dossier) {
			d.Questions = append(d.Questions, domain.Question{ID: "who-first", Text: "Again?"})
		}, one(domain.RuleIDOnce, domain.SectionQuestions, "who-first", "id", "used twice in questions")},
		{"a retired id used again", func(d *domain.Dossier) {
			d.Retired = append(d.Retired, domain.Retired{Section: domain.SectionTracks, ID: "tolls", Reason: "split"})
		}, one(domain.RuleIDRetired, domain.SectionTracks, "tolls", "id", "retired")},
		{"an id retired in another section", func(d *domain.Dossier) {
			d.Retired = append(d.Retired, domain.Retired{Section: domain.SectionPlaces, ID: "talks", Reason: "a track now"})
		}, nil},
		{"a retired id that points nowhere", func(d *domain.Dossier) { d.Retired[0].To = "north-lost" },
			one(domain.RuleRetired, domain.SectionRetired, "north-old", "to", `no record "north-lost" in proposals`)},
		{"an id of no record", func(d *domain.Dossier) { party(d, "north").Government = "east-council" },
			one(domain.RuleKnown, domain.SectionParties, "north", "government", `no record "east-council" in parties`)},
		{"a reference that must be there", func(d *domain.Dossier) { claim(d, "south-tolls").Question = "" },
			one(domain.RuleGiven, domain.SectionClaims, "south-tolls", "question", "question is missing")},
		{"a text that must be there", func(d *domain.Dossier) { proposal(d, "north-tolls").Summary = "" },
			one(domain.RuleGiven, domain.SectionProposals, "north-tolls", "summary", "summary is missing")},
		{"a title of spaces", func(d *domain.Dossier) { d.Title = " \u00a0" },
			one(domain.RuleGiven, domain.SectionDossier, "harbour-talks", "title", "cannot be seen")},
		{"a name that cannot be seen", func(d *domain.Dossier) { party(d, "islands").Name = "\u200b" },
			one(domain.RuleGiven, domain.SectionParties, "islands", "name", "cannot be seen")},
		{"a short name that cannot be seen", func(d *domain.Dossier) { party(d, "islands").Short = "\u3164" },
			one(domain.RuleGiven, domain.SectionParties, "islands", "short", "cannot be seen")},
		{"a form of a name that cannot be seen", func(d *domain.Dossier) {
			person(d, "ben").Names = []domain.Name{{Text: "\u00ad"}}
		}, one(domain.RuleGiven, domain.SectionPersons, "ben", "names[0].text", "cannot be seen")},
		{"a name of a mark without its letter", func(d *domain.Dossier) { party(d, "islands").Name = "\u0301" },
			one(domain.RuleGiven, domain.SectionParties, "islands", "name", "cannot be seen")},
		{"a word that must be there", func(d *domain.Dossier) { proposal(d, "north-tolls").Act = "" },
			one(domain.RuleGiven, domain.SectionProposals, "north-tolls", "act", "act is missing")},
		{"a word not in its set", func(d *domain.Dossier) { proposal(d, "north-tolls").Act = "begs" },
			one(domain.RuleWord, domain.SectionProposals, "north-tolls", "act", "write one of proposes, invites")},
		{"an id twice in a field", func(d *domain.Dossier) {
			proposal(d, "north-tolls").To = []string{"south", "coast", "south"}
		}, one(domain.RuleTwice, domain.SectionProposals, "north-tolls", "to[2]", `"south" stands twice in to`)},
		{"a paragraph cited twice", func(d *domain.Dossier) {
			proposal(d, "north-tolls").Citations = cite("north-second", 3, 2, 3)
		}, one(domain.RuleTwice, domain.SectionProposals, "north-tolls", "cite[2]", "north-second para. 3 is cited twice")},
		{"a form of a name twice", func(d *domain.Dossier) {
			person(d, "ben").Names = []domain.Name{{Text: "Benno", Lang: "de"}, {Text: "Benno", Lang: "de"}}
		}, one(domain.RuleTwice, domain.SectionPersons, "ben", "names[1].text", "stands twice")},
		{"a form of a name in two languages", func(d *domain.Dossier) {
			person(d, "ben").Names = []domain.Name{{Text: "Benno", Lang: "de"}, {Text: "Benno", Lang: "it"}}
		}, nil},
		{"a language by its name", func(d *domain.Dossier) { document(d, "north-letter").Language = "English" },
			one(domain.RuleLanguage, domain.SectionDocuments, "north-letter", "language", "write a tag such as en")},
		{"the language of an edition", func(d *domain.Dossier) { document(d, "north-letter").Edition.Language = "en_GB" },
			one(domain.RuleLanguage, domain.SectionDocuments, "north-letter", "edition.language", "not well formed")},
		{"the language of a name", func(d *domain.Dossier) { person(d, "ann").Names[0].Lang = "DE" },
			one(domain.RuleLanguage, domain.SectionPersons, "ann", "names[0].lang", "not well formed")},
		{"languages with script, country and variant", func(d *domain.Dossier) {
			person(d, "ben").Names = []domain.Name{{Text: "1", Lang: "zh-Hans"}, {Text: "2", Lang: "zh-Latn-pinyin"},
				{Text: "3", Lang: "ru-Latn"}, {Text: "4", Lang: "en-GB"}, {Text: "5", Lang: "es-419"}, {Text: "6", Lang: "yue"}}
		}, nil},
	}
}

func evidenceBreakages(t *testing.T) []breakage {
	return []breakage{
		{"no citation", func(d *domain.Dossier) { response(d, "south-venue").Citations = nil },
			one(domain.RuleCited, domain.SectionResponses, "south-venue", "cite", "no citation")},
		{"a paragraph past the end", func(d *domain.Dossier) {
			response(d, "south-venue").Citations = cite("south-letter", 5, 6)
		}, one(domain.RuleParagraph, domain.SectionResponses, "south-venue", "cite[1]", "has paragraphs 1 to 5")},
		{"a paragraph 0", func(d *domain.Dossier) { response(d, "south-venue").Citations = cite("south-letter", 0) },
			one(domain.RuleParagraph, domain.SectionResponses, "south-venue", "cite[0]", "paragraph 0 does not exist")},
		{"a citation without its document", func(d *domain.Dossier) {
			response(d, "south-venue").Citations = append(cite("south-letter", 3), cite("", 3)...)
		}, one(domain.RuleGiven, domain.SectionResponses, "south-venue", "cite[1]", "missing")},
		{"a citation of a document only mentioned", func(d *domain.Dossier) {
			party(d, "south").Citations = cite("south-offer", 1)
		}, one(domain.RuleCiteHeld, domain.SectionParties, "south", "cite[0]", "cite the document that mentions it")},
		{"a document that nothing mentions", func(d *domain.Dossier) { document(d, "south-offer").Citations = nil },
			one(domain.RuleCited, domain.SectionDocuments, "south-offer", "cite", "no citation")},
		{"a mention in a document that is not held", func(d *domain.Dossier) {
			document(d, "south-offer").Citations = cite("south-offer", 1)
		}, one(domain.RuleCiteHeld, domain.SectionDocuments, "south-offer", "cite[0]", "not held")},
		{"a record that cites other documents only", func(d *domain.Dossier) {
			proposal(d, "north-tolls").Citations = cite("north-letter", 1)
		}, one(domain.RuleEvidence, domain.SectionProposals, "north-tolls", "cite", "no citation is in north-second")},
		{"a first-hand proposal in the other party's letter", func(d *domain.Dossier) {
			proposal(d, "north-tolls").By = []string{"islands"}
		}, one(domain.RuleVoice, domain.SectionProposals, "north-tolls", "by", "set reported_by")},
		{"a report by one who did not write the document", func(d *domain.Dossier) {
			proposal(d, "south-offer-talks").ReportedBy = "islands"
		}, one(domain.RuleVoice, domain.SectionProposals, "south-offer-talks", "reported_by", "name an author")},
		{"a response in the other party's letter", func(d *domain.Dossier) { response(d, "south-venue").By = "islands" },
			one(domain.RuleVoice, domain.SectionResponses, "south-venue", "attested_by", "on whose word")},
		{"a claim in the other party's letter", func(d *domain.Dossier) { claim(d, "south-first").ReportedBy = "" },
			one(domain.RuleVoice, domain.SectionClaims, "south-first", "by", "set reported_by")},
		{"a claim reported by one who did not write the document", func(d *domain.Dossier) {
			claim(d, "south-first").ReportedBy = "coast"
		}, one(domain.RuleVoice, domain.SectionClaims, "south-first", "reported_by", "name an author")},
		{"anyone speaks in minutes", func(d *domain.Dossier) { response(d, "south-before").By = "islands" }, nil},
		{"a proposal made after its report", func(d *domain.Dossier) {
			proposal(d, "south-offer-talks").MadeIn = ""
			proposal(d, "south-offer-talks").Made = on(t, "1901-03-02")
		}, one(domain.RuleMade, domain.SectionProposals, "south-offer-talks", "made", "after the document of 1901-03-01")},
		{"a first-hand proposal made after its document", func(d *domain.Dossier) {
			proposal(d, "north-tolls").Made = on(t, "1901-06")
		}, one(domain.RuleMade, domain.SectionProposals, "north-tolls", "made", "after the document of 1901-05-05")},
		{"a response made after its document", func(d *domain.Dossier) {
			response(d, "south-venue").Made = on(t, "1901-04-03")
		}, one(domain.RuleMade, domain.SectionResponses, "south-venue", "made", "after the document of 1901-04-02")},
		{"a claim made after its document", func(d *domain.Dossier) { claim(d, "south-first").Made = on(t, "1902") },
			one(domain.RuleMade, domain.SectionClaims, "south-first", "made", "after the document of 1901-05-05")},
		{"an alignment after its document", func(d *domain.Dossier) { d.Alignments[0].Date = on(t, "1901-04") },
			one(domain.RuleMade, domain.SectionAlignments, "islands-against-south", "date", "after the document of 1901-03-01")},
		{"a date that may lie before the document", func(d *domain.Dossier) { claim(d, "south-first").Made = on(t, "1901") }, nil},
		{"a proposal made in a document later than its report", func(d *domain.Dossier) {
			proposal(d, "south-offer-talks").MadeIn = "south-letter"
		}, one(domain.RuleMadeIn, domain.SectionProposals, "south-offer-talks", "made_in", "south-letter is later than north-letter")},
		{"a proposal made after the document in which it was made", func(d *domain.Dossier) {
			proposal(d, "south-offer-talks").Made = on(t, "1901-02-11")
		}, one(domain.RuleMadeIn, domain.SectionProposals, "south-offer-talks", "made_in", "made 1901-02-11, after south-offer")},
		{"a first-hand proposal made in another document", func(d *domain.Dossier) {
			proposal(d, "north-tolls").MadeIn = "north-letter"
		}, one(domain.RuleMadeIn, domain.SectionProposals, "north-tolls", "made_in", "first-hand")},
	}
}
