package storage

import (
	"context"
	"errors"
	"fmt"

	"pourparler/domain"
)

// What can go wrong in a database, whichever it is.
const (
	faultDuplicate fault = iota + 1
	faultForeignKey
	faultLocked
	faultReadOnly
	faultForbidden
	faultCannotOpen
	faultNotADatabase
	faultCorrupt
	faultFull
	faultIO
	faultUnreachable
	faultNoText
	faultCancelled
)

// fault is what went wrong in a database.
type fault int

// advice returns the kind of a fault and what to say of it, after the name of the database.
func (f fault) advice() (domain.Kind, string) {
	switch f {
	case faultDuplicate:
		return domain.Conflict, "already holds a record of that id: give one of them another"
	case faultForeignKey:
		return domain.Invalid, "holds no record of an id that is referred to: run pourparler check"
	case faultLocked:
		return domain.Unavailable, "is locked by another process: try again, or stop that process"
	case faultReadOnly:
		return domain.Unavailable, "is read-only: allow writing to it and to its folder"
	case faultForbidden:
		return domain.Unavailable, "does not allow this user to do that: grant the user rights on the schema"
	case faultCannotOpen:
		return domain.Unavailable, "cannot be opened: make sure that its folder exists and that both may be read and written to"
	case faultNotADatabase:
		return domain.Unavailable, "is not an SQLite database: choose another file with --db"
	case faultCorrupt:
		return domain.Damaged, "is damaged: restore a copy, or move it away and import the dossiers again"
	case faultFull:
		return domain.Unavailable, "has no room left on its disk: make room and try again, nothing was changed"
	case faultIO:
		return domain.Unavailable, "cannot be read or written: look at its disk"
	case faultUnreachable:
		return domain.Unavailable, "cannot be reached: make sure that the server runs and the address is right"
	case faultNoText:
		return domain.Invalid, "has no text with the character U+0000 or with bytes that are not UTF-8: write another"
	}
	return domain.Internal, "failed"
}

// translate turns an error of the database into one that a reader can act on. Errors of [domain]
// and those of a cancelled context pass.
func translate(ctx context.Context, e engine, err error) error {
	var known *domain.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	f, ok := e.fault(err)
	if ctx.Err() != nil {
		return fmt.Errorf("%w: %w", ctx.Err(), err)
	}
	if !ok || f == faultCancelled {
		return err
	}
	kind, advice := f.advice()
	// Who asks over the network is told what is wrong, and not where the database is.
	err = &domain.Error{Kind: kind, Message: "the database " + advice, Err: err}
	return &domain.Error{Kind: kind, Message: e.name() + " " + advice, Err: err}
}
