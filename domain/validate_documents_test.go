package domain_test

import (
	"testing"

	"pourparler/domain"
)

func documentBreakages(t *testing.T) []breakage {
	return []breakage{
		{"printed in itself", func(d *domain.Dossier) { document(d, "south-letter").Printed[0].In = "south-letter" },
			one(domain.RulePrinted, domain.SectionDocuments, "south-letter", "printed[0].in", "not printed in itself")},
		{"printed at no place", func(d *domain.Dossier) { document(d, "south-letter").Printed[0].Number = 0 },
			one(domain.RulePrinted, domain.SectionDocuments, "south-letter", "printed[0].number", "count what is printed there from 1")},
		{"two printed at one place", func(d *domain.Dossier) {
			document(d, "south-letter").Printed[0].Number = document(d, "north-letter").Printed[0].Number
		}, one(domain.RulePrinted, domain.SectionDocuments, "south-letter", "printed[0].number", "north-letter is number 2 of minutes already")},
		{"printed at one number of two publications", func(d *domain.Dossier) {
			document(d, "south-letter").Printed = []domain.Printing{{In: "minutes", Number: 1}, {In: "south-offer", Number: 2}}
		}, nil},
		{"a held document without paragraphs", func(d *domain.Dossier) {
			d.Documents = append(d.Documents, domain.Document{ID: "blank", Title: "Blank", Kind: domain.Letter, Held: true})
		}, one(domain.RuleEdition, domain.SectionDocuments, "blank", "edition", "has no paragraphs")},
		{"an edition of a document that is not held", func(d *domain.Dossier) {
			document(d, "south-offer").Edition.Paragraphs = 3
		}, one(domain.RuleEdition, domain.SectionDocuments, "south-offer", "edition", "not held but has an edition")},
		{"delivered before it was dated", func(d *domain.Dossier) {
			document(d, "north-letter").Delivered = on(t, "1901-02-28")
		}, one(domain.RuleDocumentDates, domain.SectionDocuments, "north-letter", "delivered", "before it was dated 1901-03-01")},
		{"published before it was dated", func(d *domain.Dossier) { document(d, "north-letter").Published = on(t, "1901-02") },
			one(domain.RuleDocumentDates, domain.SectionDocuments, "north-letter", "published", "before it was dated 1901-03-01")},
		{"a reply earlier than what it answers", func(d *domain.Dossier) {
			document(d, "north-letter").RepliesTo = []domain.Reply{{Document: "south-letter", Citations: cite("north-letter", 1)}}
		}, one(domain.RuleReply, domain.SectionDocuments, "north-letter", "replies_to[0].document", "south-letter is later")},
		{"a reply that is not cited", func(d *domain.Dossier) { document(d, "south-letter").RepliesTo[0].Citations = nil },
			one(domain.RuleCited, domain.SectionDocuments, "south-letter", "replies_to[0].cite", "no citation")},
		{"sent to and withheld from one party", func(d *domain.Dossier) {
			document(d, "north-letter").WithheldFrom = []string{"islands", "coast"}
		}, one(domain.RuleRecipients, domain.SectionDocuments, "north-letter", "withheld_from[1]", `"coast" is also among`)},
		{"withheld from its addressee", func(d *domain.Dossier) { document(d, "north-letter").WithheldFrom = []string{"south"} },
			one(domain.RuleRecipients, domain.SectionDocuments, "north-letter", "withheld_from[0]", `"south" is also among`)},
		{"a spelling from a document only mentioned", func(d *domain.Dossier) {
			party(d, "north").Names[0].Documents = []string{"south-letter", "south-offer"}
		}, one(domain.RuleSpelling, domain.SectionParties, "north", "names[0].documents[1]", "not held")},
	}
}

