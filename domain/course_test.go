package domain_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// TestCourse puts the proposals of a track in the order of time and finds the meetings that settle it, each once and
// only if it took place.
func TestCourse(t *testing.T) {
	date := func(written string) domain.Date {
		d, err := edtf.Parse(written)
		if err != nil {
			t.Fatal(err)
		}
		return domain.Date{Value: d}
	}
	ix := domain.NewIndex(&domain.Dossier{
		Proposals: []domain.Proposal{
			{ID: "late", Track: "talks", Made: date("1901-05")},
			{ID: "other", Track: "tolls", Made: date("1900")},
			{ID: "undated", Track: "talks"},
			{ID: "first", Track: "talks", Made: date("1901-03-01")},
			{ID: "second", Track: "talks", Made: date("1901-03-01")},
		},
		Meetings: []domain.Meeting{
			{ID: "planned", Status: domain.Planned, Fulfils: []string{"first"}},
			{ID: "held", Status: domain.Held, Fulfils: []string{"first", "late", "nobody"}},
			{ID: "elsewhere", Status: domain.Held, Fulfils: []string{"other"}},
		},
	})
	var proposals, meetings []string
	for _, p := range ix.ProposalsOn("talks") {
		proposals = append(proposals, p.ID)
	}
	for _, m := range ix.Settling("talks") {
		meetings = append(meetings, m.ID)
	}
	if diff := cmp.Diff([]string{"first", "second", "late", "undated"}, proposals); diff != "" {
		t.Errorf("ProposalsOn(talks) (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"held"}, meetings); diff != "" {
		t.Errorf("Settling(talks) (-want +got):\n%s", diff)
	}
}
