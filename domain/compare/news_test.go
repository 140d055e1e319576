package compare_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
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

// TestTracksOverByTheLast names the later of two meetings.
func TestTracksOverByTheLast(t *testing.T) {
	ix, _ := caseOf(t, "testdata/cases/meeting-days.txt")
	d := *ix.Dossier
	again := d.Meetings[0]
	again.ID, again.Date = "again", on(t, "1969-03-01")
	d.Meetings = append(slices.Clone(d.Meetings), again)
	for _, meetings := range [][]domain.Meeting{{d.Meetings[0], d.Meetings[1]}, {d.Meetings[1], d.Meetings[0]}} {
		d.Meetings = meetings
		over := compare.TracksOver(domain.NewIndex(&d), day(t, "1969-04-01"))
		if len(over) != 1 || over[0].By.ID != "again" {
			t.Errorf("TracksOver = %v, want by the later of two meetings", over)
		}
	}
}

// TestBetween weighs parties by how often they propose or are asked, on a track or all, and leaves out the press and who stands in
// less than a tenth of what the first does.
func TestBetween(t *testing.T) {
	d := harbour(t)
	d.Proposals = nil
	add := func(n int, track, by string, to ...string) {
		for range n {
			d.Proposals = append(d.Proposals, domain.Proposal{Track: track, By: []string{by}, To: to})
		}
	}
	add(6, "talks", "south", "north")
	add(6, "talks", "south", "islands")
	add(8, "talks", "south")
	add(1, "tolls", "coast", "cape")
	add(2, "talks", "cape")
	add(3, "talks", "press")
	d.Parties = append(slices.Clone(d.Parties), domain.Party{ID: "press", Name: "Press", Kind: domain.PartyPress})
	ix := domain.NewIndex(d)
	for _, tt := range []struct {
		track string
		want  []string
	}{{"", []string{"south", "north", "islands", "cape"}}, {"talks", []string{"south", "north", "islands", "cape"}}, {"tolls", []string{"coast", "cape"}}} {
		got := compare.Between(ix, tt.track)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Between on %q (-want +got):\n%s", tt.track, diff)
		}
	}
}
