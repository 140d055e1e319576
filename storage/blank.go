package storage

import (
	"bytes"
	"context"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"pourparler/domain"
)

// Blanked is a text of a record that was taken out of the log.
type Blanked struct {
	Section domain.Section
	ID      string
	SHA256  []byte // of section, id and text, by which whoever has the text can prove that it was this
	Reason  string
	At      string // RFC 3339 in UTC, or empty
	By      string // opaque id, or empty
}

// Blank takes for ever out of the log what a record once said: after the act of that version or, where it is 0, ever but
// now. Its hash stays, as do the acts; who, when and why is noted beside them. What the draft or the newest release say is
// refused with an error of kind [domain.Invalid]: change it and make a release first. It returns how many texts it took
// out. The file of the database is then written anew without them; [Store.Fold] says whether it is so already. What is
// blanked already is no error, so that a run that was interrupted can be repeated.
func (s *Store) Blank(ctx context.Context, dossier string, section domain.Section, id string, version int64, act Act) (n int, err error) {
	defer wrap(&err, "Blank", dossier)
	err = s.write(ctx, func(tx *gorm.DB) error {
		if _, err := hold(tx, dossier); err != nil {
			return err
		}
		b := &blanking{tx: tx, dossier: dossier, section: section, id: id}
		if err := b.find(version); err != nil {
			return err
		}
		n = len(b.hashes)
		return b.take(blankedRow{Dossier: dossier, Section: section, ID: id, By: act.By, At: s.timestamp(), Reason: act.Reason})
	})
	if err != nil {
		return 0, translate(ctx, s.engine, err)
	}
	pool, err := s.db.DB()
	if err == nil {
		err = s.engine.scrub(ctx, pool)
	}
	return n, translate(ctx, s.engine, err)
}

// blanking is a record whose former texts are taken out.
type blanking struct {
	tx      *gorm.DB
	dossier string
	section domain.Section
	id      string
	changes []changeRow // of the record, in the order of their versions
	hashes  [][]byte    // of the texts to be taken out, each once
}

// find finds the texts.
func (b *blanking) find(version int64) error {
	if err := b.tx.Order("version").Find(&b.changes, "dossier = ? AND section = ? AND id = ?", b.dossier, b.section, b.id).Error; err != nil {
		return err
	}
	if len(b.changes) == 0 {
		return domain.Errorf(domain.NotFound, "there never was a record %q in %s of dossier %q", b.id, b.section, b.dossier)
	}
	now := b.changes[len(b.changes)-1]
	if err := b.released(now); err != nil {
		return err
	}
	found := false
	for _, c := range b.changes {
		if version != 0 && c.Version != version {
			continue
		}
		found = true
		switch present := c.OrdAfter != 0 && bytes.Equal(c.Hash, now.Hash); {
		case present && version != 0:
			return domain.Errorf(domain.Invalid, "%s %q still says what it said after version %d: change it and make a release first", b.section, b.id, version)
		case !present && c.After != nil && !b.takes(c.Hash):
			b.hashes = append(b.hashes, c.Hash)
		}
	}
	if !found {
		return domain.Errorf(domain.NotFound, "%s %q was not changed by version %d", b.section, b.id, version)
	}
	return nil
}

// released makes sure that readers are shown what the record says now.
func (b *blanking) released(now changeRow) error {
	var newer int64
	err := b.tx.Model(&releaseRow{}).Where("dossier = ? AND version >= ?", b.dossier, now.Version).Count(&newer).Error
	if err == nil && newer == 0 {
		return domain.Errorf(domain.Invalid, "the newest release is older than what %s %q says now: make a release first", b.section, b.id)
	}
	return err
}

func (b *blanking) takes(hash []byte) bool {
	for _, h := range b.hashes {
		if bytes.Equal(h, hash) {
			return true
		}
	}
	return false
}

// take takes the texts out, before the changes that followed on them too.
func (b *blanking) take(note blankedRow) error {
	for _, note.Hash = range b.hashes {
		if err := b.tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&note).Error; err != nil {
			return fmt.Errorf("write blanked: %w", err)
		}
	}
	for i, c := range b.changes {
		if b.takes(c.Hash) {
			if err := b.empty(c, "after"); err != nil {
				return err
			}
		}
		if i > 0 && b.takes(b.changes[i-1].Hash) {
			if err := b.empty(c, "before"); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *blanking) empty(c changeRow, column string) error {
	done := b.tx.Model(&changeRow{}).Where("dossier = ? AND version = ? AND n = ?", c.Dossier, c.Version, c.N).Update(column, nil)
	if done.Error == nil && done.RowsAffected != 1 {
		return fmt.Errorf("blank changes: %d rows for one", done.RowsAffected)
	}
	return done.Error
}

// addBlanked adds to each release what was taken out of it.
func addBlanked(tx *gorm.DB, id string, releases []Release) error {
	var rows []blankedRow
	if err := tx.Order("section, id").Find(&rows, "dossier = ?", id).Error; err != nil {
		return err
	}
	for _, row := range rows {
		for i := range releases {
			var last changeRow
			err := tx.Where("dossier = ? AND section = ? AND id = ? AND version <= ?", id, row.Section, row.ID, releases[i].Version).
				Order("version DESC").Limit(1).Find(&last).Error
			if err != nil {
				return err
			}
			if last.After == nil && bytes.Equal(last.Hash, row.Hash) {
				releases[i].Blanked = append(releases[i].Blanked, Blanked{row.Section, row.ID, row.Hash, row.Reason, row.At, row.By})
			}
		}
	}
	return nil
}
