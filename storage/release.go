package storage

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"pourparler/domain"
	"pourparler/domain/compare"
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
		var r releaseRow
		found := tx.Find(&r, "dossier = ? AND version = ?", id, version)
		if found.Error != nil {
			return found.Error
		}
		if found.RowsAffected == 0 {
			return domain.Errorf(domain.NotFound, "dossier %q has no release of version %d: see its releases", id, version)
		}
		d, err = s.content(tx, r)
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
		d, err = s.content(tx, releaseRow{Dossier: id, Version: version})
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

// shownRelease is [Store.lastRelease] for readers. The error is of kind [domain.Damaged] if that is not the release of which
// the registers are: its hash is a part of their sums.
func (s *Store) shownRelease(tx *gorm.DB, id string) (r releaseRow, err error) {
	first := compare.RegisterNames()[0]
	rows, err := s.ask(tx, aShown, first, id)
	if err != nil {
		return r, err
	}
	defer rows.Close()
	if !rows.Next() {
		return r, cmp.Or(rows.Err(), s.withoutRelease(tx, id))
	}
	r.Dossier = id
	var key, size, form, had sql.NullInt64
	var fields sql.NullString
	if err := rows.Scan(&r.Version, &r.SHA256, &key, &size, &form, &fields, &had); err != nil {
		return r, err
	}
	row := registerRow{Dossier: id, Version: r.Version, Name: first, ID: key.Int64, Size: size.Int64, Form: int(form.Int64), Fields: fields.String,
		Sum: had.Int64, SHA256: r.SHA256}
	if !row.sound() {
		return r, damaged(id, "its newest release")
	}
	return r, nil
}

// withoutRelease is the error for a dossier without a release: that there is none, unless something is left of it.
func (s *Store) withoutRelease(tx *gorm.DB, id string) error {
	var left int64
	if err := tx.Model(&registerRow{}).Where("dossier = ?", id).Count(&left).Error; err != nil {
		return err
	}
	if left > 0 {
		return damaged(id, "it has no release")
	}
	return noDossier(id)
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
	rows, err := s.ask(tx, aHeading, r.Dossier, r.Dossier, r.Version)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var body sql.NullString
	var hash []byte
	if rows.Next() {
		err = rows.Scan(&body, &hash)
	}
	if err := cmp.Or(err, rows.Err()); err != nil {
		return nil, err
	}
	if !body.Valid || !bytes.Equal(hash, recordHash(domain.SectionDossier, r.Dossier, body.String)) {
		return nil, damaged(r.Dossier, "what it says of itself")
	}
	return readBodies(r.Dossier, map[domain.Section][]string{domain.SectionDossier: {body.String}})
}

// The records of the draft, and those of an earlier version: what the newest change of each up to then left of it, or
// the hash of what was blanked.
const (
	draftContent = "SELECT section, id, ord, body, version, NULL FROM records WHERE dossier = ?"
	pastContent  = `SELECT section, id, ord_after, coalesce(after, ''), version, CASE WHEN after IS NULL THEN (SELECT b.hash FROM blanked b
		WHERE b.dossier = c.dossier AND b.section = c.section AND b.id = c.id AND b.hash = c.hash) END
		FROM changes c WHERE dossier = ? AND version <= ? AND ord_after <> 0
		AND NOT EXISTS (SELECT 1 FROM changes later WHERE later.dossier = c.dossier AND later.section = c.section
		AND later.id = c.id AND later.version > c.version AND later.version <= ?)`
)

// content returns a dossier as it was at a version, which is one that it had; of a release that has its hash. The error is
// of kind [domain.Damaged] if something is not as its hash says.
func (s *Store) content(tx *gorm.DB, r releaseRow) (*domain.Dossier, error) {
	newest, err := draftVersion(tx, r.Dossier)
	if err != nil {
		return nil, err
	}
	query, values := pastContent, []any{r.Dossier, r.Version, r.Version}
	if newest == r.Version {
		query, values = draftContent, values[:1]
	}
	records, err := readRecords(tx, r.Dossier, query, values...)
	if err != nil {
		return nil, err
	}
	bodies, sha256, blanked := inOrder(records)
	hash, err := hashOf(tx, r.Dossier, r.Version)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(hash, versionOf(records)) || r.SHA256 != "" && !blanked && r.SHA256 != sha256 {
		return nil, damaged(r.Dossier, fmt.Sprintf("the records of version %d", r.Version))
	}
	d, err := readBodies(r.Dossier, bodies)
	if err == nil {
		d.ID = r.Dossier // where what the dossier says of itself was blanked
	}
	return d, err
}

// readRecords reads records, each with the hash of what it says: that which it should have, where the text was blanked.
func readRecords(tx *gorm.DB, dossier, query string, values ...any) (records []recordRow, err error) {
	rows, err := tx.Raw(query, values...).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		r := recordRow{Dossier: dossier}
		if err := rows.Scan(&r.Section, &r.ID, &r.Ord, &r.Body, &r.Version, &r.hash); err != nil {
			return nil, err
		}
		if r.blanked = r.hash != nil; !r.blanked {
			r.hash = recordHash(r.Section, r.ID, r.Body)
		}
		records = append(records, r)
	}
	return records, rows.Err()
}

// inOrder orders records, and returns the bodies of those that have one with the SHA-256 of them all, and whether some
// have none.
func inOrder(records []recordRow) (bodies map[domain.Section][]string, sum string, blanked bool) {
	place := map[domain.Section]int{}
	for i, section := range domain.Sections() {
		place[section] = i
	}
	slices.SortFunc(records, func(a, b recordRow) int {
		return cmp.Or(cmp.Compare(place[a.Section], place[b.Section]), cmp.Compare(a.Ord, b.Ord))
	})
	bodies = map[domain.Section][]string{}
	for _, r := range records {
		if blanked = blanked || r.blanked; !r.blanked {
			bodies[r.Section] = append(bodies[r.Section], r.Body)
		}
	}
	return bodies, (&draft{records: records}).sum(), blanked
}

func readBodies(id string, bodies map[domain.Section][]string) (*domain.Dossier, error) {
	d, err := form.Read(bodies)
	if err != nil {
		return nil, domain.Errorf(domain.Invalid, "dossier %q: the database holds a record that cannot be read: %w", id, err)
	}
	return d, nil
}
