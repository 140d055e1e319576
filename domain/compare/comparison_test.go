package compare_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

func TestComparison(t *testing.T) {
	ix := index(t)
	table := compare.Comparison(ix, proposals(t, ix, "n1", "s1", "n2", "n3"))
	want := []string{
		"date | n1 | stated | 1901-05 |  | ",
		"date | s1 | stated | 1901-12 |  | later by 7 months",
		"date | n2; n3 | stated | 1901-07; 1902-01 |  | earlier by 5 months", // n3 is an alternative to n2
		"venue | n1 | stated | old-quay |  | ",
		"venue | s1 | stated | new-quay |  | other place",
		"venue | n2; n3 | carried over | old-quay | n1 | other place",
		"participants | n1 | stated | four |  | ",
		"participants | s1 | stated | three |  | one more: Cape; two fewer: Islands, Coast",
		"participants | n2; n3 | carried over | four | n1 | two more: Islands, Coast; one fewer: Cape",
		"level | n1 | stated | master pilots |  | ",
		"level | s1 | not stated |  |  | ",
		"level | n2; n3 | carried over | master pilots | n1 | same",
	}
	if diff := cmp.Diff(want, lines(t, table, "term", "proposal", "state", "value", "carried_from", "change")); diff != "" {
		t.Errorf("Comparison (-want +got):\n%s", diff)
	}
}

func TestComparisonAnswersAndSources(t *testing.T) {
	ix := index(t)
	table := compare.Comparison(ix, proposals(t, ix, "n1", "n2"))
	want := []string{
		"date | n1 | south counters | north-1 para. 2; north-1 para. 3",
		"date | n2 | south rejects (alleged by north) | north-2 para. 2",
		"venue | n1 | south defers | north-1 para. 4",
		"venue | n2 | south defers | north-1 para. 4",
	}
	if diff := cmp.Diff(want, lines(t, table, "term", "proposal", "responses", "citation")[:4]); diff != "" {
		t.Errorf("Comparison (-want +got):\n%s", diff)
	}
}

func TestComparisonShowsAnswersToTermsThatWereNotStated(t *testing.T) {
	d := harbour(t)
	d.Responses = append(d.Responses, domain.Response{ID: "s-level", Proposal: "n2", Term: domain.TermLevel, By: "south",
		Stance: domain.Conditions, Document: "north-3", Citations: cite("north-3", 2)})
	ix := domain.NewIndex(d)
	got := lines(t, compare.Comparison(ix, proposals(t, ix, "s1", "n2")), "term", "proposal", "state", "responses")
	want := "level | n2 | carried over | south conditions"
	if last := got[len(got)-1]; last != want {
		t.Errorf("Comparison ends with %q, want %q", last, want)
	}
}

// TestComparisonOfOptions sets the options of one offer into one cell, each with the condition that belongs to it alone.
func TestComparisonOfOptions(t *testing.T) {
	d := harbour(t)
	for i := range d.Proposals {
		if p := &d.Proposals[i]; p.ID == "n3" {
			p.Terms = append(p.Terms, domain.Term{Kind: domain.TermCondition, Text: "the ice holds"})
		}
	}
	ix := domain.NewIndex(d)
	table := compare.Comparison(ix, proposals(t, ix, "n2", "s1", "n3"))
	want := map[string]string{"date": "either July 1901, or January 1902", "condition": "in the second option: the ice holds"}
	for _, row := range table.Rows {
		var words []string
		for _, v := range row.Cells[column(t, table, "value")] {
			words = append(words, v.Display())
		}
		get := cells(t, table, row)
		if w, ok := want[get("term")]; ok && get("proposal") == "n2; n3" && strings.Join(words, ", ") != w {
			t.Errorf("%s: %q, want %q", get("term"), strings.Join(words, ", "), w)
		}
		delete(want, map[bool]string{true: get("term")}[get("proposal") == "n2; n3"])
	}
	if len(want) > 0 {
		t.Errorf("no row of the two options has %v", want)
	}
}

