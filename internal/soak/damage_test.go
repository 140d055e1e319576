package soak

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver pgx
	_ "modernc.org/sqlite"             // the driver sqlite

	"pourparler/internal/need"
)

// newFile is an SQLite file to be, and what removes it.
func newFile(t *testing.T) (db string, clear func() error) {
	db = filepath.Join(t.TempDir(), "p.db")
	return db, func() error {
		for _, end := range []string{"", "-wal", "-shm"} {
			if err := os.Remove(db + end); err != nil && !os.IsNotExist(err) {
				return err
			}
		}
		return nil
	}
}

// newSchema is a schema of the PostgreSQL server for tests.
func newSchema(t *testing.T) (db string, clear func() error) {
	dsn := need.Variable(t, "POURPARLER_TEST_POSTGRES")
	server, err := sql.Open("pgx", dsn)
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("soak_%d", os.Getpid())
	drop := func() error { _, err := server.Exec("DROP SCHEMA IF EXISTS " + name + " CASCADE"); return err }
	clear = func() error {
		if err := drop(); err != nil {
			return err
		}
		_, err := server.Exec("CREATE SCHEMA " + name)
		return err
	}
	t.Cleanup(func() { _ = drop(); server.Close() })
	if err := clear(); err != nil {
		t.Fatal(err)
	}
	address, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	query := address.Query()
	query.Set("search_path", name)
	address.RawQuery = query.Encode()
	return address.String(), clear
}

// damages are statements that change the database behind the program's back.
var damages = []string{
	"UPDATE register_cells SET c05 = 'WRONG' WHERE id % 7 = 3",
	"UPDATE register_rows SET shown = replace(shown, 'release', 'RELEASE') WHERE id % 5 = 2",
	"DELETE FROM register_rows WHERE id % 11 = 4",
	"DELETE FROM register_cells WHERE id % 11 = 4",
	"DELETE FROM register_sets WHERE facet = 'word'",
	"UPDATE register_sets SET ordinals = (SELECT max(s.ordinals) FROM register_sets s)",
	"UPDATE register_orders SET ordinals = (SELECT o.ordinals FROM register_orders o WHERE o.part = 0 LIMIT 1) WHERE part = 0",
	"DELETE FROM register_orders",
	"DELETE FROM registers WHERE name = 'proposals'",
	"UPDATE registers SET size = size - 1",
	"UPDATE records SET body = replace(body, 'Offer', 'Refusal')",
	"DELETE FROM records WHERE section = 'documents'",
	"DELETE FROM links",
	"UPDATE releases SET sha256 = 'f' || sha256",
}

// damaging changes what is in the database, lets others read for a moment, and imports again. Where there is a file it
// overwrites parts of it instead, one time in three, and begins a new one after.
func (s *soak) damaging(ctx context.Context, random *rand.Rand) {
	for sleep(ctx, random, 3*time.Second) {
		s.writing.Lock()
		r := s.releases[random.IntN(len(s.releases))]
		if _, err := os.Stat(s.db); err == nil && random.IntN(3) == 0 {
			s.kill()
			s.overwrite(random)
			if s.start() != nil {
				s.count("not started on a damaged file")
			}
			s.count("file damaged")
			sleep(ctx, random, time.Second)
			s.renew(r, s.clear)
		} else {
			s.execute(damages[random.IntN(len(damages))])
			sleep(ctx, random, time.Second)
			if said, err := s.command("import", r.dir).CombinedOutput(); err != nil {
				s.wrong("import over damage: %v: %s", err, said)
			} else {
				s.shown(ctx, r)
			}
		}
		s.writing.Unlock()
	}
}

// execute does something to the database.
func (s *soak) execute(statement string) {
	driver, dsn := "sqlite", s.db+"?_pragma=busy_timeout(10000)"
	if strings.HasPrefix(s.db, "postgres") {
		driver, dsn = "pgx", s.db
		statement = strings.ReplaceAll(statement, "max(s.ordinals)", "s.ordinals")
		statement = strings.ReplaceAll(statement, "FROM register_sets s)", "FROM register_sets s LIMIT 1)")
	}
	db, err := sql.Open(driver, dsn)
	if err == nil {
		defer db.Close()
		_, err = db.Exec(statement)
	}
	if err != nil {
		s.wrong("%s: %v", statement, err)
		return
	}
	s.count("rows damaged")
}

// overwrite overwrites parts of the file.
func (s *soak) overwrite(random *rand.Rand) {
	f, err := os.OpenFile(s.db, os.O_RDWR, 0)
	if err != nil {
		s.wrong("%v", err)
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() == 0 {
		return
	}
	for range 1 + random.IntN(20) {
		noise := make([]byte, 1+random.IntN(200))
		for i := range noise {
			noise[i] = byte(random.UintN(256))
		}
		_, _ = f.WriteAt(noise, random.Int64N(info.Size()))
	}
}

// renew begins with a new database.
func (s *soak) renew(r *release, clear func() error) {
	s.kill()
	if err := clear(); err != nil {
		s.wrong("%v", err)
	}
	if said, err := s.command("import", r.dir).CombinedOutput(); err != nil {
		s.wrong("import: %v: %s", err, said)
	}
	if err := s.start(); err != nil {
		s.wrong("%v", err)
	}
}
