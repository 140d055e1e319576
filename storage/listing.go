package storage

import (
	"context"

	"pourparler/domain"
	"pourparler/domain/compare"
)

// Heading returns what a dossier says of itself, without its records, or an error of kind
// [domain.NotFound]. It costs one row.
func (s *Store) Heading(ctx context.Context, id string) (d *domain.Dossier, err error) {
	defer wrap(&err, "Heading", id)
	row, err := s.heading(ctx, id)
	if err != nil {
		return nil, err
	}
	return assemble(&rows{Dossier: row})
}

// Listing returns a part of a register of a dossier.
func (s *Store) Listing(ctx context.Context, id, register string, q compare.Query) (l compare.Listing, err error) {
	d, err := s.Dossier(ctx, id)
	if err != nil {
		return l, err
	}
	g, err := compare.Find(domain.NewIndex(d), register)
	if err != nil {
		return l, err
	}
	return g.Whole().Pick(q)
}

// Stream returns the rows of a register that a query wants.
func (s *Store) Stream(ctx context.Context, id, register string, q compare.Query) (compare.Stream, error) {
	l, err := s.Listing(ctx, id, register, q)
	return l.Stream(), err
}
