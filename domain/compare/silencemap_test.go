package compare_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/dossier"
	"pourparler/export"
	"pourparler/internal/golden"
)

func TestSilenceMap(t *testing.T) {
	tests := []struct {
		name   string
		change func(*domain.Dossier)
		on     string
		want   []string // of n1, put to South and Islands: party | outcome | days | answer | terms
	}{
		{"nobody has answered yet", nil, "1901-03-11", []string{"south | unanswered | 10 |  | ", "islands | unanswered | 10 |  | "}},
		{"single terms: the one that grants least decides", nil, "1901-04-02",
			[]string{"south | countered | 32 | south counters (date) | date: counters; venue: defers", "islands | unanswered | 32 |  | "}},
		{"the whole before its terms", respond("n1", "", "south", domain.Welcomes, "1901-05-01"), "1901-06-01",
			[]string{"south | welcomed | 32 | south welcomes | date: counters; venue: defers", "islands | replaced |  |  | "}},
		{"an answer given later does not count", respond("n1", "", "south", domain.Welcomes, "1901-05-01"), "1901-04-30",
			[]string{"south | countered | 32 | south counters (date) | date: counters; venue: defers", "islands | unanswered | 60 |  | "}},
		{"the latest to a term", respond("n1", domain.TermDate, "south", domain.Accepts, "1901-05-01"), "1901-06-01",
			[]string{"south | deferred | 32 | south defers (venue) | date: counters; date: accepts; venue: defers", "islands | replaced |  |  | "}},
		{"of one date the one that grants least", both(respond("n1", "", "islands", domain.Accepts, "1901-05-01"), respond("n1", "", "islands", domain.Conditions, "1901-05-01")),
			"1901-05-01", []string{"south | countered | 32 | south counters (date) | date: counters; venue: defers", "islands | conditional | 61 | islands conditions | "}},
		{"only alleged", alleging("n1", "islands", domain.Accepts, "1901-05-01"), "1901-05-01",
			[]string{"south | countered | 32 | south counters (date) | date: counters; venue: defers", "islands | alleged | 61 | islands accepts (alleged by north) | "}},
		{"an alleged silence is no answer", alleging("n1", "islands", domain.Ignores, "1901-05-01"), "1901-05-01",
			[]string{"south | countered | 32 | south counters (date) | date: counters; venue: defers", "islands | unanswered | 61 |  | "}},
		{"withdrawn, whatever was answered", respond("n1", "", "north", domain.Withdraws, "1901-05-01"), "1901-05-01",
			[]string{"south | withdrawn | 32 | south counters (date) | date: counters; venue: defers", "islands | withdrawn |  |  | "}},
		{"one term withdrawn", respond("n1", domain.TermDate, "north", domain.Withdraws, "1901-05-01"), "1901-05-01",
			[]string{"south | countered | 32 | south counters (date) | date: counters; venue: defers", "islands | unanswered | 61 |  | "}},
		{"amended before the meeting", meeting(t, "n1", "1901-06-01"), "1901-06-01",
			[]string{"south | countered | 32 | south counters (date) | date: counters; venue: defers", "islands | replaced |  |  | "}},
		{"overtaken by a meeting", meeting(t, "n1", "1901-04-20"), "1901-04-20",
			[]string{"south | countered | 32 | south counters (date) | date: counters; venue: defers", "islands | overtaken |  |  | "}},
		{"an answer within a month", respond("n1", "", "islands", domain.Rejects, "1901-05"), "1901-05-31",
			[]string{"south | countered | 32 | south counters (date) | date: counters; venue: defers", "islands | rejected | 91 | islands rejects | "}},
		{"an answer on a day nobody knows", respond("n1", "", "islands", domain.Rejects, "../1901-05-01"), "1901-05-31",
			[]string{"south | countered | 32 | south counters (date) | date: counters; venue: defers", "islands | rejected |  | islands rejects | "}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := harbour(t)
			if test.change != nil {
				test.change(d)
			}
			table := compare.SilenceMap(domain.NewIndex(d), day(t, test.on)).Filter(table.Filter{Text: "n1"})
			got := lines(t, table, "party", "outcome", "days", "answer", "terms")
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("on %s (-want +got):\n%s", test.on, diff)
			}
		})
	}
}

