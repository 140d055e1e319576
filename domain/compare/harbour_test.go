package compare_test

import (
	"slices"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/form"
	"pourparler/domain/table"
)

// harbour returns the record that these tests compare: in 1901 the pilots of two harbours, North and South, argue about
// a meeting and about tolls.
func harbour(tb testing.TB) *domain.Dossier {
	tb.Helper()
	return &domain.Dossier{
		ID:     "harbour-talks",
		Title:  "The harbour talks",
		Tracks: []domain.Track{{ID: "talks", Title: "Talks", Meeting: true}, {ID: "tolls", Title: "Tolls"}},
		Places: []domain.Place{{ID: "old-quay", Name: "Old Quay", Country: "Sten"}, {ID: "new-quay", Name: "New Quay", Country: "Nord"},
			{ID: "sten", Name: "Sten", Country: "Sten"}, {ID: "nord", Name: "Nord", Country: "Nord"}},
		Parties:   harbourParties(),
		Seats:     []domain.Seat{{ID: "coast", Party: "coast", Reason: "two guilds claim it", Citations: cite("south-1", 4)}},
		Persons:   []domain.Person{{ID: "ann", Name: "Ann", Names: []domain.Name{{Text: "安娜", Lang: "zh-Hans"}}, Parties: []string{"north"}}},
		Lists:     harbourLists(),
		Meetings:  harbourMeetings(tb),
		Questions: []domain.Question{{ID: "who-first", Track: "talks", Text: "Who was first?"}},
		Documents: harbourDocuments(tb),
		Proposals: harbourProposals(tb),
		Responses: harbourResponses(),
		Statements: []domain.Statement{{ID: "ann-asks", Document: "minutes", Meeting: "winter", Session: 1, Speaker: "ann",
			Party: "north", Kind: domain.Asks, Topic: "tolls", Summary: "Asks about tolls.", Citations: cite("minutes", 1)}},
		Claims: []domain.Claim{
			{ID: "north-first", Question: "who-first", By: []string{"north"}, Document: "north-2", Summary: "North was first.",
				About: []string{"n1", "winter", "north-1"}, Citations: cite("north-2", 1)},
			{ID: "south-first", Question: "who-first", By: []string{"south"}, Document: "south-2", Summary: "South was first.",
				Rivals: []string{"north-first"}, Citations: cite("south-2", 1)},
		},
		Alignments: []domain.Alignment{{ID: "islands-against-south", Document: "north-3", Parties: []string{"islands"},
			Side: domain.Attacks, Toward: []string{"south"}, Summary: "Called it greedy.", Citations: cite("north-3", 2)}},
	}
}

func index(tb testing.TB) *domain.Index {
	tb.Helper()
	return domain.NewIndex(harbour(tb))
}

func on(tb testing.TB, text string) domain.Date {
	tb.Helper()
	return domain.Date{Value: date(tb, text)}
}

