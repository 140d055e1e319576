package storage

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"os"
	"time"
)

// How long [Store.Fold] waits for readers, and how often [Store.KeepFolded] looks.
const (
	foldPatience = 2 * time.Second
	foldPause    = time.Second
)

// Fold moves what the log beside an SQLite file holds into the file, so that a copy of the file alone
// has everything that was imported. It reports whether all of it is there: readers of an older state
// can be in the way, for whom it waits a little. Other databases have no such log.
func (s *Store) Fold(ctx context.Context) (whole bool, err error) {
	pool, err := s.db.DB()
	if err != nil {
		return false, err
	}
	for end := time.Now().Add(foldPatience); ; {
		whole, err = s.engine.fold(ctx, pool)
		if whole || err != nil || time.Now().After(end) {
			return whole, translate(ctx, s.engine, err)
		}
		time.Sleep(foldPatience / 20)
	}
}

// KeepFolded moves the log into the file whenever there is one, until the context ends: what an import
// by another process could not move because of those who were reading. What fails is tried again.
func (s *Store) KeepFolded(ctx context.Context) {
	pool, err := s.db.DB()
	if err != nil {
		return
	}
	for tick := time.NewTicker(foldPause); ; {
		select {
		case <-ctx.Done():
			tick.Stop()
			return
		case <-tick.C:
			_, _ = s.engine.fold(ctx, pool)
		}
	}
}

func (e *postgresEngine) fold(context.Context, *sql.DB) (whole bool, err error) { return true, nil }

// fold makes nobody wait: not the writers, whom SQLite keeps out while it waits for readers. The
// connection that waits for nobody is not used again.
func (e *sqliteEngine) fold(ctx context.Context, pool *sql.DB) (whole bool, err error) {
	if e.memory || e.sealed || logSize(e.path) == 0 {
		return true, nil
	}
	conn, err := pool.Conn(ctx)
	if err != nil {
		return false, err
	}
	defer func() { _ = conn.Raw(func(any) error { return driver.ErrBadConn }) }()
	if _, err := conn.ExecContext(ctx, "PRAGMA busy_timeout = 0"); err != nil {
		return false, err
	}
	var busy, frames, folded int
	err = conn.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &frames, &folded)
	if f, _ := e.fault(err); f == faultLocked {
		return false, nil
	}
	return err == nil && frames == folded, err
}

// logSize is how many bytes the log beside an SQLite file has; one that is not there has none.
func logSize(path string) int64 {
	info, err := os.Stat(path + "-wal")
	if err != nil {
		return 0
	}
	return info.Size()
}
