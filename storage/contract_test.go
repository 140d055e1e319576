package storage_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/storage"
)

// TestSQLiteFile holds the contract on a file.
func TestSQLiteFile(t *testing.T) { contract(t, openFile) }

// TestSQLiteMemory holds the contract in memory.
func TestSQLiteMemory(t *testing.T) { contract(t, openMemory) }

func openFile(t testing.TB) *storage.Store {
	t.Helper()
	return open(t, filepath.Join(t.TempDir(), "pourparler.db"))
}

func openMemory(t testing.TB) *storage.Store {
	t.Helper()
	return open(t, ":memory:")
}

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

// contract is what every database must do.
func contract(t *testing.T, open func(testing.TB) *storage.Store) {
	for name, test := range map[string]func(*testing.T, *storage.Store){
		"round trip": roundTrip,
	} {
		t.Run(name, func(t *testing.T) { test(t, open(t)) })
	}
}

func roundTrip(t *testing.T, s *storage.Store) {
	want := full(t)
	mustImport(t, s, want, true)
	diff(t, want, mustRead(t, s, want.ID))
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

func diff(t testing.TB, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("read back differs (-want +got):\n%s", d)
	}
}
