package views_test

import (
	"strings"
	"testing"

	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/internal/crowd"
	"pourparler/views"
)

// mostBytes is about what a page may have, that a phone can show.
const mostBytes = 1 << 20

// TestCrowd makes every page of a negotiation of three hundred parties. None may grow with the pairs of parties, and one
// that leaves pairs out says how many.
func TestCrowd(t *testing.T) {
	s := siteOf(crowd.Dossier(crowd.Size{Parties: 300, Asked: 5, Lists: 300}))
	end := views.LastDay(s.Index())
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
