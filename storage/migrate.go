package storage

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"gorm.io/gorm"

	"pourparler/domain"
)

// versionTable is where goose notes the migrations that were made. By its name, which no other program
// has, a database is known to be ours.
const versionTable = "pourparler_schema"

//go:embed migrations/*.sql
var embedded embed.FS

// migrations returns the numbered files, each followed by what only that database needs. They are append-only: a file
// that was released is never edited.
func migrations(e engine) ([]*goose.Migration, error) {
	names, err := fs.Glob(embedded, "migrations/[0-9]*_*.sql")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var all []*goose.Migration
	for _, name := range names {
		base := strings.TrimSuffix(name, ".sql")
		if strings.Contains(base, ".") {
			continue // read with the file of its number
		}
		shared, err := embedded.ReadFile(name)
		if err != nil {
			return nil, err
		}
		own, err := embedded.ReadFile(base + "." + e.dialect() + ".sql")
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		all = append(all, migration(int64(len(all)+1), e.adapt(string(shared))+string(own)))
	}
	return all, nil
}

func migration(number int64, statements string) *goose.Migration {
	run := func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, statements)
		return err
	}
	return goose.NewGoMigration(number, &goose.GoFunc{RunTx: run}, nil)
}

// Whose database it is.
const (
	ownerNobody  owner = iota // it is empty
	ownerUs                   // it was made by this program or a newer one
	ownerFormer               // it was made by this program before 0.1.0
	ownerForeign              // it was made by another program
)

// owner is whose database it is.
type owner int

// ownerOf judges by the names of the tables, of which one that is empty has none.
func ownerOf(tables []string) owner {
	switch {
	case slices.Contains(tables, versionTable):
		return ownerUs
	case slices.Contains(tables, "goose_db_version") && slices.Contains(tables, "register_cells"):
		return ownerFormer
	case len(tables) > 0:
		return ownerForeign
	}
	return ownerNobody
}

// names reads the one column of an answer.
func names(rows *sql.Rows, err error) (all []string, _ error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		all = append(all, name)
	}
	return all, rows.Err()
}

// check refuses a database that is not ours, before anything is written into it.
func (o owner) check(e engine) error {
	switch o {
	case ownerFormer:
		return domain.Errorf(domain.Invalid, "%s was made by Pourparler before 0.1.0, which kept dossiers otherwise: %s",
			e.name(), "choose a new one with --db and import the dossiers anew from their files")
	case ownerForeign:
		return domain.Errorf(domain.Invalid, "%s belongs to another program: choose another one with --db", e.name())
	}
	return nil
}

// migrate brings the schema up to date, and returns the number that it had. Where another process does so at the same
// moment one of the two fails and looks again.
func migrate(ctx context.Context, pool *sql.DB, e engine, log *slog.Logger) (from int64, err error) {
	all, err := migrations(e)
	if err != nil {
		return 0, err
	}
	provider, err := e.provider(pool, goose.WithGoMigrations(all...), goose.WithTableName(versionTable),
		goose.WithSlog(log), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return 0, err
	}
	step := func() (err error) { from, err = upgrade(ctx, provider, e, log); return err }
	return from, patiently(ctx, step, func(err error) bool { return overtaken(e, err) })
}

// overtaken reports whether a migration may have failed because another process was making it: it
// finds the database locked, or its tables there already, for which the databases have no code of
// their own.
func overtaken(e engine, err error) bool {
	f, ok := e.fault(err)
	return domain.KindOf(err) == domain.Internal && (!ok || f == faultLocked || f == faultDuplicate)
}

// upgrade applies the migrations that the database does not have, unless it has some that we do not
// know, and returns the number of its schema before.
func upgrade(ctx context.Context, provider *goose.Provider, e engine, log *slog.Logger) (current int64, err error) {
	current, target, err := provider.GetVersions(ctx)
	if err != nil || current == target {
		return current, err
	}
	if current > target {
		return current, newer(e, current, target)
	}
	if _, err := provider.Up(ctx); err != nil {
		return current, outdated(e, err, fmt.Sprintf("its schema is number %d, this program needs %d", current, target))
	}
	log.InfoContext(ctx, "schema brought up to date", "database", e.name(), "from", current, "to", target)
	return current, nil
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
	return number, tx.Raw("SELECT max(version_id) FROM " + versionTable).Scan(&number).Error
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
