package storage

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"log/slog"
	"time"

	"github.com/pressly/goose/v3"
	"gorm.io/gorm"

	"pourparler/domain"
)

//go:embed migrations/*.sql
var embedded embed.FS

// migrations returns the numbered files. They are append-only: a file that was released is never
// edited.
func migrations() fs.FS {
	sub, err := fs.Sub(embedded, "migrations")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}

// migrate brings the schema up to date. Where another process does so at the same moment one of the
// two fails and looks again.
func migrate(ctx context.Context, pool *sql.DB, e engine, log *slog.Logger) error {
	foreign, err := e.foreign(ctx, pool)
	if err != nil {
		return err
	}
	if foreign {
		return domain.Errorf(domain.Invalid,
			"%s belongs to another program: choose another file with --db", e.name())
	}
	provider, err := e.provider(pool, goose.WithSlog(log), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	step := func() error { return upgrade(ctx, provider, e, log) }
	return patiently(ctx, step, func(err error) bool { return overtaken(e, err) })
}

// overtaken reports whether a migration may have failed because another process was making it: it
// finds the database locked, or its tables there already, for which the databases have no code of
// their own.
func overtaken(e engine, err error) bool {
	f, ok := e.fault(err)
	return domain.KindOf(err) == domain.Internal && (!ok || f == faultLocked || f == faultDuplicate)
}

// upgrade applies the migrations that the database does not have, unless it has some that we do not
// know.
func upgrade(ctx context.Context, provider *goose.Provider, e engine, log *slog.Logger) error {
	current, target, err := provider.GetVersions(ctx)
	if err != nil || current == target {
		return err
	}
	if current > target {
		return newer(e, current, target)
	}
	if _, err := provider.Up(ctx); err != nil {
		return outdated(e, err, fmt.Sprintf("its schema is number %d, this program needs %d", current, target))
	}
	log.InfoContext(ctx, "schema brought up to date", "database", e.name(), "from", current, "to", target)
	return nil
}

// newer is the error of a database that a newer program has changed.
func newer(e engine, current, target int64) error {
	return domain.Errorf(domain.Invalid, "%s was made by a newer version of Pourparler "+
		"(its schema is number %d, this program knows %d): update the program or choose another "+
		"database", e.name(), current, target)
}

// outdated says, where that is the error, that the database has to be changed first and cannot be.
func outdated(e engine, err error, what string) error {
	if f, _ := e.fault(err); f != faultReadOnly {
		return err
	}
	return &domain.Error{Kind: domain.Unavailable, Err: err, Message: fmt.Sprintf("%s was made by an older version of Pourparler (%s) "+
		"and is read-only: open it once with this program where it may be written to", e.name(), what)}
}

// latest is the number of the schema that a transaction sees.
func latest(tx *gorm.DB) (number int64, err error) {
	return number, tx.Raw("SELECT max(version_id) FROM goose_db_version").Scan(&number).Error
}

// patiently repeats an action for a few seconds while its error may pass by itself.
func patiently(ctx context.Context, action func() error, passing func(error) bool) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	for pause := 20 * time.Millisecond; ; pause *= 2 {
		err := action()
		if err == nil || !passing(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(pause):
		}
	}
}
