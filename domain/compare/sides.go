package compare

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/table"
)

// TakenSide is a side that a party is said to have taken in public, on the word of SaidBy. Party is another than the one
// asked about where a claimant of its contested seat is meant.
type TakenSide struct {
	Party     string
	Side      domain.Side
	Toward    []string
	SaidBy    []string
	Citations []domain.Citation
}

// SidesOf returns the sides that sources say a party took in public, or a claimant of its contested seat did, each once
// with all the paragraphs that say so.
func SidesOf(ix *domain.Index, party string) []TakenSide {
	var all []TakenSide
	for _, id := range append([]string{party}, claimants(ix, party)...) {
		for i := range ix.Dossier.Alignments {
			if a := &ix.Dossier.Alignments[i]; slices.Contains(a.Parties, id) {
				all = addSide(all, TakenSide{id, a.Side, a.Toward, SaidBy(ix, a), a.Citations})
			}
		}
	}
	return all
}

func addSide(all []TakenSide, s TakenSide) []TakenSide {
	i := slices.IndexFunc(all, func(t TakenSide) bool {
		return t.Party == s.Party && t.Side == s.Side && slices.Equal(t.Toward, s.Toward) && slices.Equal(t.SaidBy, s.SaidBy)
	})
	if i < 0 {
		s.Citations = slices.Clone(s.Citations)
		return append(all, s)
	}
	all[i].Citations = append(all[i].Citations, s.Citations...)
	return all
}

// claimants are the other parties that claim the seat of a party.
func claimants(ix *domain.Index, party string) []string {
	var ids []string
	for _, s := range ix.Dossier.Seats {
		for _, id := range s.Claimants {
			if s.Party == party && id != party {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// sidesNamed is toward how many parties a side is told by name; of more only the number is.
const sidesNamed = 4

// Words say the side with names as readers know them: "attacks CPC, says CPC".
func (t TakenSide) Words(ix *domain.Index, asked string) string {
	names := func(ids []string) string { return table.Enumerated(table.PartyLabels(ix, ids)) }
	words := string(t.Side)
	switch {
	case len(t.Toward) > sidesNamed:
		words += " " + partiesOf(len(t.Toward))
	case len(t.Toward) > 0:
		words += " " + names(t.Toward)
	}
	if len(t.SaidBy) > 0 {
		words += ", " + plainVerb(len(t.SaidBy), "says ", "say ") + names(t.SaidBy)
	}
	if t.Party != asked {
		words = names([]string{t.Party}) + " " + words
	}
	return words
}

// ids say the side with the ids of files: "attacks cpc, said by cpc".
func (t TakenSide) ids(asked string) string {
	words := string(t.Side) + " " + strings.Join(t.Toward, ", ")
	if len(t.SaidBy) > 0 {
		words += ", said by " + strings.Join(t.SaidBy, ", ")
	}
	if t.Party != asked {
		words = t.Party + " " + words
	}
	return words
}

// sides and sidesCited are the two columns of a table of parties that say who took sides, and where that is said.
func (r *reader) sides(party string) table.Cell {
	var cell table.Cell
	for _, t := range SidesOf(r.Index, party) {
		v := table.Value{Text: t.ids(party), Label: t.Words(r.Index, party)}
		if len(t.Citations) > 0 {
			v.Ref = r.Citation(t.Citations[0]).Ref
		}
		cell = append(cell, v)
	}
	return cell
}

func (r *reader) sidesCited(party string) table.Cell {
	var cites []domain.Citation
	for _, t := range SidesOf(r.Index, party) {
		for _, c := range t.Citations {
			if !slices.Contains(cites, c) {
				cites = append(cites, c)
			}
		}
	}
	return r.Citations(cites)
}

func takenSideColumns() []table.Column {
	return []table.Column{
		{Name: "sides", Title: "Took sides in public", Type: table.TypeText, List: true, Page: true,
			Doc: "The side that a source says it took, or a claimant of its seat did: stance, toward whom, on whose word."},
		{Name: "sides_citation", Title: "Said in", Type: table.TypeText, List: true, Page: true,
			Doc: "The paragraphs that say so: document, para., number."},
	}
}
