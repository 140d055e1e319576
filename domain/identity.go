package domain

import (
	"slices"
	"strings"
)

// identity is an id with what it stands for: the facts that a correction may not change.
type identity struct {
	section Section
	id      string
	means   string
}

// identities returns what every id of a dossier stands for, in the order of the record. Ids in it are written as now has
// them.
func identities(d *Dossier, now func(Section, string) string) []identity {
	in := func(document string) string { return " in " + now(SectionDocuments, document) }
	by := func(parties ...string) string {
		names := make([]string, len(parties))
		for i, id := range parties {
			names[i] = now(SectionParties, id)
		}
		slices.Sort(names)
		return " by " + strings.Join(names, " and ")
	}
	means := map[Section]func(i int) string{
		SectionParties:   func(i int) string { return "a " + string(d.Parties[i].Kind) },
		SectionSeats:     func(i int) string { return "the seat of " + now(SectionParties, d.Seats[i].Party) },
		SectionLists:     func(i int) string { return "a list" + in(d.Lists[i].Document) },
		SectionDocuments: func(i int) string { return "a " + string(d.Documents[i].Kind) },
		SectionProposals: func(i int) string { return "a proposal" + by(d.Proposals[i].By...) + in(d.Proposals[i].Document) },
		SectionResponses: func(i int) string {
			r := &d.Responses[i]
			to := now(SectionProposals, r.Proposal)
			if r.Term != "" {
				to = "the " + string(r.Term) + " of " + to
			}
			return "a response" + by(r.By) + in(r.Document) + " to " + to
		},
		SectionStatements: func(i int) string { return "a statement" + in(d.Statements[i].Document) },
		SectionClaims:     func(i int) string { return "a claim" + by(d.Claims[i].By...) + in(d.Claims[i].Document) },
		SectionAlignments: func(i int) string { return "an alignment" + in(d.Alignments[i].Document) },
		SectionOverrides: func(i int) string {
			return "a movement of " + string(d.Overrides[i].Term) + " in " + now(SectionProposals, d.Overrides[i].Proposal)
		},
	}
	var all []identity
	for section, ids := range d.ids() {
		for i, id := range ids {
			what := "a " + section.Singular()
			if of := means[section]; of != nil {
				what = of(i)
			}
			if section != SectionRetired {
				all = append(all, identity{section, id, what})
			}
		}
	}
	return all
}
