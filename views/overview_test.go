package views_test

import (
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/internal/crowd"
	"pourparler/views"
)

// TestBetween names those who propose or are addressed, by weight, and nobody who only writes.
func TestBetween(t *testing.T) {
	d := crowd.Dossier(crowd.Size{Parties: 6})
	set := func(i int, by, to string) { d.Proposals[i].By, d.Proposals[i].To = []string{by}, []string{to} }
	set(0, "party-001", "party-000")
	set(1, "party-001", "party-002")
	set(2, "party-001", "party-002")
	set(3, "party-003", "party-001") // a newspaper's offer is its own affair
	d.Proposals = d.Proposals[:4]
	d.Parties[3].Kind = domain.PartyPress
	for i := range d.Documents {
		d.Documents[i].Authors = []string{"party-005"} // a narrator
	}
	if got, want := between(siteOf(d).NewOverview()), "Party number 1, Party number 2, Party number 0"; got != want {
		t.Errorf("between %q, want %q", got, want)
	}
	d.Proposals = nil
	if got := between(siteOf(d).NewOverview()); got != "" {
		t.Errorf("between %q, want no such line where nobody proposes", got)
	}
}

func between(o views.Overview) string {
	var names []string
	for _, f := range o.Facts {
		for _, l := range f.Values {
			if f.Label == "Between" {
				names = append(names, l.Label)
			}
		}
	}
	return strings.Join(names, ", ")
}
