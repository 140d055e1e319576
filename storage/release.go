package storage

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"pourparler/domain"
	"pourparler/domain/form"
)

// Release is a version of a dossier that readers see or saw.
type Release struct {
	Version int64  // of the draft that it was
	Number  string // that the dossier bore, such as 1.2.0
	SHA256  string // of its records; it stays when a text is blanked, and can then not be made again
	At      string // RFC 3339 in UTC, or empty
	By      string // opaque id, or empty
	Note    string
	Blanked []Blanked // what was taken out of it, which [Store.Released] then lacks
}

func (r releaseRow) release() Release {
	return Release{Version: r.Version, Number: r.Number, SHA256: r.SHA256, At: r.At, By: r.By, Note: r.Note}
}

// Releases returns the releases of a dossier, the newest last.
func (s *Store) Releases(ctx context.Context, id string) (all []Release, err error) {
	defer wrap(&err, "Releases", id)
	err = s.read(ctx, func(tx *gorm.DB) error {
		var rows []releaseRow
		if err := tx.Order("version").Find(&rows, "dossier = ?", id).Error; err != nil {
			return err
		}
		for _, r := range rows {
			all = append(all, r.release())
		}
		return addBlanked(tx, id, all)
	})
	return all, err
}

// Released returns a release of a dossier as it was, or an error of kind [domain.NotFound].
func (s *Store) Released(ctx context.Context, id string, version int64) (d *domain.Dossier, err error) {
	defer wrap(&err, "Released", id)
	err = s.read(ctx, func(tx *gorm.DB) error {
		found := tx.Find(&releaseRow{}, "dossier = ? AND version = ?", id, version)
		if found.Error != nil {
			return found.Error
		}
		if found.RowsAffected == 0 {
			return domain.Errorf(domain.NotFound, "dossier %q has no release of version %d: see its releases", id, version)
		}
		d, err = s.content(tx, id, version)
		return err
	})
	return d, err
}

// Draft returns a dossier as its editors see it and the version that it has, or an error of kind [domain.NotFound].
func (s *Store) Draft(ctx context.Context, id string) (d *domain.Dossier, version int64, err error) {
	defer wrap(&err, "Draft", id)
	err = s.read(ctx, func(tx *gorm.DB) (err error) {
		if version, err = draftVersion(tx, id); err != nil {
			return err
		}
		if version == 0 {
			return noDossier(id)
		}
		d, err = s.content(tx, id, version)
		return err
	})
	return d, version, err
}

// lastRelease returns version and hash of the newest release of a dossier, or an error of kind [domain.NotFound].
func (s *Store) lastRelease(tx *gorm.DB, id string) (r releaseRow, err error) {
	rows, err := s.ask(tx, aRelease, id)
	if err != nil {
		return r, err
	}
	defer rows.Close()
	if !rows.Next() {
		return r, cmp.Or(rows.Err(), noDossier(id))
	}
	r.Dossier = id
	return r, rows.Scan(&r.Version, &r.SHA256)
}

func noDossier(id string) error {
	return domain.Errorf(domain.NotFound,
		"no dossier %q in the database: see the list of dossiers for the ids that exist", id)
}

// word is the version, by which releases can be told apart, and enough of the hash to tell
// databases apart.
func (r releaseRow) word() string { return fmt.Sprintf("%d-%.16s", r.Version, r.SHA256) }

// heading returns what a release says of itself.
func (s *Store) heading(tx *gorm.DB, r releaseRow) (*domain.Dossier, error) {
	bodies, err := names(s.ask(tx, aHeading, r.Dossier, r.Dossier, r.Version))
	if err != nil {
		return nil, err
	}
	return readBodies(r.Dossier, map[domain.Section][]string{domain.SectionDossier: bodies})
}

// The records of the draft, and those of an earlier version: what the newest change of each up to then left of it,
// without what was blanked.
const (
	draftContent = "SELECT section, ord, body FROM records WHERE dossier = ?"
	pastContent  = `SELECT section, ord_after, after FROM changes c WHERE dossier = ? AND version <= ? AND after IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM changes later WHERE later.dossier = c.dossier AND later.section = c.section
		AND later.id = c.id AND later.version > c.version AND later.version <= ?)`
)

// content returns a dossier as it was at a version, which is one that it had.
func (s *Store) content(tx *gorm.DB, id string, version int64) (*domain.Dossier, error) {
	newest, err := draftVersion(tx, id)
	if err != nil {
		return nil, err
	}
	query, values := pastContent, []any{id, version, version}
	if newest == version {
		query, values = draftContent, values[:1]
	}
	rows, err := tx.Raw(query, values...).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	sections := map[domain.Section][]recordRow{}
	for rows.Next() {
		var r recordRow
		if err := rows.Scan(&r.Section, &r.Ord, &r.Body); err != nil {
			return nil, err
		}
		sections[r.Section] = append(sections[r.Section], r)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	bodies := map[domain.Section][]string{}
	for section, records := range sections {
		slices.SortFunc(records, func(a, b recordRow) int { return cmp.Compare(a.Ord, b.Ord) })
		for _, r := range records {
			bodies[section] = append(bodies[section], r.Body)
		}
	}
	d, err := readBodies(id, bodies)
	if err == nil {
		d.ID = id // where what the dossier says of itself was blanked
	}
	return d, err
}

func readBodies(id string, bodies map[domain.Section][]string) (*domain.Dossier, error) {
	d, err := form.Read(bodies)
	if err != nil {
		return nil, domain.Errorf(domain.Invalid, "dossier %q: the database holds a record that cannot be read: %w", id, err)
	}
	return d, nil
}
