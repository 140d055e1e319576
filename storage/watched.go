package storage

import (
	"context"
	"database/sql/driver"
	"os"
	"sync/atomic"

	"pourparler/domain"
)

// watched connects to the file that had the path when the first connection was made, and to no other that takes its place.
// SQLite itself would go on with the file that it has, which is nobody's any more, or begin an empty one; and the log beside
// the path would be taken for that of the other file.
type watched struct {
	driver.Connector
	engine *sqliteEngine
	first  atomic.Pointer[os.FileInfo]
}

// Connect refuses another file with an error of kind [domain.Unavailable].
func (w *watched) Connect(ctx context.Context) (driver.Conn, error) {
	if err := w.moved(); err != nil {
		return nil, err
	}
	conn, err := w.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(w.engine.path); err == nil {
		w.first.CompareAndSwap(nil, &info)
	}
	return &watchedConn{conn.(sqliteConn), w}, nil
}

// moved is an error if the path has another file by now, or none.
func (w *watched) moved() error {
	first := w.first.Load()
	if first == nil {
		return nil
	}
	switch info, err := os.Stat(w.engine.path); {
	case err != nil:
		return w.refused("is gone: put it back, or stop the program and start it again")
	case os.SameFile(info, *first):
		return nil
	case logSize(w.engine.path) > 0:
		return w.refused("was replaced while it was open, and the log beside it is of the former file: stop the program, remove the files " +
			"with -wal and -shm at the end of their names, and start it again")
	}
	return w.refused("was replaced while it was open: stop the program and start it again")
}

// refused names the file to who runs the program, and not to readers.
func (w *watched) refused(why string) error {
	return &domain.Error{Kind: domain.Unavailable, Message: w.engine.name() + " " + why, Err: domain.Errorf(domain.Unavailable, "the database file %s", why)}
}

// watchedConn is a connection that is given up when the path has another file.
type watchedConn struct {
	sqliteConn
	to *watched
}

// ResetSession is asked before each use.
func (c *watchedConn) ResetSession(ctx context.Context) error {
	if c.to.moved() != nil {
		return driver.ErrBadConn // and the next connection says why
	}
	return c.sqliteConn.ResetSession(ctx)
}
