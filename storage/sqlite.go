package storage

import (
	"context"
	"crypto/rand"
	"database/sql"
	"database/sql/driver"
	"errors"
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
		"_pragma": {"journal_mode(WAL)", "foreign_keys(1)", "synchronous(FULL)", "cache_size(-1024)", "recursive_triggers(1)",
			"journal_size_limit(4194304)"},
		"_time_format": {"sqlite"},
		"_txlock":      {"immediate"},
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

func (e *sqliteEngine) scrub(ctx context.Context, pool *sql.DB) error {
	_, err := pool.ExecContext(ctx, "VACUUM")
	return err
}

func (e *sqliteEngine) snapshot() sql.IsolationLevel { return sql.LevelDefault }

// connect opens a file that is there and cannot be written to in such a way that it can be read.
func (e *sqliteEngine) connect(ctx context.Context) (*sql.DB, error) {
	connector, err := sqlite.NewConnector(e.uri.String())
	if err != nil {
		return nil, err
	}
	if !e.memory {
		connector = &watched{Connector: connector, engine: e}
	}
	pool, err := e.tried(ctx, connector, e.mark)
	if f, _ := e.fault(err); f != faultReadOnly && f != faultCannotOpen || e.exists() != nil {
		return pool, err
	}
	readable, failed := e.tried(ctx, &sealed{path: e.path, uri: e.uri}, ping)
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

func ping(ctx context.Context, pool *sql.DB) error { return pool.PingContext(ctx) }

// tried returns a pool on which a first step was made.
func (e *sqliteEngine) tried(ctx context.Context, connector driver.Connector, first func(context.Context, *sql.DB) error) (*sql.DB, error) {
	pool := sql.OpenDB(connector)
	step := func() error { return first(ctx, pool) }
	if err := patiently(ctx, step, e.busy); err != nil {
		pool.Close()
		return nil, err
	}
	return pool, nil
}

// mark has the file say that it is ours. Whoever finds it marked may still find no tables in it.
func (e *sqliteEngine) mark(ctx context.Context, pool *sql.DB) error {
	var id int64
	if err := pool.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil || id == applicationID {
		return err
	}
	_, err := pool.ExecContext(ctx, "PRAGMA application_id = "+strconv.Itoa(applicationID))
	return err
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
	return goose.NewProvider(goose.DialectSQLite3, pool, nil, options...)
}

func (e *sqliteEngine) dialect() string { return "sqlite" }

func (e *sqliteEngine) adapt(statements string) string { return statements }

// applicationID marks a file as ours, see https://www.sqlite.org/pragma.html#pragma_application_id: "Pour".
const applicationID = 0x506f7572

// owner opens the file by itself to read alone, since the first connection that writes changes how a file keeps its log.
func (e *sqliteEngine) owner(ctx context.Context) (owner, error) {
	if info, err := os.Stat(e.path); e.memory || err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return ownerNobody, nil // what else is wrong with it shows when it is opened
	}
	o, err := e.ownerBy(ctx, "mode=ro&_busy_timeout=10000")
	if f, _ := e.fault(err); f == faultReadOnly || f == faultCannotOpen { // nothing can be written beside it
		return e.ownerBy(ctx, "mode=ro&immutable=1")
	}
	return o, err
}

// ownerBy opens the file by an address with that query.
func (e *sqliteEngine) ownerBy(ctx context.Context, query string) (owner, error) {
	uri := e.uri
	uri.RawQuery = query
	pool, err := sql.Open("sqlite", uri.String())
	if err != nil {
		return ownerNobody, err
	}
	defer pool.Close()
	var id int64
	if err := pool.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil || id == applicationID {
		return ownerUs, err
	}
	const tablesOf = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'`
	tables, err := names(pool.QueryContext(ctx, tablesOf))
	if o := ownerOf(tables); o != ownerNobody || id == 0 {
		return o, err
	}
	return ownerForeign, err
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