func date(tb testing.TB, text string) edtf.Date {
	tb.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// day returns the last day a date can mean.
func day(tb testing.TB, text string) edtf.Day {
	tb.Helper()
	d, edge := date(tb, text).Latest()
	if edge != edtf.Known {
		tb.Fatalf("%q has no last day", text)
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

func harbourParties() []domain.Party {
	return []domain.Party{
		{ID: "north", Name: "Pilots of the North Harbour", Short: "North", Kind: domain.PartyParty,
			Names: []domain.Name{{Text: "北港领航员", Lang: "zh-Hans"}}},
		{ID: "south", Name: "Pilots of the South Harbour", Short: "South", Kind: domain.PartyParty},
		{ID: "islands", Name: "Islands", Kind: domain.PartyParty},
		{ID: "coast", Name: "Coast", Kind: domain.PartyParty},
		{ID: "cape", Name: "Cape", Kind: domain.PartyParty, Names: []domain.Name{{Text: "The Cape", Lang: "en"}}},
	}
}

func harbourLists() []domain.List {
	return []domain.List{
		{ID: "four", Name: "The four", Authors: []string{"north"}, Document: "north-1", Claimed: 4, Citations: cite("north-1", 3),
			Members: []domain.Member{{Party: "north"}, {Party: "south", As: "South"}, {Party: "islands"}, {Party: "coast"}}},
		{ID: "three", Name: "The three", Authors: []string{"south"}, Document: "south-1", Claimed: 3, Citations: cite("south-1", 3),
			Members: []domain.Member{{Party: "south"}, {Party: "north"}, {Party: "cape", As: "The Cape"}}},
		{ID: "all", Name: "All harbours", Document: "south-1", Claimed: 30, Citations: cite("south-1", 4)},
	}
}

func harbourMeetings(tb testing.TB) []domain.Meeting {
	return []domain.Meeting{{ID: "winter", Name: "Winter meeting", Track: "talks", Status: domain.Held, Date: on(tb, "1901-01"),
		Places: []string{"old-quay"}, Parties: []string{"north", "south"}, Citations: cite("minutes", 1),
		Sessions:    []domain.Session{{Number: 1, Date: on(tb, "1901-01-18")}, {Number: 2}},
		Delegations: []domain.Delegation{{Party: "north", Delegates: []domain.Delegate{{Person: "ann"}}}}}}
}

func harbourDocuments(tb testing.TB) []domain.Document {
	letter := func(id, author, to, dated string) domain.Document {
		return domain.Document{ID: id, Title: "Letter " + id, Kind: domain.Letter, Authors: []string{author}, Addressees: []string{to},
			Held: true, Dated: on(tb, dated), Edition: domain.Edition{Title: "Papers", Paragraphs: 5}}
	}
	docs := []domain.Document{
		{ID: "minutes", Title: "Minutes", Kind: domain.Minutes, Held: true, Dated: on(tb, "1901-01-20"),
			Edition: domain.Edition{Paragraphs: 2}},
		letter("north-1", "north", "south", "1901-03-01"),
		letter("south-1", "south", "north", "1901-04-02"),
		letter("north-2", "north", "south", "1901-05-05"),
		letter("south-2", "south", "north", "1901-06-01"),
		letter("north-3", "north", "south", "1901-08-01"),
		{ID: "lost", Title: "A lost note", Kind: domain.Note, Citations: cite("north-1", 5)},
	}
	docs[2].RepliesTo = []domain.Reply{{Document: "north-1", Citations: cite("south-1", 1)}}
	docs[3].Delivered, docs[3].Published = on(tb, "1901-05-06"), on(tb, "1902")
	return docs
}

func harbourProposals(tb testing.TB) []domain.Proposal {
	return []domain.Proposal{
		{ID: "n1", Track: "talks", Act: domain.Proposes, By: []string{"north"}, To: []string{"south", "islands"}, Document: "north-1",
			Summary: "Talks in May.", Citations: cite("north-1", 2, 3), Terms: []domain.Term{
				{Kind: domain.TermDate, Text: "in May", Date: date(tb, "1901-05")},
				{Kind: domain.TermVenue, Places: []string{"old-quay"}, Citations: cite("north-1", 4)},
				{Kind: domain.TermParticipants, List: "four"},
				{Kind: domain.TermLevel, Text: "master pilots"},
			}},
		{ID: "s0", Track: "talks", Act: domain.Offers, By: []string{"south"}, To: []string{"north"}, Document: "north-1",
			Made: on(tb, "1901-02~"), ReportedBy: "north", MadeIn: "lost", Summary: "Had offered to talk.", Citations: cite("north-1", 5)},
		{ID: "s1", Track: "talks", Act: domain.Proposes, By: []string{"south"}, To: []string{"north"}, Document: "south-1",
			Summary: "Talks in December.", Citations: cite("south-1", 2),
			Terms: []domain.Term{
				{Kind: domain.TermDate, Date: date(tb, "1901-12")},
				{Kind: domain.TermVenue, Places: []string{"new-quay"}},
				{Kind: domain.TermParticipants, List: "three"},
			},
			Relations: []domain.Relation{{Kind: domain.CountersTo, Proposal: "n1"}}},
		{ID: "n2", Track: "talks", Act: domain.Proposes, By: []string{"north"}, To: []string{"south"}, Document: "north-2",
			Summary: "Talks in July.", Citations: cite("north-2", 2),
			Terms:     []domain.Term{{Kind: domain.TermDate, Date: date(tb, "1901-07")}},
			Relations: []domain.Relation{{Kind: domain.Amends, Proposal: "n1"}, {Kind: domain.CountersTo, Proposal: "s1"}}},
		{ID: "n3", Track: "talks", Act: domain.Proposes, By: []string{"north"}, To: []string{"south"}, Document: "north-2",
			Summary: "Or in January.", Citations: cite("north-2", 3),
			Terms:     []domain.Term{{Kind: domain.TermDate, Date: date(tb, "1902-01")}},
			Relations: []domain.Relation{{Kind: domain.AlternativeTo, Proposal: "n2"}}},
		{ID: "t1", Track: "tolls", Act: domain.Requests, By: []string{"north"}, To: []string{"south"}, Document: "north-2",
			Summary: "Lower tolls; no fees.", Citations: cite("north-2", 4),
			Terms: []domain.Term{{Kind: domain.TermSubstance, Text: "lower tolls"}, {Kind: domain.TermConvener, Parties: []string{"coast", "cape"}}}},
	}
}

func harbourResponses() []domain.Response {
	return []domain.Response{
		{ID: "s-date", Proposal: "n1", Term: domain.TermDate, By: "south", Stance: domain.Counters, Document: "south-1",
			Counter: "s1", Citations: cite("south-1", 2)},
		{ID: "s-venue", Proposal: "n1", Term: domain.TermVenue, By: "south", Stance: domain.Defers, Document: "south-1",
			Citations: cite("south-1", 3)},
		{ID: "n-talks", Proposal: "s1", By: "north", Stance: domain.Rejects, Document: "north-2", Reason: "too late",
			Citations: cite("north-2", 2)},
		{ID: "s-back", Proposal: "s1", Term: domain.TermVenue, By: "south", Stance: domain.Withdraws, Document: "south-2",
			Citations: cite("south-2", 2)},
		{ID: "s-july", Proposal: "n2", Term: domain.TermDate, By: "south", Stance: domain.Rejects, Document: "north-3",
			AttestedBy: "north", Citations: cite("north-3", 1)},
	}
}

// lines returns the named columns of a table as files have them, a line for each row.
func lines(tb testing.TB, t table.Table, columns ...string) []string {
	tb.Helper()
	var all []string
	for _, row := range t.Rows {
		var cells []string
		for _, name := range columns {
			cells = append(cells, row.Cells[column(tb, t, name)].String())
		}
		all = append(all, strings.Join(cells, " | "))
	}
	return all
}

func column(tb testing.TB, t table.Table, name string) int {
	tb.Helper()
	i := t.Index(name)
	if i < 0 {
		tb.Fatalf("the table %s has no column %q", t.Name, name)
	}
	return i
}

func proposals(tb testing.TB, ix *domain.Index, ids ...string) []*domain.Proposal {
	tb.Helper()
	var found []*domain.Proposal
	for _, id := range ids {
		p, err := ix.Proposal(id)
		if err != nil {
			tb.Fatal(err)
		}
		found = append(found, p)
	}
	return found
}

func TestHarbourIsValid(t *testing.T) {
	problems := form.Check(harbour(t))
	problems = slices.DeleteFunc(problems, func(p domain.Problem) bool { return p.Rule == domain.RuleCited })
	if len(problems) > 0 {
		t.Errorf("the dossier of these tests breaks rules:\n%v", problems)
	}
}
