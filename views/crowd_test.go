package views_test

import (
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/internal/crowd"
	"pourparler/views"
)

// TestNoYear draws a date of which not even the year is said among those that have words alone, and at no place of the scales.
func TestNoYear(t *testing.T) {
	d := crowd.Dossier(crowd.Size{Parties: 3, Asked: 1})
	date, err := edtf.Parse("XXXX")
	if err != nil {
		t.Fatal(err)
	}
	d.Proposals[1].Terms[0].Date = date
	page := string(render(t, drift(t, siteOf(d), "talks", "1921-01-03")))
	if !strings.Contains(page, "P1, 2 January 1921: in words, “then”") || strings.Contains(page, "9999") || strings.Contains(page, " BC") {
		t.Error("a date in no year has a place in the chart of drift")
	}
	if _, err := views.Day(domain.NewIndex(d), "XXXX-12-25", 0); err == nil {
		t.Error("25 December of no year is a day on which something can be asked")
	}
	if _, err := views.Day(domain.NewIndex(d), "192X-12-25", 0); err == nil {
		t.Error("25 December of ten years is a day on which something can be asked")
	}
}

// mostBytes is about what a page may have, that a phone can show.
const mostBytes = 1 << 20

// TestCrowd makes every page of a negotiation of three hundred parties. None may grow with the pairs of parties, and one
// that leaves pairs out says how many.
func TestCrowd(t *testing.T) {
	s := siteOf(crowd.Dossier(crowd.Size{Parties: 300, Asked: 5, Lists: 300}))
	end := compare.LastDay(s.Index())
	root := "/crowd/"
	left := 0
	all := []address{{root, s.NewOverview()}, {root + "state", s.NewState(end)}, {root + "silence", s.NewSilence(onDay(s, compare.SilenceMap, end))},
		{root + "ledger", s.NewLedger(onDay(s, ledgerOfAll, end))}, {root + "lists", s.NewLists()}, {root + "replies", s.NewReplies(edtf.Day{})},
		{root + "drift", drift(t, s, "", end.String())}, {root + "comparison", comparison(t, s, views.Wanted{Track: "talks"})},
		{root + "sheet", sheet(t, s, "track=talks")}, {root + "lists/list-003", detail(t, s.NewList, "list-003")},
		{root + "parties/party-003", detail(t, s.NewParty, "party-003")}, {root + "documents/letter-003", detail(t, s.NewDocument, "letter-003")},
		{root + "proposals/offer-003", detail(t, s.NewProposal, "offer-003")}}
	for _, a := range all {
		page := render(t, a.page)
		if len(page) > mostBytes {
			t.Errorf("%s: %d bytes", a.path, len(page))
		}
		left += strings.Count(string(page), "left out here")
	}
	if left == 0 {
		t.Error("no page says that it leaves something out")
	}
}
