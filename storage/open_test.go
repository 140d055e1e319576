package storage_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/form"
	"pourparler/storage"
)

// TestOpenExisting makes no file for who only reads.
func TestOpenExisting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "typo.db")
	if _, err := storage.Open(t.Context(), storage.Config{DSN: path, Existing: true}); domain.KindOf(err) != domain.NotFound || !strings.Contains(err.Error(), path) {
		t.Errorf("Open = %v, want an error that names the file", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the file was made: %v", err)
	}
	open(t, path)
	for _, dsn := range []string{path, ":memory:"} {
		s, err := storage.Open(t.Context(), storage.Config{DSN: dsn, Existing: true})
		if err != nil {
			t.Fatalf("Open(%s) = %v", dsn, err)
		}
		s.Close()
	}
}

// TestOpenRefuses opens what is no database of ours.
func TestOpenRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		dsn  func(*testing.T) string
		kind domain.Kind
		want string
	}{
		{"nothing", func(*testing.T) string { return " " }, domain.Invalid, "no database named: give the path"},
		{"a text", textFile, domain.Unavailable, "is not an SQLite database: choose another file"},
		{"a device", fixed(os.DevNull), domain.Invalid, os.DevNull + " is no file and so no database: choose another with --db"},
		{"a folder", func(t *testing.T) string { return t.TempDir() }, domain.Unavailable, "cannot be opened: make sure"},
		{"a missing folder", missingFolder, domain.Unavailable, "cannot be opened: make sure that its folder exists"},
		{"another program's", foreignFile, domain.Invalid, "belongs to another program"},
		{"a newer program's", newerFile, domain.Invalid, "was made by a newer version of Pourparler (its schema is number 999, this program knows " + lastSchema(t) + "): update the program or choose another database"},
		{"a newer program's in PostgreSQL", newerSchema, domain.Invalid, "was made by a newer version of Pourparler (its schema is number 999, this program knows " + lastSchema(t) + "): update the program or choose another database"},
		{"no server", fixed("postgres://u:secret@127.0.0.1:1/db"), domain.Unavailable, "127.0.0.1:1/db cannot be reached"},
		{"no address", fixed("postgres://u:secret@host:none/db"), domain.Invalid, "write postgres://user:password@host"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := storage.Open(t.Context(), storage.Config{DSN: c.dsn(t)})
			if err == nil {
				s.Close()
			}
			wantError(t, err, c.kind, c.want)
			if err != nil && strings.Contains(err.Error(), "secret") {
				t.Errorf("the message shows the password: %v", err)
			}
		})
	}
}

// lastSchema is the number of the newest schema, by the files that make it.
func lastSchema(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob("migrations/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatal("no migrations", err)
	}
	number, _, _ := strings.Cut(filepath.Base(slices.Max(files)), "_")
	return strings.TrimLeft(number, "0")
}

func fixed(dsn string) func(*testing.T) string { return func(*testing.T) string { return dsn } }

// TestForeignFiles wants a file that is not ours to be as it was, byte for byte, and nothing beside it.
func TestForeignFiles(t *testing.T) {
	for name, c := range map[string]struct{ sql, want string }{
		"another program's":        {"CREATE TABLE recipes (id integer)", "belongs to another program"},
		"another's with our names": {"CREATE TABLE records (id integer); CREATE TABLE goose_db_version (id integer)", "belongs to another program"},
		"another's without tables": {"PRAGMA application_id = 7; CREATE TABLE t (id integer); DROP TABLE t", "belongs to another program"},
		"ours before 0.1.0": {"CREATE TABLE goose_db_version (id integer); CREATE TABLE register_cells (id integer)",
			"was made by Pourparler before 0.1.0, which kept dossiers otherwise: choose a new one with --db and import"},
	} {
		t.Run(name, func(t *testing.T) {
			path := newFile(t)
			mustExecIn(t, "sqlite", path, c.sql)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			s, err := storage.Open(t.Context(), storage.Config{DSN: path})
			if err == nil {
				s.Close()
			}
			wantError(t, err, domain.Invalid, c.want)
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(before, after) {
				t.Errorf("the file was written to: %v", err)
			}
			beside, err := os.ReadDir(filepath.Dir(path))
			if err != nil || len(beside) != 1 {
				t.Errorf("beside the file: %v, %v", beside, err)
			}
		})
	}
}

