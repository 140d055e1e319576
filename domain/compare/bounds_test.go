package compare_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// worded is the harbour dossier with a proposal that puts into words what others give as dates, places and parties, and an
// answer on a day nobody knows.
func worded(t *testing.T) *domain.Index {
	t.Helper()
	d := harbour(t)
	d.Proposals = append(d.Proposals, domain.Proposal{ID: "n4", Track: "talks", Act: domain.Proposes, By: []string{"north"}, To: []string{"south"},
		Document: "north-3", Summary: "Soon; anywhere.", Citations: cite("north-3", 2), Terms: []domain.Term{
			{Kind: domain.TermDate, Text: "when the ice breaks; or later"}, {Kind: domain.TermVenue, Text: "at the bar; or off it"},
			{Kind: domain.TermConvener, Text: "whoever is able"}}})
	respond("n1", "", "islands", domain.Rejects, "../1901-05-01")(d)
	d.Responses[len(d.Responses)-1].Citations = cite("north-3", 2)
	return domain.NewIndex(d)
}

// TestEveryDateHasItsBounds wants after each column of dates two of days, and in them what the date means, in every table.
func TestEveryDateHasItsBounds(t *testing.T) {
	ix := worded(t)
	open := 0
	for _, tab := range append(every(t, ix), compare.SilenceMap(ix, day(t, "1902")), compare.Ledger(ix, "", day(t, "1902")),
		compare.Replies(ix, day(t, "1902")), compare.PrintedTogether(ix, day(t, "1902"))) {
		for i, c := range tab.Columns {
			if c.Type != table.TypeEDTF {
				continue
			}
			name := strings.TrimSuffix(c.Name, "_on")
			if j := tab.Index(name + "_earliest"); j != i+1 || tab.Index(name+"_latest") != i+2 || tab.Columns[j].Type != table.TypeDay {
				t.Errorf("%s.%s is not followed by %s_earliest and %s_latest", tab.Name, c.Name, name, name)
				continue
			}
			for _, row := range tab.Rows {
				want := []string{"", ""}
				if text := row.Cells[i].String(); text != "" {
					want = []string{bound(date(t, text).Earliest()), bound(date(t, text).Latest())}
				}
				if got := []string{row.Cells[i+1].String(), row.Cells[i+2].String()}; !slices.Equal(got, want) {
					t.Errorf("%s.%s %s: bounds %q, want %q", tab.Name, c.Name, row.Cells[i], got, want)
				}
				if len(row.Cells[i]) > 0 && slices.Contains(want, "") {
					open++
				}
			}
		}
	}
	if open == 0 {
		t.Error("no date of these tables has an open end")
	}
}

func bound(d edtf.Day, edge edtf.Edge) string {
	if edge != edtf.Known {
		return ""
	}
	return d.String()
}

// TestCellsAreOfTheirType reads every value of every table by the type of its column: words stand in columns of text alone.
func TestCellsAreOfTheirType(t *testing.T) {
	id := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for _, tab := range every(t, worded(t)) {
		for i, c := range tab.Columns {
			for _, row := range tab.Rows {
				for _, v := range row.Cells[i] {
					ok := true
					switch c.Type {
					case table.TypeID:
						ok = id.MatchString(v.Text)
					case table.TypeEDTF:
						_, err := edtf.Parse(v.Text)
						ok = err == nil
					case table.TypeDay:
						_, err := time.Parse(time.DateOnly, v.Text)
						ok = err == nil
					case table.TypeInteger:
						_, err := strconv.Atoi(v.Text)
						ok = err == nil
					case table.TypeBoolean:
						ok = v.Text == "true" || v.Text == "false"
					case table.TypeEnum:
						ok = slices.Contains(c.Values, v.Text)
					case table.TypeText:
					}
					if !ok {
						t.Errorf("%s.%s has %q, which is no %s", tab.Name, c.Name, v.Text, c.Type)
					}
				}
			}
		}
	}
}

