package views_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/dossier"
	"pourparler/export"
	"pourparler/internal/golden"
	"pourparler/views"
)

func listPair(t testing.TB, s *views.Site, a, b string) views.Charted {
	t.Helper()
	p, err := s.NewListPair(a, b)
	if err != nil {
		t.Fatalf("NewListPair(%q, %q): %v", a, b, err)
	}
	return p
}

// harbourOfLists is the harbour dossier with a second list, and a third that names nobody.
func harbourOfLists(t testing.TB) *domain.Index {
	t.Helper()
	d := harbour(t)
	d.Lists = append(d.Lists,
		domain.List{ID: "council", Name: "The council", Authors: []string{"yasny"}, Document: "yasny-1921-04-10", Claimed: 2,
			Members: []domain.Member{{Party: "yasny-council", As: "Council"}, {Party: "baiwan", As: "Бай-Вань"}}},
		domain.List{ID: "all", Name: "All towns", Authors: []string{"baiwan"}, Document: "yasny-1921-04-10", Claimed: 9, Rule: "Whoever has a quay."})
	return domain.NewIndex(d)
}

func asCSV(t *testing.T, table table.Table) []byte {
	t.Helper()
	var buf bytes.Buffer
	if _, err := export.CSV(&buf, table.Stream(), export.CSVOptions{}); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// TestListsDrawn keeps the picture of the lists and the tables behind it.
func TestListsDrawn(t *testing.T) {
	ix := harbourOfLists(t)
	lists := compare.AllLists(ix)
	golden.Assert(t, "list-sets.svg", []byte(views.NewSite(ix).SetsSVG(lists)))
	golden.Assert(t, "list-sets.csv", asCSV(t, compare.Sets(ix, lists)))
	golden.Assert(t, "list-numbers.csv", asCSV(t, compare.ListNumbers(ix, lists)))
	golden.Assert(t, "membership.csv", asCSV(t, compare.Membership(ix, lists)))
	golden.Assert(t, "seats.csv", asCSV(t, compare.Whole(ix, "seats")))
	golden.Assert(t, "list-pair.csv", asCSV(t, compare.ListPair(ix, lists[0], lists[1])))
	golden.Assert(t, "list-pair-nameless.csv", asCSV(t, compare.ListPair(ix, lists[0], lists[2])))
}

// TestRepliesDrawn keeps the picture of who answers whom and the tables behind it.
func TestRepliesDrawn(t *testing.T) {
	d := harbour(t)
	for i := range d.Documents {
		if d.Documents[i].Kind == domain.Letter {
			d.Documents[i].PublishedIn.Text = "Papers of the Bay, volume 2"
		}
	}
	ix := domain.NewIndex(d)
	golden.Assert(t, "replies.svg", []byte(views.NewSite(ix).RepliesSVG(edtf.Day{})))
	golden.Assert(t, "replies.csv", asCSV(t, compare.Replies(ix, edtf.Day{})))
	golden.Assert(t, "printed-together.csv", asCSV(t, compare.PrintedTogether(ix, edtf.Day{})))
}

// TestBundledListsAndReplies asks the bundled dossier what a seminar would.
func TestBundledListsAndReplies(t *testing.T) {
	d, err := dossier.Read(os.DirFS("../seeds/sino-soviet"))
	if err != nil {
		t.Fatal(err)
	}
	s := siteOf(d)
	golden.Assert(t, "sino-soviet-list-sets.csv", asCSV(t, compare.Sets(s.Index(), compare.AllLists(s.Index()))))
	answers := words(one(t, parsed(t, s.NewReplies(edtf.Day{})), "#answers"))
	for _, want := range []string{
		"The CPC’s letter of 29 February 1964 answered the CPSU’s of 29 November 1963 after 92 days",
		"The CPSU’s letter of 7 March 1964 answered the CPC’s of 29 February 1964 after 7 days",
	} {
		if !strings.Contains(answers, want) {
			t.Errorf("the answers in words lack %q:\n%s", want, answers)
		}
	}
	lists := parsed(t, s.NewLists())
	one(t, lists, `svg a[aria-label="On “The seventeen” and “The twenty-six” and no other: 17 parties"]`)
	if n := len(find(lists, `svg a[href="/sino-soviet/parties/india"]`)); n != 1 {
		t.Errorf("India is drawn %d times, want once", n)
	}
	nameless := words(one(t, parsed(t, listPair(t, s, "twenty-six", "eighty-one")), "#together"))
	if !strings.Contains(nameless, "Cannot be told: “The eighty-one” names nobody") || strings.Contains(nameless, "None") {
		t.Errorf("the list without names is taken for an empty one: %s", nameless)
	}
}

// TestPair chooses the lists that a query names, or the first that name their members.
func TestPair(t *testing.T) {
	ix := harbourOfLists(t)
	for _, tt := range []struct{ a, b, wantA, wantB string }{
		{"", "", "four", "council"},
		{"all", "", "all", "council"},
		{"council", "council", "council", "council"},
		{"norrholm-1921-03-01-conference", "four", "norrholm-1921-03-01-conference", "four"},
	} {
		got, err := views.Pair(ix, tt.a, tt.b)
		if err != nil || got[0].ID != tt.wantA || got[1].ID != tt.wantB {
			t.Errorf("Pair(%q, %q) = %v, %v, want %s and %s", tt.a, tt.b, got, err, tt.wantA, tt.wantB)
		}
	}
	for _, id := range []string{"nobody", "yasny-1921-04-10-conference"} {
		if _, err := views.Pair(ix, "four", id); domain.KindOf(err) != domain.NotFound {
			t.Errorf("Pair with %q: %v, want an error of kind NotFound", id, err)
		}
	}
	if _, err := views.Pair(domain.NewIndex(&domain.Dossier{}), "", ""); domain.KindOf(err) != domain.NotFound {
		t.Errorf("Pair without lists: %v, want an error of kind NotFound", err)
	}
}
