package storage_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write golden files anew")

const schemaHead = `-- What the migrations amount to, as SQLite shows it. Generated, not read by the program:
--     go test ./storage -run TestSchema -update
-- PostgreSQL has the same tables, without ROWID aside, and triggers of its own to the same effect.
-- Beside them stands a view for each register, named as it is: see views.go.

`

// TestSchema compares schema.sql with the migrations.
func TestSchema(t *testing.T) {
	statements, err := openMemory(t).Strings(t.Context(), `SELECT sql || ';' FROM sqlite_master
		WHERE sql IS NOT NULL AND type <> 'view' AND tbl_name NOT LIKE 'pourparler%' AND tbl_name NOT LIKE 'sqlite%'
		ORDER BY rowid`)
	if err != nil {
		t.Fatal(err)
	}
	body := strings.Join(statements, "\n")
	got := schemaHead + strings.ReplaceAll(body, ";\nCREATE TABLE", ";\n\nCREATE TABLE") + "\n"
	if *update {
		if err := os.WriteFile("schema.sql", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("schema.sql")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("schema.sql is out of date, run the test with -update (-want +got):\n%s", d)
	}
}
