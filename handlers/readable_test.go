package handlers_test

import (
	"database/sql"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"pourparler/handlers"
	"pourparler/internal/need"
	"pourparler/storage"
)

// noText is what no text holds, as addresses have it: the zero character, bytes that are not UTF-8, half of a surrogate pair.
var noText = []string{"%00", "a%00b", "%FF", "%ED%A0%80"}

// TestNoText refuses what is no text in every part of every address and in every parameter, whichever database is behind it.
func TestNoText(t *testing.T) {
	for name, dsn := range map[string]func(*testing.T) string{
		"SQLite": func(*testing.T) string { return ":memory:" }, "PostgreSQL": newSchema,
	} {
		t.Run(name, func(t *testing.T) {
			h := serve(t, stored(t, dsn(t)))
			for _, bad := range noText {
				for _, path := range handlers.Paths() {
					for _, broken := range brokenPaths(path, bad) {
						refused(t, h, broken, http.StatusNotFound)
					}
				}
				for _, name := range handlers.ParameterNames() {
					for _, path := range []string{"/", "/harbour/proposals", "/harbour/proposals.csv", "/harbour/sheet", "/harbour/silence.json",
						"/api/v1/dossiers/harbour/proposals", "/harbour/drift.svg", "/harbour/proposals.bib"} {
						refused(t, h, path+"?"+name+"="+bad, http.StatusBadRequest)
					}
				}
				refused(t, h, "/harbour?"+bad+"=x", http.StatusBadRequest)
			}
			if log := h.log.String(); log != "" {
				t.Errorf("logged: %s", log)
			}
		})
	}
}

// refused wants that status with words that say why.
func refused(t *testing.T, h *host, path string, status int) {
	t.Helper()
	if a := h.get(path); a.status != status || !strings.Contains(a.words(t), "is no text: it holds the character U+0000") {
		t.Errorf("GET %s = %d %.200q, want %d", path, a.status, a.words(t), status)
	}
}

// brokenPaths are the addresses of a route with something in the place of each of its parameters.
func brokenPaths(route, bad string) (all []string) {
	parts := strings.Split(route, "/")
	for i := range parts {
		if !strings.HasPrefix(parts[i], ":") && parts[i] != "*" {
			continue
		}
		path := make([]string, len(parts))
		for j, part := range parts {
			name, isParameter := strings.CutPrefix(part, ":")
			switch {
			case i == j:
				path[j] = bad
			case name == "dossier":
				path[j] = "harbour"
			case isParameter:
				path[j] = "proposals"
			default:
				path[j] = part
			}
		}
		all = append(all, strings.Join(path, "/"))
	}
	return all
}

// stored is a database with the invented dossier.
func stored(t *testing.T, dsn string) *storage.Store {
	t.Helper()
	s, err := storage.Open(t.Context(), storage.Config{DSN: dsn})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if _, err := s.Import(t.Context(), harbour(t)); err != nil {
		t.Fatal(err)
	}
	return s
}

// newSchema makes an empty schema in the test server, dropped when the test ends, and returns an address that leads into it.
func newSchema(t *testing.T) string {
	t.Helper()
	dsn := need.Variable(t, "POURPARLER_TEST_POSTGRES")
	server, err := sql.Open("pgx", dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	schema := fmt.Sprintf("test_handlers_%d", os.Getpid())
	if _, err := server.Exec("CREATE SCHEMA " + schema); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = server.Exec("DROP SCHEMA " + schema + " CASCADE") })
	address, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	query := address.Query()
	query.Set("search_path", schema)
	address.RawQuery = query.Encode()
	return address.String()
}
