package compare_test

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/dossier"
	"pourparler/seeds"
)

// worked is the state of play on one day as worked out by hand from the texts, before the program was run. The rows
// under expect are those of which the reader was sure.
type worked struct {
	Day       string `json:"day"`
	MovedLast string `json:"moved_last"`
	Expect    []struct {
		Track   string     `json:"track"`
		Term    string     `json:"term"`
		CPC     workedSide `json:"cpc"`
		CPSU    workedSide `json:"cpsu"`
		Verdict string     `json:"verdict"`
		Days    *int       `json:"days_waited"`
	} `json:"expect"`
}

type workedSide struct {
	Value string `json:"value"`
	State string `json:"state"`
}

func bundled(t testing.TB) *domain.Index {
	t.Helper()
	files, err := seeds.SinoSoviet()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	return domain.NewIndex(d)
}

// TestStateOfPlayAtOnce makes the state of play of one record many times at once, as requests do.
func TestStateOfPlayAtOnce(t *testing.T) {
	want := compare.StateOfPlay(bundled(t), compare.LastDay(bundled(t)))
	ix := bundled(t)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if diff := cmp.Diff(want, compare.StateOfPlay(ix, compare.LastDay(ix))); diff != "" {
				t.Errorf("StateOfPlay at once with others differs:\n%s", diff)
			}
		})
	}
	wait.Wait()
}

// TestStatesWorkedByHand holds the state of play of the bundled dossier to what was worked out from the texts.
func TestStatesWorkedByHand(t *testing.T) {
	data, err := os.ReadFile("testdata/states.json")
	if err != nil {
		t.Fatal(err)
	}
	var days []worked
	if err := json.Unmarshal(data, &days); err != nil {
		t.Fatal(err)
	}
	if len(days) < 10 {
		t.Fatalf("%d days worked out, want at least 10", len(days))
	}
	ix := bundled(t)
	for _, d := range days {
		t.Run(d.Day, func(t *testing.T) { checkDay(t, ix, d) })
	}
}

func checkDay(t *testing.T, ix *domain.Index, d worked) {
	table := compare.StateOfPlay(ix, day(t, d.Day))
	for _, want := range d.Expect {
		row, ok := standing(table, want.Track, want.Term)
		if !ok {
			if want.Verdict != string(compare.NotRaised) {
				t.Errorf("%s %s: no row, want %q", want.Track, want.Term, want.Verdict)
			}
			continue
		}
		get := func(column string) string { return row.Cells[table.Index(column)].String() }
		if got := get("verdict"); got != want.Verdict {
			t.Errorf("%s %s: verdict %q, want %q (cpc %q, cpsu %q, answer %q)", want.Track, want.Term, got, want.Verdict,
				get("a_value"), get("b_value"), get("answer"))
		}
		checkSide(t, want.Track+" "+want.Term+" cpc", get("a_value"), get("a_state"), want.CPC)
		checkSide(t, want.Track+" "+want.Term+" cpsu", get("b_value"), get("b_state"), want.CPSU)
		if want.Days != nil && get("days_waited") != strconv.Itoa(*want.Days) {
			t.Errorf("%s %s: %q days waited, want %d", want.Track, want.Term, get("days_waited"), *want.Days)
		}
	}
	if last, _ := compare.LastMove(compare.Moves(ix, day(t, d.Day))); len(last.Last) == 0 || last.Last[0] != d.MovedLast {
		t.Errorf("moved last: %v, want %s", last.Last, d.MovedLast)
	}
}

// standing finds the row of the two parties cpc and cpsu on a term.
func standing(tab table.Table, track, term string) (table.Row, bool) {
	for _, row := range tab.Rows {
		get := func(column string) string { return row.Cells[tab.Index(column)].String() }
		if get("track") == track && get("term") == term && get("a") == "cpc" && get("b") == "cpsu" {
			return row, true
		}
	}
	return table.Row{}, false
}

// checkSide compares what one side holds. Where the reader gave a state but no value, the term has no id or date and
// is told in words.
func checkSide(t *testing.T, what, value, state string, want workedSide) {
	t.Helper()
	if state != want.State {
		t.Errorf("%s: state %q, want %q (it holds %q)", what, state, want.State, value)
	}
	if want.Value != "" && value != want.Value {
		t.Errorf("%s: holds %q, want %q", what, value, want.Value)
	}
}

// TestPlaySince compares what changed since an earlier day, found in the tracks that may have turned, with what changed
// between the whole of both.
func TestPlaySince(t *testing.T) {
	dossiers(t, func(t *testing.T, ix *domain.Index) {
		days := compare.Steps(ix)
		asked := append(slices.Clone(days), compare.LastDay(ix), compare.LastDay(ix).AddDays(400))
		for _, p := range ix.Dossier.Proposals {
			if term, ok := p.Term(domain.TermDate); ok && !term.Date.IsZero() {
				last, _ := term.Date.Latest()
				asked = append(asked, last, last.AddDays(1))
			}
		}
		for i, now := range asked {
			for _, before := range []edtf.Day{days[max(0, min(i, len(days))-1)], days[0], now.AddDays(-1)} {
				if before.Compare(now) >= 0 {
					continue
				}
				then, today := compare.StateOfPlay(ix, before), compare.StateOfPlay(ix, now)
				is, was := compare.NewPlay(ix, now).Since(ix, before)
				if diff := cmp.Diff(texts(compare.StateChanges(then, today)), texts(is)); diff != "" {
					t.Errorf("new from %s to %s (-of all tracks +of those that turned):\n%s", before, now, diff)
				}
				if diff := cmp.Diff(texts(compare.StateChanges(today, then)), texts(was)); diff != "" {
					t.Errorf("gone from %s to %s (-of all tracks +of those that turned):\n%s", before, now, diff)
				}
			}
		}
	})
}
