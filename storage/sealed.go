package storage

import (
	"context"
	"database/sql/driver"
	"net/url"
	"os"
	"time"

	"modernc.org/sqlite"

	"pourparler/domain"
)

// sealed connects to an SQLite file that can be read and beside which nothing can be written, as on a
// read-only disk or in the folder of another user. SQLite reads such a file only if it is told that
// nobody changes it, and then takes no locks. Since somebody with more rights may change it all the
// same, each use of a connection first looks whether somebody did.
type sealed struct {
	path string
	uri  url.URL
}

// Connect reads the file as it is at the moment. While it has a log, the process that writes the log
// also keeps the locks by which others can read it.
func (s *sealed) Connect(ctx context.Context) (driver.Conn, error) {
	c := &sealedConn{path: s.path, at: stateOf(s.path)}
	uri := s.uri
	uri.RawQuery = url.Values{"mode": {"ro"}, "_pragma": {"cache_size(-1024)"}, "_busy_timeout": {"10000"},
		"_time_format": {"sqlite"}}.Encode()
	if c.at.log == 0 {
		uri.RawQuery += "&immutable=1"
	}
	connector, err := sqlite.NewConnector(uri.String())
	if err != nil {
		return nil, err
	}
	conn, err := connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	c.sqliteConn = conn.(sqliteConn)
	return c, nil
}

// Driver returns that of SQLite.
func (s *sealed) Driver() driver.Driver { return &sqlite.Driver{} }

// sqliteConn is what a connection to SQLite can do.
type sqliteConn interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

// sealedConn is a connection that is given up when the file is no longer what it was.
type sealedConn struct {
	sqliteConn
	path string
	at   fileState
}

func (c *sealedConn) changed() bool { return stateOf(c.path) != c.at }

// ResetSession is asked before each use.
func (c *sealedConn) ResetSession(ctx context.Context) error {
	if c.changed() {
		return driver.ErrBadConn
	}
	return c.sqliteConn.ResetSession(ctx)
}

// BeginTx begins a transaction that fails at its end if the file was changed meanwhile.
func (c *sealedConn) BeginTx(ctx context.Context, options driver.TxOptions) (driver.Tx, error) {
	tx, err := c.sqliteConn.BeginTx(ctx, options)
	if err != nil || c.at.log > 0 {
		return tx, err
	}
	return sealedTx{tx, c}, nil
}

type sealedTx struct {
	driver.Tx
	conn *sealedConn
}

// Commit ends the transaction.
func (t sealedTx) Commit() error {
	err := t.Tx.Commit()
	if err == nil && t.conn.changed() {
		err = domain.Errorf(domain.Conflict, "the database file %s was changed while it was read: try again", t.conn.path)
	}
	return err
}

// fileState is what shows that a database file was changed.
type fileState struct {
	size     int64
	modified time.Time
	log      int64
}

// stateOf returns the state of a file; one that is not there has none.
func stateOf(path string) fileState {
	info, err := os.Stat(path)
	if err != nil {
		return fileState{}
	}
	return fileState{info.Size(), info.ModTime(), logSize(path)}
}
