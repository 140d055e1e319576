package compare_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/dossier"
)

// expected is one thing that must be right of a case on a day: how two parties stand, what one holds, what became of a
// proposal, whose move it is, or between whom it is. The cases were worked out from the rules before they were coded.
type expected struct {
	On, Track, Term, Why string

	A, B, Verdict, Gap string
	Marks, NotMarks    *[]string

	Party, How, From string
	Holds            *[]string
	Options          [][]string

	Proposal, For, To, Outcome string
	Chain                      *struct{ Times, Since, Last string }

	Other, Movement, Sentence, Document string

	Last    any
	Next    *[]string
	Between []string
	Dossier string
}

// caseOf reads a case: a file of files, each after a line with its name, the rows expected first.
func caseOf(t *testing.T, path string) (*domain.Index, []expected) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, part := range strings.Split("\n"+string(data), "\n-- ")[1:] {
		name, text, _ := strings.Cut(part, " --\n")
		files[name] = &fstest.MapFile{Data: []byte(text + "\n")}
	}
	var rows []expected
	text := strings.ReplaceAll(string(files["rows.json"].Data), `"not_marks"`, `"NotMarks"`)
	if err := json.Unmarshal([]byte(text), &rows); err != nil {
		t.Fatal(err)
	}
	delete(files, "rows.json")
	d, err := dossier.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	if problems := d.Validate(); len(problems) > 0 {
		t.Fatalf("the dossier breaks rules: %v", problems)
	}
	return domain.NewIndex(d), rows
}

func allCases(tb testing.TB) []string {
	tb.Helper()
	paths, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(paths) < 80 {
		tb.Fatalf("%d cases, want at least 80 (%v)", len(paths), err)
	}
	return paths
}

func TestCases(t *testing.T) {
	for _, path := range allCases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			ix, rows := caseOf(t, path)
			if len(rows) == 0 {
				t.Fatal("nothing is expected of it")
			}
			for _, want := range rows {
				if got := want.wrong(t, ix); got != "" {
					t.Errorf("on %s %s%s %s %s%s %s: %s; want %+v", want.On, want.Track, want.Proposal, want.Term, want.A, want.Party, want.B, got, want.short())
				}
			}
		})
	}
}

func (e expected) short() string {
	data, _ := json.Marshal(e)
	var all map[string]any
	_ = json.Unmarshal(data, &all)
	var words []string
	for _, key := range []string{"Verdict", "Movement", "Sentence", "Gap", "Marks", "NotMarks", "How", "From", "Holds", "Options", "For", "To", "Outcome", "Chain", "Last", "Next", "Between", "Why"} {
		if v := all[key]; v != nil && v != "" {
			words = append(words, fmt.Sprintf("%s %v", key, v))
		}
	}
	return strings.Join(words, "; ")
}

// wrong says what is wrong with what is computed, or nothing.
func (e expected) wrong(t *testing.T, ix *domain.Index) string {
	switch {
	case e.Between != nil:
		return differs(compare.Between(ix, e.Track), e.Between)
	case e.Verdict != "":
		return e.wrongVerdict(t, ix)
	case e.Movement != "":
		return e.wrongMovement(t, ix)
	case e.Party != "":
		return e.wrongPosition(t, ix)
	case e.Outcome != "":
		return e.wrongOutcome(t, ix)
	case e.Next != nil:
		return e.wrongMove(t, ix)
	}
	return "nothing is expected"
}

func differs(got, want []string) string {
	got, want = slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))
	if slices.Equal(got, want) {
		return ""
	}
	return fmt.Sprintf("%v, want %v", got, want)
}

// cells returns a function that tells the cell of a row in files.
func cells(tb testing.TB, t table.Table, row table.Row) func(string) string {
	return func(name string) string { return row.Cells[column(tb, t, name)].String() }
}

func several(cell string) []string {
	return slices.Collect(table.Values([]byte(cell)))
}

func (e expected) wrongVerdict(t *testing.T, ix *domain.Index) string {
	table := compare.StateOfPlay(ix, day(t, e.On))
	for _, row := range table.Rows {
		get := cells(t, table, row)
		pair := []string{get("a"), get("b")}
		if get("track") != e.Track || get("term") != e.Term || differs(pair, []string{e.A, e.B}) != "" {
			continue
		}
		verdict := strings.NewReplacer("answered conditionally", "conditional", "under way", "under-way", "not comparable", "not-comparable", "not raised", "not-raised").Replace(get("verdict"))
		if verdict != e.Verdict {
			return fmt.Sprintf("%s (%s: %s, %s: %s, answer %s)", verdict, get("a"), get("a_value"), get("b"), get("b_value"), get("answer"))
		}
		return e.wrongMarks(several(get("marks")), get("gap"))
	}
	if e.Verdict == "none" || e.Verdict == "not-raised" {
		return ""
	}
	return "no row"
}

