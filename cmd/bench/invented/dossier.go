package invented

import (
	"fmt"

	"pourparler/domain"
)

// Answers is how many responses each proposal has.
const Answers = 3

// Dossier returns the invented dossier of that many proposals, at least one, with [Answers] responses each and a
// document for every four proposals. It takes some three kilobytes of memory a proposal.
func Dossier(proposals int) *domain.Dossier {
	m := newMaker(proposals)
	d := &domain.Dossier{ID: ID(proposals), Title: fmt.Sprintf("An invented record of %d proposals", proposals),
		Summary: "Made by a program, for measuring.", Release: "1.0.0", Licence: "CC0-1.0",
		Tracks: Tracks(), Places: places(), Parties: Parties(), Persons: persons(), Lists: m.lists(),
		Documents: make([]domain.Document, m.documents)}
	for i := range d.Documents {
		d.Documents[i] = m.document(i)
	}
	d.Proposals = make([]domain.Proposal, proposals)
	for i := range d.Proposals {
		d.Proposals[i] = m.proposal(i)
	}
	d.Responses = make([]domain.Response, 0, Answers*proposals)
	for i := range d.Proposals {
		d.Responses = append(d.Responses, m.responses(d.Proposals, i)...)
	}
	d.Meetings = m.meetings()
	return d
}

// ID returns the id of the dossier of that size.
func ID(proposals int) string { return fmt.Sprintf("invented-%d", proposals) }
