package views_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/dossier"
	"pourparler/views"
)

// What holds the words "every", "none", "nothing" and "only" to the truth, for the files whose text has them: tests that look at
// every row, or the reason why no row could make them false.
const (
	aRule  = "states a rule, or what a column holds, whatever the rows are"
	aPage  = "says what a page or file has, whatever the record is"
	truth  = "TestNothingIsTrue"
	agree  = "TestPagesAgree"
	spoken = "TestDriftSaysOnly"
)

var absolutes = map[string]struct {
	n  int // how many texts of the file have such a word
	by []string
}{
	"domain/compare/algebra.go":      {2, []string{"TestDifferenceSaysNone"}},
	"domain/compare/documents.go":    {1, []string{aRule}},
	"domain/compare/lists.go":        {1, []string{aRule}},
	"domain/compare/movement.go":     {3, []string{aRule}},
	"domain/compare/outcome.go":      {5, []string{aRule}},
	"domain/compare/proposals.go":    {1, []string{aRule}},
	"domain/compare/seats.go":        {1, []string{aRule}},
	"domain/compare/verdict.go":      {2, []string{aRule}},
	"domain/compare/drift_words.go":  {2, []string{spoken}},
	"domain/compare/listpair.go":     {4, []string{aRule}},
	"domain/compare/replies.go":      {4, []string{aRule}},
	"domain/compare/sets.go":         {1, []string{aRule}},
	"domain/compare/silencewords.go": {2, []string{agree}},
	"views/copy.go":                  {2, []string{aPage}},
	"views/days.go":                  {1, []string{aPage}},
	"views/download.go":              {2, []string{aPage}},
	"views/drift.go":                 {2, []string{truth, aRule}},
	"views/fourquestions.go":         {3, []string{truth}},
	"views/ledger.go":                {2, []string{truth, aPage}},
	"views/lists.go":                 {1, []string{aRule}},
	"views/overview.go":              {1, []string{aPage}},
	"views/person.go":                {1, []string{aRule}},
	"views/records.go":               {1, []string{aPage}},
	"views/render.go":                {1, []string{aPage}},
	"views/replies.go":               {2, []string{aRule}},
	"views/search.go":                {1, []string{aPage}},
	"views/silence.go":               {4, []string{aPage}},
	"views/state.go":                 {2, []string{truth}},
	"views/table.go":                 {1, []string{aPage}},
}

var (
	absolute = regexp.MustCompile(`(?i)\b(every|none|nothing|only)\b`)
	literal  = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	column   = regexp.MustCompile(`(Doc|Row): *"|^\s+"[^"]*", "The [^"]*",`) // what a column or a row holds
)

// TestAbsolutes wants each text of pages that says "every", "none", "nothing" or "only" to be bound to what holds it.
func TestAbsolutes(t *testing.T) {
	found := map[string]int{}
	for _, pattern := range []string{"*.go", "../domain/compare/*.go"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil || strings.HasSuffix(path, "_test.go") {
				continue
			}
			name := strings.TrimPrefix(filepath.ToSlash(filepath.Join("views", path)), "../")
			for line := range strings.SplitSeq(string(data), "\n") {
				if code := strings.TrimSpace(line); strings.HasPrefix(code, "//") || column.MatchString(line) {
					continue
				}
				for _, text := range literal.FindAllString(line, -1) {
					if absolute.MatchString(text) {
						found[name]++
					}
				}
			}
		}
	}
	for name, n := range found {
		if absolutes[name].n != n {
			t.Errorf("%s has %d texts with such a word, and %d are bound to what holds them", name, n, absolutes[name].n)
		}
	}
	tests := testsIn(t, "*_test.go", "../domain/compare/*_test.go")
	for name, bound := range absolutes {
		if found[name] == 0 {
			t.Errorf("%s has none any more", name)
		}
		for _, by := range bound.by {
			if by != aRule && by != aPage && !slices.Contains(tests, by) {
				t.Errorf("%s is bound to %s, and there is no such test", name, by)
			}
		}
	}
}

