package storage

import (
	"context"
	"database/sql"
	"regexp"
	"strings"

	"github.com/pressly/goose/v3"
	"gorm.io/gorm"

	"pourparler/domain"
)

// engine is what differs between SQLite and PostgreSQL.
type engine interface {
	// name is the database as messages name it, without a password.
	name() string
	// connect opens and tries a pool of connections.
	connect(ctx context.Context) (*sql.DB, error)
	// inMemory reports whether the database is gone with its last connection.
	inMemory() bool
	// dialector puts gorm in front of the pool.
	dialector(pool *sql.DB) gorm.Dialector
	// provider returns the migrations for this database.
	provider(pool *sql.DB, options ...goose.ProviderOption) (*goose.Provider, error)
	// owner says whose database it is. It writes nothing.
	owner(ctx context.Context) (owner, error)
	// dialect is the word for it in the names of migrations.
	dialect() string
	// adapt turns the statements of a migration into those of the database.
	adapt(statements string) string
	// placeholder stands for the value of that number, from 1, in a statement.
	placeholder(n int) string
	// shared stands for a value that is used several times; those come before all others.
	shared(n int) string
	// insertInto begins a statement that inserts rows in a transaction which is undone if it fails.
	insertInto() string
	// unit is an expression for the character between the cells of a line.
	unit() string
	// roomy gives a transaction that writes much the memory for it, until restore is called.
	roomy(tx *gorm.DB) (restore func() error, err error)
	// alone makes other writers of a table wait until the transaction ends.
	alone(tx *gorm.DB, table string) error
	// fold moves the log of what was written into the database proper, if it has one, and reports whether
	// all of it is there. It waits for nobody.
	fold(ctx context.Context, pool *sql.DB) (whole bool, err error)
	// integrity is what the database itself finds wrong with it.
	integrity(tx *gorm.DB) ([]Problem, error)
	// scrub writes the database anew, so that nothing is left of what was removed from it.
	scrub(ctx context.Context, pool *sql.DB) error
	// snapshot is the isolation at which a transaction sees one state of the database.
	snapshot() sql.IsolationLevel
	// condition says what there is to know of the database beyond that it can be read, or why it soon cannot be.
	condition(tx *gorm.DB) (note string, err error)
	// fault says what went wrong, if the error is one of the database's.
	fault(err error) (fault, bool)
}

// address matches what looks like more than a path; the letter of a drive does not.
var address = regexp.MustCompile(`^\s*(:|[A-Za-z][A-Za-z0-9+.-]+:)`)

// engineFor returns the engine that the address asks for.
func engineFor(dsn string) (engine, error) {
	switch {
	case strings.TrimSpace(dsn) == "":
		return nil, domain.Errorf(domain.Invalid,
			"no database named: give the path of a file, :memory: or a postgres:// address")
	case strings.HasPrefix(dsn, "postgres://"), strings.HasPrefix(dsn, "postgresql://"):
		return newPostgres(dsn)
	case dsn != ":memory:" && address.MatchString(dsn):
		return nil, domain.Errorf(domain.Invalid,
			"the database is named like an address and is none: write :memory:, postgres://HOST/NAME or, for a file of that name, ./ before it")
	}
	return newSQLite(dsn)
}
