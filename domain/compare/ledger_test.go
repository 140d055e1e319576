package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/internal/golden"
)

// later returns the harbour talks with one more proposal of North's, of August.
func later(t *testing.T, terms ...domain.Term) *domain.Index {
	t.Helper()
	d := harbour(t)
	d.Proposals = append(d.Proposals, domain.Proposal{ID: "n4", Track: "talks", By: []string{"north"}, To: []string{"south"}, Document: "north-3",
		Summary: "Once more.", Terms: terms, Relations: []domain.Relation{{Kind: domain.Amends, Proposal: "n1"}}})
	return domain.NewIndex(d)
}

func TestLedger(t *testing.T) {
	ix := index(t)
	got := lines(t, compare.Ledger(ix, "", day(t, "1901-12-31")), "party", "other", "term", "before_proposal", "proposal", "other_proposal",
		"measure_before", "measure_after", "movement")
	want := []string{
		"south | north | date |  | s1 | n1 |  | 184 days apart | new demand",
		"south | north | venue |  | s1 | n1 |  | another place | new demand",
		"south | north | participants |  | s1 | n1 |  | 3 parties apart | new demand",
		"north | south | date | n1 | n2 | s1 | 184 days apart | 123 days apart | toward",
		"north | south | date | n1 | n3 | s1 | 184 days apart | 1 day apart | toward",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Ledger (-want +got):\n%s", diff)
	}
	if got := lines(t, compare.Ledger(ix, "south", day(t, "1901-12-31")), "party"); len(got) != 3 || got[0] != "south" {
		t.Errorf("Ledger of South = %v, want its three rows", got)
	}
	if got := compare.Ledger(ix, "", day(t, "1901-04-01")).Rows; len(got) != 0 {
		t.Errorf("Ledger before anything was restated has %d rows", len(got))
	}
}

