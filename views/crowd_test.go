package views_test

import (
	"fmt"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/views"
)

// crowd is a negotiation of many parties, each of which proposes a date and a place to some others and gives a list.
func crowd(t testing.TB, parties, asked int) *domain.Dossier {
	t.Helper()
	day := func(text string) edtf.Date {
		d, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	d := &domain.Dossier{ID: "crowd", Title: "A crowd", Tracks: []domain.Track{{ID: "talks", Title: "Talks", Meeting: true}},
		Places: []domain.Place{{ID: "port", Name: "Port"}}}
	name := func(i int) string { return fmt.Sprintf("party-%03d", i%parties) }
	for i := range parties {
		document := fmt.Sprintf("letter-%03d", i)
		made := day(fmt.Sprintf("1921-%02d-%02d", 1+i%5, 1+i%28))
		var to []string
		for j := range asked {
			to = append(to, name(i+1+j))
		}
		cites := []domain.Citation{{Document: document, Paragraph: 1}}
		d.Parties = append(d.Parties, domain.Party{ID: name(i), Name: fmt.Sprintf("Party number %d", i), Short: fmt.Sprintf("P%d", i), Kind: domain.PartyParty})
		d.Documents = append(d.Documents, domain.Document{ID: document, Title: fmt.Sprintf("Letter %d", i), Kind: domain.Letter, Held: true, Edition: domain.Edition{Paragraphs: 1},
			Dated: domain.Date{Value: made}, Authors: []string{name(i)}, Addressees: to})
		d.Proposals = append(d.Proposals, domain.Proposal{ID: fmt.Sprintf("offer-%03d", i), Track: "talks", Act: domain.Proposes, By: []string{name(i)}, To: to,
			Document: document, Summary: fmt.Sprintf("Offer %d", i), Citations: cites, Terms: []domain.Term{
				{Kind: domain.TermDate, Date: day(fmt.Sprintf("1922-%02d", 1+i%12)), Text: "then"},
				{Kind: domain.TermVenue, Places: []string{"port"}}}})
		d.Lists = append(d.Lists, domain.List{ID: fmt.Sprintf("list-%03d", i), Name: fmt.Sprintf("List %d", i), Authors: []string{name(i)}, Document: document,
			Members: []domain.Member{{Party: name(i)}, {Party: name(i + 1)}, {Party: name(i + 7 + i%3)}}, Citations: cites})
	}
	return d
}

// mostBytes is about what a page may have, that a phone can show.
const mostBytes = 1 << 20

// TestCrowd makes every page of a negotiation of three hundred parties. None may grow with the pairs of parties, and one
// that leaves pairs out says how many.
func TestCrowd(t *testing.T) {
	s := siteOf(crowd(t, 300, 5))
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