func listBreakages(t *testing.T) []breakage {
	return []breakage{
		{"a number claimed that is not the number listed", func(d *domain.Dossier) {
			d.Lists[0].Claimed, d.Lists[0].Appearances = 5, nil
			proposal(d, "north-talks").Terms[2].Claimed = 0
		}, one(domain.RuleNumbers, domain.SectionLists, "four", "claimed", "claims 5 and names 4")},
		{"the same with a note", func(d *domain.Dossier) {
			d.Lists[0].Claimed, d.Lists[0].Appearances, d.Lists[0].Note = 5, nil, "One is not named."
			proposal(d, "north-talks").Terms[2].Claimed = 0
		}, nil},
		{"another number where the list is given again", func(d *domain.Dossier) { d.Lists[0].Appearances[0].Claimed = 5 },
			one(domain.RuleNumbers, domain.SectionLists, "four", "appearances[0].claimed", "5 claimed here, 4 by the list")},
		{"another number in a proposal that uses the list", func(d *domain.Dossier) {
			proposal(d, "north-talks").Terms[2].Claimed = 6
		}, one(domain.RuleNumbers, domain.SectionProposals, "north-talks", "terms.participants.claimed", "6 claimed here, 4 by the list")},
		{"a list given again before it was given", func(d *domain.Dossier) {
			d.Lists[0].Appearances[0] = domain.Appearance{Document: "minutes", Citations: cite("minutes", 1)}
		}, one(domain.RuleAgain, domain.SectionLists, "four", "appearances[0].document", "minutes is earlier than north-letter")},
		{"the same with a note", func(d *domain.Dossier) {
			d.Lists[0].Appearances[0] = domain.Appearance{Document: "minutes", Note: "The number only.", Citations: cite("minutes", 1)}
		}, nil},
		{"a party twice on a list", func(d *domain.Dossier) { d.Lists[0].Members[2].Party = "north" },
			one(domain.RuleTwice, domain.SectionLists, "four", "members[2].party", `"north" stands twice on the list`)},
		{"a form of a name that is not declared", func(d *domain.Dossier) { d.Lists[0].Members[0].As = "Northmen" },
			one(domain.RuleForm, domain.SectionLists, "four", "members[0].as", `"Northmen" is not declared for north`)},
		{"a form that is declared", func(d *domain.Dossier) { d.Lists[0].Members[0].As = "Northern Pilots" }, nil},
		{"a seat that no list names", func(d *domain.Dossier) { d.Lists[0].Members[3] = domain.Member{Party: "coast-new"} },
			one(domain.RuleSeat, domain.SectionSeats, "coast", "party", "no list names coast")},
		{"a view of one who does not claim the seat", func(d *domain.Dossier) { d.Seats[0].Views[0].Claimant = "islands" },
			one(domain.RuleClaimant, domain.SectionSeats, "coast", "recognition[0].claimant", `"islands" does not claim`)},
		{"a view of the holder, where nobody else claims the seat", func(d *domain.Dossier) {
			d.Seats[0].Claimants, d.Seats[0].Views[0].Claimant = nil, "coast"
		}, nil},
	}
}

func meetingBreakages(t *testing.T) []breakage {
	return []breakage{
		{"a meeting that fulfils a later proposal", func(d *domain.Dossier) {
			meeting(d, "winter").Fulfils = []string{"south-offer-talks"}
		}, one(domain.RuleFulfils, domain.SectionMeetings, "winter", "fulfils[0]", "made after the meeting")},
		{"sessions out of order", func(d *domain.Dossier) {
			meeting(d, "winter").Sessions[0].Number, meeting(d, "winter").Sessions[1].Number = 2, 1
		}, one(domain.RuleSessions, domain.SectionMeetings, "winter", "sessions[1].number", "session 1 does not follow session 2")},
		{"a session after the meeting", func(d *domain.Dossier) { meeting(d, "winter").Sessions[0].Date = on(t, "1901-02") },
			one(domain.RuleSessions, domain.SectionMeetings, "winter", "sessions[0].date", "outside the meeting of 1901-01")},
		{"a session before the meeting", func(d *domain.Dossier) { meeting(d, "winter").Sessions[1].Date = on(t, "1900-12-31") },
			one(domain.RuleSessions, domain.SectionMeetings, "winter", "sessions[1].date", "outside the meeting of 1901-01")},
	}
}
