package storage

import (
	"context"
	"os"

	"gorm.io/gorm"

	"pourparler/domain"
)

// Ready reports whether the dossiers can be read: an error if not, whose kind is [domain.Unavailable] where the database
// cannot be used and [domain.NotFound] where it holds nothing; else what there is to say of it, which is mostly nothing.
func (s *Store) Ready(ctx context.Context) (note string, err error) {
	defer wrap(&err, "Ready", s.engine.name())
	var schema, dossiers int64
	err = s.read(ctx, func(tx *gorm.DB) (err error) {
		if schema, err = latest(tx); err != nil {
			return err
		}
		if note, err = s.engine.condition(tx); err != nil {
			return err
		}
		return tx.Raw("SELECT count(DISTINCT dossier) FROM releases").Scan(&dossiers).Error
	})
	switch {
	case err != nil:
		return "", err
	case schema > s.schema:
		return "", domain.Errorf(domain.Unavailable, "the database was brought to another form by a newer version of Pourparler: start that")
	case dossiers == 0:
		return "", domain.Errorf(domain.NotFound, "the database is empty: import a dossier")
	}
	return note, nil
}

const readOnlyNote = "the database is read-only"

// condition says where nothing can be written.
func (e *sqliteEngine) condition(*gorm.DB) (note string, err error) {
	if e.memory {
		return "", nil
	}
	if file, err := os.Stat(e.path); e.sealed || err == nil && file.Mode()&0o222 == 0 {
		return readOnlyNote, nil
	}
	return "", nil
}

func (e *postgresEngine) condition(tx *gorm.DB) (note string, err error) {
	var readOnly bool
	err = tx.Raw("SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'").Scan(&readOnly).Error
	if readOnly {
		note = readOnlyNote
	}
	return note, err
}