// respond returns a change that adds a party's own answer.
func respond(proposal string, term domain.TermKind, by string, stance domain.Stance, made string) func(*domain.Dossier) {
	return func(d *domain.Dossier) {
		when, err := edtf.Parse(made)
		if err != nil {
			panic(err)
		}
		d.Responses = append(d.Responses, domain.Response{ID: fmt.Sprintf("more-%d", len(d.Responses)), Proposal: proposal, Term: term, By: by,
			Stance: stance, Made: domain.Date{Value: when}, Document: "north-3"})
	}
}

// alleging returns a change that adds an answer on the word of North.
func alleging(proposal, by string, stance domain.Stance, made string) func(*domain.Dossier) {
	return func(d *domain.Dossier) {
		respond(proposal, "", by, stance, made)(d)
		d.Responses[len(d.Responses)-1].AttestedBy = "north"
	}
}

func both(a, b func(*domain.Dossier)) func(*domain.Dossier) {
	return func(d *domain.Dossier) { a(d); b(d) }
}

func meeting(t *testing.T, fulfils, held string) func(*domain.Dossier) {
	return func(d *domain.Dossier) {
		d.Meetings = append(d.Meetings, domain.Meeting{ID: "at-last", Name: "At last", Track: "talks", Status: domain.Held,
			Date: on(t, held), Fulfils: []string{fulfils}})
	}
}

// TestSilenceMapGolden keeps both tables of the invented dossier as files have them.
func TestSilenceMapGolden(t *testing.T) {
	ix, asOf := invented(t), day(t, "1921-05-01")
	table := compare.SilenceMap(ix, asOf)
	golden.Assert(t, "silence-map.csv", csv(t, table))
	golden.Assert(t, "silence-totals.csv", csv(t, compare.SilenceTotals(table)))
	golden.Assert(t, "silence.txt", []byte(compare.SilenceSentence(table, asOf)+"\n"))
}

// invented is the harbour dossier as readers of the product have it, read from its files.
func invented(t *testing.T) *domain.Index {
	t.Helper()
	d, err := dossier.Read(os.DirFS("../../dossier/testdata/harbour"))
	if err != nil {
		t.Fatal(err)
	}
	return domain.NewIndex(d)
}

func csv(t *testing.T, table table.Table) []byte {
	t.Helper()
	var buf bytes.Buffer
	if _, err := export.CSV(&buf, table.Stream(), export.CSVOptions{}); err != nil {
		t.Fatal(err)
	}
	return bytes.ReplaceAll(buf.Bytes(), []byte("\r\n"), []byte("\n"))
}

// TestSilenceTotals counts the rows behind every number of the totals, whole and filtered.
func TestSilenceTotals(t *testing.T) {
	frame := harbour(t)
	rapid.Check(t, func(t *rapid.T) {
		tab := compare.SilenceMap(domain.NewIndex(drawDossier(t, frame)), drawDay(t))
		f := table.Filter{Track: sample(t, "track", []string{"", "talks", "tolls"}), Party: sample(t, "party", append([]string{""}, someParties...))}
		tab = tab.Filter(f)
		sameTotals(t, tab, compare.SilenceTotals(tab), texted(compare.Receptions()))
	})
}

// sameTotals holds a table of totals to the rows of which it is made.
func sameTotals(t *rapid.T, rows, totals table.Table, words []string) {
	all := 0
	for i, row := range totals.Rows {
		sum := 0
		for _, w := range words {
			n := number(t, totals, i, strings.ReplaceAll(w, " ", "_"))
			behind := rows.Filter(table.Filter{Party: row.Ref.ID, Stance: w})
			if n != len(behind.Rows) {
				t.Fatalf("%s: %d %q, and %d rows behind it", row.Ref.ID, n, w, len(behind.Rows))
			}
			sum += n
		}
		if n := number(t, totals, i, "rows"); n != sum {
			t.Fatalf("%s: %d rows, and %d by their words", row.Ref.ID, n, sum)
		}
		all += sum
	}
	if all != len(rows.Rows) {
		t.Fatalf("the totals count %d rows of %d", all, len(rows.Rows))
	}
}

func number(t *rapid.T, table table.Table, row int, column string) int {
	var n int
	if _, err := fmt.Sscan(table.Rows[row].Cells[table.Index(column)].String(), &n); err != nil {
		t.Fatalf("row %d has no number in %s: %v", row, column, err)
	}
	return n
}

