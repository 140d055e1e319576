package compare_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/compare"
)

func TestSets(t *testing.T) {
	ix := index(t)
	want := []string{
		"four; three | 2 | north; south | ",
		"four | 2 | islands; coast | coast",
		"three | 1 | cape | ",
	}
	got := lines(t, compare.Sets(ix, compare.AllLists(ix)), "lists", "size", "parties", "contested")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Sets (-want +got):\n%s", diff)
	}
	const words = "Five parties named: two on “The four” and “The three”; two on “The four” alone; one on “The three” alone; “All harbours” names nobody."
	if got := compare.SetsWords(compare.AllLists(ix)); got != words {
		t.Errorf("SetsWords = %q, want %q", got, words)
	}
	if got := compare.SetsWords(nil); got != "No list names a member." {
		t.Errorf("SetsWords of none = %q", got)
	}
}

func TestListPair(t *testing.T) {
	ix := index(t)
	tests := []struct {
		a, b string
		want []string
	}{
		{"four", "three", []string{
			"union | Five are on one or both | 5 | north; south; islands; coast; cape",
			"intersection | Two are on both | 2 | north; south",
			"only the first | Two are only on “The four” | 2 | islands; coast",
			"only the second | One is only on “The three” | 1 | cape"}},
		{"four", "four", []string{
			"union | Four are on one or both | 4 | north; south; islands; coast",
			"intersection | Four are on both | 4 | north; south; islands; coast",
			"only the first | None is only on “The four” | 0 | ",
			"only the second | None is only on “The four” | 0 | "}},
		{"three", "all", []string{
			"union | Cannot be told: “All harbours” names nobody |  | ",
			"intersection | Cannot be told: “All harbours” names nobody |  | ",
			"only the first | Cannot be told: “All harbours” names nobody |  | ",
			"only the second | Cannot be told: “All harbours” names nobody |  | "}},
	}
	for _, tt := range tests {
		got := lines(t, compare.ListPair(ix, list(t, ix, tt.a), list(t, ix, tt.b)), "part", "words", "size", "parties")
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("ListPair(%s, %s) (-want +got):\n%s", tt.a, tt.b, diff)
		}
	}
}

func TestListOf(t *testing.T) {
	ix := index(t)
	got, err := compare.ListOf(ix, "s1")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(list(t, ix, "three").Members, got.Members); diff != "" {
		t.Errorf("the participants of s1 (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(cite("south-1", 2), got.Citations); diff != "" {
		t.Errorf("the citations of s1 (-want +got):\n%s", diff)
	}
	for _, id := range []string{"n2", "nobody"} { // without participants; not there
		if _, err := compare.ListOf(ix, id); domain.KindOf(err) != domain.NotFound {
			t.Errorf("ListOf(%q): %v, want an error of kind NotFound", id, err)
		}
	}
}

func TestListNumbers(t *testing.T) {
	d := harbour(t)
	d.Lists[0].Claimed = 6
	d.Lists[0].Appearances = []domain.Appearance{{Document: "north-2", Claimed: 6}, {Document: "north-3", Claimed: 5, Citations: cite("north-3", 2)}}
	d.Lists[1].Claimed = 0
	ix := domain.NewIndex(d)
	want := []string{
		"four | 6 | 4 | differ | 5 in north-3",
		"three |  | 3 | no number given | ",
		"all | 30 |  | no names given | ",
	}
	table := compare.ListNumbers(ix, compare.AllLists(ix))
	if diff := cmp.Diff(want, lines(t, table, "list", "claimed", "listed", "numbers", "elsewhere")); diff != "" {
		t.Errorf("ListNumbers (-want +got):\n%s", diff)
	}
	if got := table.Rows[0].Cells[table.Index("numbers")][0].Display(); got != "≠ differ" {
		t.Errorf("numbers that differ are shown as %q", got)
	}
	for i, want := range []string{"≠ 6 claimed, 4 named", "no number claimed, 3 named", "30 claimed, nobody named"} {
		if got := compare.NumbersWords(compare.AllLists(ix)[i]); got != want {
			t.Errorf("NumbersWords = %q, want %q", got, want)
		}
	}
}

func TestSidesOf(t *testing.T) {
	d := harbour(t)
	d.Seats[0].Claimants = []string{"coast", "cape"}
	d.Alignments = append(d.Alignments,
		domain.Alignment{ID: "again", Document: "north-2", Parties: []string{"islands"}, Side: domain.Attacks, Toward: []string{"south"}, Citations: cite("north-2", 5)},
		domain.Alignment{ID: "cape", Document: "south-1", Parties: []string{"cape"}, Side: domain.Supports, Toward: []string{"north", "islands", "south"}, SaidBy: "north", Citations: cite("south-1", 1)})
	ix := domain.NewIndex(d)
	four := list(t, ix, "four")
	table := compare.Membership(ix, []*domain.List{four, list(t, ix, "all")})
	want := []string{
		"coast | yes | no names given | cape supports north, islands, south, said by north | south-1 para. 1",
		"islands | yes | no names given | attacks south, said by north | north-3 para. 2; north-2 para. 5",
		"north | yes | no names given |  | ",
		"south | South | no names given |  | ",
	}
	if diff := cmp.Diff(want, lines(t, table, "party", "four", "all", "sides", "sides_citation")); diff != "" {
		t.Errorf("Membership (-want +got):\n%s", diff)
	}
	for party, want := range map[string]string{"islands": "attacks South, says North", "coast": "Cape supports North, Islands and South, says North"} {
		if got := compare.SidesOf(ix, party)[0].Words(ix, party); got != want {
			t.Errorf("the side of %s is %q, want %q", party, got, want)
		}
	}
}

func TestSeats(t *testing.T) {
	d := harbour(t)
	d.Seats = append(d.Seats, domain.Seat{ID: "cape", Party: "cape", Claimants: []string{"cape", "coast"}, Reason: "two guilds",
		Citations: cite("south-1", 4), Views: []domain.SeatView{{By: "north", Claimant: "cape", Stance: domain.Recognises, Citations: cite("north-2", 1)},
			{By: "south", Claimant: "cape", Stance: domain.Denies, Text: "has ceased to meet"}}})
	want := []string{
		"coast |  |  |  |  |  | south-1 para. 4",
		"cape | cape; coast | north | recognises | cape |  | north-2 para. 1",
		"cape | cape; coast | south | rejects | cape | has ceased to meet | south-1 para. 4",
	}
	got := lines(t, compare.Whole(domain.NewIndex(d), "seats"), "seat", "claimants", "by", "stance", "claimant", "wording", "citation")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Seats (-want +got):\n%s", diff)
	}
}

