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
	return slices.Concat(
		identify(SectionTracks, d.Tracks, func(r *Track) (string, string) { return r.ID, "a track" }),
		identify(SectionPlaces, d.Places, func(r *Place) (string, string) { return r.ID, "a place" }),
		identify(SectionParties, d.Parties, func(r *Party) (string, string) { return r.ID, "a " + string(r.Kind) }),
		identify(SectionSeats, d.Seats, func(r *Seat) (string, string) { return r.ID, "the seat of " + now(SectionParties, r.Party) }),
		identify(SectionPersons, d.Persons, func(r *Person) (string, string) { return r.ID, "a person" }),
		identify(SectionLists, d.Lists, func(r *List) (string, string) { return r.ID, "a list" + in(r.Document) }),
		identify(SectionMeetings, d.Meetings, func(r *Meeting) (string, string) { return r.ID, "a meeting" }),
		identify(SectionQuestions, d.Questions, func(r *Question) (string, string) { return r.ID, "a question" }),
		identify(SectionDocuments, d.Documents, func(r *Document) (string, string) { return r.ID, "a " + string(r.Kind) }),
		identify(SectionProposals, d.Proposals, func(r *Proposal) (string, string) {
			return r.ID, "a proposal" + by(r.By...) + in(r.Document)
		}),
		identify(SectionResponses, d.Responses, func(r *Response) (string, string) {
			to := now(SectionProposals, r.Proposal)
			if r.Term != "" {
				to = "the " + string(r.Term) + " of " + to
			}
			return r.ID, "a response" + by(r.By) + in(r.Document) + " to " + to
		}),
		identify(SectionStatements, d.Statements, func(r *Statement) (string, string) { return r.ID, "a statement" + in(r.Document) }),
		identify(SectionClaims, d.Claims, func(r *Claim) (string, string) { return r.ID, "a claim" + by(r.By...) + in(r.Document) }),
		identify(SectionAlignments, d.Alignments, func(r *Alignment) (string, string) { return r.ID, "an alignment" + in(r.Document) }),
		identify(SectionOverrides, d.Overrides, func(r *Override) (string, string) {
			return r.ID, "a movement of " + string(r.Term) + " in " + now(SectionProposals, r.Proposal)
		}))
}

func identify[T any](section Section, records []T, of func(*T) (id, means string)) []identity {
	all := make([]identity, len(records))
	for i := range records {
		id, means := of(&records[i])
		all[i] = identity{section, id, means}
	}
	return all
}
