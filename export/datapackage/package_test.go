package datapackage_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/dossier"
	"pourparler/export/datapackage"
	"pourparler/seeds"
)

// bundled returns the index of the dossier that comes with the program.
func bundled(tb testing.TB) *domain.Index {
	tb.Helper()
	files, err := seeds.SinoSoviet()
	if err != nil {
		tb.Fatal(err)
	}
	d, err := dossier.Read(files)
	if err != nil {
		tb.Fatal(err)
	}
	return domain.NewIndex(d)
}

// harbour returns the index of an invented dossier that has everything a dossier can have.
func harbour(tb testing.TB) *domain.Index {
	tb.Helper()
	d, err := dossier.ReadDir("../../dossier/testdata/harbour")
	if err != nil {
		tb.Fatal(err)
	}
	return domain.NewIndex(d)
}

// packed returns the package as bytes and its files by name.
func packed(tb testing.TB, ix *domain.Index) ([]byte, map[string][]byte) {
	tb.Helper()
	var b bytes.Buffer
	p := datapackage.Package{Index: ix, Dossier: []datapackage.File{{Name: "dossier.yaml", Data: []byte("dossier:\n")}}}
	if err := datapackage.Write(&b, p); err != nil {
		tb.Fatalf("Write: %v", err)
	}
	return b.Bytes(), unzipped(tb, b.Bytes())
}

func unzipped(tb testing.TB, data []byte) map[string][]byte {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		if files[f.Name] != nil {
			tb.Errorf("the zip has %s twice", f.Name)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			tb.Fatal(err)
		}
	}
	return files
}

// Parts of the descriptor that these tests read.
type (
	descriptor struct {
		Name, Version, Created string
		Licenses               []struct{ Name, Path string }
		Sources                []struct{ Title string }
		Resources              []resource
	}
	resource struct {
		Name, Path, Hash, Description string
		Bytes, Rows                   int
		Schema                        schema
	}
	schema struct {
		Fields      []field
		PrimaryKey  []string
		ForeignKeys []struct {
			Fields    []string
			Reference struct {
				Resource *string
				Fields   []string
			}
		}
	}
	field struct {
		Name, Type, Title, Description, RDFType string
		Constraints                             struct {
			Required, Unique bool
			Enum             []string
		}
	}
)

func described(tb testing.TB, files map[string][]byte) descriptor {
	tb.Helper()
	var d descriptor
	if err := json.Unmarshal(files["datapackage.json"], &d); err != nil {
		tb.Fatal(err)
	}
	return d
}

// loaded is a table read back: its cells by column.
type loaded struct {
	resource
	columns map[string]int
	rows    [][]string
}

func load(tb testing.TB, files map[string][]byte) map[string]loaded {
	tb.Helper()
	tables := map[string]loaded{}
	for _, r := range described(tb, files).Resources {
		rows, err := csv.NewReader(bytes.NewReader(files[r.Path])).ReadAll()
		if err != nil {
			tb.Fatalf("%s: %v", r.Path, err)
		}
		t := loaded{resource: r, columns: map[string]int{}, rows: rows[1:]}
		for i, name := range rows[0] {
			t.columns[name] = i
		}
		tables[r.Name] = t
	}
	return tables
}

// values are the cells of some columns, row by row, joined by a character that no text has.
func (t loaded) values(columns []string) []string {
	var all []string
	for _, row := range t.rows {
		var cells []string
		for _, name := range columns {
			cells = append(cells, row[t.columns[name]])
		}
		all = append(all, strings.Join(cells, "\x1f"))
	}
	return all
}

// each runs a test on the bundled dossier and on the invented one.
func each(t *testing.T, run func(t *testing.T, ix *domain.Index)) {
	t.Run("sino-soviet", func(t *testing.T) { run(t, bundled(t)) })
	t.Run("harbour", func(t *testing.T) { run(t, harbour(t)) })
}

