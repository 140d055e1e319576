package storage

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"net/url"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver named pgx
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	gormpostgres "gorm.io/driver/postgres"
	"gorm.io/gorm"

	"pourparler/domain"
	"pourparler/domain/compare"
)

// postgresEngine is PostgreSQL by pgx.
type postgresEngine struct{ dsn, shown string }

func newPostgres(dsn string) (*postgresEngine, error) {
	if _, err := pgconn.ParseConfig(dsn); err != nil {
		return nil, domain.Errorf(domain.Invalid,
			"PostgreSQL address cannot be read: write postgres://user:password@host:port/database")
	}
	shown := "PostgreSQL database"
	if u, err := url.Parse(dsn); err == nil {
		shown += " " + strings.TrimPrefix(u.Host+u.Path, "/")
	}
	return &postgresEngine{dsn: dsn, shown: shown}, nil
}

func (e *postgresEngine) name() string { return e.shown }

func (e *postgresEngine) inMemory() bool { return false }

func (e *postgresEngine) placeholder(n int) string { return "$" + strconv.Itoa(n) }

func (e *postgresEngine) shared(n int) string { return e.placeholder(n) }

func (e *postgresEngine) insertInto() string { return "INSERT INTO " }

func (e *postgresEngine) unit() string { return "chr(31)" }

func (e *postgresEngine) roomy(*gorm.DB) (restore func() error, err error) {
	return func() error { return nil }, nil
}

func (e *postgresEngine) alone(tx *gorm.DB, table string) error {
	return tx.Exec("LOCK TABLE " + table + " IN EXCLUSIVE MODE").Error
}

func (e *postgresEngine) scrub(ctx context.Context, pool *sql.DB) error {
	_, err := pool.ExecContext(ctx, `VACUUM FULL records, changes, links, registers, register_cells, register_rows, register_sets,
		register_orders`)
	return err
}

func (e *postgresEngine) snapshot() sql.IsolationLevel { return sql.LevelRepeatableRead }

func (e *postgresEngine) connect(ctx context.Context) (*sql.DB, error) {
	pool, err := sql.Open("pgx", e.dsn)
	if err != nil {
		return nil, err
	}
	if err := pool.PingContext(ctx); err != nil {
		pool.Close()
		return nil, err
	}
	return pool, nil
}

func (e *postgresEngine) dialector(pool *sql.DB) gorm.Dialector {
	return gormpostgres.New(gormpostgres.Config{Conn: pool})
}

func (e *postgresEngine) provider(pool *sql.DB, options ...goose.ProviderOption) (*goose.Provider, error) {
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 60))
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectPostgres, pool, nil, append(options, goose.WithSessionLocker(locker))...)
}

func (e *postgresEngine) dialect() string { return "postgres" }

// adapt leaves out how SQLite is to store a table.
func (e *postgresEngine) adapt(statements string) string {
	return strings.ReplaceAll(statements, ") WITHOUT ROWID;", ");")
}

// owner looks at the tables of the schema, in which others may stand as long as they have other names than ours.
func (e *postgresEngine) owner(ctx context.Context) (owner, error) {
	pool, err := e.connect(ctx)
	if err != nil {
		return ownerNobody, err
	}
	defer pool.Close()
	query := `SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name
		IN ('` + versionTable + `', 'goose_db_version', 'dossiers', 'records', 'acts', 'changes', 'blanked', 'releases', 'links', 'registers',
		'register_views', 'register_cells', 'register_rows', 'register_sets', 'register_orders', '` + strings.Join(compare.RegisterNames(), "', '") + `')`
	tables, err := names(pool.QueryContext(ctx, query))
	if len(tables) == 1 && tables[0] == "goose_db_version" { // of another program that uses goose
		return ownerNobody, err
	}
	return ownerOf(tables), err
}

// fault reads PostgreSQL's codes, https://www.postgresql.org/docs/current/errcodes-appendix.html.
func (e *postgresEngine) fault(err error) (fault, bool) {
	var failure *pgconn.PgError
	if !errors.As(err, &failure) {
		return faultUnreachable, lost(err)
	}
	switch failure.Code {
	case "22021": // character not in repertoire
		return faultNoText, true
	case "23505":
		return faultDuplicate, true
	case "23503":
		return faultForeignKey, true
	case "25006":
		return faultReadOnly, true
	case "42501":
		return faultForbidden, true
	case "53100":
		return faultFull, true
	case "XX001", "XX002": // data corrupted, index corrupted
		return faultCorrupt, true
	case "57014":
		return faultCancelled, true
	case "40001", "40P01", "55P03": // serialization failure, deadlock, lock not available
		return faultLocked, true
	// login, password, no such database, too many clients, shutting down, crashed, starting up
	case "28000", "28P01", "3D000", "53300", "57P01", "57P02", "57P03":
		return faultUnreachable, true
	}
	return faultUnreachable, strings.HasPrefix(failure.Code, "08") // connection exceptions
}

// lost reports whether there is no connection to the server, or no more.
func lost(err error) bool {
	var refused *pgconn.ConnectError
	var network net.Error
	return errors.As(err, &refused) || errors.As(err, &network) || pgconn.SafeToRetry(err) || errors.Is(err, driver.ErrBadConn) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}