func (e expected) wrongMarks(marks []string, gap string) string {
	switch {
	case e.Gap != "" && gapWords(e.Gap) != strings.TrimPrefix(strings.TrimPrefix(gap, "later by "), "earlier by "):
		return "gap " + gap
	case e.Marks != nil && len(*e.Marks) == 0:
		return differs(marks, nil)
	}
	if e.Marks != nil {
		for _, m := range *e.Marks {
			if !slices.Contains(marks, m) {
				return fmt.Sprintf("marks %v without %s", marks, m)
			}
		}
	}
	if e.NotMarks != nil {
		for _, m := range *e.NotMarks {
			if slices.Contains(marks, m) {
				return fmt.Sprintf("marks %v with %s", marks, m)
			}
		}
	}
	return ""
}

// gapWords turns "5..19 days" into "5 to 19 days", and "14..14 days" into "14 days".
func gapWords(gap string) string {
	least, most, _ := strings.Cut(gap, "..")
	if number, _, _ := strings.Cut(most, " "); number == least {
		return most
	}
	return least + " to " + most
}

func (e expected) wrongPosition(t *testing.T, ix *domain.Index) string {
	positions := compare.Positions(ix, day(t, e.On))
	var values []string
	var options [][]string
	for _, row := range positions.Rows {
		get := cells(t, positions, row)
		if get("track") != e.Track || get("term") != e.Term || get("party") != e.Party {
			continue
		}
		value := several(get("value"))
		values, options = append(values, value...), append(options, value)
		how := map[string]string{"stated": "states", "carried over": "states", "accepted": "accepts", "maintained": "maintains"}[get("state")]
		if from := get("held_by") + get("proposal")[:0]; e.How != "" && how != e.How || e.From != "" && e.From != from && e.From != get("proposal") {
			return fmt.Sprintf("%s from %s %s", how, get("proposal"), from)
		}
	}
	if e.Options != nil {
		if len(options) == 1 {
			options = nil
			for _, v := range values {
				options = append(options, []string{v})
			}
		}
		return differs(flat(options), flat(e.Options))
	}
	if e.Holds != nil {
		return differs(values, *e.Holds)
	}
	return ""
}

func flat(options [][]string) []string {
	var all []string
	for _, o := range options {
		all = append(all, strings.Join(o, "+"))
	}
	return all
}

func (e expected) wrongOutcome(t *testing.T, ix *domain.Index) string {
	outcomes, got := compare.SilenceMap(ix, day(t, e.On)), []string{}
	for _, row := range outcomes.Rows {
		get := cells(t, outcomes, row)
		if get("proposal") != e.Proposal || e.To != "" && get("party") != e.To || e.For != "" && !slices.Contains(several(get("proposer")), e.For) {
			continue
		}
		got = append(got, get("outcome"))
	}
	want := strings.ReplaceAll(e.Outcome, "given-up", "given up")
	if len(got) == 0 || slices.ContainsFunc(got, func(o string) bool { return o != want }) {
		return fmt.Sprintf("%q", got)
	}
	if e.Chain == nil {
		return ""
	}
	silence := compare.Silence(ix, day(t, e.On))
	for _, row := range silence.Rows {
		get := cells(t, silence, row)
		if chain := []string{get("times_asked"), get("asked_since"), get("made_on")}; get("proposal") == e.Proposal {
			return differs(chain, []string{e.Chain.Times, e.Chain.Since, e.Chain.Last})
		}
	}
	return "not among what waits"
}

// wrongMovement looks at the last row of the ledger of that day for a party, a term and another side.
func (e expected) wrongMovement(t *testing.T, ix *domain.Index) string {
	ledger, movement, sentence := compare.Ledger(ix, e.Party, day(t, e.On)), "none", ""
	for _, row := range ledger.Rows {
		if get := cells(t, ledger, row); get("track") == e.Track && get("term") == e.Term && get("other") == e.Other {
			movement, sentence = get("movement"), get("sentence")
		}
	}
	if movement != e.Movement || e.Sentence != "" && sentence != e.Sentence {
		return movement + ": " + sentence
	}
	return ""
}

func (e expected) wrongMove(t *testing.T, ix *domain.Index) string {
	for _, m := range compare.Moves(ix, day(t, e.On)) {
		if m.Track != e.Track {
			continue
		}
		if wrong := differs(m.Next, *e.Next); wrong != "" {
			return "next " + wrong
		}
		if e.Document != "" && m.Document != e.Document {
			return "in " + m.Document
		}
		switch last := e.Last.(type) {
		case string:
			return differs(m.Last, []string{last})
		case []any:
			return differs(m.Last, []string{last[0].(string), last[1].(string)})
		}
		return ""
	}
	return "nobody has moved"
}
