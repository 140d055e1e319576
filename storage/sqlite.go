package storage

import (
	"context"
	"crypto/rand"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
	gormsqlite "gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"modernc.org/sqlite"

	"pourparler/domain"
)

// sqliteEngine is SQLite by the pure-Go engine.
type sqliteEngine struct {
	path   string // as given
	uri    url.URL
	memory bool
	sealed bool // the file can only be read, see sealed
}

// newSQLite returns the engine for a file or ":memory:". In memory, all connections of a store
// share one database by SQLite's memdb file system, which unlike a shared cache waits for a lock
// instead of failing.
func newSQLite(path string) (*sqliteEngine, error) {
	if path == ":memory:" {
		return &sqliteEngine{path: path, memory: true,
			uri: url.URL{Scheme: "file", Path: "/" + rand.Text(), RawQuery: "vfs=memdb&" + pragmas()}}, nil
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return nil, domain.Errorf(domain.Invalid, "%s is no file and so no database: choose another with --db", path)
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, domain.Errorf(domain.Invalid, "database file %s has no absolute path: %w", path, err)
	}
	slashed := filepath.ToSlash(absolute)
	if !strings.HasPrefix(slashed, "/") { // a drive letter
		slashed = "/" + slashed
	}
	return &sqliteEngine{path: path, uri: url.URL{Scheme: "file", Path: slashed, RawQuery: pragmas()}}, nil
}

// pragmas returns the settings of every connection. Writers take their lock at once, since a reader
// that becomes a writer fails instead of waiting; a commit is on the disk when it returns.
func pragmas() string {
	return url.Values{
		"_busy_timeout": {"10000"},
		"_pragma":       {"journal_mode(WAL)", "foreign_keys(1)", "synchronous(FULL)", "cache_size(-1024)"},
		"_time_format":  {"sqlite"},
		"_txlock":       {"immediate"},
	}.Encode()
}

func (e *sqliteEngine) name() string {
	if e.memory {
		return "database in memory"
	}
	return "database file " + e.path
}

// exists returns an error of kind [domain.NotFound] if there is no such file.
func (e *sqliteEngine) exists() error {
	if e.memory {
		return nil
	}
	if _, err := os.Stat(e.path); errors.Is(err, fs.ErrNotExist) {
		return domain.Errorf(domain.NotFound, "there is no database at %s: name the file of one, or import a dossier into it first", e.path)
	}
	return nil
}

func (e *sqliteEngine) inMemory() bool { return e.memory }

func (e *sqliteEngine) placeholder(int) string { return "?" }

// shared is numbered, of which there should be few: for each value of a statement the driver looks through all numbers.
func (e *sqliteEngine) shared(n int) string { return "?" + strconv.Itoa(n) }

// insertInto needs nothing by which the rows of the one statement could be taken back, which SQLite would otherwise write
// to a file.
func (e *sqliteEngine) insertInto() string { return "INSERT OR FAIL INTO " }

func (e *sqliteEngine) unit() string { return "char(31)" }

// roomy lets the pages that a transaction changes stay in memory, up to 128 MiB, instead of going to
// the log again and again. With more, what is left for the commit takes longer. Everyone else has 1 MiB.
func (e *sqliteEngine) roomy(tx *gorm.DB) (restore func() error, err error) {
	err = tx.Exec("PRAGMA cache_size = -131072").Error
	return func() error { return tx.Exec("PRAGMA cache_size = -1024").Error }, err
}

// alone does nothing: a database has one writer at a time.
func (e *sqliteEngine) alone(*gorm.DB, string) error { return nil }

func (e *sqliteEngine) snapshot() sql.IsolationLevel { return sql.LevelDefault }

// connect opens a file that is there and cannot be written to in such a way that it can be read.
func (e *sqliteEngine) connect(ctx context.Context) (*sql.DB, error) {
	connector, err := sqlite.NewConnector(e.uri.String())
	if err != nil {
		return nil, err
	}
	pool, err := e.tried(ctx, connector)
	if f, _ := e.fault(err); f != faultReadOnly && f != faultCannotOpen || e.exists() != nil {
		return pool, err
	}
	readable, failed := e.tried(ctx, &sealed{path: e.path, uri: e.uri})
	e.sealed = failed == nil
	switch {
	case e.sealed:
		return readable, nil
	case logSize(e.path) > 0:
		err = &domain.Error{Kind: domain.Unavailable, Err: failed, Message: e.name() + " has a log beside it, which cannot be read " +
			"where nothing may be written: open it once where that may be, then copy it again"}
	}
	return nil, err
}

