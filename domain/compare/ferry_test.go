package compare_test

import (
	"encoding/json"
	"os"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/dossier"
)

// ferry is the second dossier: invented, three parties, five tracks. It shows that the rules know nothing of the first.
func ferry(t *testing.T) *domain.Index {
	t.Helper()
	d, err := dossier.Read(os.DirFS("testdata/ferry"))
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Tracks) != 5 || len(d.Parties) != 3 {
		t.Fatalf("%d tracks and %d parties, want 5 and 3", len(d.Tracks), len(d.Parties))
	}
	return domain.NewIndex(d)
}

// TestFerryStates holds the state of play of the invented dossier to what was worked out by hand beforehand.
func TestFerryStates(t *testing.T) {
	data, err := os.ReadFile("testdata/ferry.json")
	if err != nil {
		t.Fatal(err)
	}
	var days []struct {
		Day    string
		Expect []struct{ Track, Term, A, B, Verdict, Days string }
	}
	if err := json.Unmarshal(data, &days); err != nil {
		t.Fatal(err)
	}
	ix := ferry(t)
	for _, d := range days {
		t.Run(d.Day, func(t *testing.T) {
			table := compare.StateOfPlay(ix, day(t, d.Day))
			for _, want := range d.Expect {
				verdict, waited := verdictOf(table, want.Track, want.Term, want.A, want.B)
				if verdict != want.Verdict || waited != want.Days {
					t.Errorf("%s %s, %s and %s: %q after %q days, want %q after %q", want.Track, want.Term, want.A, want.B,
						verdict, waited, want.Verdict, want.Days)
				}
			}
		})
	}
}

// verdictOf returns the verdict on a term between two parties and the days waited, or nothing if there is no row.
func verdictOf(table table.Table, track, term, a, b string) (verdict, days string) {
	for _, row := range table.Rows {
		get := func(column string) string { return row.Cells[table.Index(column)].String() }
		if get("track") == track && get("term") == term && get("a") == a && get("b") == b {
			return get("verdict"), get("days_waited")
		}
	}
	return "", ""
}

// TestFerryMovedLast names who wrote last on each day.
func TestFerryMovedLast(t *testing.T) {
	ix := ferry(t)
	for on, want := range map[string]string{"1899-02-28": "", "1899-03-05": "alder", "1899-03-12": "birch", "1899-03-25": "cedar", "1899-04-05": "alder"} {
		got := ""
		if last, _ := compare.LastMove(compare.Moves(ix, day(t, on))); len(last.Last) > 0 {
			got = last.Last[0]
		}
		if got != want {
			t.Errorf("LastMove(%s) = %q, want %q", on, got, want)
		}
	}
}
