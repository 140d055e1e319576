package storage_test

import (
	"os"
	"testing"

	"pourparler/domain"
	"pourparler/storage"
)

// TestReady says why a database cannot be used, or soon cannot.
func TestReady(t *testing.T) {
	for name, open := range map[string]func(testing.TB) *storage.Store{"memory": openMemory, "SQLite file": openFile, "PostgreSQL": openPostgres} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			_, err := s.Ready(t.Context())
			wantError(t, err, domain.NotFound, "the database is empty")
			mustImport(t, s, full(t), true)
			if note, err := s.Ready(t.Context()); note != "" || err != nil {
				t.Errorf("with a dossier: %q, %v", note, err)
			}
			if err := s.Exec(t.Context(), "INSERT INTO pourparler_schema (version_id, is_applied) VALUES (99999, true)"); err != nil {
				t.Fatal(err)
			}
			_, err = s.Ready(t.Context())
			wantError(t, err, domain.Unavailable, "newer version")
		})
	}
}

// TestReadyWithoutFile notices that the file was taken away, though it can still be read.
func TestReadyWithoutFile(t *testing.T) {
	path := newFile(t)
	s := open(t, path)
	mustImport(t, s, full(t), true)
	if err := os.Rename(path, path+".away"); err != nil {
		t.Skip("this system moves no file that is in use:", err)
	}
	_, err := s.Ready(t.Context())
	wantError(t, err, domain.Unavailable, "is gone: put it back")
}

// TestReadyToBeRead says that nothing can be written, where that is so.
func TestReadyToBeRead(t *testing.T) {
	s := openPostgres(t)
	mustImport(t, s, full(t), true)
	if err := s.Exec(t.Context(), "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"); err != nil {
		t.Fatal(err)
	}
	if note, err := s.Ready(t.Context()); note != "the database is read-only" || err != nil {
		t.Errorf("ready: %q, %v", note, err)
	}
}
