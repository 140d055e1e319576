package storage_test

import (
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/storage"
)

func openFile(t testing.TB) *storage.Store {
	t.Helper()
	return open(t, newFile(t))
}

func openMemory(t testing.TB) *storage.Store {
	t.Helper()
	return open(t, ":memory:")
}

func openPostgres(t testing.TB) *storage.Store {
	t.Helper()
	return open(t, newSchema(t))
}

func newFile(t testing.TB) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "pourparler.db")
}

var schemas atomic.Int64

// newSchema makes an empty schema in the server at POURPARLER_TEST_POSTGRES, dropped when the test
// ends, and returns an address that leads into it.
func newSchema(t testing.TB) string {
	t.Helper()
	dsn := os.Getenv("POURPARLER_TEST_POSTGRES")
	if dsn == "" && os.Getenv("CI") == "true" {
		t.Fatal("POURPARLER_TEST_POSTGRES must name a PostgreSQL server when CI=true")
	}
	if dsn == "" {
		t.Skip("POURPARLER_TEST_POSTGRES does not name a PostgreSQL server")
	}
	schema := fmt.Sprintf("test_%d_%d", os.Getpid(), schemas.Add(1))
	server, err := sql.Open("pgx", dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	mustExec(t, server, "CREATE SCHEMA "+schema)
	t.Cleanup(func() { mustExec(t, server, "DROP SCHEMA "+schema+" CASCADE") })
	address, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	query := address.Query()
	query.Set("search_path", schema)
	address.RawQuery = query.Encode()
	return address.String()
}

func mustExec(t testing.TB, db *sql.DB, query string) {
	t.Helper()
	if _, err := db.Exec(query); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

// open opens a database for the time of a test.
func open(t testing.TB, dsn string) *storage.Store {
	t.Helper()
	s, err := storage.Open(t.Context(), storage.Config{DSN: dsn})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func mustImport(t testing.TB, s *storage.Store, d *domain.Dossier, changed bool) {
	t.Helper()
	got, err := s.Import(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	if got != changed {
		t.Errorf("Import(%q) changed = %v, want %v", d.ID, got, changed)
	}
}

func mustRead(t testing.TB, s *storage.Store, id string) *domain.Dossier {
	t.Helper()
	d, err := s.Dossier(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func mustVersion(t testing.TB, s *storage.Store, id string) string {
	t.Helper()
	version, err := s.Version(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return version
}

func unchanged(t testing.TB, s *storage.Store, want *domain.Dossier, version string) {
	t.Helper()
	diff(t, want, mustRead(t, s, want.ID))
	if got := mustVersion(t, s, want.ID); got != version {
		t.Errorf("version = %s, want %s", got, version)
	}
}

func diff(t testing.TB, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("differs (-want +got):\n%s", d)
	}
}

func wantError(t testing.TB, err error, kind domain.Kind, part string) {
	t.Helper()
	if err == nil || domain.KindOf(err) != kind || !strings.Contains(err.Error(), part) {
		t.Errorf("error = %v (%s), want %q (%s)", err, domain.KindOf(err), part, kind)
	}
}
