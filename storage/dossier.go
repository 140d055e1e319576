package storage

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Heading is what a list of dossiers shows of one.
type Heading struct {
	ID       string
	Title    string
	Summary  string
	Release  string // version number of the record
	Released edtf.Date
	Licence  string
	Source   string
	Version  string // see [Store.Version]
}

// Dossiers returns the headings of all dossiers in the order of their ids.
func (s *Store) Dossiers(ctx context.Context) (headings []Heading, err error) {
	defer domain.Wrap(&err, "storage.Dossiers")
	found, err := gorm.G[dossierRow](s.db).Table("dossiers").Find(ctx)
	if err != nil {
		return nil, translate(ctx, s.engine, err)
	}
	slices.SortFunc(found, func(a, b dossierRow) int { return cmp.Compare(a.ID, b.ID) })
	for _, row := range found {
		h, err := row.heading()
		if err != nil {
			return nil, err
		}
		headings = append(headings, h)
	}
	return headings, nil
}

// IDs returns the ids of all dossiers in order.
func (s *Store) IDs(ctx context.Context) ([]string, error) {
	headings, err := s.Dossiers(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(headings))
	for i, h := range headings {
		ids[i] = h.ID
	}
	return ids, nil
}

func (row dossierRow) heading() (Heading, error) {
	a := &assembly{rows: &rows{Dossier: row}}
	h := Heading{ID: row.ID, Title: row.Title, Summary: row.Summary, Release: row.Release,
		Released: a.edtf(row.Released), Licence: row.Licence, Source: row.Source, Version: row.version()}
	return h, a.err
}

// version is the count, by which versions can be told apart, and enough of the hash to tell
// databases apart.
func (row dossierRow) version() string { return fmt.Sprintf("%d-%.16s", row.Version, row.Hash) }

// Version returns a short word that changes whenever the data of that dossier changes and never
// otherwise, as tags of pages and keys of caches need it. It costs one row. The error is of kind
// [domain.NotFound] if there is no such dossier.
func (s *Store) Version(ctx context.Context, id string) (version string, err error) {
	defer wrap(&err, "Version", id)
	row, err := s.heading(ctx, id)
	if err != nil {
		return "", err
	}
	return row.version(), nil
}

// Dossier returns the dossier of that id, or an error of kind [domain.NotFound]. It equals what was
// imported, in every field and in the order of the records, and is of one moment even while another
// is imported.
func (s *Store) Dossier(ctx context.Context, id string) (d *domain.Dossier, err error) {
	defer wrap(&err, "Dossier", id)
	r := &rows{}
	err = s.read(ctx, func(tx *gorm.DB) error { return load(ctx, tx, id, r) })
	if err != nil {
		return nil, err
	}
	return assemble(r)
}

// load reads every table once.
func load(ctx context.Context, tx *gorm.DB, id string, r *rows) (err error) {
	if r.Dossier, err = dossier(ctx, tx, id); err != nil {
		return err
	}
	for _, t := range r.tables() {
		if err := t.load(ctx, tx, id); err != nil {
			return err
		}
	}
	return nil
}

// heading reads the row of a dossier, without a transaction as it is one row.
func (s *Store) heading(ctx context.Context, id string) (dossierRow, error) {
	row, err := dossier(ctx, s.db, id)
	return row, translate(ctx, s.engine, err)
}

func dossier(ctx context.Context, tx *gorm.DB, id string) (dossierRow, error) {
	row, err := gorm.G[dossierRow](tx).Table("dossiers").Where("id = ?", id).Take(ctx)
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, noDossier(id)
	}
	return row, err
}

func noDossier(id string) error {
	return domain.Errorf(domain.NotFound,
		"no dossier %q in the database: see the list of dossiers for the ids that exist", id)
}
