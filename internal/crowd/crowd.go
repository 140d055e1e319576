// Package crowd makes a negotiation of many parties for tests: what grows with the parties, their pairs, or the days on
// which something happened shows in it.
package crowd

import (
	"fmt"
	"time"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Size is how large a negotiation is.
type Size struct {
	Parties int // each proposes once, on a day of its own
	Asked   int // parties to which each proposal goes
	Lists   int // of participants, of the first parties
}

// Dossier makes it: each party proposes a date and a place to some of the others.
func Dossier(size Size) *domain.Dossier {
	d := &domain.Dossier{ID: "crowd", Title: "A crowd", Release: "1", Tracks: []domain.Track{{ID: "talks", Title: "Talks", Meeting: true}},
		Places: []domain.Place{{ID: "port", Name: "Port"}}}
	for i := range size.Parties {
		size.party(d, i)
		if i < size.Lists {
			d.Lists = append(d.Lists, domain.List{ID: fmt.Sprintf("list-%03d", i), Name: fmt.Sprintf("List %d", i), Authors: []string{size.name(i)},
				Document: letter(i), Members: []domain.Member{{Party: size.name(i)}, {Party: size.name(i + 1)}, {Party: size.name(i + 7 + i%3)}},
				Citations: cited(i)})
		}
	}
	return d
}

func (size Size) name(i int) string { return fmt.Sprintf("party-%03d", i%size.Parties) }

func letter(i int) string { return fmt.Sprintf("letter-%03d", i) }

func cited(i int) []domain.Citation { return []domain.Citation{{Document: letter(i), Paragraph: 1}} }

// party adds a party with its letter and its proposal.
func (size Size) party(d *domain.Dossier, i int) {
	made := day(time.Date(1921, 1, 1+i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
	var to []string
	for j := range size.Asked {
		to = append(to, size.name(i+1+j))
	}
	d.Parties = append(d.Parties, domain.Party{ID: size.name(i), Name: fmt.Sprintf("Party number %d", i), Short: fmt.Sprintf("P%d", i), Kind: domain.PartyParty})
	d.Documents = append(d.Documents, domain.Document{ID: letter(i), Title: fmt.Sprintf("Letter %d", i), Kind: domain.Letter, Held: true,
		Edition: domain.Edition{Paragraphs: 1}, Dated: domain.Date{Value: made}, Authors: []string{size.name(i)}, Addressees: to})
	d.Proposals = append(d.Proposals, domain.Proposal{ID: fmt.Sprintf("offer-%03d", i), Track: "talks", Act: domain.Proposes, By: []string{size.name(i)}, To: to,
		Document: letter(i), Summary: fmt.Sprintf("Offer %d", i), Citations: cited(i), Terms: []domain.Term{
			{Kind: domain.TermDate, Date: day(fmt.Sprintf("1922-%02d", 1+i%12)), Text: "then"},
			{Kind: domain.TermVenue, Places: []string{"port"}}}})
}

func day(text string) edtf.Date {
	d, err := edtf.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}
