package storage_test

import (
	"fmt"
	"net/url"
	"testing"

	"pourparler/storage"
)

// TestFirstSchema opens a database as the first version of the schema had it, with what every version keeps.
func TestFirstSchema(t *testing.T) {
	for name, address := range addresses() {
		t.Run(name, func(t *testing.T) {
			from, dsn := address(t), address(t)
			s := open(t, from)
			mustImport(t, s, full(t), true)
			mustImport(t, s, sized(t, "full", 3), true)
			older, err := storage.OpenOlder(t.Context(), dsn, 1)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := older.Exec(copyOf(t, from)); err != nil {
				t.Fatal(err)
			}
			older.Close()
			upgraded := open(t, dsn)
			if done := upgraded.Upgraded(); done.From != 1 || done.To <= 1 || len(done.Remade) != 1 {
				t.Errorf("Upgraded() = %+v, want from 1, with one dossier made anew", done)
			}
			diff(t, sized(t, "full", 3), mustRead(t, upgraded, "full"))
			diff(t, asked(t.Context(), s, "full"), asked(t.Context(), upgraded, "full"))
			wantNoProblem(t, upgraded, "the upgrade")
		})
	}
}

// copyOf are the statements that copy from a database what registers are made of.
func copyOf(t *testing.T, from string) (statements string) {
	t.Helper()
	whole := "whole"
	if address, err := url.Parse(from); err == nil && address.Scheme == "postgres" {
		whole = address.Query().Get("search_path")
	} else {
		statements = "ATTACH '" + from + "' AS whole;"
	}
	for _, name := range []string{"dossiers", "records", "acts", "changes", "releases", "links"} {
		statements += fmt.Sprintf("INSERT INTO %s SELECT * FROM %s.%[1]s;", name, whole)
	}
	return statements
}
