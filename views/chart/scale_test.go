package chart_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain/edtf"
	"pourparler/views/chart"
)

func day(tb testing.TB, text string) edtf.Day {
	tb.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		tb.Fatal(err)
	}
	first, _ := d.Earliest()
	return first
}

func TestTicks(t *testing.T) {
	tests := []struct {
		from, to string
		most     int
		want     string
	}{
		{"1964-02-01", "1964-02-06", 6, "1 Feb 1964, 2 Feb, 3 Feb, 4 Feb, 5 Feb, 6 Feb"},
		{"1964-02-01", "1964-02-28", 5, "1 Feb 1964, 8 Feb, 15 Feb, 22 Feb"},
		{"1963-11-15", "1964-02-15", 4, "Dec 1963, Jan 1964, Feb"},
		{"1963-02-23", "1964-07-30", 6, "Apr 1963, Jul, Oct, Jan 1964, Apr, Jul"},
		{"1963-02-23", "1965-07-30", 5, "Jul 1963, Jan 1964, Jul, Jan 1965, Jul"},
		{"1957-01-01", "1964-07-30", 5, "1958, 1960, 1962, 1964"},
		{"-0003-06-01", "0003-07-30", 8, "3 BC, 2 BC, 1 BC, 1, 2, 3"},
		{"1964-05-02", "1964-05-02", 3, "2 May 1964"},
	}
	for _, tt := range tests {
		s := chart.Time{From: day(t, tt.from), To: day(t, tt.to), Start: 0, End: 100}
		var got []string
		for _, tick := range s.Ticks(tt.most) {
			got = append(got, strings.TrimSpace(tick.Label+" "+tick.Year))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("Ticks(%s to %s, at most %d) (-want +got):\n%s", tt.from, tt.to, tt.most, diff)
		}
	}
}

// TestTimeProperties: a scale of days holds them, keeps their order, and has its ticks on it, never too many.
func TestTimeProperties(t *testing.T) {
	base := day(t, "1964-02-29")
	rapid.Check(t, func(t *rapid.T) {
		var days []edtf.Day
		for _, n := range rapid.SliceOfN(rapid.Int64Range(-40_000, 40_000), 1, 6).Draw(t, "days") {
			days = append(days, base.AddDays(n))
		}
		most := rapid.IntRange(2, 20).Draw(t, "most")
		s := chart.NewTime(10, 510, days...)
		for _, a := range days {
			if at := s.At(a); !s.Holds(a) || at < 10 || at > 510 {
				t.Fatalf("At(%s) = %v, not between 10 and 510", a, at)
			}
			for _, b := range days {
				if a.Compare(b) < 0 != (s.At(a) < s.At(b)) {
					t.Fatalf("At(%s) = %v, At(%s) = %v: not in their order", a, s.At(a), b, s.At(b))
				}
			}
		}
		ticks := s.Ticks(most)
		if len(ticks) > most {
			t.Fatalf("%d ticks, want at most %d", len(ticks), most)
		}
		for i, tick := range ticks {
			if !s.Holds(tick.Day) || i > 0 && tick.At <= ticks[i-1].At {
				t.Fatalf("tick %d at %v (%s) is off the scale or out of order", i, tick.At, tick.Day)
			}
		}
	})
}

func TestEmptyScales(t *testing.T) {
	if at, ticks := chart.NewTime(5, 9).At(day(t, "1964")), chart.NewTime(5, 9).Ticks(4); at != 5 || ticks != nil {
		t.Errorf("a scale without days: At = %v, Ticks = %v", at, ticks)
	}
	if at := (chart.Linear{From: 2, To: 2, Start: 7, End: 9}).At(2); at != 7 {
		t.Errorf("a scale of one number: At = %v, want 7", at)
	}
}

func TestLinear(t *testing.T) {
	s := chart.Linear{From: 0, To: 30, Start: 100, End: 400}
	if got := s.At(17); math.Abs(got-270) > 1e-9 {
		t.Errorf("At(17) = %v, want 270", got)
	}
}

// TestScaleOfAnyDays wants every day that a record may have to lie on a scale that was made for it, with a few ticks.
func TestScaleOfAnyDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var days []edtf.Day
		for range 2 {
			d, err := edtf.NewDay(rapid.Int64Range(edtf.FirstYear, edtf.LastYear).Draw(t, "year"), 1, 1)
			if err != nil {
				t.Fatal(err)
			}
			days = append(days, d)
		}
		s := chart.NewTime(0, 100, days...)
		for _, d := range days {
			if at := s.At(d); math.IsNaN(at) || at < 0 || at > 100 {
				t.Fatalf("%s lies at %v", d, at)
			}
		}
		if ticks := s.Ticks(6); len(ticks) == 0 || len(ticks) > 6 {
			t.Fatalf("%d ticks from %s to %s", len(ticks), days[0], days[1])
		}
	})
}
