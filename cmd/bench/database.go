package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"pourparler/cmd/bench/invented"
	"pourparler/domain"
)

// database is one that holds an invented dossier.
type database struct {
	size  int // in proposals
	path  string
	query string // see [store.RegisterSQL]; of the proposals
}

// imported is what is known of how a database was made; it is kept beside the database, for when that is used again.
type imported struct {
	Seconds sample
	CPU     sample // seconds of the processors
	Rows    int    // of all tables; 0 if they were not counted
}

// once is the size above which what takes minutes is measured in one run only.
const once = 100_000

// prepare makes the databases that are not there yet, and returns how fast that was.
func (s *session) prepare(ctx context.Context) (*table, error) {
	t := &table{title: "Import", lead: "A dossier that is in memory is put into an empty database, in one transaction. " +
		"Rows are proposals and responses; database rows those of all tables.",
		head: []string{"proposals", "responses", "seconds", "rows/s", "processor time, s", "database rows", "database rows/s", "file, MiB"}}
	for _, size := range s.Sizes {
		db := database{size: size, path: filepath.Join(s.Dir, invented.ID(size)+".db")}
		made, err := s.kept(ctx, db)
		if err != nil {
			return nil, err
		}
		if db.query, err = s.queryOf(ctx, db); err != nil {
			return nil, err
		}
		s.databases = append(s.databases, db)
		rows := size * (1 + invented.Answers)
		t.add(thousands(size), thousands(size*invented.Answers), made.Seconds.String(), per(rows, made.Seconds), made.CPU.String(),
			count(made.Rows), per(made.Rows, made.Seconds), figure(megabytes(db.path)))
	}
	t.note("What takes minutes is measured in one run: dossiers of more than %s proposals", thousands(once))
	return t, nil
}

// kept returns how a database was made, and makes it if it is not there whole.
func (s *session) kept(ctx context.Context, db database) (made imported, err error) {
	record := db.path + ".json"
	data, err := os.ReadFile(record)
	if err == nil {
		s.Progress("using %s again", db.path)
		return made, json.Unmarshal(data, &made)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return made, domain.Errorf(domain.Invalid, "cannot read %s: %w", record, err)
	}
	if made, err = s.make(ctx, db); err != nil {
		return made, err
	}
	if data, err = json.Marshal(made); err != nil {
		return made, err
	}
	return made, os.WriteFile(record, data, 0o644)
}

// make imports the dossier into a new database, several times if that is quick.
func (s *session) make(ctx context.Context, db database) (made imported, err error) {
	s.Progress("inventing %s proposals", thousands(db.size))
	d := invented.Dossier(db.size)
	runs := s.Runs
	if db.size > once {
		runs = 1
	}
	for range runs {
		s.Progress("importing %s proposals", thousands(db.size))
		before := processorTime(os.Getpid())
		took, err := s.fill(ctx, db, d)
		if err != nil {
			return made, err
		}
		made.Seconds = append(made.Seconds, took.Seconds())
		made.CPU = append(made.CPU, since(before, processorTime(os.Getpid()))...)
	}
	d = nil
	debug.FreeOSMemory() // the memory is for the server now
	made.Rows = databaseRows(ctx, db.path)
	return made, nil
}

// fill puts a dossier into a new database and returns how long the import took.
func (s *session) fill(ctx context.Context, db database, d *domain.Dossier) (took time.Duration, err error) {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(db.path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return 0, domain.Errorf(domain.Invalid, "cannot remove the database of a measurement that was broken off: %w", err)
		}
	}
	store, err := s.Open(ctx, db.path)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	begun := time.Now()
	changed, err := store.Import(ctx, d)
	took = time.Since(begun)
	if err == nil && !changed {
		err = fmt.Errorf("the import of %s changed nothing", d.ID)
	}
	return took, err
}

// queryOf asks a database for the query of its proposals.
func (s *session) queryOf(ctx context.Context, db database) (string, error) {
	store, err := s.Open(ctx, db.path)
	if err != nil {
		return "", err
	}
	query, err := store.RegisterSQL(ctx, invented.ID(db.size), register)
	return query, errors.Join(err, store.Close())
}

// per returns how many of n there are a second, over runs that took so many seconds.
func per(n int, seconds sample) string {
	var rates sample
	for _, s := range seconds {
		if n > 0 {
			rates = append(rates, float64(n)/s)
		}
	}
	return rates.String()
}

// count writes a number, or that it is not known.
func count(n int) string {
	if n == 0 {
		return missing
	}
	return thousands(n)
}

// megabytes returns how many MiB a file has, or 0 if it is not there.
func megabytes(path string) float64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return float64(info.Size()) / (1 << 20)
}