// tried returns a pool with a connection.
func (e *sqliteEngine) tried(ctx context.Context, connector driver.Connector) (*sql.DB, error) {
	pool := sql.OpenDB(connector)
	ping := func() error { return pool.PingContext(ctx) }
	if err := patiently(ctx, ping, e.busy); err != nil {
		pool.Close()
		return nil, err
	}
	return pool, nil
}

// busy reports whether err may pass: two processes that turn a new file to WAL at once do not wait
// for one another.
func (e *sqliteEngine) busy(err error) bool {
	f, ok := e.fault(err)
	return ok && f == faultLocked
}

func (e *sqliteEngine) dialector(pool *sql.DB) gorm.Dialector {
	return gormsqlite.New(gormsqlite.Config{DriverName: "sqlite", Conn: pool})
}

func (e *sqliteEngine) provider(pool *sql.DB, options ...goose.ProviderOption) (*goose.Provider, error) {
	return goose.NewProvider(goose.DialectSQLite3, pool, migrations(), options...)
}

func (e *sqliteEngine) foreign(ctx context.Context, pool *sql.DB) (foreign bool, err error) {
	const query = `SELECT count(*) > 0 AND sum(name = 'goose_db_version') = 0
		FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'`
	var found sql.NullBool
	err = pool.QueryRowContext(ctx, query).Scan(&found)
	return found.Bool, err
}

// fault reads SQLite's result codes, https://www.sqlite.org/rescode.html.
func (e *sqliteEngine) fault(err error) (fault, bool) {
	var failure *sqlite.Error
	if !errors.As(err, &failure) {
		return 0, false
	}
	switch code := failure.Code(); code {
	case 1555, 2067: // CONSTRAINT_PRIMARYKEY, CONSTRAINT_UNIQUE
		return faultDuplicate, true
	case 787: // CONSTRAINT_FOREIGNKEY
		return faultForeignKey, true
	default:
		return primaryFault(code & 0xff)
	}
}

// primaryFault reads a primary result code: the low byte.
func primaryFault(code int) (fault, bool) {
	switch code {
	case 5, 6: // BUSY, LOCKED
		return faultLocked, true
	case 8: // READONLY
		return faultReadOnly, true
	case 9: // INTERRUPT
		return faultCancelled, true
	case 10: // IOERR
		return faultIO, true
	case 11: // CORRUPT
		return faultCorrupt, true
	case 13: // FULL
		return faultFull, true
	case 3, 14, 23: // PERM, CANTOPEN, AUTH
		return faultCannotOpen, true
	case 26: // NOTADB
		return faultNotADatabase, true
	}
	return 0, false
}

// dangling repeats the work, because SQLite finds a broken deferred key at the commit and does not
// say which.
func (e *sqliteEngine) dangling(_ error, tx *gorm.DB, work func(*gorm.DB) error) (reference, bool) {
	const query = `SELECT c."table" AS "table", c.parent AS parent, k."from" AS "column"
		FROM pragma_foreign_key_check() c
		JOIN pragma_foreign_key_list(c."table") k ON k.id = c.fkid AND k."from" <> 'dossier_id' LIMIT 1`
	var found struct{ Table, Parent, Column string }
	if work(tx) != nil || tx.Raw(query).Scan(&found).Error != nil || found.Table == "" {
		return reference{}, false
	}
	r := reference{table: found.Table, column: found.Column, parent: found.Parent}
	missing := fmt.Sprintf("SELECT %[1]s FROM %[2]s AS c WHERE %[1]s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %[3]s AS p "+
		"WHERE p.dossier_id = c.dossier_id AND p.id = c.%[1]s) LIMIT 1", r.column, r.table, r.parent)
	err := tx.Raw(missing).Scan(&r.id).Error
	return r, err == nil && r.id != ""
}
