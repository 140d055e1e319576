package storage_test

import (
	"fmt"
	"testing"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// fataler is a test, be it of rapid or not.
type fataler interface {
	Helper()
	Fatal(args ...any)
}

// day parses a date; nothing is a date not stated.
func day(t fataler, s string) edtf.Date {
	t.Helper()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// full returns a small dossier that uses every field of every type.
func full(t testing.TB) *domain.Dossier {
	cite := []domain.Citation{{Document: "a-1964-03-07", Paragraph: 3, Fingerprint: "c0ffee"},
		{Document: "b-1964-03-30", Paragraph: 1}}
	two := []domain.Citation{{Document: "b-1964-03-30", Paragraph: 2}}
	date := domain.Date{Value: day(t, "1964-10-10/1964-10-25"), Text: "mid-October",
		Inferred: "from the visit"}
	names := []domain.Name{{Text: "北京", Lang: "zh-Hans", Documents: []string{"a-1964-03-07"}},
		{Text: "Peking", Lang: "zh-Latn", System: "other"}}
	d := &domain.Dossier{ID: "full", Title: "Full – 完全 🕊", Summary: "S", Release: "1.2.0",
		Released: day(t, "2024-05-06"), Licence: "CC0-1.0", Source: "From \"somewhere\"",
		Retired: []domain.Retired{{Section: domain.SectionTracks, ID: "old", To: "talks", Reason: "merged"}},
		Tracks: []domain.Track{{ID: "talks", Title: "Talks", Summary: "S", Meeting: true},
			{ID: "letters", Title: "Letters"}},
		Places: []domain.Place{{ID: "beijing", Name: "Beijing", Names: names, Country: "China"}},
		Parties: []domain.Party{
			{ID: "a", Name: "A", Short: "a", Kind: domain.PartyParty, Country: "C", Government: "g",
				Names: names, Note: "n", Citations: cite},
			{ID: "b", Name: "B", Kind: domain.PartyPress},
			{ID: "g", Name: "G", Kind: domain.PartyGovernment}},
		Seats: []domain.Seat{{ID: "s", Party: "b", Claimants: []string{"b", "a"}, Reason: "r", Note: "n",
			Citations: cite, Views: []domain.SeatView{{By: "a", Claimant: "b", Stance: domain.Denies,
				Text: "t", Citations: two}}}},
		Persons: []domain.Person{{ID: "p", Name: "P", Names: names, Parties: []string{"b", "a"}, Note: "n",
			Citations: cite, Roles: []domain.Role{{Text: "clerk"}, {Text: "head", Citations: two}}}},
		Questions: []domain.Question{{ID: "q", Track: "talks", Text: "Who first?"}},
		Lists: []domain.List{{ID: "l", Name: "The two", Authors: []string{"a"}, Document: "a-1964-03-07",
			Claimed: 3, Members: []domain.Member{{Party: "b", As: "the Bs"}, {Party: "a"}}, Rule: "all",
			Citations: cite, Note: "n", Appearances: []domain.Appearance{{Document: "b-1964-03-30",
				Claimed: 2, Citations: two, Note: "n"}}}},
	}
	d.Meetings = []domain.Meeting{{ID: "m", Name: "M", Track: "talks", Status: domain.Held, Date: date,
		Places: []string{"beijing"}, Parties: []string{"b", "a"}, List: "l", Claimed: 2, Outcome: "o",
		Fulfils: []string{"pr"}, Citations: cite, Note: "n",
		Sessions: []domain.Session{{Number: 1, Date: date, Text: "t", Citations: two}, {Number: 2}},
		Delegations: []domain.Delegation{{Party: "a", Citations: two,
			Delegates: []domain.Delegate{{Person: "p", Role: "leader"}}}, {Party: "b"}}}}
	addDocuments(t, d, date, cite)
	addProposals(t, d, date, cite, two)
	addClaims(d, date, cite)
	return d
}

func addDocuments(t testing.TB, d *domain.Dossier, date domain.Date, cite []domain.Citation) {
	d.Documents = []domain.Document{
		{ID: "a-1964-03-07", Title: "T", Kind: domain.Letter, Authors: []string{"a"},
			Signatories: []string{"p"}, Addressees: []string{"b"}, Recipients: []string{"g"},
			RecipientsText: "and others", WithheldFrom: []string{"b", "g"}, Language: "zh-Hans",
			Archive: "X 1", Held: true, Dated: date, Delivered: date, Published: date,
			PublishedIn: domain.Publication{Title: "The Daily", Publisher: "P", Place: "L", Date: day(t, "1964-03-08"), Pages: "3-7, 9", Column: "2", Text: "Daily"},
			Printed:     []domain.Printing{{In: "b-1964-03-30", Number: 2, Pages: "3-4"}, {In: "a-1964-03-07", Number: 7}},
			RepliesTo:   []domain.Reply{{Document: "b-1964-03-30", Citations: cite}},
			Edition:     domain.Edition{Title: "E", Source: "S", Language: "en", Translator: "Tr", Paragraphs: 9},
			Citations:   cite, Note: "n"},
		{ID: "b-1964-03-30", Title: "U", Kind: domain.Cable,
			Published: domain.Date{Text: "some day"}},
	}
}

func addProposals(t testing.TB, d *domain.Dossier, date domain.Date, cite, two []domain.Citation) {
	d.Proposals = []domain.Proposal{
		{ID: "pr", Track: "talks", Act: domain.Invites, By: []string{"a"}, To: []string{"b", "g"}, Made: date,
			Document: "a-1964-03-07", ReportedBy: "b", MadeIn: "b-1964-03-30", Summary: "S", Note: "n",
			Terms: []domain.Term{
				{Kind: domain.TermDate, Text: "t", Date: day(t, "../1964-12-15"), Inferred: "i", Note: "n"},
				{Kind: domain.TermVenue, Places: []string{"beijing"}, Citations: two},
				{Kind: domain.TermParticipants, Parties: []string{"b", "a"}, List: "l", Claimed: 26}},
			Relations: []domain.Relation{{Kind: domain.CountersTo, Proposal: "pr2", Note: "n"}},
			Citations: cite},
		{ID: "pr2", Track: "letters", Act: domain.Offers, By: []string{"b"}, Document: "b-1964-03-30"},
	}
	d.Responses = []domain.Response{
		{ID: "r", Proposal: "pr", Term: domain.TermVenue, By: "b", Stance: domain.AcceptsInPrinciple,
			Made: date, Document: "b-1964-03-30", AttestedBy: "a", Reason: "r", Counter: "pr2",
			Precedes: "why", Citations: cite, Note: "n"},
		{ID: "r2", Proposal: "pr2", By: "a", Stance: domain.Rejects, Document: "a-1964-03-07"},
	}
	d.Statements = []domain.Statement{
		{ID: "st", Document: "a-1964-03-07", Meeting: "m", Session: 2, Speaker: "p", Party: "a",
			Kind: domain.Asks, Topic: "t", Summary: "s", Answers: "st2", Citations: cite, Note: "n"},
		{ID: "st2", Document: "a-1964-03-07", Kind: domain.States},
	}
}

func addClaims(d *domain.Dossier, date domain.Date, cite []domain.Citation) {
	d.Claims = []domain.Claim{
		{ID: "c", Question: "q", By: []string{"a", "b"}, Document: "a-1964-03-07", Summary: "s",
			Rivals: []string{"c2"}, About: []string{"pr", "m"}, Made: date, ReportedBy: "b",
			Citations: cite, Note: "n"},
		{ID: "c2"},
	}
	d.Alignments = []domain.Alignment{{ID: "al", Document: "a-1964-03-07", Parties: []string{"b", "a"},
		Side: domain.Attacks, Toward: []string{"g"}, SaidBy: "b", Date: date, Summary: "s",
		Citations: cite, Note: "n"}}
	d.Overrides = []domain.Override{{ID: "ov", Proposal: "pr", Term: domain.TermVenue, Party: "b",
		Movement: domain.MovedAway, Reason: "r", Citations: cite}}
}

// sized returns a dossier of n proposals with three terms, a response each and two citations each.
func sized(t testing.TB, id string, n int) *domain.Dossier {
	d := full(t)
	d.ID = id
	for i := range n {
		p := domain.Proposal{ID: fmt.Sprintf("p-%d", i), Track: "talks", Act: domain.Proposes,
			By: []string{"a"}, To: []string{"b"}, Document: "a-1964-03-07", Summary: "Talks in Beijing",
			Terms: d.Proposals[0].Terms, Citations: d.Proposals[0].Citations}
		d.Proposals = append(d.Proposals, p)
		d.Responses = append(d.Responses, domain.Response{ID: fmt.Sprintf("r-%d", i), Proposal: p.ID,
			Term: domain.TermDate, By: "b", Stance: domain.Defers, Document: "b-1964-03-30",
			Reason: "the time is not ripe", Citations: p.Citations})
	}
	return d
}
