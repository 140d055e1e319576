package storage_test

import (
	"os"
	"testing"

	"pourparler/domain"
	"pourparler/storage"
)

// TestAlmostAnAddress makes no file of a name that was meant to be something else.
func TestAlmostAnAddress(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, dsn := range []string{":Memory:", ":memory: ", " :memory:", ":memory", "postgres:x", "Postgres://u@h/db", "file:x.db", "memory:"} {
		s, err := storage.Open(t.Context(), storage.Config{DSN: dsn})
		if err == nil {
			s.Close()
		}
		if domain.KindOf(err) != domain.Invalid {
			t.Errorf("Open(%q) = %v, want an error of kind %s", dsn, err, domain.Invalid)
		}
	}
	if made, err := os.ReadDir("."); err != nil || len(made) > 0 {
		t.Errorf("%v are there, %v: want nothing", made, err)
	}
	s, err := storage.Open(t.Context(), storage.Config{DSN: "./a:b.db"})
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
}