// TestForeignSchema leaves a schema alone in which tables have our names, and makes ours beside others.
func TestForeignSchema(t *testing.T) {
	for sql, want := range map[string]string{
		"CREATE TABLE records (id integer)":                                                    "belongs to another program",
		"CREATE TABLE goose_db_version (id integer); CREATE TABLE register_cells (id integer)": "was made by Pourparler before 0.1.0",
		"CREATE TABLE goose_db_version (id integer); CREATE TABLE recipes (id integer)":        "",
	} {
		dsn := newSchema(t)
		mustExecIn(t, "pgx", dsn, sql)
		s, err := storage.Open(t.Context(), storage.Config{DSN: dsn})
		if err == nil {
			s.Close()
		}
		if want != "" {
			wantError(t, err, domain.Invalid, want)
		} else if err != nil {
			t.Errorf("%s: Open = %v", sql, err)
		}
	}
}

// TestMarked wants a file of ours to say so to other programs.
func TestMarked(t *testing.T) {
	got, err := openFile(t).Strings(t.Context(), "PRAGMA application_id")
	if err != nil {
		t.Fatal(err)
	}
	diff(t, []string{"1349481842"}, got) // Pour
}

func textFile(t *testing.T) string {
	path := newFile(t)
	if err := os.WriteFile(path, []byte(strings.Repeat("Dear comrades, ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func missingFolder(t *testing.T) string { return filepath.Join(t.TempDir(), "none", "p.db") }

func foreignFile(t *testing.T) string {
	path := newFile(t)
	mustExecIn(t, "sqlite", path, "CREATE TABLE recipes (id integer)")
	return path
}

func newerFile(t *testing.T) string {
	path := newFile(t)
	open(t, path)
	mustExecIn(t, "sqlite", path, newerVersion)
	return path
}

func newerSchema(t *testing.T) string {
	dsn := newSchema(t)
	open(t, dsn)
	mustExecIn(t, "pgx", dsn, newerVersion)
	return dsn
}

const newerVersion = "INSERT INTO pourparler_schema (version_id, is_applied) VALUES (999, true)"

// TestNewerMeanwhile has a newer program change the schema of a database that this one has open.
func TestNewerMeanwhile(t *testing.T) {
	for name, c := range map[string]struct {
		driver  string
		address func(testing.TB) string
	}{"SQLite": {"sqlite", newFile}, "PostgreSQL": {"pgx", newSchema}} {
		t.Run(name, func(t *testing.T) {
			dsn := c.address(t)
			s := open(t, dsn)
			mustImport(t, s, full(t), true)
			version := mustVersion(t, s, "full")
			mustExecIn(t, c.driver, dsn, newerVersion)
			_, err := s.Import(t.Context(), sized(t, "full", 5))
			wantError(t, err, domain.Invalid, "was made by a newer version of Pourparler (its schema is number 999, this program knows")
			unchanged(t, s, full(t), version)
		})
	}
}

func mustExecIn(t *testing.T, driver, dsn, query string) {
	t.Helper()
	db, err := sql.Open(driver, dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	mustExec(t, db, query)
}

// TestDamaged overwrites the middle of a file.
func TestDamaged(t *testing.T) {
	path := newFile(t)
	s, err := storage.Open(t.Context(), storage.Config{DSN: path})
	if err != nil {
		t.Fatal(err)
	}
	mustImport(t, s, sized(t, "full", 200), true)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 40 * 4096; i < len(content); i++ {
		content[i] = 'x'
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	damaged, err := storage.Open(t.Context(), storage.Config{DSN: path})
	if err == nil { // what Open needs is whole
		_, err = damaged.Dossier(t.Context(), "full")
		damaged.Close()
	}
	wantError(t, err, domain.Damaged, "is damaged: restore a copy")
}

// TestOpenAgain opens a file twice: the second time nothing is left to do, and the data is there.
func TestOpenAgain(t *testing.T) {
	path := newFile(t)
	var log bytes.Buffer
	for i, want := range []string{"schema brought up to date", ""} {
		log.Reset()
		s, err := storage.Open(t.Context(),
			storage.Config{DSN: path, Logger: slog.New(slog.NewTextHandler(&log, nil))})
		if err != nil {
			t.Fatal(err)
		}
		if got := log.String(); !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("opening number %d logged %q, want %q", i+1, got, want)
		}
		mustImport(t, s, full(t), i == 0)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestOddPaths opens files whose names mean something in an address.
func TestOddPaths(t *testing.T) {
	for _, name := range []string{"a b", "a?mode=memory", "a#b", "a%20b", "谈判", "file:x",
		"a&_pragma=x", "a'b"} {
		path := filepath.Join(t.TempDir(), name)
		mustImport(t, open(t, path), full(t), true)
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
}

// TestRelativePath opens a file in the working folder, as serve does.
func TestRelativePath(t *testing.T) {
	t.Chdir(t.TempDir())
	mustImport(t, open(t, "pourparler.db"), full(t), true)
	if _, err := os.Stat("pourparler.db"); err != nil {
		t.Error(err)
	}
}

// TestMemoriesAreApart opens two databases in memory.
func TestMemoriesAreApart(t *testing.T) {
	one, other := openMemory(t), openMemory(t)
	mustImport(t, one, full(t), true)
	_, err := other.Dossier(t.Context(), "full")
	wantError(t, err, domain.NotFound, `"full"`)
}

// TestDurable makes sure of the settings of every connection.
func TestDurable(t *testing.T) {
	s := openFile(t)
	for pragma, want := range map[string]string{"journal_mode": "wal", "foreign_keys": "1",
		"synchronous": "2", "busy_timeout": "10000"} {
		got, err := s.Strings(t.Context(), "PRAGMA "+pragma)
		if err != nil {
			t.Fatal(err)
		}
		diff(t, []string{want}, got)
	}
}

// TestLostRows has the database leave out a row without an error, as an upsert or a trigger can.
func TestLostRows(t *testing.T) {
	for name, c := range map[string]struct {
		open func(testing.TB) *storage.Store
		sql  []string
	}{
		"SQLite": {openFile, []string{`CREATE TRIGGER lose BEFORE INSERT ON records WHEN new.id = 'r2'
			BEGIN SELECT RAISE(IGNORE); END`}},
		"PostgreSQL": {openPostgres, []string{`CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql
			AS 'BEGIN RETURN NULL; END'`, `CREATE TRIGGER lose BEFORE INSERT ON records FOR EACH ROW
			WHEN (new.id = 'r2') EXECUTE FUNCTION lose()`}},
	} {
		t.Run(name, func(t *testing.T) {
			s := c.open(t)
			for _, statement := range c.sql {
				if err := s.Exec(t.Context(), statement); err != nil {
					t.Fatal(err)
				}
			}
			_, err := s.Import(t.Context(), full(t))
			n := 0
			for range form.RecordsOf(full(t)) {
				n++
			}
			wantError(t, err, domain.Internal, fmt.Sprintf("write records: %d of %d rows written", n-1, n))
			_, err = s.Dossier(t.Context(), "full")
			wantError(t, err, domain.NotFound, `"full"`)
		})
	}
}

// TestForeignRecord reads a record that another program has written.
func TestForeignRecord(t *testing.T) {
	s := openFile(t)
	mustImport(t, s, full(t), true)
	if err := s.Exec(t.Context(), `UPDATE records SET body = '{"date":"last spring"}' WHERE section = 'meetings'`); err != nil {
		t.Fatal(err)
	}
	_, err := s.Dossier(t.Context(), "full")
	wantError(t, err, domain.Damaged, `the dossier "full" is damaged in this database (the records of version 1): import it again from its files`)
}
