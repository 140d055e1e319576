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
	const stop = "stop the program and start it again"
	switch info, err := os.Stat(w.engine.path); {
	case err != nil:
		return domain.Errorf(domain.Unavailable, "%s is not there any more: put it back, or %s", w.engine.name(), stop)
	case os.SameFile(info, *first):
		return nil
	}
	if logSize(w.engine.path) > 0 {
		return domain.Errorf(domain.Unavailable, "%s was replaced while it was open, and the log beside it is of the former file: stop the program, remove %s-wal and %[2]s-shm, and start it again",
			w.engine.name(), w.engine.path)
	}
	return domain.Errorf(domain.Unavailable, "%s was replaced while it was open: %s", w.engine.name(), stop)
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
