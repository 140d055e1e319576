package views_test

import (
	"testing"

	"pourparler/domain"
	"pourparler/internal/crowd"
	"pourparler/views"
)

// TestWording says the words of a term beside its values only where they say more, and as they are written.
func TestWording(t *testing.T) {
	d := crowd.Dossier(crowd.Size{Parties: 2})
	at := d.Places[0]
	for _, tt := range []struct {
		name, text, want string
	}{
		{"the name of the place", at.Name, ""},
		{"more than it", "at " + at.Name + "; in the east", "at " + at.Name + "; in the east"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := &d.Proposals[0]
			d.Proposals = d.Proposals[:1]
			p.Terms = []domain.Term{{Kind: domain.TermVenue, Text: tt.text, Places: []string{at.ID}, Citations: p.Citations}}
			s := siteOf(d)
			sheet := sheet(t, s, "track=talks&c=party-000@1923-01-01").(views.Sheet)
			seen := false
			for _, row := range sheet.Rows {
				if row.Term != string(domain.TermVenue) {
					continue
				}
				seen = true
				if row.Cells[0].Wording != tt.want {
					t.Errorf("sheet: wording %q, want %q", row.Cells[0].Wording, tt.want)
				}
			}
			if !seen {
				t.Error("no row of the venue")
			}
		})
	}
}