// TestSilenceMapAndSilence finds what waits for an answer in both tables, but for what its proposer took back.
func TestSilenceMapAndSilence(t *testing.T) {
	frame := harbour(t)
	rapid.Check(t, func(t *rapid.T) {
		d := drawDossier(t, frame)
		d.Responses = slices.DeleteFunc(d.Responses, func(a domain.Response) bool { return a.Stance.Own() && a.Stance != domain.Withdraws })
		for i := range d.Responses { // only a proposer takes back
			if p := d.Proposals[slices.IndexFunc(d.Proposals, func(p domain.Proposal) bool { return p.ID == d.Responses[i].Proposal })]; d.Responses[i].Stance == domain.Withdraws {
				d.Responses[i].By, d.Responses[i].AttestedBy = p.By[0], ""
			}
		}
		for i, p := range d.Proposals {
			d.Proposals[i].To = slices.DeleteFunc(p.To, func(id string) bool { return slices.Contains(p.By, id) })
		}
		ix, asOf := domain.NewIndex(d), drawDay(t)
		waiting := map[string]string{}
		for _, row := range texts(compare.Silence(ix, asOf)) {
			waiting[cell(row, "proposal")+" "+cell(row, "party")] = cell(row, "days")
		}
		for _, row := range texts(compare.SilenceMap(ix, asOf)) {
			key := cell(row, "proposal") + " " + cell(row, "party")
			days, silent := waiting[key]
			switch outcome := cell(row, "outcome"); {
			case outcome == "withdrawn":
			case silent != (outcome == "unanswered"):
				t.Fatalf("%s is %q, and in the table of silence: %v", key, outcome, silent)
			case silent && days != cell(row, "days"):
				t.Fatalf("%s waits %s days and in the table of silence %s", key, cell(row, "days"), days)
			}
		}
	})
}

// cell returns the text of a column from a row of texts.
func cell(row []string, column string) string {
	for _, c := range row {
		if text, ok := strings.CutPrefix(c, column+": "); ok {
			return text
		}
	}
	return ""
}

// dayTables are the tables of a day of this file and the next, with the column that grows by itself.
var dayTables = map[string]func(*domain.Index, edtf.Day) table.Table{
	"silence-map": compare.SilenceMap,
	"ledger":      func(ix *domain.Index, day edtf.Day) table.Table { return compare.Ledger(ix, "", day) },
}

// TestDayTablesAfterTheLastEvent moves the day past everything dated: only the days of waiting change.
func TestDayTablesAfterTheLastEvent(t *testing.T) {
	frame, last := harbour(t), day(t, "1902")
	rapid.Check(t, func(t *rapid.T) {
		ix := domain.NewIndex(drawDossier(t, frame))
		later := last.AddDays(rapid.Int64Range(1, 10000).Draw(t, "later"))
		for name, table := range dayTables {
			if diff := cmp.Diff(texts(table(ix, last), "days"), texts(table(ix, later), "days")); diff != "" {
				t.Fatalf("%s changes after the last event:\n%s", name, diff)
			}
		}
		then, now := compare.SilenceMap(ix, last), compare.SilenceMap(ix, later)
		for i := range then.Rows {
			outcome := then.Rows[i].Cells[then.Index("outcome")].String()
			waited, still := then.Rows[i].Cells[then.Index("days")].String(), now.Rows[i].Cells[now.Index("days")].String()
			if outcome == "unanswered" && daysOf(t, now, i)-daysOf(t, then, i) != last.DaysUntil(later) || outcome != "unanswered" && waited != still {
				t.Fatalf("%s: %s days became %s in %d days", outcome, waited, still, last.DaysUntil(later))
			}
		}
	})
}

// TestDayTablesKnowNoFuture takes everything dated after a day out of the record: the tables of that day are the same.
func TestDayTablesKnowNoFuture(t *testing.T) {
	frame := harbour(t)
	rapid.Check(t, func(t *rapid.T) {
		d := drawDossier(t, frame)
		ix, asOf := domain.NewIndex(d), drawDay(t)
		past := *d
		past.Proposals = slices.DeleteFunc(slices.Clone(d.Proposals), func(p domain.Proposal) bool { return !compare.By(ix.Made(&p), asOf) })
		past.Responses = slices.DeleteFunc(slices.Clone(d.Responses), func(a domain.Response) bool { return !compare.By(ix.Responded(&a), asOf) })
		then := domain.NewIndex(&past)
		for name, table := range dayTables {
			if diff := cmp.Diff(texts(table(then, asOf)), texts(table(ix, asOf))); diff != "" {
				t.Fatalf("%s on %s depends on what came later (-without +with):\n%s", name, asOf, diff)
			}
		}
	})
}

