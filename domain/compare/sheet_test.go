package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain/compare"
)

// TestSheet sets three days of the talks between the two parties side by side, as the letters have them.
func TestSheet(t *testing.T) {
	ix := bundled(t)
	columns := []compare.Holder{{"cpc", day(t, "1964-03-06")}, {"cpsu", day(t, "1964-03-06")}, {"cpsu", day(t, "1964-03-08")}, {"cpc", day(t, "1964-05-08")}}
	table := compare.Sheet(ix, "bilateral-talks", columns)
	got := map[string][][3]string{}
	for _, row := range table.Rows {
		cell := func(name string) string { return row.Cells[table.Index(name)].String() }
		if term := cell("term"); term == "date" || term == "venue" {
			got[term] = append(got[term], [3]string{cell("value"), cell("state"), cell("change")})
		}
	}
	want := map[string][][3]string{
		"date": {{"1964-10-10/1964-10-25", "stated", ""}, {"", "not stated", "date not stated"},
			{"1964-05", "stated", "earlier by 5 months"}, {"1965-01-01/1965-06-30", "stated", "later by 8 months"}},
		"venue": {{"beijing", "stated", ""}, {"", "not stated", "venue not stated"},
			{"beijing", "accepted", "same place"}, {"beijing", "carried over", "same place"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Sheet (-want +got):\n%s", diff)
	}
}

func TestMeetingsAfter(t *testing.T) {
	ix := bundled(t)
	tests := []struct {
		name string
		day  string
		want int
	}{
		{"before the talks of July 1963", "1963-03-10", 1},
		{"after them, none took place in this record", "1964-03-08", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, _ := compare.MeetingsAfter(ix, "bilateral-talks", []compare.Holder{{"cpc", day(t, tt.day)}})
			if len(got) != tt.want {
				t.Errorf("MeetingsAfter(%s) = %d meetings, want %d", tt.day, len(got), tt.want)
			}
		})
	}
}

func TestTurns(t *testing.T) {
	turns := compare.Turns(bundled(t), "preparatory-meeting")
	want := []compare.Holder{{"cpc", day(t, "1964-02-29")}, {"cpsu", day(t, "1964-03-07")}, {"cpc", day(t, "1964-05-07")}, {"cpsu", day(t, "1964-07-30")}}
	if diff := cmp.Diff(want, turns); diff != "" {
		t.Errorf("Turns (-want +got):\n%s", diff)
	}
}

func TestSteps(t *testing.T) {
	steps := compare.Steps(bundled(t))
	for i, d := range steps[1:] {
		if steps[i].Compare(d) >= 0 {
			t.Errorf("step %s does not come before %s", steps[i], d)
		}
	}
	for _, want := range []string{"1963-11-29", "1964-02-20", "1964-02-22", "1964-02-27", "1964-02-29", "1964-03-07", "1964-05-07", "1964-07-30"} {
		found := false
		for _, d := range steps {
			found = found || d.String() == want
		}
		if !found {
			t.Errorf("Steps lacks %s, the day of a letter", want)
		}
	}
}
