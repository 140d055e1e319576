package storage

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"pourparler/domain"
)

// Import stores a dossier in place of the one with the same id and reports whether that changed
// anything: the same dossier again changes nothing, not even its version. It happens in one
// transaction, so a failure or a crash leaves the database as it was. A list without elements and
// no list are the same. Text that is not UTF-8 or holds a zero byte, an id used twice and a
// reference to nothing are errors of kind [domain.Invalid]; for the rules of a record see
// [domain.Dossier.Validate], which Import does not repeat.
func (s *Store) Import(ctx context.Context, d *domain.Dossier) (changed bool, err error) {
	defer wrap(&err, "Import", d.ID)
	ix := domain.NewIndex(d)
	registers := gather(ctx, ix)
	defer registers.close()
	if err := checkText(d); err != nil {
		return false, err
	}
	r := flatten(ix)
	r.registers = registers
	r.summing()
	defer r.hash() // which reads the rows
	stored, err := s.heading(ctx, d.ID)
	if err != nil && domain.KindOf(err) != domain.NotFound {
		return false, err
	}
	if same, err := r.same(stored); same || err != nil {
		return false, err
	}
	err = s.write(ctx, func(tx *gorm.DB) (err error) {
		changed, err = s.replace(tx, r)
		return err
	})
	return changed && err == nil, s.explain(ctx, err, r)
}

// replace writes the rows unless the database has them. It first takes the row of the dossier, for
// which other writers of the same dossier then wait.
func (s *Store) replace(tx *gorm.DB, r *rows) (changed bool, err error) {
	row := r.Dossier
	hold := clause.OnConflict{Columns: []clause.Column{{Name: "id"}},
		DoUpdates: clause.Assignments(map[string]any{"id": row.ID})}
	if err := tx.Table("dossiers").Clauses(hold).Create(&row).Error; err != nil {
		return false, fmt.Errorf("write dossiers: %w", err)
	}
	var stored dossierRow
	if err := tx.Table("dossiers").Where("id = ?", row.ID).Take(&stored).Error; err != nil {
		return false, fmt.Errorf("read dossiers: %w", err)
	}
	if same, err := r.same(stored); same || err != nil {
		return false, err
	}
	restore, err := s.engine.roomy(tx)
	if err != nil {
		return false, err
	}
	return true, errors.Join(s.rewrite(tx, r, stored.Version), restore())
}

// same reports whether the database has these rows, by the row of the dossier, of which there is none
// if its version is zero.
func (r *rows) same(stored dossierRow) (bool, error) {
	if stored.Version == 0 {
		return false, nil
	}
	hash, err := r.hash()
	return stored.Hash == hash, err
}

// rewrite writes the rows in place of those of a version, if there is one, and between them what is
// ready of the registers.
func (s *Store) rewrite(tx *gorm.DB, r *rows, version int64) error {
	if version > 0 {
		if err := clearTables(tx, r); err != nil {
			return err
		}
	}
	p, err := s.newProjection(tx, r.Dossier.ID, r.registers)
	if err != nil {
		return err
	}
	if err := s.fill(tx, r, version+1, p.meanwhile); err != nil {
		return err
	}
	return p.finish()
}

// clearTables deletes what the dossier had, children first, so that no key is looked for in vain.
func clearTables(tx *gorm.DB, r *rows) error {
	tables := r.tables()
	for i := len(tables) - 1; i >= 0; i-- {
		if err := tables[i].clear(tx, r.Dossier.ID); err != nil {
			return err
		}
	}
	return nil
}

// fill writes all rows, and the row of the dossier last. After every row something else has its
// turn.
func (s *Store) fill(tx *gorm.DB, r *rows, version int64, meanwhile func() error) error {
	for _, t := range r.tables() {
		if err := t.insert(s, tx, meanwhile); err != nil {
			return err
		}
	}
	hash, err := r.hash()
	if err != nil {
		return err
	}
	row := r.Dossier
	row.Version, row.Hash = version, hash
	result := tx.Table("dossiers").Where("id = ?", row.ID).Select("*").Updates(&row)
	if result.Error == nil && result.RowsAffected != 1 {
		return fmt.Errorf("write dossiers: %d rows written for one", result.RowsAffected)
	}
	return result.Error
}