// TestWordsStandApart looks for what a proposal puts into words beside the columns of ids and dates; a page shows the words.
func TestWordsStandApart(t *testing.T) {
	table := compare.Whole(worded(t), "proposals")
	want := []string{
		"n1 | 1901-05 | in May | old-quay |  |  | ",
		"t1 |  |  |  |  | coast; cape | ",
		"n4 |  | when the ice breaks; or later |  | at the bar; or off it |  | whoever is able",
	}
	got := lines(t, table, "id", "date", "date_text", "venue", "venue_text", "convener", "convener_text")
	got = slices.DeleteFunc(got, func(s string) bool { return !regexp.MustCompile(`^(n1|t1|n4) `).MatchString(s) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("proposals (-want +got):\n%s", diff)
	}
	row := table.Rows[len(table.Rows)-1]
	for column, want := range map[string]string{"date": "when the ice breaks; or later", "venue": "at the bar; or off it"} {
		if got := table.Shown(row, table.Index(column)).String(); got != want {
			t.Errorf("a page shows %q as the %s, want %q", got, column, want)
		}
	}
}

// TestListsHaveOneName wants a column that names a list to be called by one word in every table, but for those where another
// column tells what sort of record it names.
func TestListsHaveOneName(t *testing.T) {
	for _, tab := range every(t, worded(t)) {
		if tab.Index("section") >= 0 {
			continue
		}
		for i, c := range tab.Columns {
			for _, row := range tab.Rows {
				for _, v := range row.Cells[i] {
					want := "list"
					if c.List {
						want = "lists"
					}
					if v.Ref.Section == domain.SectionLists && c.Type == table.TypeID && c.Name != want {
						t.Errorf("%s.%s names a list, want the name %s", tab.Name, c.Name, want)
					}
				}
			}
		}
	}
}

// TestFirstAnswer wants the days until the first answer to be those between the two columns that have its days.
func TestFirstAnswer(t *testing.T) {
	tests := []struct {
		name   string
		change func(*domain.Dossier)
		want   []string // of n1, put to South and Islands and amended before the day: party | days | made | first answer and its bounds
	}{
		{"the first of several, though another decides", respond("n1", "", "south", domain.Welcomes, "1901-05-01"), []string{
			"south | 32 | 1901-03-01 | 1901-04-02 | 1901-04-02 | 1901-04-02", "islands |  | 1901-03-01 |  |  | "}},
		{"within a month: from the last day to the last", respond("n1", "", "islands", domain.Rejects, "1901-05"), []string{
			"south | 32 | 1901-03-01 | 1901-04-02 | 1901-04-02 | 1901-04-02", "islands | 91 | 1901-03-01 | 1901-05 | 1901-05-01 | 1901-05-31"}},
		{"only alleged", alleging("n1", "islands", domain.Accepts, "1901-05-01"), []string{
			"south | 32 | 1901-03-01 | 1901-04-02 | 1901-04-02 | 1901-04-02", "islands | 61 | 1901-03-01 | 1901-05-01 | 1901-05-01 | 1901-05-01"}},
		{"later than the day", respond("n1", "", "islands", domain.Rejects, "1902-05"), []string{
			"south | 32 | 1901-03-01 | 1901-04-02 | 1901-04-02 | 1901-04-02", "islands |  | 1901-03-01 |  |  | "}},
	}
	for _, tt := range tests {
		d := harbour(t)
		tt.change(d)
		table := compare.SilenceMap(domain.NewIndex(d), day(t, "1902-01-01")).Filter(table.Filter{Text: "n1"})
		got := lines(t, table, "party", "days", "made_latest", "first_answer_on", "first_answer_earliest", "first_answer_latest")
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestNeededIsNeverEmpty wants a value in every cell of the columns that say so, and such a column in every table: what tells
// its rows apart.
func TestNeededIsNeverEmpty(t *testing.T) {
	asOf := day(t, "1922")
	for name, ix := range map[string]*domain.Index{"worded": worded(t), "invented": invented(t)} {
		lists := compare.AllLists(ix)
		silence, ledger := compare.SilenceMap(ix, asOf), compare.Ledger(ix, "", asOf)
		tables := append(every(t, ix), silence, compare.SilenceTotals(silence), ledger, compare.LedgerTotals(ledger), compare.Whole(ix, "seats"),
			compare.Replies(ix, asOf), compare.PrintedTogether(ix, asOf), compare.Sets(ix, lists), compare.ListNumbers(ix, lists),
			compare.ListPair(ix, lists[0], lists[len(lists)-1]), compare.Sheet(ix, ix.Dossier.Tracks[0].ID, compare.Turns(ix, ix.Dossier.Tracks[0].ID)))
		for _, table := range tables {
			needed := 0
			for i, c := range table.Columns {
				if !c.Needed {
					continue
				}
				needed++
				for _, row := range table.Rows {
					if len(row.Cells[i]) == 0 {
						t.Errorf("%s: %s.%s is empty and may not be", name, table.Name, c.Name)
					}
				}
			}
			if needed == 0 {
				t.Errorf("%s has no column that is never empty", table.Name)
			}
		}
	}
}
