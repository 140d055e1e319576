package storage

import (
	"context"
	"database/sql"
	"log/slog"
	"sync"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"pourparler/domain"
	"pourparler/domain/table"
)

// Config says which database to open.
type Config struct {
	// DSN is a PostgreSQL address (postgres://...), the path of an SQLite file, which is made if it
	// does not exist, or ":memory:" for an SQLite database that is gone when the store is closed.
	DSN string
	// Existing refuses an SQLite file that does not exist instead of making it, for who only reads.
	Existing bool
	// Untouched leaves registers as they are that would be made anew, for who looks for what is damaged.
	Untouched bool
	// Logger hears of migrations; nil is silence.
	Logger *slog.Logger
	// Now tells when something is changed; nil leaves that open.
	Now func() time.Time
}

// Store is a database of dossiers. It is safe for use by several goroutines, and several processes
// may open the same database.
type Store struct {
	db     *gorm.DB
	engine engine
	keeper *sql.Conn              // keeps a database in memory alive; nil for all others
	heads  map[string]table.Table // of the registers, by name
	noted  func(table string)     // see bulk
	known  sync.Map               // fields of registers, by dossier and name
	schema int64                  // number of the schema that this program knows
	torn   bool                   // references may lead nowhere, see At
	opened Upgrade                // what was done when it was opened
	now    func() time.Time       // nil if nobody says

	queries map[query]*sql.Stmt // prepared
	seconds chan struct{}       // see batches

	longestRead time.Duration // see there
}

// mostConnections is how many connections to the database are open at once; PostgreSQL allows 100 to all its clients.
const mostConnections = 32

// Open opens the database and brings its schema up to date. Whatever is wrong with the address, the
// file or the server comes back as an error of kind [domain.Invalid] or [domain.Unavailable].
func Open(ctx context.Context, config Config) (s *Store, err error) {
	e, err := engineFor(config.DSN)
	if err != nil {
		return nil, err
	}
	if file, ok := e.(*sqliteEngine); ok && config.Existing {
		if err := file.exists(); err != nil {
			return nil, err
		}
	}
	whose, err := e.owner(ctx)
	if err == nil {
		err = whose.check(e)
	}
	if err != nil {
		return nil, translate(ctx, e, err)
	}
	pool, err := e.connect(ctx)
	if err != nil {
		return nil, translate(ctx, e, err)
	}
	s = &Store{engine: e, heads: heads(), now: config.Now}
	if err := s.prepare(ctx, pool, config); err != nil {
		pool.Close()
		return nil, translate(ctx, e, err)
	}
	return s, nil
}

// prepare migrates the database and puts gorm in front of it.
func (s *Store) prepare(ctx context.Context, pool *sql.DB, config Config) (err error) {
	log := config.Logger
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	pool.SetMaxOpenConns(mostConnections)
	s.longestRead = longestRead
	s.seconds = make(chan struct{}, mostConnections/4)
	pool.SetMaxIdleConns(8) // a new connection costs more than a small query
	if s.engine.inMemory() {
		if s.keeper, err = pool.Conn(ctx); err != nil {
			return err
		}
	}
	if s.opened.From, err = migrate(ctx, pool, s.engine, log); err != nil {
		return err
	}
	s.db, err = gorm.Open(s.engine.dialector(pool), &gorm.Config{
		Logger:                 logger.Discard, // errors are returned, and logged once at the top
		SkipDefaultTransaction: true,           // every public method owns its transaction
	})
	if err != nil {
		return err
	}
	if s.schema, err = latest(s.db.WithContext(ctx)); err != nil {
		return err
	}
	if err := s.prepareQueries(ctx, pool); err != nil {
		return err
	}
	s.opened.Database, s.opened.To = s.engine.name(), s.schema
	if config.Untouched {
		return nil
	}
	s.opened.Remade, err = s.refresh(ctx)
	return outdated(s.engine, err, "its tables are made in another way")
}

// Upgrade is what an older program's database needed.
type Upgrade struct {
	Database string   // as messages name it, without a password
	From, To int64    // numbers of its schema, the same where it was up to date; 0 where it was empty
	Remade   []string // ids of the dossiers whose registers were made anew
}

// Upgraded says what the database needed when it was opened.
func (s *Store) Upgraded() Upgrade { return s.opened }

// Close closes the database. A database in memory is gone.
func (s *Store) Close() error {
	if s.keeper != nil {
		s.keeper.Close()
	}
	pool, err := s.db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

// read runs fn in a transaction that sees one state of the database throughout and writes nothing.
func (s *Store) read(ctx context.Context, fn func(tx *gorm.DB) error) error {
	options := &sql.TxOptions{ReadOnly: true, Isolation: s.engine.snapshot()}
	return translate(ctx, s.engine, s.db.WithContext(ctx).Transaction(fn, options))
}

// write runs fn in a transaction, all of it or nothing; and not where a newer program has changed the
// schema since the database was opened.
func (s *Store) write(ctx context.Context, fn func(tx *gorm.DB) error) error {
	return s.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		switch current, err := latest(tx); {
		case err != nil:
			return err
		case current > s.schema:
			return newer(s.engine, current, s.schema)
		}
		return fn(tx)
	})
}

// timestamp is the time now as acts have it.
func (s *Store) timestamp() string {
	if s.now == nil {
		return ""
	}
	return s.now().UTC().Format(time.RFC3339)
}

// wrap adds the operation to the error on its way out.
func wrap(err *error, operation, id string) { domain.Wrap(err, "storage.%s(%q)", operation, id) }