// TestDayTablesMirror swaps two parties throughout the record: the rows are those of before with the two swapped.
func TestDayTablesMirror(t *testing.T) {
	frame := harbour(t)
	columns := map[string][]string{
		"silence-map": {"party", "track", "made_on", "proposer", "proposal", "outcome", "days"},
		"ledger": {"party", "other", "track", "term", "made_on", "before_proposal", "proposal", "other_proposal",
			"distance_before", "distance_after", "movement"},
	}
	rapid.Check(t, func(t *rapid.T) {
		d, asOf := drawDossier(t, frame), drawDay(t)
		ix, swapped := domain.NewIndex(d), domain.NewIndex(mirrored(d))
		for name, table := range dayTables {
			want, got := chosen(table(ix, asOf), columns[name], swap), chosen(table(swapped, asOf), columns[name], func(id string) string { return id })
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s is not mirrored (-want +got):\n%s", name, diff)
			}
		}
	})
}

// chosen returns the rows of some columns in an order of their own, each value changed by the function.
func chosen(table table.Table, columns []string, change func(string) string) []string {
	var rows []string
	for _, row := range table.Rows {
		line := ""
		for _, name := range columns {
			for _, v := range row.Cells[table.Index(name)] {
				line += change(v.Text) + ";"
			}
			line += "|"
		}
		rows = append(rows, line)
	}
	slices.Sort(rows)
	return rows
}

func swap(id string) string {
	switch id {
	case "north":
		return "south"
	case "south":
		return "north"
	}
	return id
}

func swapAll(ids []string) []string {
	swapped := make([]string, len(ids))
	for i, id := range ids {
		swapped[i] = swap(id)
	}
	return swapped
}

// mirrored is a dossier in which North and South have changed places.
func mirrored(d *domain.Dossier) *domain.Dossier {
	m := *d
	m.Proposals, m.Responses, m.Lists = slices.Clone(d.Proposals), slices.Clone(d.Responses), slices.Clone(d.Lists)
	for i, p := range m.Proposals {
		m.Proposals[i].By, m.Proposals[i].To = swapAll(p.By), swapAll(p.To)
		m.Proposals[i].Terms = slices.Clone(p.Terms)
		for j, term := range p.Terms {
			m.Proposals[i].Terms[j].Parties = swapAll(term.Parties)
		}
	}
	for i, a := range m.Responses {
		m.Responses[i].By, m.Responses[i].AttestedBy = swap(a.By), swap(a.AttestedBy)
	}
	for i, l := range m.Lists {
		m.Lists[i].Members = slices.Clone(l.Members)
		for j, member := range l.Members {
			m.Lists[i].Members[j].Party = swap(member.Party)
		}
	}
	return &m
}

// TestReceptionRules holds every outcome to a rule in one sentence.
func TestReceptionRules(t *testing.T) {
	for _, o := range compare.Receptions() {
		oneSentence(t, string(o), o.Rule())
	}
	for _, m := range domain.Movements() {
		oneSentence(t, string(m), compare.MovementRule(m))
	}
	oneSentence(t, "order", compare.ReceptionOrder)
	oneSentence(t, "ledger", compare.LedgerRule)
}

// TestRulesAreInTheManual finds every rule of this page and the next in the manual, word for word.
func TestRulesAreInTheManual(t *testing.T) {
	manual, err := os.ReadFile("../../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{compare.ReceptionOrder, compare.LedgerRule}
	for _, o := range compare.Receptions() {
		want = append(want, "| `"+string(o)+"` | "+o.Rule()+" |")
	}
	for _, m := range domain.Movements() {
		want = append(want, "| `"+string(m)+"` | "+compare.MovementRule(m)+" |")
	}
	for _, rule := range want {
		if !bytes.Contains(manual, []byte(rule)) {
			t.Errorf("docs/rules.md does not have the rule %q", rule)
		}
	}
}

func oneSentence(t *testing.T, name, rule string) {
	t.Helper()
	if !strings.HasSuffix(rule, ".") || strings.Count(rule, ". ") > 0 {
		t.Errorf("the rule of %q is not one sentence: %q", name, rule)
	}
}
