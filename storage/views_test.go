package storage_test

import (
	"bytes"
	"encoding/csv"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/dossier"
	"pourparler/export"
	"pourparler/internal/need"
	"pourparler/seeds"
	"pourparler/storage"
)

// dossiers are the bundled one, an invented one that has everything, the fixture and one without records.
func dossiers(t testing.TB) []*domain.Dossier {
	t.Helper()
	files, err := seeds.SinoSoviet()
	if err != nil {
		t.Fatal(err)
	}
	bundled, err := dossier.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	harbour, err := dossier.ReadDir("../dossier/testdata/harbour")
	if err != nil {
		t.Fatal(err)
	}
	return []*domain.Dossier{bundled, harbour, full(t), {ID: "bare"}}
}

// csvOf returns the file of a register, taken apart, with the dossier before each row as the views have it.
func csvOf(t testing.TB, s *storage.Store, id, register string) [][]string {
	t.Helper()
	stream, err := s.Stream(t.Context(), id, register, table.Query{})
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if _, err := export.CSV(&file, stream, export.CSVOptions{}); err != nil {
		t.Fatal(err)
	}
	rows := readCSV(t, &file)
	for i := range rows {
		rows[i] = slices.Insert(rows[i], 0, map[bool]string{true: "dossier", false: id}[i == 0])
	}
	return rows
}

func readCSV(t testing.TB, file *bytes.Buffer) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.ReplaceAll(file.Bytes(), []byte("\r\n"), []byte("\n")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// viewsAreTheFiles wants each view to have the names and the cells of the file of its register.
func viewsAreTheFiles(t *testing.T, s *storage.Store) {
	all := dossiers(t)
	for _, d := range all {
		mustImport(t, s, d, true)
	}
	for _, register := range compare.RegisterNames() {
		for _, d := range all {
			want := csvOf(t, s, d.ID, register)
			got, err := s.Table(t.Context(), `SELECT * FROM "`+register+`" WHERE dossier = '`+d.ID+`'`)
			if err != nil {
				t.Fatal(err)
			}
			slices.SortFunc(want[1:], slices.Compare) // a database owes no order
			slices.SortFunc(got[1:], slices.Compare)
			diff(t, want, got)
		}
	}
}

// TestViewsAreMadeAnew leaves a view of an older form, and wants the new one when the database is opened.
func TestViewsAreMadeAnew(t *testing.T) {
	for name, dsn := range map[string]func(testing.TB) string{"file": newFile, "postgres": newSchema} {
		t.Run(name, func(t *testing.T) {
			dsn := dsn(t)
			s := open(t, dsn)
			mustImport(t, s, full(t), true)
			for _, statement := range []string{`DROP VIEW proposals`, `CREATE VIEW proposals AS SELECT 1 AS former`,
				`UPDATE register_views SET form = form - 1`} {
				if err := s.Exec(t.Context(), statement); err != nil {
					t.Fatal(err)
				}
			}
			got, err := open(t, dsn).Table(t.Context(), "SELECT * FROM proposals")
			if err != nil {
				t.Fatal(err)
			}
			diff(t, csvOf(t, s, "full", "proposals"), got)
		})
	}
}

// TestViewsInSQLite reads the views with the program sqlite3, in the order of the files.
func TestViewsInSQLite(t *testing.T) {
	sqlite, file := need.Program(t, "sqlite3"), newFile(t)
	s := open(t, file)
	for _, d := range dossiers(t) {
		mustImport(t, s, d, true)
		for _, register := range compare.RegisterNames() {
			out, err := exec.Command(sqlite, "-readonly", "-csv", "-header", file,
				"SELECT * FROM "+register+" WHERE dossier = '"+d.ID+"'").Output()
			if err != nil {
				t.Fatal(err)
			}
			want := csvOf(t, s, d.ID, register)
			if len(want) == 1 { // it then prints no names
				want = nil
			}
			diff(t, want, readCSV(t, bytes.NewBuffer(out)))
		}
	}
	if out, err := exec.Command(sqlite, file, ".tables").Output(); err != nil || !strings.Contains(string(out), "proposals") {
		t.Errorf(".tables = %s, %v", out, err)
	}
}
