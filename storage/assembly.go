package storage

import "pourparler/domain"

// assembly puts the rows of a dossier together again. Its err is the first thing that could not be
// read.
type assembly struct {
	rows      *rows
	citations map[owner][]domain.Citation
	names     map[owner][]domain.Name
	err       error
}

// assemble is the inverse of flatten, except that a list without elements comes out as nil.
func assemble(r *rows) (*domain.Dossier, error) {
	a := &assembly{rows: r, citations: citations(r.Citations), names: names(r.Names, r.NameDocuments)}
	row := r.Dossier
	d := &domain.Dossier{ID: row.ID, Title: row.Title, Summary: row.Summary, Release: row.Release,
		Released: a.edtf(row.Released), Licence: row.Licence, Source: row.Source,
		Retired:    a.retired(),
		Tracks:     a.tracks(),
		Places:     a.places(),
		Parties:    a.parties(),
		Seats:      a.seats(),
		Persons:    a.persons(),
		Lists:      a.lists(),
		Meetings:   a.meetings(),
		Questions:  a.questions(),
		Documents:  a.documents(),
		Proposals:  a.proposals(),
		Responses:  a.responses(),
		Statements: a.statements(),
		Claims:     a.claims(),
		Alignments: a.alignments(),
		Overrides:  a.overrides(),
	}
	if a.err != nil {
		return nil, a.err
	}
	return d, nil
}