func testsIn(t *testing.T, patterns ...string) []string {
	t.Helper()
	var tests []string
	for _, pattern := range patterns {
		paths, _ := filepath.Glob(pattern)
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range regexp.MustCompile(`(?m)^func (Test\w+)`).FindAllStringSubmatch(string(data), -1) {
				tests = append(tests, m[1])
			}
		}
	}
	return tests
}

// TestNothingIsTrue wants what pages say of nothing, none and nobody to be so of every row, of every dossier of the tests on every
// day on which something happened.
func TestNothingIsTrue(t *testing.T) {
	for name, files := range testDossiers(t) {
		t.Run(name, func(t *testing.T) {
			d, err := dossier.Read(files)
			if err != nil {
				t.Fatal(err)
			}
			s := siteOf(d)
			days := compare.Steps(s.Index())
			for i, day := range days {
				page := s.NewState(day)
				questionsAreTrue(t, s, page)
				if i > 0 {
					ix := s.Index()
					is := compare.StateChanges(compare.StateOfPlay(ix, days[i-1]), compare.StateOfPlay(ix, day))
					if quiet := page.Changed.Lede != ""; quiet != (len(is.Rows)+len(compare.NewsSince(ix, days[i-1], day)) == 0) {
						t.Errorf("%s: it is said that nothing is new but the days waited: %v", day, quiet)
					}
				}
				ledgerIsTrue(t, s, views.OnDay{Day: day, All: ledgerOfAll(s.Index(), day), Shown: ledgerOfAll(s.Index(), day)})
				for _, f := range drift(t, s, "", day.String()).Figures {
					series, err := compare.DriftOf(s.Index(), f.ID, day)
					if none := strings.Contains(f.Description, "none names a day"); err != nil || none == series.Dated() {
						t.Errorf("%s: %q, and a day is named: %v", day, f.Description, series.Dated())
					}
				}
			}
		})
	}
}

// questionsAreTrue looks at what the four questions have nothing of.
func questionsAreTrue(t *testing.T, s *views.Site, page views.State) {
	t.Helper()
	day, err := views.Day(s.Index(), page.On, 0)
	if err != nil {
		t.Fatal(err)
	}
	state, verdicts := compare.StateOfPlay(s.Index(), day), map[compare.Verdict]int{}
	for _, row := range state.Rows {
		verdicts[compare.Verdict(row.Cells[state.Index("verdict")].String())]++
	}
	asks, next := 0, 0
	silence := compare.Silence(s.Index(), day)
	for _, row := range silence.Rows {
		if p, err := s.Index().Proposal(row.Ref.ID); err == nil && p.Act != domain.Undertakes {
			asks++
		}
	}
	for _, m := range compare.Moves(s.Index(), day) {
		next += len(m.Next)
	}
	for i, n := range []int{verdicts[compare.Agreed] + verdicts[compare.Compatible] + verdicts[compare.Settled] + verdicts[compare.UnderWay],
		verdicts[compare.Apart] + verdicts[compare.Lapsed] + verdicts[compare.Conditionally] + verdicts[compare.NotComparable], asks} {
		if q := page.Questions[i]; (len(q.Items) == 0) != (n == 0) {
			t.Errorf("%s: %q has %d items, and %d rows are so", page.On, q.Question, len(q.Items), n)
		}
	}
	if moves := page.Questions[3].Items; len(moves) > 0 && strings.Contains(moves[0].Words, "nobody’s") != (next == 0) {
		t.Errorf("%s: %q, and %d are to move", page.On, moves[0].Words, next)
	}
}

// ledgerIsTrue wants a party to be said to have moved nowhere only where none of its rows did.
func ledgerIsTrue(t *testing.T, s *views.Site, d views.OnDay) {
	t.Helper()
	for _, p := range s.NewLedger(d).Parties {
		n := 0
		for _, row := range d.All.Rows {
			m := row.Of.(compare.Moved)
			if m.Party.Text == p.ID && (m.Movement == domain.MovedToward || m.Movement == domain.MovedAway) {
				n++
			}
		}
		if (len(p.Moves) == 0) != (n == 0) {
			t.Errorf("%s: %d moves are told of %s, which has %d", d.Day, len(p.Moves), p.ID, n)
		}
	}
}