// drawLists draws some lists; some of them name nobody, and a party may stand twice on one.
func drawLists(t *rapid.T) []*domain.List {
	var lists []*domain.List
	for i := range rapid.IntRange(0, 4).Draw(t, "lists") {
		l := &domain.List{ID: fmt.Sprintf("l%d", i), Name: fmt.Sprintf("L%d", i)}
		for _, id := range rapid.SliceOfN(rapid.SampledFrom(someParties), 0, 8).Draw(t, "members") {
			l.Members = append(l.Members, domain.Member{Party: id})
		}
		lists = append(lists, l)
	}
	return lists
}

// TestSetsDivideTheUnion finds each party named in exactly one set, that of the lists on which it stands.
func TestSetsDivideTheUnion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lists := drawLists(t)
		var union, divided []string
		for _, l := range lists {
			for _, id := range l.Parties() {
				if !slices.Contains(union, id) {
					union = append(union, id)
				}
			}
		}
		for _, s := range compare.ExclusiveSets(lists) {
			divided = append(divided, s.Members...)
			for _, l := range lists {
				for _, id := range s.Members {
					if slices.Contains(s.Lists, l) != slices.Contains(l.Parties(), id) {
						t.Fatalf("%s stands in the set of %v", id, s.Words())
					}
				}
			}
		}
		if !sameSet(union, divided) {
			t.Fatalf("the sets hold %v, the lists name %v", divided, union)
		}
	})
}

// TestListPairProperties compares a list with itself, and two lists both ways.
func TestListPairProperties(t *testing.T) {
	ix := index(t)
	rapid.Check(t, func(t *rapid.T) {
		lists := append(drawLists(t), &domain.List{ID: "x"}, &domain.List{ID: "y", Members: []domain.Member{{Party: "north"}}})
		a, b := sample(t, "a", lists), sample(t, "b", lists)
		sizes := func(a, b *domain.List) (cells []string) {
			table := compare.ListPair(ix, a, b)
			for _, row := range table.Rows {
				cells = append(cells, row.Cells[table.Index("size")].String())
			}
			return cells
		}
		if self := sizes(a, a); a.Listed() > 0 && (self[2] != "0" || self[3] != "0" || self[0] != self[1]) {
			t.Fatalf("a list compared with itself differs: %v", self)
		}
		there, back := sizes(a, b), sizes(b, a)
		if there[0] != back[0] || there[1] != back[1] || there[2] != back[3] || there[3] != back[2] {
			t.Fatalf("%v is not the mirror of %v", there, back)
		}
		if (there[0] == "") != (a.Listed() == 0 || b.Listed() == 0) {
			t.Fatalf("lists of %d and %d names have the sizes %v", a.Listed(), b.Listed(), there)
		}
	})
}
