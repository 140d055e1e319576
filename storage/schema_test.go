package storage_test

import (
	"flag"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/storage"
)

var update = flag.Bool("update", false, "write golden files anew")

const schemaHead = `-- What the migrations amount to, as SQLite shows it. Generated, not read by the program:
--     go test ./storage -run TestSchema -update
-- References are NULL where there is none. ord is the place in the record, from 0. EDTF columns
-- hold the string as given; _earliest and _latest are its first and last day, or empty where that
-- end is open, unknown or not stated. PostgreSQL has an index for every reference besides.

`

// added is a column that a migration added, as SQLite keeps it: on the line of the one before.
var added = regexp.MustCompile(`, (\w+ text NOT NULL DEFAULT)`)

// TestSchema compares schema.sql with the migrations.
func TestSchema(t *testing.T) {
	statements, err := openMemory(t).Strings(t.Context(), `SELECT sql || ';' FROM sqlite_master
		WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'goose%' AND tbl_name NOT LIKE 'sqlite%'
		ORDER BY rowid`)
	if err != nil {
		t.Fatal(err)
	}
	body := strings.Join(statements, "\n")
	body = added.ReplaceAllString(body, ",\n    $1")
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

// TestTables makes sure that no table of the schema is forgotten when a dossier is written or read.
func TestTables(t *testing.T) {
	want, err := openMemory(t).Strings(t.Context(), `SELECT name FROM sqlite_master WHERE type = 'table'
		AND name NOT LIKE 'goose%' AND name NOT LIKE 'sqlite%' ORDER BY name`)
	if err != nil {
		t.Fatal(err)
	}
	got := append(storage.Tables(), "dossiers", "registers", "register_cells", "register_rows", "register_sets", "register_orders")
	slices.Sort(got)
	diff(t, want, got)
}

// TestReferenceIndexes wants the indexes of references gone from SQLite, which only pays for them, and kept in
// PostgreSQL, which asks them for each record that disappears.
func TestReferenceIndexes(t *testing.T) {
	for name, tt := range map[string]struct {
		dsn   func(testing.TB) string
		query string
		want  int
	}{
		"SQLite":     {newFile, "SELECT name FROM sqlite_master WHERE name = 'responses_proposal'", 0},
		"PostgreSQL": {newSchema, "SELECT indexname FROM pg_indexes WHERE indexname = 'responses_proposal' AND schemaname = current_schema()", 1},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := open(t, tt.dsn(t)).Strings(t.Context(), tt.query)
			if err != nil || len(found) != tt.want {
				t.Errorf("indexes = %q, %v, want %d", found, err, tt.want)
			}
		})
	}
}