// TestLedgerMovements moves each sort of term against what South holds in August: December, no place, the three.
func TestLedgerMovements(t *testing.T) {
	tests := []struct {
		name string
		term domain.Term
		want string
	}{
		{"a date nearer", domain.Term{Kind: domain.TermDate, Date: date(t, "1901-11")},
			"date | 123 days apart | 1 day apart | toward | North moved its date for the talks toward South by 4 months on 1 August 1901: 123 days apart before, 1 day apart after."},
		{"a date farther", domain.Term{Kind: domain.TermDate, Date: date(t, "1901-03")},
			"date | 123 days apart | 245 days apart | away | North moved its date for the talks away from South by 4 months on 1 August 1901: 123 days apart before, 245 days apart after."},
		{"the other's date", domain.Term{Kind: domain.TermDate, Date: date(t, "1901-12")},
			"date | 123 days apart | overlapping | toward | North moved its date for the talks toward South by 5 months on 1 August 1901: 123 days apart before, overlapping after."},
		{"the same date", domain.Term{Kind: domain.TermDate, Date: date(t, "1901-07")}, "date | 123 days apart | 123 days apart | same | "},
		{"a date in words", domain.Term{Kind: domain.TermDate, Text: "soon"}, "date | 123 days apart |  | not comparable | "},
		{"a date with an unknown end", domain.Term{Kind: domain.TermDate, Date: date(t, "1901-03/")}, "date | 123 days apart |  | not comparable | "},
		{"a place, where the other holds none", domain.Term{Kind: domain.TermVenue, Places: []string{"new-quay"}}, "venue |  |  | not comparable | "},
		{"the other's list", domain.Term{Kind: domain.TermParticipants, List: "three"},
			"participants | 3 parties apart | the same parties | toward | North moved its participants for the talks toward South by three parties on 1 August 1901: 3 parties apart before, the same parties after."},
		{"a list farther", domain.Term{Kind: domain.TermParticipants, Parties: []string{"islands", "coast"}},
			"participants | 3 parties apart | 5 parties apart | away | North moved its participants for the talks away from South by two parties on 1 August 1901: 3 parties apart before, 5 parties apart after."},
		{"another list as far", domain.Term{Kind: domain.TermParticipants, Parties: []string{"north", "islands"}},
			"participants | 3 parties apart | 3 parties apart | same | "},
		{"words", domain.Term{Kind: domain.TermLevel, Text: "pilots"}, "level |  |  | not comparable | "},
		{"the same words", domain.Term{Kind: domain.TermLevel, Text: "master pilots"}, "level |  |  | same | "},
		{"a new term", domain.Term{Kind: domain.TermAgenda, Text: "tolls"}, "agenda |  |  | new demand | North, on 1 August 1901, added the agenda to its proposal for the talks."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := *later(t, test.term).Dossier
			// The second of two alternatives does not come between.
			d.Proposals[4].Track, d.Proposals[3].Relations = "tolls", nil
			d.Proposals[len(d.Proposals)-1].Relations = nil
			table := compare.Ledger(domain.NewIndex(&d), "north", day(t, "1901-08-01")).Filter(table.Filter{Text: "n4"})
			got := lines(t, table, "term", "measure_before", "measure_after", "movement", "sentence")
			if diff := cmp.Diff([]string{test.want}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestLedgerPlaces moves a place while South still holds the new quay.
func TestLedgerPlaces(t *testing.T) {
	tests := []struct {
		name, want string
		before     []string
		after      []string
	}{
		{"to the other's", "another place | the same place | toward", []string{"old-quay"}, []string{"new-quay"}},
		{"away from it", "the same place | another place | away", []string{"new-quay"}, []string{"old-quay"}},
		{"to a choice that has it", "another place | a place in common | toward", []string{"old-quay"}, []string{"old-quay", "new-quay"}},
		{"to the country of it", "another place | one place within the other | toward", []string{"old-quay"}, []string{"nord"}},
		{"from its country to it", "one place within the other | the same place | toward", []string{"nord"}, []string{"new-quay"}},
		{"to a third", "another place | another place | not comparable", []string{"old-quay"}, []string{"light"}},
		{"no place named", " |  | not comparable", nil, []string{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := *later(t, domain.Term{Kind: domain.TermVenue, Places: test.after, Text: "after"}).Dossier
			d.Responses = nil // South has not taken its place back
			d.Proposals[0].Terms[1] = domain.Term{Kind: domain.TermVenue, Places: test.before, Text: "before"}
			table := compare.Ledger(domain.NewIndex(&d), "north", day(t, "1901-08-01")).Filter(table.Filter{Text: "n4"})
			if got := lines(t, table, "measure_before", "measure_after", "movement"); !cmp.Equal(got, []string{test.want}) {
				t.Errorf("%v, want %q", got, test.want)
			}
		})
	}
}

// TestLedgerAfterAMeeting starts anew when a meeting has settled what was proposed before it.
func TestLedgerAfterAMeeting(t *testing.T) {
	d := *later(t, domain.Term{Kind: domain.TermDate, Date: date(t, "1902-05")}).Dossier
	d.Proposals[len(d.Proposals)-1].Relations = nil
	meeting(t, "n1", "1901-07")(&d)
	table := compare.Ledger(domain.NewIndex(&d), "", day(t, "1901-08-01")).Filter(table.Filter{Text: "n4"})
	if len(table.Rows) != 0 {
		t.Errorf("a first proposal after the meeting is in the ledger: %v", texts(table))
	}
}

// overridden returns the harbour talks with some overrides.
func overridden(t *testing.T, overrides ...domain.Override) *domain.Index {
	t.Helper()
	d := harbour(t)
	d.Overrides = overrides
	return domain.NewIndex(d)
}

// TestLedgerOverride shows both what the rules and what an editor says.
func TestLedgerOverride(t *testing.T) {
	over := domain.Override{Proposal: "n2", Term: domain.TermDate, Movement: domain.MovedNot, Reason: "the ice decides",
		Citations: []domain.Citation{{Document: "north-2", Paragraph: 1}}}
	table := compare.Ledger(overridden(t, over), "north", day(t, "1901-12-31"))
	want := []string{"n2 | toward | same | the ice decides | north-2 para. 1", "n3 | toward |  |  | "}
	if diff := cmp.Diff(want, lines(t, table, "proposal", "movement", "override", "override_reason", "override_citation")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := lines(t, compare.LedgerTotals(table), "party", "toward", "same", "overridden"); !cmp.Equal(got, []string{"north | 2 | 0 | 1"}) {
		t.Errorf("LedgerTotals = %v", got)
	}
}

// TestLedgerOverrideOfOneSide prefers an override that names the other side, and takes none that names another.
func TestLedgerOverrideOfOneSide(t *testing.T) {
	every := domain.Override{Proposal: "n2", Term: domain.TermDate, Movement: domain.MovedNot, Reason: "toward all"}
	south, cape := every, every
	south.Party, south.Reason = "south", "toward the south"
	cape.Party, cape.Reason = "cape", "toward the cape"
	for _, tt := range []struct {
		name      string
		overrides []domain.Override
		want      string
	}{
		{"every side", []domain.Override{every}, "toward all"},
		{"the side first", []domain.Override{south, every}, "toward the south"},
		{"the side last", []domain.Override{every, south}, "toward the south"},
		{"another side", []domain.Override{cape}, ""},
	} {
		table := compare.Ledger(overridden(t, tt.overrides...), "north", day(t, "1901-12-31")).Filter(table.Filter{Text: "n2"})
		if got := lines(t, table, "override_reason")[0]; got != tt.want {
			t.Errorf("%s: the reason is %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestLedgerTotals(t *testing.T) {
	frame := harbour(t)
	rapid.Check(t, func(t *rapid.T) {
		tab := compare.Ledger(domain.NewIndex(drawDossier(t, frame)), sample(t, "party", []string{"", "north", "south"}), drawDay(t))
		tab = tab.Filter(table.Filter{Track: sample(t, "track", []string{"", "talks", "tolls"})})
		sameTotals(t, tab, compare.LedgerTotals(tab), texted(domain.Movements()))
	})
}

// TestLedgerGolden keeps the ledger of the harbour talks as files have it, with one row overridden.
func TestLedgerGolden(t *testing.T) {
	asOf := day(t, "1901-12-31")
	threat := domain.Override{Proposal: "n3", Term: domain.TermDate, Movement: domain.MovedNot, Reason: "it was meant as a threat"}
	table := compare.Ledger(overridden(t, threat), "", asOf)
	golden.Assert(t, "ledger-totals.csv", csv(t, compare.LedgerTotals(table)))
	golden.Assert(t, "ledger.csv", csv(t, table))
	golden.Assert(t, "ledger.txt", []byte(compare.LedgerSentence(table, asOf)+"\n"))
}
