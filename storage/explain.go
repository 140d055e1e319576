package storage

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"pourparler/domain"
)

// explain turns the failure of an import into an error that names what is wrong with the dossier.
func (s *Store) explain(ctx context.Context, err error, r *rows) error {
	explained := err
	switch f, _ := s.engine.fault(err); f {
	case faultDuplicate:
		explained = r.again().repeated(err)
	case faultForeignKey:
		explained = s.dangling(ctx, err, r.again())
	}
	return translate(ctx, s.engine, explained)
}

// again returns the rows of the same dossier, of which those that were written are gone, without registers.
func (r *rows) again() *rows {
	rows := flatten(r.index)
	rows.hash = r.hash
	rows.registers = gatherNothing()
	return rows
}

// repeated says which id is used twice, as SQLite names only the columns.
func (r *rows) repeated(cause error) error {
	for _, t := range r.tables() {
		if id, found := t.repeated(); found {
			return &domain.Error{Kind: domain.Invalid, Err: cause, Message: fmt.Sprintf(
				"two records in %s have the id %q: give one of them another", t, id)}
		}
	}
	return cause
}

// reference is a column that names a record which does not exist.
type reference struct{ table, column, id, parent string }

func (r reference) error(cause error) error {
	return &domain.Error{Kind: domain.Invalid, Err: cause, Message: fmt.Sprintf(
		"%s: %s %q is not the id of any record in %s: add that record or correct the reference",
		r.table, r.column, r.id, r.parent)}
}

// dangling says which reference leads nowhere. The transaction it may need is undone.
func (s *Store) dangling(ctx context.Context, cause error, r *rows) error {
	explained, undone := cause, errors.New("undone")
	err := s.write(ctx, func(tx *gorm.DB) error {
		repeat := func(tx *gorm.DB) error { _, err := s.replace(tx, r); return err }
		if found, ok := s.engine.dangling(cause, tx, repeat); ok {
			explained = found.error(cause)
		}
		return undone
	})
	if !errors.Is(err, undone) {
		return err
	}
	return explained
}
