package storage

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/form"
)

// Release makes a release of the draft of a dossier as it stands, with its registers, in one transaction. The dossier then
// bears the number, with the day of it; left out, the number is that which the draft bears. A draft that is the newest
// release is no new one, and that is returned. The error is of kind [domain.Invalid] if an earlier release with other
// content has the number, and of kind [domain.NotFound] if there is no such dossier. For the rules of a record see
// [domain.Dossier.Validate], which Release does not repeat.
func (s *Store) Release(ctx context.Context, id, number, by, note string) (r Release, err error) {
	defer wrap(&err, "Release", id)
	err = s.write(ctx, func(tx *gorm.DB) error {
		version, err := hold(tx, id)
		if err != nil {
			return err
		}
		if version == 0 {
			return noDossier(id)
		}
		d, err := s.content(tx, releaseRow{Dossier: id, Version: version})
		if err == nil && number != "" && number != d.Release {
			version, err = s.number(tx, d, version, actRow{Dossier: id, Version: version + 1, By: by, Reason: "release " + number}, number)
		}
		if err != nil {
			return err
		}
		row, err := s.freeze(tx, d, version, releaseRow{By: by, Note: note})
		r = row.release()
		return err
	})
	return r, translate(ctx, s.engine, err)
}

// number has the draft bear a number and the day of today, if that is known, and returns the version that it then has.
func (s *Store) number(tx *gorm.DB, d *domain.Dossier, version int64, act actRow, number string) (int64, error) {
	d.Release = number
	if s.now != nil {
		day, err := edtf.Parse(s.now().UTC().Format(time.DateOnly))
		if err != nil {
			return 0, err
		}
		d.Released = day
	}
	a := &applying{tx: tx, dossier: d.ID, version: act.Version, noted: map[recordKey]int{}}
	was, err := a.record(domain.SectionDossier, d.ID)
	if err != nil {
		return 0, err
	}
	for heading := range form.RecordsOf(d) { // the first record is the heading
		body, err := heading.Body()
		if err != nil {
			return 0, err
		}
		if err := a.all([]Edit{{Section: domain.SectionDossier, ID: d.ID, Body: body, Version: was.Version}}); err != nil {
			return 0, err
		}
		break
	}
	return act.Version, s.act(tx, act, a.changes)
}

// freeze makes a release of a version of a dossier, unless it is the newest one.
func (s *Store) freeze(tx *gorm.DB, d *domain.Dossier, version int64, row releaseRow) (releaseRow, error) {
	n, err := newDraft(d, false)
	if err != nil {
		return row, err
	}
	var earlier []releaseRow
	if err := tx.Order("version").Find(&earlier, "dossier = ?", d.ID).Error; err != nil {
		return row, err
	}
	for i, r := range earlier {
		switch {
		case r.SHA256 == n.sha256 && r.Version == version && i == len(earlier)-1:
			return r, nil
		case n.number != "" && r.Number == n.number && r.SHA256 != n.sha256:
			return row, domain.Errorf(domain.Invalid, "release %q of %q is there already, with other content: give another number", n.number, d.ID)
		}
	}
	row.Dossier, row.Version, row.Number, row.SHA256, row.At = d.ID, version, n.number, n.sha256, s.timestamp()
	if err := tx.Create(&row).Error; err != nil {
		return row, err
	}
	return row, s.writeRegisters(tx, d, row)
}

// writeRegisters makes the registers of a release of a dossier in place of those that are there.
func (s *Store) writeRegisters(tx *gorm.DB, d *domain.Dossier, release releaseRow) error {
	restore, err := s.engine.roomy(tx)
	if err != nil {
		return err
	}
	g := build(tx.Statement.Context, domain.NewIndex(d))
	defer g.close()
	p, err := s.newProjection(tx, release, g)
	if err == nil {
		err = p.finish()
	}
	return errors.Join(err, restore())
}

// At returns a store of its own, in memory, whose one dossier is a release of a dossier as it was or, for version 0, the
// draft as it is: its registers are made as those of any release are, so that all that can be asked of a store can be asked
// of it. What is changed in it changes nothing here. It has to be closed. The error is of kind [domain.NotFound] if there is
// no such release.
func (s *Store) At(ctx context.Context, id string, version int64) (past *Store, err error) {
	defer wrap(&err, "At", id)
	var d *domain.Dossier
	if version == 0 {
		d, _, err = s.Draft(ctx, id)
	} else {
		d, err = s.Released(ctx, id, version)
	}
	if err != nil {
		return nil, err
	}
	past, err = Open(ctx, Config{DSN: ":memory:", Now: s.now})
	if err != nil {
		return nil, err
	}
	past.torn = true // a release may lack what was blanked, to which others refer
	if _, err := past.Import(ctx, d); err != nil {
		past.Close()
		return nil, err
	}
	return past, nil
}