// TestDescriptorIsTrue holds the bytes, hashes, rows and headings that the descriptor tells to the files.
func TestDescriptorIsTrue(t *testing.T) {
	each(t, func(t *testing.T, ix *domain.Index) {
		_, files := packed(t, ix)
		tables := load(t, files)
		for name, table := range tables {
			data := files[table.Path]
			sum := sha256.Sum256(data)
			if want := "sha256:" + hex.EncodeToString(sum[:]); table.Hash != want {
				t.Errorf("%s: hash %s, want %s", name, table.Hash, want)
			}
			if table.Bytes != len(data) || table.Rows != len(table.rows) {
				t.Errorf("%s: %d bytes, %d rows, want %d and %d", name, table.Bytes, table.Rows, len(data), len(table.rows))
			}
			var heads, fields []string
			for _, f := range table.Schema.Fields {
				fields = append(fields, f.Name)
			}
			heads = strings.Split(strings.TrimSpace(strings.SplitN(string(data), "\r\n", 2)[0]), ",")
			if diff := cmp.Diff(heads, fields); diff != "" {
				t.Errorf("%s: fields (-file +descriptor):\n%s", name, diff)
			}
		}
		for path := range files {
			if strings.HasSuffix(path, ".csv") && !slices.ContainsFunc(described(t, files).Resources, func(r resource) bool { return r.Path == path }) {
				t.Errorf("%s is not described", path)
			}
		}
	})
}

// TestKeysHold follows every key of the descriptor through the data.
func TestKeysHold(t *testing.T) {
	each(t, func(t *testing.T, ix *domain.Index) {
		_, files := packed(t, ix)
		tables := load(t, files)
		for name, table := range tables {
			primaryKeyHolds(t, table)
			for _, key := range table.Schema.ForeignKeys {
				refers := key.Reference.Resource
				if refers == nil || *refers == name {
					t.Errorf("%s.%v: version 1 wants the resource of a key to be named, and empty for the table itself", name, key.Fields)
					continue
				}
				target := tables[either(*refers, name)]
				if target.Name == "" || len(target.Schema.PrimaryKey) == 0 {
					t.Errorf("%s.%v refers to %q, which has no key", name, key.Fields, *refers)
					continue
				}
				there := target.values(key.Reference.Fields)
				for _, v := range table.values(key.Fields) {
					if v != "" && !slices.Contains(there, v) {
						t.Errorf("%s.%v: %q is not in %s", name, key.Fields, v, target.Name)
					}
				}
			}
		}
	})
}

func primaryKeyHolds(t *testing.T, table loaded) {
	t.Helper()
	seen := map[string]bool{}
	for _, v := range table.values(table.Schema.PrimaryKey) {
		if seen[v] && len(table.Schema.PrimaryKey) > 0 {
			t.Errorf("%s: the key %q stands twice", table.Name, v)
		}
		seen[v] = true
	}
}

// TestValuesHaveTheirTypes reads every cell by the type of its column, and holds it to the constraints.
func TestValuesHaveTheirTypes(t *testing.T) {
	each(t, func(t *testing.T, ix *domain.Index) {
		_, files := packed(t, ix)
		for name, table := range load(t, files) {
			for _, f := range table.Schema.Fields {
				for _, v := range table.values([]string{f.Name}) {
					if err := fits(f, v); err != "" {
						t.Errorf("%s.%s: %q %s", name, f.Name, v, err)
					}
				}
			}
		}
	})
}