func TestComparisonOfNothing(t *testing.T) {
	if got := compare.Comparison(index(t), nil); len(got.Rows) != 0 {
		t.Errorf("Comparison of no proposals has %d rows", len(got.Rows))
	}
}

// TestCarryingOver follows what a proposal carries over when the one that states it was taken back, or is another's.
func TestCarryingOver(t *testing.T) {
	withdraw := func(term domain.TermKind, document string) func(*domain.Dossier) {
		return func(d *domain.Dossier) {
			d.Responses = append(d.Responses, domain.Response{ID: "n-back", Proposal: "n1", Term: term, By: "north",
				Stance: domain.Withdraws, Document: document})
		}
	}
	tests := []struct {
		name   string
		change func(*domain.Dossier)
		want   string
	}{
		{"as recorded", func(*domain.Dossier) {}, "venue | carried over | n1"},
		{"the term taken back before", withdraw(domain.TermVenue, "south-1"), "venue | not stated | "},
		{"the whole taken back before", withdraw("", "south-1"), "venue | not stated | "},
		{"another term taken back", withdraw(domain.TermLevel, "south-1"), "venue | carried over | n1"},
		{"taken back after", withdraw(domain.TermVenue, "north-3"), "venue | carried over | n1"},
		{"taken back as another alleges", func(d *domain.Dossier) {
			withdraw(domain.TermVenue, "south-1")(d)
			d.Responses[len(d.Responses)-1].AttestedBy = "south"
		}, "venue | carried over | n1"},
		{"withdrawn by a proposal", func(d *domain.Dossier) {
			d.Proposals = append(d.Proposals, domain.Proposal{ID: "n-none", Track: "talks", By: []string{"north"}, Document: "south-1",
				Relations: []domain.Relation{{Kind: domain.WithdrawsFrom, Proposal: "n1"}}})
		}, "venue | not stated | "},
		{"another's proposal restated", func(d *domain.Dossier) {
			d.Proposals[3].Relations = []domain.Relation{{Kind: domain.Restates, Proposal: "s1"}}
		}, "venue | not stated | "},
		{"by way of a proposal between", func(d *domain.Dossier) {
			d.Proposals = append(d.Proposals, domain.Proposal{ID: "n1b", Track: "talks", By: []string{"north"}, Document: "south-1",
				Relations: []domain.Relation{{Kind: domain.Restates, Proposal: "n1"}}})
			d.Proposals[3].Relations[0].Proposal = "n1b"
		}, "venue | carried over | n1"},
		{"the latest of two", func(d *domain.Dossier) {
			for _, p := range []struct{ id, document string }{{"n1c", "south-1"}, {"n1b", "minutes"}} {
				d.Proposals = append(d.Proposals, domain.Proposal{ID: p.id, Track: "talks", By: []string{"north"},
					Document: p.document, Terms: []domain.Term{{Kind: domain.TermVenue, Text: p.id}}})
			}
			d.Proposals[3].Relations = []domain.Relation{{Kind: domain.Amends, Proposal: "n1"},
				{Kind: domain.Restates, Proposal: "n1c"}, {Kind: domain.Amends, Proposal: "n1b"}}
		}, "venue | carried over | n1c"},
		{"relations in a circle", func(d *domain.Dossier) {
			d.Proposals[0].Terms = nil
			d.Proposals[0].Relations = []domain.Relation{{Kind: domain.Restates, Proposal: "n2"}}
		}, "venue | not stated | "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := harbour(t)
			tt.change(d)
			ix := domain.NewIndex(d)
			tab := compare.Comparison(ix, proposals(t, ix, "s1", "n2"))
			rows := tab.Filter(table.Filter{Text: "venue"})
			if got := lines(t, rows, "term", "state", "carried_from")[1]; got != tt.want {
				t.Errorf("venue of n2 = %q, want %q", got, tt.want)
			}
		})
	}
}
