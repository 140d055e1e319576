package storage

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"pourparler/domain"
)

// IDs returns the ids of all dossiers that were released, in order; also of those that cannot be shown.
func (s *Store) IDs(ctx context.Context) (ids []string, err error) {
	defer domain.Wrap(&err, "storage.IDs")
	err = s.db.WithContext(ctx).Raw("SELECT dossier FROM releases UNION SELECT dossier FROM registers").Scan(&ids).Error
	slices.Sort(ids)
	return ids, translate(ctx, s.engine, err)
}

// Version returns a short word that changes with every release of that dossier and never otherwise, as tags of pages
// and keys of caches need it. It costs one row. The error is of kind
// [domain.NotFound] if there is no such dossier.
func (s *Store) Version(ctx context.Context, id string) (version string, err error) {
	defer wrap(&err, "Version", id)
	r, err := s.shownRelease(s.db.WithContext(ctx), id)
	return r.word(), translate(ctx, s.engine, err)
}

// Heading returns what the newest release of a dossier says of itself, without its records, or an error of kind
// [domain.NotFound]. It costs two rows.
func (s *Store) Heading(ctx context.Context, id string) (d *domain.Dossier, err error) {
	defer wrap(&err, "Heading", id)
	tx := s.db.WithContext(ctx)
	r, err := s.shownRelease(tx, id)
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
		r, err := s.shownRelease(tx, id)
		if err == nil {
			d, err = s.content(tx, r)
		}
		return err
	})
	return d, err
}
