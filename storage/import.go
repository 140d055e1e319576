package storage

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// Import makes a dossier the draft in place of the one with the same id, and a release of it, and reports whether that
// changed anything: the same dossier again changes nothing, not even its version, if all that readers are shown of it is as
// it was written; where it is not it is written anew, as a version of its own. The log has one act with a change for
// each record that differs. It happens in one transaction, so a failure or a crash leaves the database as it was. A list
// without elements and no list are the same, and the terms of a proposal have no order but that of [domain.TermKinds].
// Text that is not UTF-8 or holds a zero byte, a term twice in a proposal, an id used twice and a reference to nothing
// are errors of kind [domain.Invalid]; for the rules of a record see [form.Check], which Import does not
// repeat.
func (s *Store) Import(ctx context.Context, d *domain.Dossier) (changed bool, err error) {
	defer wrap(&err, "Import", d.ID)
	ix := domain.NewIndex(d)
	registers := build(ctx, ix)
	defer func() { registers.close() }()
	if err := errors.Join(checkText(d), checkTerms(d)); err != nil {
		return false, err
	}
	n, err := newDraft(d, s.torn)
	if err != nil {
		return false, err
	}
	same, err := s.same(s.db.WithContext(ctx), n)
	if err != nil {
		return false, translate(ctx, s.engine, err)
	}
	if same {
		registers.close()
		if sound, err := s.sound(ctx, n, compare.Registers(ix)); sound || err != nil {
			return false, err
		}
		registers = build(ctx, ix)
	}
	err = s.write(ctx, func(tx *gorm.DB) (err error) {
		changed, err = s.replace(tx, n, same, registers)
		return err
	})
	return changed && err == nil, translate(ctx, s.engine, err)
}

// sound reports whether nothing is damaged of a draft that is the newest release.
func (s *Store) sound(ctx context.Context, n *draft, registers []table.Register) (sound bool, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		problems, err := s.checkShown(tx, n, registers)
		sound = len(problems) == 0
		return err
	})
	return sound, err
}

// same reports whether a draft is the draft and the newest release already.
func (s *Store) same(tx *gorm.DB, n *draft) (bool, error) {
	last, err := s.lastRelease(tx, n.id)
	if err != nil {
		return false, unless(err, domain.NotFound)
	}
	version, err := draftVersion(tx, n.id)
	return last.SHA256 == n.sha256 && last.Version == version, err
}

// replace makes a draft the draft and a release, unless it is and nothing was found damaged.
func (s *Store) replace(tx *gorm.DB, n *draft, damaged bool, registers *builder) (changed bool, err error) {
	version, err := hold(tx, n.id)
	if err != nil {
		return false, err
	}
	if same, err := s.same(tx, n); same && !damaged || err != nil {
		return false, err
	}
	old, mended, err := restored(tx, n.id, &version)
	if err != nil {
		return false, err
	}
	var released int64 // with another hash, though nothing changed
	if err := tx.Model(&releaseRow{}).Where("dossier = ? AND version = ?", n.id, version).Count(&released).Error; err != nil {
		return false, err
	}
	restore, err := s.engine.roomy(tx)
	if err != nil {
		return false, err
	}
	return true, errors.Join(s.rewrite(tx, n, version, old, damaged || mended, released > 0, registers), restore())
}

// rewrite makes a draft the draft in place of the old records of a version, and a release, and writes between the records
// what is ready of the registers. What is mended is a version of its own, even if no record changes.
func (s *Store) rewrite(tx *gorm.DB, n *draft, version int64, old []recordRow, mended, released bool, registers *builder) error {
	changes := n.changes(old)
	if mended = mended || released && len(changes) == 0; mended || len(changes) > 0 {
		version++
		act := actRow{Dossier: n.id, Version: version, Reason: "import", Hash: versionOf(n.records)}
		if mended {
			act.Reason = "import over what was damaged"
		}
		if err := s.act(tx, act, changes); err != nil {
			return err
		}
	}
	release := releaseRow{Dossier: n.id, Version: version, Number: n.number, SHA256: n.sha256, At: s.timestamp()}
	p, err := s.newProjection(tx, release, registers)
	if err != nil {
		return err
	}
	if err := s.writeChanges(tx, changes, version, p.meanwhile); err != nil {
		return err
	}
	if err := s.writeLinks(tx, n, p.meanwhile); err != nil {
		return err
	}
	if err := tx.Create(&release).Error; err != nil {
		return fmt.Errorf("write releases: %w", err)
	}
	if err := p.finish(); err != nil || !mended {
		return err
	}
	return clearStrays(tx)
}

// hold takes the row of a dossier, which is made if there is none, for which other writers of the same dossier then wait,
// and returns the version of the draft.
func hold(tx *gorm.DB, id string) (version int64, err error) {
	row := dossierRow{ID: id}
	wait := clause.OnConflict{Columns: []clause.Column{{Name: "id"}}, DoUpdates: clause.Assignments(map[string]any{"id": id})}
	if err := tx.Clauses(wait).Create(&row).Error; err != nil {
		return 0, fmt.Errorf("write dossiers: %w", err)
	}
	err = tx.Take(&row, "id = ?", id).Error
	return row.Version, err
}

// draftVersion returns the version of the draft of a dossier, which is 0 where there is none.
func draftVersion(tx *gorm.DB, id string) (version int64, err error) {
	err = tx.Model(&dossierRow{}).Where("id = ?", id).Pluck("version", &version).Error
	return version, err
}

// act writes that a dossier was taken to a version by those changes.
func (s *Store) act(tx *gorm.DB, act actRow, changes []changeRow) (err error) {
	act.At = s.timestamp()
	if act.Hash == nil {
		if act.Hash, err = hashAfter(tx, act, changes); err != nil {
			return err
		}
	}
	if err := tx.Create(&act).Error; err != nil {
		return fmt.Errorf("write acts: %w", err)
	}
	return tx.Model(&dossierRow{}).Where("id = ?", act.Dossier).Update("version", act.Version).Error
}

// unless returns an error that is not of a kind.
func unless(err error, kind domain.Kind) error {
	if domain.KindOf(err) == kind {
		return nil
	}
	return err
}