func fits(f field, v string) string {
	if v == "" {
		if f.Constraints.Required {
			return "is empty and may not be"
		}
		return ""
	}
	var err error
	switch f.Type {
	case "integer":
		_, err = strconv.Atoi(v)
	case "boolean":
		_, err = strconv.ParseBool(v)
	case "date":
		_, err = time.Parse(time.DateOnly, v)
	case "string":
		if f.Constraints.Enum != nil && !slices.Contains(f.Constraints.Enum, v) {
			return "is not among the words allowed"
		}
	default:
		return "has an unknown type " + f.Type
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// TestEveryIDIsAKey wants every column that holds one id to be part of a key, but for those whose section another
// column tells.
func TestEveryIDIsAKey(t *testing.T) {
	free := []string{"timeline.id", "retired.id", "retired.to", "dates.record", "citations.record"}
	_, files := packed(t, bundled(t))
	all := ids(t, files)
	for _, r := range described(t, files).Resources {
		for _, f := range r.Schema.Fields {
			if name := r.Name + "." + f.Name; !slices.Contains(all, name) || slices.Contains(free, name) {
				continue
			}
			isForeign := false
			for _, key := range r.Schema.ForeignKeys {
				isForeign = isForeign || slices.Contains(key.Fields, f.Name)
			}
			if !isForeign && !slices.Equal(r.Schema.PrimaryKey, []string{f.Name}) {
				t.Errorf("%s.%s holds ids and is no key", r.Name, f.Name)
			}
		}
	}
}

// ids are the columns that the codebook says hold one id, by table and column.
func ids(t *testing.T, files map[string][]byte) []string {
	t.Helper()
	var all []string
	for section := range strings.SplitSeq(string(files["CODEBOOK.md"]), "\n### ") {
		table, body, _ := strings.Cut(section, "\n")
		for _, m := range regexp.MustCompile("(?m)^\\| `([a-z_]+)` \\| id(?:, never empty)? \\|").FindAllStringSubmatch(body, -1) {
			all = append(all, table+"."+m[1])
		}
	}
	if len(all) < 50 {
		t.Fatalf("the codebook has %d columns of ids, want more", len(all))
	}
	return all
}

// TestSameBytes writes a package twice.
func TestSameBytes(t *testing.T) {
	first, _ := packed(t, bundled(t))
	second, _ := packed(t, bundled(t))
	if !bytes.Equal(first, second) {
		t.Error("two packages of one dossier have different bytes")
	}
}

// TestFiles names everything that a reader finds.
func TestFiles(t *testing.T) {
	_, files := packed(t, harbour(t))
	for _, name := range []string{"README.md", "CODEBOOK.md", "CITATION.cff", "datapackage.json", "tables/csv-metadata.json",
		"tables/proposals.csv", "tables/retired.csv", "dossier/dossier.yaml"} {
		if len(files[name]) == 0 {
			t.Errorf("the package has no %s", name)
		}
	}
	for _, r := range described(t, files).Resources {
		if !strings.Contains(string(files["README.md"]), "`"+r.Path+"`") || !strings.Contains(string(files["CODEBOOK.md"]), "\n### "+r.Name+"\n") {
			t.Errorf("README.md or CODEBOOK.md leaves out %s", r.Name)
		}
	}
	if strings.Contains(string(files["CODEBOOK.md"]), ".md)") {
		t.Error("CODEBOOK.md links to a page that is not in the package")
	}
}

// TestNothingIsMadeUp gives a dossier that says nothing of itself: no version, day, licence or source is told.
func TestNothingIsMadeUp(t *testing.T) {
	_, files := packed(t, domain.NewIndex(&domain.Dossier{ID: "bare", Title: "Bare"}))
	d := described(t, files)
	if d.Version != "" || d.Created != "" || d.Licenses != nil || d.Sources != nil {
		t.Errorf("descriptor of a bare dossier = %+v", d)
	}
	want := "cff-version: 1.2.0\ntype: dataset\n" +
		"message: \"If you use these data, please cite them as below, with the number of the release.\"\ntitle: \"Bare\"\n" +
		"authors:\n  - name: \"Editors of the dossier bare\"\n"
	if diff := cmp.Diff(want, string(files["CITATION.cff"])); diff != "" {
		t.Errorf("CITATION.cff (-want +got):\n%s", diff)
	}
}

type brokenWriter struct{ left int }

func (w *brokenWriter) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, os.ErrClosed
	}
	return len(p), nil
}

// TestWriteReportsErrors breaks the writer at several places.
func TestWriteReportsErrors(t *testing.T) {
	p := datapackage.Package{Index: harbour(t)}
	var whole bytes.Buffer
	if err := datapackage.Write(&whole, p); err != nil {
		t.Fatal(err)
	}
	for left := 0; left < whole.Len(); left += 4096 {
		if err := datapackage.Write(&brokenWriter{left}, p); err == nil {
			t.Errorf("Write to a writer that takes %d bytes = nil, want an error", left)
		}
	}
}
