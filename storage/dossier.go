package storage

import (
	"context"
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

// Dossiers returns the headings of all dossiers that were released, in the order of their ids.
func (s *Store) Dossiers(ctx context.Context) (headings []Heading, err error) {
	defer domain.Wrap(&err, "storage.Dossiers")
	ids, err := s.IDs(ctx)
	if err != nil {
		return nil, err
	}
	err = s.read(ctx, func(tx *gorm.DB) error {
		for _, id := range ids {
			r, err := s.lastRelease(tx, id)
			if err != nil {
				return err
			}
			d, err := s.heading(tx, r)
			if err != nil {
				return err
			}
			headings = append(headings, Heading{ID: d.ID, Title: d.Title, Summary: d.Summary, Release: d.Release,
				Released: d.Released, Licence: d.Licence, Source: d.Source, Version: r.word()})
		}
		return nil
	})
	return headings, err
}

// IDs returns the ids of all dossiers that were released, in order.
func (s *Store) IDs(ctx context.Context) (ids []string, err error) {
	defer domain.Wrap(&err, "storage.IDs")
	err = s.db.WithContext(ctx).Model(&releaseRow{}).Distinct().Pluck("dossier", &ids).Error
	slices.Sort(ids)
	return ids, translate(ctx, s.engine, err)
}

// Version returns a short word that changes with every release of that dossier and never otherwise, as tags of pages
// and keys of caches need it. It costs one row. The error is of kind
// [domain.NotFound] if there is no such dossier.
func (s *Store) Version(ctx context.Context, id string) (version string, err error) {
	defer wrap(&err, "Version", id)
	r, err := s.lastRelease(s.db.WithContext(ctx), id)
	return r.word(), translate(ctx, s.engine, err)
}

// Heading returns what the newest release of a dossier says of itself, without its records, or an error of kind
// [domain.NotFound]. It costs two rows.
func (s *Store) Heading(ctx context.Context, id string) (d *domain.Dossier, err error) {
	defer wrap(&err, "Heading", id)
	tx := s.db.WithContext(ctx)
	r, err := s.lastRelease(tx, id)
	if err == nil {
		d, err = s.heading(tx, r)
	}
	return d, translate(ctx, s.engine, err)
}

// Dossier returns the newest release of the dossier of that id, or an error of kind [domain.NotFound]. It equals what
// was imported, in every field and in the order of the records, and is of one moment even while another
// is imported.
func (s *Store) Dossier(ctx context.Context, id string) (d *domain.Dossier, err error) {
	defer wrap(&err, "Dossier", id)
	err = s.read(ctx, func(tx *gorm.DB) error {
		r, err := s.lastRelease(tx, id)
		if err == nil {
			d, err = s.content(tx, id, r.Version)
		}
		return err
	})
	return d, err
}
