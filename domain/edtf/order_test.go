package edtf_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain/edtf"
)

func TestCompareSorts(t *testing.T) {
	want := []string{
		"../1964-01",             // open start: before all
		"../1964-12-15",          // then by the end
		"[..1964-01,1964-12-15]", // the same bounds: by the string, not by the days inside
		"{..1964-12-15}",         //
		"/1964",                  // unknown start: after open, before days
		"-0043-03-15",            // years before year 0
		"0000",                   //
		"1963-24",                // begins in December 1963
		"1964-01-01/1964-02",     // the same start: by the end
		"1964",                   //
		"1964?",                  //
		"[1964]",                 //
		"1964-01/1970-05-08",     //
		"1964-01/",               // unknown end: after days
		"1964-01/..",             // open end: last
		"1964-05-07",             //
		"1964-05-07/1964-05-07",  //
		"Y19640",                 //
		"",                       // not stated: after all
	}
	var dates []edtf.Date
	for _, text := range slices.Backward(want) {
		var d edtf.Date
		if text != "" {
			d = mustParse(t, text)
		}
		dates = append(dates, d)
	}
	slices.SortFunc(dates, edtf.Compare)
	var got []string
	for _, d := range dates {
		got = append(got, d.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sorted (-want +got):\n%s", diff)
	}
}

func TestDaysBetween(t *testing.T) {
	tests := []struct {
		name, a, b string
		days       int64
		edge       edtf.Edge
		overlap    bool
	}{
		{"next day", "1964-10-10", "1964-10-11", 1, edtf.Known, false},
		{"same day", "1964-10-10", "1964-10-10", 0, edtf.Known, true},
		{"before", "1965-05", "1964-10-10", -203, edtf.Known, false},
		{"between ranges", "1964-05", "1964-10-10/1964-10-25", 132, edtf.Known, false},
		{"one day shared", "1964-05/1964-06", "1964-06-30/1964-07", 0, edtf.Known, true},
		{"inside", "1964", "1964-05-07", 0, edtf.Known, true},
		{"doubt widens nothing", "1964-05~", "1964-06-01", 1, edtf.Known, false},
		{"set by its hull", "[1964,1966]", "1965", 0, edtf.Known, true},
		{"across year 0", "-0001-12-31", "0001-01-01", 367, edtf.Known, false},

		{"open end reaches", "1964-05/..", "1965", 0, edtf.Open, true},
		{"open end away", "1964-05/..", "1964-04-30", -1, edtf.Known, false},
		{"open start reaches", "../1964-12-15", "1964-05", 0, edtf.Open, true},
		{"open start away", "../1964-12-15", "1964-12-16", 1, edtf.Known, false},
		{"open, named day shared", "1964-05/..", "1964-05-20", 0, edtf.Known, true},
		{"both open inwards", "1964/..", "../1970", 0, edtf.Open, true},
		{"both open the same way", "1964/..", "1970/..", 0, edtf.Open, true},

		{"unknown end may reach", "1964-05/", "1965", 0, edtf.Unknown, true},
		{"unknown end away", "1964-05/", "1964-04-30", -1, edtf.Known, false},
		{"unknown start may reach", "/1964-12-15", "1964-05", 0, edtf.Unknown, true},
		{"unknown start away", "/1964-12-15", "1964-12-16", 1, edtf.Known, false},
		{"unknown, named day shared", "1964-05/", "1964-05-20", 0, edtf.Known, true},
		{"unknown on both sides", "1964/", "/1970", 0, edtf.Unknown, true},
		{"open settles unknown", "1964/..", "/1970", 0, edtf.Open, true},
		{"unknown settled by open", "1964/", "../1970", 0, edtf.Open, true},

		{"not stated", "1964", "", 0, edtf.Unknown, false},
		{"neither stated", "", "", 0, edtf.Unknown, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, b := optional(t, test.a), optional(t, test.b)
			if days, edge := edtf.DaysBetween(a, b); days != test.days || edge != test.edge {
				t.Errorf("DaysBetween(%s, %s) = %d, %s, want %d, %s",
					a, b, days, edge, test.days, test.edge)
			}
			if days, edge := edtf.DaysBetween(b, a); days != -test.days || edge != test.edge {
				t.Errorf("DaysBetween(%s, %s) = %d, %s, want %d, %s",
					b, a, days, edge, -test.days, test.edge)
			}
			if got := edtf.Overlap(a, b); got != test.overlap {
				t.Errorf("Overlap(%s, %s) = %v, want %v", a, b, got, test.overlap)
			}
		})
	}
}

func optional(tb testing.TB, text string) edtf.Date {
	tb.Helper()
	if text == "" {
		return edtf.Date{}
	}
	return mustParse(tb, text)
}
