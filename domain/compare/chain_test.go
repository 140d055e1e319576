package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
)

// letters is the harbour record with more to answer: uncertain dates, a letter kept from a party, and one without a date.
func letters(t *testing.T) *domain.Dossier {
	t.Helper()
	d := harbour(t)
	d.Documents = append(d.Documents,
		domain.Document{ID: "circular", Title: "Circular", Kind: domain.Pamphlet, Authors: []string{"north"}, WithheldFrom: []string{"south"},
			Dated: on(t, "1901-02"), Citations: cite("south-1", 1)},
		domain.Document{ID: "before", Title: "What was asked before", Kind: domain.Letter, Dated: on(t, "../1901-03-01"), Citations: cite("north-1", 1)},
		domain.Document{ID: "undated", Title: "A letter", Kind: domain.Letter, Authors: []string{"cape"}, Citations: cite("north-1", 5)})
	d.Documents[1].RepliesTo = []domain.Reply{{Document: "before", Citations: cite("north-1", 1)}}
	d.Documents[4].RepliesTo = []domain.Reply{{Document: "north-2", Citations: cite("south-2", 1)}, {Document: "circular", Citations: cite("south-2", 2)}}
	d.Documents[5].RepliesTo = []domain.Reply{{Document: "undated", Citations: cite("north-3", 1)}}
	d.Documents[7].RepliesTo = []domain.Reply{{Document: "lost", Citations: cite("south-1", 1)}}
	for i := range d.Documents[:5] {
		d.Documents[i].PublishedIn.Text = "Papers"
	}
	return d
}

func TestReplies(t *testing.T) {
	ix := domain.NewIndex(letters(t))
	want := []string{
		"circular | false | south | lost |  |  | south-2 | south-1 para. 1",
		"before | false |  |  |  |  | north-1 | north-1 para. 1",
		"north-1 | true |  | before | 0 |  | south-1 | north-1 para. 1",
		"south-1 | true |  | north-1 | 32 | 32 |  | south-1 para. 1",
		"north-2 | true |  |  |  |  | south-2 | ",
		"south-2 | true |  | north-2 | 27 | 27 |  | south-2 para. 1",
		"south-2 | true |  | circular | 93 | 120 |  | south-2 para. 2",
		"north-3 | true |  | undated |  |  |  | north-3 para. 1",
		"lost | false |  |  |  |  | circular | north-1 para. 5",
		"undated | false |  |  |  |  | north-3 | north-1 para. 5",
	}
	table := compare.Replies(ix, edtf.Day{})
	got := lines(t, table, "document", "held", "withheld_from", "answers", "days", "days_most", "answered_by", "citation")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Replies (-want +got):\n%s", diff)
	}
	if rows := compare.Replies(ix, day(t, "1901-04-02")).Rows; len(rows) != 4 {
		t.Errorf("%d rows by 2 April, want the first 4", len(rows))
	}
}

func TestAnswersInWords(t *testing.T) {
	ix := domain.NewIndex(letters(t))
	chain := compare.Chain(ix, edtf.Day{})
	const want = "“Circular” is said to answer “A lost note” after a time not known; North’s letter of 1 March 1901 answered “What was asked before” after a time not known; " +
		"South’s letter of 2 April 1901 answered North’s of 1 March 1901 after 32 days; " +
		"South’s letter of 1 June 1901 answered North’s of 5 May 1901 after 27 days; " +
		"South’s letter of 1 June 1901 answered “Circular” after 93 to 120 days; " +
		"North’s letter of 1 August 1901 answered “A letter” after a time not known."
	if got := compare.ChainAnswers(ix, chain); got != want {
		t.Errorf("ChainAnswers = %q, want %q", got, want)
	}
	const summary = "Nine letters and other documents between the parties, four of them only mentioned by others; one kept from a party; " +
		"answers took from 27 to 32 days."
	if got := compare.ChainWords(chain); got != summary {
		t.Errorf("ChainWords = %q, want %q", got, summary)
	}
	if got := compare.ChainAnswers(ix, nil); got != "" {
		t.Errorf("ChainAnswers of nothing = %q", got)
	}
}

func TestSpans(t *testing.T) {
	for _, tt := range []struct {
		span compare.Span
		want string
	}{
		{compare.Span{Begun: true, Bounded: true}, "the same day"},
		{compare.Span{Least: 1, Most: 1, Begun: true, Bounded: true}, "1 day"},
		{compare.Span{Least: 7, Most: 9, Begun: true, Bounded: true}, "7 to 9 days"},
		{compare.Span{Least: 7, Begun: true}, "at least 7 days"},
		{compare.Span{Most: 7, Bounded: true}, "at most 7 days"},
		{compare.Span{Begun: true}, "a time not known"},
		{compare.Span{}, "a time not known"},
	} {
		if got := tt.span.String(); got != tt.want {
			t.Errorf("%+v = %q, want %q", tt.span, got, tt.want)
		}
	}
}

func TestPrintedTogether(t *testing.T) {
	want := []string{
		"Papers | 1 | north-1 |  | before",
		"Papers | 2 | south-1 | 32 | north-1",
		"Papers | 3 | north-2 | 33 | ",
		"Papers | 4 | south-2 | 27 | north-2; circular",
	}
	table := compare.PrintedTogether(domain.NewIndex(letters(t)), edtf.Day{})
	if diff := cmp.Diff(want, lines(t, table, "published_in", "order_in_time", "document", "days_after", "answers")); diff != "" {
		t.Errorf("PrintedTogether (-want +got):\n%s", diff)
	}
}

// TestOrderOnPaper sets the order on paper beside the order in time, and does not tell of one book twice.
func TestOrderOnPaper(t *testing.T) {
	d := letters(t)
	for i, number := range []int{4, 1, 2, 3} {
		d.Documents[i+1].Printed = []domain.Printing{{In: "papers", Number: number}}
	}
	d.Documents[2].Printed = append(d.Documents[2].Printed, domain.Printing{In: "daily", Number: 2})
	d.Documents[5].Printed = []domain.Printing{{In: "daily", Number: 1}}
	d.Documents[6].Printed = []domain.Printing{{In: "alone", Number: 1}}
	got := lines(t, compare.PrintedTogether(domain.NewIndex(d), edtf.Day{}), "printed_in", "order_in_time", "order_on_paper")
	want := []string{"papers | 1 | 4", "papers | 2 | 1", "papers | 3 | 2", "papers | 4 | 3", "daily | 1 | 2", "daily | 2 | 1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("PrintedTogether (-want +got):\n%s", diff)
	}
}

// TestChainGrows finds everything written by a day among what was written by a later one, in the same order.
func TestChainGrows(t *testing.T) {
	ix := domain.NewIndex(letters(t))
	rapid.Check(t, func(t *rapid.T) {
		early := drawDay(t)
		late := early.AddDays(rapid.Int64Range(0, 400).Draw(t, "later"))
		rest := compare.Chain(ix, late)
		for _, l := range compare.Chain(ix, early) {
			for len(rest) > 0 && rest[0].Document.ID != l.Document.ID {
				rest = rest[1:]
			}
			if len(rest) == 0 {
				t.Fatalf("%s of %s is not in its place by %s", l.Document.ID, early, late)
			}
		}
	})
}
