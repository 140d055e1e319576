package site_test

import (
	"log/slog"
	"net/http/httptest"
	"testing"

	"pourparler/dossier"
	"pourparler/handlers"
	"pourparler/seeds"
	"pourparler/storage"
)

// start serves the bundled dossier from a database in memory until the test
// ends, and returns the address.
func start(t *testing.T) string {
	t.Helper()
	store, err := storage.Open(t.Context(), storage.Config{DSN: ":memory:"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	load(t, store)
	handler, err := handlers.New(handlers.Config{
		Library: store, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

// load reads the bundled dossier into the store.
func load(t *testing.T, store *storage.Store) {
	t.Helper()
	files, err := seeds.SinoSoviet()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Import(t.Context(), d); err != nil {
		t.Fatal(err)
	}
}
