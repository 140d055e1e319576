package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain/compare"
)

// TestNewsSince tells of meetings that begin, last and end, of an event, and of what lapsed or was overtaken.
func TestNewsSince(t *testing.T) {
	tests := []struct {
		name, before, now string
		want              []string
	}{
		{"meeting-days", "1969-01-12", "1969-01-17", nil},
		{"meeting-days", "1969-01-17", "1969-01-18", []string{"m began"}},
		{"meeting-days", "1969-01-18", "1969-01-20", nil}, // its last day
		{"meeting-days", "1969-01-20", "1969-01-21", []string{"m ended"}},
		{"meeting-days", "1969-01-12", "1969-02-01", []string{"m took place"}},
		{"overtaken", "1969-01-17", "1969-01-19", []string{"m took place", "c0-p overtaken without an answer in this record"}},
		{"lapsed-both", "1969-02-01", "1969-02-02", []string{"a1-p lapsed without an answer in this record"}},
		{"lapsed-both", "1969-02-02", "1969-02-10", nil},
		{"event-settles", "1969-01-10", "1969-01-16", []string{"m took place", "a1-p overtaken without an answer in this record"}},
	}
	for _, tt := range tests {
		ix, _ := caseOf(t, "testdata/cases/"+tt.name+".txt")
		var got []string
		for _, n := range compare.NewsSince(ix, day(t, tt.before), day(t, tt.now)) {
			got = append(got, n.About.Text+" "+n.Words)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("NewsSince of %s, %s, %s (-want +got):\n%s", tt.name, tt.before, tt.now, diff)
		}
	}
}

// TestTracksOver names the meeting that settles a track, and none where something was put since.
func TestTracksOver(t *testing.T) {
	tests := []struct{ name, on, want string }{
		{"meeting-days", "1969-01-17", ""}, {"meeting-days", "1969-01-19", "talks under way m"}, {"meeting-days", "1969-01-21", "talks settled m"},
		{"anew-after-meeting", "1969-01-19", "talks settled m"}, {"anew-after-meeting", "1969-02-01", ""},
	}
	for _, tt := range tests {
		ix, _ := caseOf(t, "testdata/cases/"+tt.name+".txt")
		got := ""
		for _, o := range compare.TracksOver(ix, day(t, tt.on)) {
			got += o.Track + " " + string(o.Verdict) + " " + o.By.ID
		}
		if got != tt.want {
			t.Errorf("TracksOver of %s on %s = %q, want %q", tt.name, tt.on, got, tt.want)
		}
	}
}
