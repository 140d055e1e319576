package datapackage_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/export/datapackage"
	"pourparler/internal/need"
	"pourparler/storage"
)

// database returns a package with its SQLite file, and where that is.
func database(t *testing.T, ix *domain.Index) (files map[string][]byte, path string) {
	t.Helper()
	var zip bytes.Buffer
	if err := datapackage.Write(&zip, datapackage.Package{Index: ix, SQLite: storage.WriteSQLite}); err != nil {
		t.Fatal(err)
	}
	files, path = unzipped(t, zip.Bytes()), filepath.Join(t.TempDir(), "tables.sqlite")
	if err := os.WriteFile(path, files["tables.sqlite"], 0o600); err != nil {
		t.Fatal(err)
	}
	return files, path
}

// sqlite3 is what the program of that name prints.
func sqlite3(t *testing.T, path string, arguments ...string) string {
	t.Helper()
	out, err := exec.Command(need.Program(t, "sqlite3"), append([]string{"-readonly", "-csv", path}, arguments...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v: %s", arguments, err, out)
	}
	return string(out)
}

// TestSQLite wants every table of the SQLite file to be as the CSV file of its name, in names, order and cells; where it
// says true or false, 1 or 0. The columns have the types of the descriptor, and all keys hold.
func TestSQLite(t *testing.T) {
	for name, ix := range map[string]*domain.Index{"bundled": bundled(t), "harbour": harbour(t), "awkward": awkward(t),
		"bare": domain.NewIndex(&domain.Dossier{ID: "bare"})} {
		t.Run(name, func(t *testing.T) {
			files, path := database(t, ix)
			for _, table := range load(t, files) {
				names, kinds := []string{}, []string{}
				for _, f := range table.Schema.Fields {
					names, kinds = append(names, f.Name), append(kinds, map[bool]string{true: "INTEGER", false: "TEXT"}[f.Type == "integer" || f.Type == "boolean"])
				}
				want := ""
				for i := range names {
					want += names[i] + "," + kinds[i] + "\n"
				}
				if got := sqlite3(t, path, `SELECT name, type FROM pragma_table_info('`+table.Name+`')`); plain(got) != want {
					t.Errorf("columns of %s: %s, want %s", table.Name, got, want)
				}
				got, err := csv.NewReader(strings.NewReader(plain(sqlite3(t, path, `SELECT * FROM "`+table.Name+`"`)))).ReadAll()
				if err != nil {
					t.Fatal(err)
				}
				if d := cmp.Diff(numbered(table), got); d != "" {
					t.Errorf("%s (-CSV +SQLite):\n%s", table.Name, d)
				}
			}
			if got := sqlite3(t, path, "PRAGMA integrity_check; PRAGMA foreign_key_check"); plain(got) != "ok\n" {
				t.Errorf("checks: %s", got)
			}
		})
	}
}

func plain(out string) string { return strings.ReplaceAll(out, "\r\n", "\n") }

// numbered are the rows of a table with 1 and 0 for true and false.
func numbered(table loaded) (rows [][]string) {
	for _, row := range table.rows {
		row = slices.Clone(row)
		for i, f := range table.Schema.Fields {
			if number, ok := map[string]string{"true": "1", "false": "0"}[row[i]]; ok && f.Type == "boolean" {
				row[i] = number
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// TestSQLiteSaysNothing wants what the record does not say to be NULL and never an empty text, and keys that are declared.
func TestSQLiteSaysNothing(t *testing.T) {
	_, path := database(t, harbour(t))
	for query, want := range map[string]string{
		`SELECT count(*) > 0 FROM proposals WHERE made_on IS NOT NULL AND reported_by IS NULL`:     "1\n",
		`SELECT count(*) FROM proposals WHERE reported_by = '' OR list = ''`:                       "0\n",
		`SELECT DISTINCT typeof(first_hand) FROM proposals`:                                        "integer\n",
		`SELECT "table", "to" FROM pragma_foreign_key_list('responses') WHERE "from" = 'proposal'`: "proposals,id\n",
		`SELECT name FROM pragma_table_info('proposal-parties') WHERE pk > 0 ORDER BY pk LIMIT 1`:  "proposal\n",
	} {
		if got := plain(sqlite3(t, path, query)); got != want {
			t.Errorf("%s = %q, want %q", query, got, want)
		}
	}
}

// TestSQLiteIsTheSame wants the same bytes for the same dossier.
func TestSQLiteIsTheSame(t *testing.T) {
	first, _ := database(t, bundled(t))
	second, _ := database(t, bundled(t))
	if !bytes.Equal(first["tables.sqlite"], second["tables.sqlite"]) {
		t.Error("two SQLite files of one dossier differ")
	}
}
