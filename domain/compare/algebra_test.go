package compare_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/compare"
)

func TestDiff(t *testing.T) {
	tests := []struct {
		name string
		a, b []string
		want compare.Difference
	}{
		{"nothing", nil, nil, compare.Difference{}},
		{"the same in another order", []string{"x", "y"}, []string{"y", "x"}, compare.Difference{Both: []string{"x", "y"}}},
		{"overlapping", []string{"x", "y", "z"}, []string{"w", "z"},
			compare.Difference{Both: []string{"z"}, OnlyA: []string{"x", "y"}, OnlyB: []string{"w"}}},
		{"apart", []string{"x"}, []string{"y"}, compare.Difference{OnlyA: []string{"x"}, OnlyB: []string{"y"}}},
	}
	for _, tt := range tests {
		got := compare.Diff(tt.a, tt.b)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Diff of %s (-want +got):\n%s", tt.name, diff)
		}
		if want := len(tt.want.OnlyA)+len(tt.want.OnlyB) == 0; got.Same() != want {
			t.Errorf("Diff of %s: Same() = %v, want %v", tt.name, got.Same(), want)
		}
	}
}

func TestListDifference(t *testing.T) {
	tests := []struct{ a, b, want string }{
		{"four", "three", "one more: Cape; two fewer: Islands, Coast; contested seats among them: Coast"},
		{"three", "four", "two more: Islands, Coast; one fewer: Cape; contested seats among them: Coast"},
		{"four", "four", "the same parties"},
		{"four", "all", ""},
		{"all", "four", ""},
	}
	ix := index(t)
	for _, tt := range tests {
		if got := compare.ListDifference(ix, list(t, ix, tt.a), list(t, ix, tt.b)); got != tt.want {
			t.Errorf("ListDifference(%s, %s) = %q, want %q", tt.a, tt.b, got, tt.want)
		}
	}
}

func list(t *testing.T, ix *domain.Index, id string) *domain.List {
	t.Helper()
	l, err := ix.List(id)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestMembership(t *testing.T) {
	ix := index(t)
	table := compare.Membership(ix, []*domain.List{list(t, ix, "four"), list(t, ix, "three")})
	want := []string{ // on both lists first, then by the words a reader sees
		"north | yes | yes | ",
		"south | South | yes | ",
		"cape |  | The Cape | ",
		"coast | yes |  | two guilds claim it",
		"islands | yes |  | ",
	}
	if diff := cmp.Diff(want, lines(t, table, "party", "four", "three", "contested")); diff != "" {
		t.Errorf("Membership (-want +got):\n%s", diff)
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{-1: "-1", 0: "none", 1: "one", 9: "nine", 12: "twelve", 13: "13", 26: "26"} {
		if got := compare.Count(n); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestParticipants(t *testing.T) {
	ix := index(t)
	tests := []struct {
		name string
		term domain.Term
		want []string
	}{
		{"a list", domain.Term{List: "three"}, []string{"south", "north", "cape"}},
		{"parties one by one", domain.Term{Parties: []string{"coast"}}, []string{"coast"}},
		{"both: the proposal's own words go first", domain.Term{List: "three", Parties: []string{"coast"}}, []string{"coast"}},
		{"a list that names nobody", domain.Term{List: "all"}, []string{}},
		{"neither", domain.Term{Text: "all"}, nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, compare.Participants(ix, tt.term)); diff != "" {
			t.Errorf("Participants of %s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestMembershipColumns wants no two columns of one name, whatever lists are called.
func TestMembershipColumns(t *testing.T) {
	d := &domain.Dossier{Parties: []domain.Party{{ID: "ford", Name: "Ford"}}}
	for _, id := range []string{"party", "contested", "sides", "name"} {
		d.Lists = append(d.Lists, domain.List{ID: id, Name: id, Members: []domain.Member{{Party: "ford"}}})
	}
	ix := domain.NewIndex(d)
	var lists []*domain.List
	for i := range d.Lists {
		lists = append(lists, &d.Lists[i])
	}
	var got []string
	for _, c := range compare.Membership(ix, lists).Columns {
		got = append(got, c.Name)
	}
	want := []string{"party", "list.party", "list.contested", "list.sides", "name", "contested", "sides", "sides_citation"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
}

// TestDifferenceSaysNone wants "none more" and "none fewer" to be said of two sets of parties where no member is.
func TestDifferenceSaysNone(t *testing.T) {
	ix := index(t)
	rapid.Check(t, func(t *rapid.T) {
		a, b := someOf(t, "a", someParties), someOf(t, "b", someParties)
		if len(a) == 0 || len(b) == 0 {
			return
		}
		_, words := compare.Compare(ix, domain.Term{Kind: domain.TermParticipants, Parties: a}, domain.Term{Kind: domain.TermParticipants, Parties: b})
		outside := func(x, y []string) (n int) {
			for _, id := range x {
				if !slices.Contains(y, id) {
					n++
				}
			}
			return n
		}
		more, fewer := outside(b, a), outside(a, b)
		if same := words == "same parties"; same != (more+fewer == 0) || !same && (strings.Contains(words, "none more") != (more == 0) || strings.Contains(words, "none fewer") != (fewer == 0)) {
			t.Fatalf("from %v to %v: %q", a, b, words)
		}
	})
}
