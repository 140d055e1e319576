package domain_test

import (
	"testing"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// valid returns a fresh dossier that breaks no rule and uses every section: two harbours, North and South, argue in
// 1901 about a meeting of pilots.
func valid(tb testing.TB) *domain.Dossier {
	tb.Helper()
	return &domain.Dossier{
		ID:         "harbour-talks",
		Title:      "The harbour talks",
		Retired:    []domain.Retired{{Section: domain.SectionProposals, ID: "north-old", To: "north-talks", Reason: "renamed"}},
		Tracks:     []domain.Track{{ID: "talks", Title: "Talks", Meeting: true}, {ID: "tolls", Title: "Tolls"}},
		Places:     []domain.Place{{ID: "old-quay", Name: "Old Quay", Names: []domain.Name{{Text: "Quay", Lang: "en"}}}},
		Parties:    validParties(),
		Seats:      validSeats(),
		Persons:    validPersons(),
		Lists:      validLists(),
		Meetings:   validMeetings(tb),
		Questions:  []domain.Question{{ID: "who-first", Track: "talks", Text: "Who proposed the talks first?"}, {ID: "tolls", Text: "Who set the tolls?"}},
		Documents:  validDocuments(tb),
		Proposals:  validProposals(tb),
		Responses:  validResponses(),
		Statements: validStatements(),
		Claims:     validClaims(tb),
		Alignments: []domain.Alignment{{ID: "islands-against-south", Document: "north-letter", Parties: []string{"islands"},
			Side: domain.Attacks, Toward: []string{"south"}, SaidBy: "north", Date: on(tb, "1901-02"), Citations: cite("north-letter", 5)}},
		Overrides: []domain.Override{{ID: "north-stays", Proposal: "north-later", Term: domain.TermDate, Party: "south",
			Movement: domain.MovedNot, Reason: "The ice decides.", Citations: cite("north-letter", 5)}},
	}
}

func on(tb testing.TB, text string) domain.Date {
	tb.Helper()
	return domain.Date{Value: day(tb, text)}
}

func day(tb testing.TB, text string) edtf.Date {
	tb.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func cite(document string, paragraphs ...int) []domain.Citation {
	var cites []domain.Citation
	for _, n := range paragraphs {
		cites = append(cites, domain.Citation{Document: document, Paragraph: n})
	}
	return cites
}

func validParties() []domain.Party {
	return []domain.Party{
		{ID: "north", Name: "Pilots of the North Harbour", Short: "North", Kind: domain.PartyParty, Country: "North",
			Government: "north-council", Names: []domain.Name{{Text: "Northern Pilots", Lang: "en", Documents: []string{"south-letter"}}}},
		{ID: "north-council", Name: "Council of the North", Kind: domain.PartyGovernment},
		{ID: "south", Name: "Pilots of the South Harbour", Short: "South", Kind: domain.PartyParty, Country: "South",
			Citations: cite("north-letter", 1)},
		{ID: "islands", Name: "Islands", Kind: domain.PartyParty},
		{ID: "coast", Name: "Coast", Kind: domain.PartyParty},
		{ID: "coast-new", Name: "New Coast", Kind: domain.PartyParty},
	}
}

func validSeats() []domain.Seat {
	return []domain.Seat{{ID: "coast", Party: "coast", Claimants: []string{"coast", "coast-new"}, Reason: "two guilds",
		Citations: cite("south-letter", 4), Views: []domain.SeatView{
			{By: "south", Claimant: "coast-new", Stance: domain.Recognises, Citations: cite("south-letter", 4)},
		}}}
}

func validPersons() []domain.Person {
	return []domain.Person{
		{ID: "ann", Name: "Ann", Parties: []string{"north"}, Names: []domain.Name{{Text: "Anna", Lang: "de", Documents: []string{"minutes"}}},
			Roles: []domain.Role{{Text: "master pilot", Citations: cite("minutes", 1)}}},
		{ID: "ben", Name: "Ben", Parties: []string{"south"}},
	}
}

func validLists() []domain.List {
	return []domain.List{{ID: "four", Name: "The four", Authors: []string{"north"}, Document: "north-letter", Claimed: 4,
		Members: []domain.Member{{Party: "north", As: "North"}, {Party: "south", As: "Pilots of the South Harbour"},
			{Party: "islands"}, {Party: "coast", As: "Coast"}},
		Citations:   cite("north-letter", 3),
		Appearances: []domain.Appearance{{Document: "south-letter", Claimed: 4, Citations: cite("south-letter", 4)}},
	}}
}

func validMeetings(tb testing.TB) []domain.Meeting {
	return []domain.Meeting{
		{ID: "winter", Name: "Winter meeting", Track: "talks", Status: domain.Held, Date: on(tb, "1901-01"),
			Places: []string{"old-quay"}, Parties: []string{"north", "south"}, Citations: cite("minutes", 1),
			Sessions: []domain.Session{
				{Number: 1, Date: on(tb, "1901-01-18"), Citations: cite("minutes", 1)},
				{Number: 2, Citations: cite("minutes", 3)},
			},
			Delegations: []domain.Delegation{
				{Party: "north", Delegates: []domain.Delegate{{Person: "ann", Role: "leader"}}, Citations: cite("minutes", 1)},
				{Party: "south", Delegates: []domain.Delegate{{Person: "ben"}}, Citations: cite("minutes", 1)},
			}},
		{ID: "summer", Name: "Summer meeting", Status: domain.Planned, Date: on(tb, "1901-06"), List: "four",
			Fulfils: []string{"north-talks"}, Citations: cite("north-second", 2)},
	}
}

func validDocuments(tb testing.TB) []domain.Document {
	edition := func(n int) domain.Edition {
		return domain.Edition{Title: "Harbour papers", Language: "en", Paragraphs: n}
	}
	return []domain.Document{
		{ID: "south-offer", Title: "Offer", Kind: domain.Note, Authors: []string{"south"}, Dated: on(tb, "1901-02-10"),
			Citations: cite("north-letter", 4)},
		{ID: "minutes", Title: "Minutes", Kind: domain.Minutes, Held: true, Edition: edition(4), Dated: on(tb, "1901-01-20")},
		{ID: "north-letter", Title: "First letter", Kind: domain.Letter, Authors: []string{"north"}, Signatories: []string{"ann"},
			Addressees: []string{"south"}, Recipients: []string{"coast"}, WithheldFrom: []string{"islands"}, Language: "en",
			Held: true, Edition: edition(6), Dated: on(tb, "1901-03-01"), Delivered: on(tb, "1901-03-02"), Published: on(tb, "1901-03"),
			Printed: []domain.Printing{{In: "minutes", Number: 2, Pages: "3-4"}}},
		{ID: "south-letter", Title: "Reply", Kind: domain.Letter, Authors: []string{"south"}, Addressees: []string{"north"},
			Printed: []domain.Printing{{In: "minutes", Number: 1}},
			Held:    true, Edition: edition(5), Dated: on(tb, "1901-04-02"),
			RepliesTo: []domain.Reply{{Document: "north-letter", Citations: cite("south-letter", 1)}}},
		{ID: "north-second", Title: "Second letter", Kind: domain.Letter, Authors: []string{"north"}, Addressees: []string{"south"},
			Held: true, Edition: edition(3), Dated: on(tb, "1901-05-05")},
	}
}

func validProposals(tb testing.TB) []domain.Proposal {
	return []domain.Proposal{
		{ID: "south-offer-talks", Track: "talks", Act: domain.Offers, By: []string{"south"}, To: []string{"north"},
			Made: on(tb, "1901-02-10"), Document: "north-letter", ReportedBy: "north", MadeIn: "south-offer",
			Summary: "Offers to talk.", Citations: cite("north-letter", 4)},
		{ID: "north-talks", Track: "talks", Act: domain.Proposes, By: []string{"north"}, To: []string{"south"},
			Document: "north-letter", Summary: "Proposes talks.", Citations: cite("north-letter", 2, 3), Terms: []domain.Term{
				{Kind: domain.TermDate, Text: "in May", Date: day(tb, "1901-05")},
				{Kind: domain.TermVenue, Places: []string{"old-quay"}},
				{Kind: domain.TermParticipants, List: "four", Claimed: 4, Citations: cite("north-letter", 3)},
				{Kind: domain.TermConvener, Parties: []string{"north"}},
			}},
		{ID: "south-talks", Track: "talks", Act: domain.Proposes, By: []string{"south"}, To: []string{"north"},
			Document: "south-letter", Summary: "Proposes October.", Citations: cite("south-letter", 2),
			Terms:     []domain.Term{{Kind: domain.TermDate, Date: day(tb, "1901-10")}},
			Relations: []domain.Relation{{Kind: domain.CountersTo, Proposal: "north-talks"}}},
		{ID: "north-later", Track: "talks", Act: domain.Proposes, By: []string{"north"}, To: []string{"south"},
			Document: "north-second", Summary: "Proposes June.", Citations: cite("north-second", 2),
			Terms:     []domain.Term{{Kind: domain.TermDate, Date: day(tb, "1901-06")}},
			Relations: []domain.Relation{{Kind: domain.Amends, Proposal: "north-talks"}}},
		{ID: "north-tolls", Track: "tolls", Act: domain.Requests, By: []string{"north"}, To: []string{"south"},
			Document: "north-second", Summary: "Asks for lower tolls.", Citations: cite("north-second", 3),
			Relations: []domain.Relation{{Kind: domain.AlternativeTo, Proposal: "north-later"}}},
	}
}

func validResponses() []domain.Response {
	return []domain.Response{
		{ID: "south-date", Proposal: "north-talks", Term: domain.TermDate, By: "south", Stance: domain.Counters,
			Document: "south-letter", Counter: "south-talks", Citations: cite("south-letter", 2)},
		{ID: "south-venue", Proposal: "north-talks", Term: domain.TermVenue, By: "south", Stance: domain.Accepts,
			Document: "south-letter", Citations: cite("south-letter", 3)},
		{ID: "north-ignored", Proposal: "south-offer-talks", By: "north", Stance: domain.Ignores, Document: "south-letter",
			AttestedBy: "south", Citations: cite("south-letter", 5)},
		{ID: "north-keeps", Proposal: "north-talks", By: "north", Stance: domain.Maintains, Document: "north-second",
			Citations: cite("north-second", 1)},
		{ID: "south-before", Proposal: "north-talks", By: "south", Stance: domain.Rejects, Document: "minutes",
			Precedes: "said of such talks in general", Citations: cite("minutes", 4)},
	}
}

func validStatements() []domain.Statement {
	return []domain.Statement{
		{ID: "ann-asks", Document: "minutes", Meeting: "winter", Session: 1, Speaker: "ann", Party: "north", Kind: domain.Asks,
			Topic: "tolls", Summary: "Asks about tolls.", Citations: cite("minutes", 2)},
		{ID: "ben-answers", Document: "minutes", Meeting: "winter", Session: 2, Speaker: "ben", Party: "south", Kind: domain.Replies,
			Topic: "tolls", Summary: "Says nothing has changed.", Answers: "ann-asks", Citations: cite("minutes", 3)},
	}
}

func validClaims(tb testing.TB) []domain.Claim {
	return []domain.Claim{
		{ID: "north-first", Question: "who-first", By: []string{"north"}, Document: "north-second", Summary: "North was first.",
			About: []string{"north-talks", "winter", "minutes"}, Citations: cite("north-second", 1)},
		{ID: "south-first", Question: "who-first", By: []string{"south"}, Document: "north-second", ReportedBy: "north",
			Summary: "South was first.", Rivals: []string{"north-first"}, Made: on(tb, "1901-04"), Citations: cite("north-second", 1)},
		{ID: "south-tolls", Question: "tolls", By: []string{"south"}, Document: "south-letter", Summary: "North set them.",
			Citations: cite("south-letter", 5)},
	}
}
