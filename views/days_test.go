package views_test

import (
	"fmt"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/internal/crowd"
)

// TestDaysOfCopy wants a copy of a small record to have every day, and one of a large record as many as its bounds let in,
// counted back from the last.
func TestDaysOfCopy(t *testing.T) {
	tracks := crowd.Dossier(crowd.Size{Parties: 100})
	for i := range 44 {
		tracks.Tracks = append(tracks.Tracks, domain.Track{ID: fmt.Sprintf("track-%d", i), Title: "Track"})
	}
	for _, test := range []struct {
		name    string
		dossier *domain.Dossier
		label   string
		days    int
		first   string
	}{
		// 8 100 rows at the end: 100 000 of them are twelve days.
		{"rows", crowd.Dossier(crowd.Size{Parties: 300, Asked: 5}), "One in 25 of the days on which something happened", 12, "25 January 1921"},
		// 5 pages, and one for each of 45 tracks: 1 500 are thirty days.
		{"pages", tracks, "One in 4 of the days on which something happened", 25, "4 January 1921"},
		{"small", crowd.Dossier(crowd.Size{Parties: 20, Asked: 5}), "Days on which something happened", 20, "1 January 1921"},
	} {
		t.Run(test.name, func(t *testing.T) {
			site := siteOf(test.dossier).InCopy()
			end := compare.LastDay(site.Index())
			o, state := site.NewReplies(end).Offers[0], site.NewState(end)
			if o.Label != test.label || len(o.Items) != test.days || o.Items[0].Label != test.first {
				t.Errorf("%d days from %q, %q; want %d from %q, %q", len(o.Items), o.Items[0].Label, o.Label, test.days, test.first, test.label)
			}
			if last := o.Items[len(o.Items)-1].Label; last != end.Humanize() {
				t.Errorf("the last is %q, want %q", last, end.Humanize())
			}
			if len(state.Days) != test.days || state.Previous.Label != o.Items[test.days-2].Label {
				t.Errorf("the state has %d days and leads back to %v, want %d and %v", len(state.Days), state.Previous, test.days, o.Items[test.days-2])
			}
			whole := strings.HasPrefix(test.label, "Days")
			if said := site.Card().LeftOut; whole != (said == "") {
				t.Errorf("left out: %q", said)
			}
		})
	}
}
