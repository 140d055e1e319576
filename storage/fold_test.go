package storage_test

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/storage"
)

// copied is the file of a database alone, without what stands beside it.
func copied(t *testing.T, path string) *storage.Store {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy := filepath.Join(t.TempDir(), "copy.db")
	if err := os.WriteFile(copy, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return open(t, copy)
}

// fold folds the log of a store.
func fold(t *testing.T, s *storage.Store, want bool) {
	t.Helper()
	whole, err := s.Fold(t.Context())
	if err != nil || whole != want {
		t.Fatalf("Fold() = %v, %v, want %v", whole, err, want)
	}
}

// TestFold imports while another process has the file open, and copies the file alone.
func TestFold(t *testing.T) {
	path := newFile(t)
	server := open(t, path)
	mustImport(t, server, full(t), true)
	mustRead(t, server, "full")
	importer := open(t, path)
	mustImport(t, importer, sized(t, "full", 50), true)
	fold(t, importer, true)
	diff(t, sized(t, "full", 50), mustRead(t, copied(t, path), "full"))
}

// TestFoldBehindReaders imports while another process reads an older state. Once it has read that, it folds the log itself.
func TestFoldBehindReaders(t *testing.T) {
	path := newFile(t)
	server := open(t, path)
	mustImport(t, server, sized(t, "full", 3500), true)
	fold(t, server, true)
	ctx, end := context.WithCancel(t.Context())
	kept := make(chan struct{})
	go func() {
		server.KeepFolded(ctx)
		close(kept)
	}()
	defer func() {
		end()
		<-kept
	}()
	stream, err := server.Stream(t.Context(), "full", "proposals", table.Query{})
	if err != nil {
		t.Fatal(err)
	}
	importer := open(t, path)
	behind := sync.OnceFunc(func() {
		mustImport(t, importer, sized(t, "full", 50), true)
		fold(t, importer, false)
	})
	for _, err := range stream.Batches {
		if err != nil {
			t.Fatal(err)
		}
		behind()
	}
	want := mustVersion(t, importer, "full")
	for start := time.Now(); ; time.Sleep(100 * time.Millisecond) {
		switch got := mustVersion(t, copied(t, path), "full"); {
		case got == want:
			return
		case time.Since(start) > time.Minute:
			t.Fatalf("a minute after the readers have gone a copy has version %s, want %s", got, want)
		}
	}
}

// TestFoldOthers folds what has no log.
func TestFoldOthers(t *testing.T) {
	fold(t, openMemory(t), true)
	fold(t, openPostgres(t), true)
}

// TestSealedChanged changes a file while it is read by who can take no lock on it.
func TestSealedChanged(t *testing.T) {
	path := newFile(t)
	s, err := storage.Open(t.Context(), storage.Config{DSN: path})
	if err != nil {
		t.Fatal(err)
	}
	mustImport(t, s, sized(t, "full", 3500), true)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	reader, err := storage.OpenSealed(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if err := streamed(t, reader, func() {}); err != nil {
		t.Fatal(err)
	}
	change := func() {
		s := open(t, path)
		if _, err := s.Import(t.Context(), sized(t, "full", 60)); err != nil {
			t.Fatal(err)
		}
		fold(t, s, true)
	}
	wantError(t, streamed(t, reader, change), domain.Conflict, "was changed while it was read: try again")
	diff(t, sized(t, "full", 60), mustRead(t, reader, "full"))
}

// streamed reads a register and does something on the way.
func streamed(t *testing.T, s *storage.Store, onTheWay func()) error {
	t.Helper()
	stream, err := s.Stream(t.Context(), "full", "proposals", table.Query{})
	if err != nil {
		return err
	}
	for _, err := range stream.Batches {
		if err != nil {
			return err
		}
		onTheWay()
	}
	return nil
}
