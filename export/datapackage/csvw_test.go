package datapackage_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
)

// Parts of csv-metadata.json that these tests read.
type (
	webGroup struct {
		Context []any `json:"@context"`
		Tables  []webTable
	}
	webTable struct {
		URL         string
		TableSchema struct {
			Columns     []webColumn
			PrimaryKey  []string
			ForeignKeys []struct {
				ColumnReference []string
				Reference       struct {
					Resource        string
					ColumnReference []string
				}
			}
		}
	}
	webColumn struct {
		Name, Titles, Separator string
		Required                bool
		Datatype                struct{ Base, Format string }
	}
)

// vocabulary are the properties that the Metadata Vocabulary for Tabular Data (section 5) gives to each kind of object,
// as far as the package uses it. Others must have a prefix.
var vocabulary = map[string][]string{
	"":                      {"@context", "@type", "dialect", "tables"},
	"dialect":               {"encoding", "header"},
	"tables":                {"url", "tableSchema"},
	"tableSchema":           {"columns", "primaryKey", "foreignKeys"},
	"columns":               {"name", "titles", "datatype", "required", "separator"},
	"datatype":              {"@id", "base", "format"},
	"foreignKeys":           {"columnReference", "reference"},
	"foreignKeys.reference": {"resource", "columnReference"},
}

func metadata(t *testing.T, files map[string][]byte) webGroup {
	t.Helper()
	var g webGroup
	if err := json.Unmarshal(files["tables/csv-metadata.json"], &g); err != nil {
		t.Fatal(err)
	}
	return g
}

// TestWebVocabulary holds csv-metadata.json to the words of the vocabulary.
func TestWebVocabulary(t *testing.T) {
	_, files := packed(t, bundled(t))
	var whole map[string]any
	if err := json.Unmarshal(files["tables/csv-metadata.json"], &whole); err != nil {
		t.Fatal(err)
	}
	var walk func(kind string, v any)
	walk = func(kind string, v any) {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				walk(kind, item)
			}
		case map[string]any:
			for name, value := range v {
				next := name
				switch {
				case strings.Contains(name, ":"):
					continue // a property from elsewhere, which may hold anything
				case !slices.Contains(vocabulary[kind], name):
					t.Errorf("%q is no property of %q", name, kind)
				case name == "reference":
					next = kind + "." + name
				case name == "@context":
					continue
				}
				walk(next, value)
			}
		}
	}
	walk("", whole)
	want := []any{"http://www.w3.org/ns/csvw", map[string]any{"@language": "en"}}
	if diff := cmp.Diff(want, metadata(t, files).Context); diff != "" {
		t.Errorf("@context (-want +got):\n%s", diff)
	}
}

// TestWebKeys wants every table described as in datapackage.json: the same files, columns and keys.
func TestWebKeys(t *testing.T) {
	_, files := packed(t, harbour(t))
	var plain, web []string
	for _, r := range described(t, files).Resources {
		plain = append(plain, r.Path+" "+strings.Join(r.Schema.PrimaryKey, "+"))
		for _, f := range r.Schema.Fields {
			plain = append(plain, r.Path+" has "+f.Name)
		}
		for _, k := range r.Schema.ForeignKeys {
			plain = append(plain, strings.Join([]string{r.Path, k.Fields[0], "tables/" + either(*k.Reference.Resource, r.Name) + ".csv", k.Reference.Fields[0]}, " "))
		}
	}
	for _, table := range metadata(t, files).Tables {
		path := "tables/" + table.URL
		web = append(web, path+" "+strings.Join(table.TableSchema.PrimaryKey, "+"))
		for _, c := range table.TableSchema.Columns {
			web = append(web, path+" has "+c.Name)
		}
		for _, k := range table.TableSchema.ForeignKeys {
			web = append(web, strings.Join([]string{path, k.ColumnReference[0], "tables/" + k.Reference.Resource, k.Reference.ColumnReference[0]}, " "))
		}
	}
	if diff := cmp.Diff(plain, web); diff != "" {
		t.Errorf("described otherwise for the web (-datapackage +csvw):\n%s", diff)
	}
}

// either returns the first text that is not empty.
func either(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

// TestWebCells reads every value of every cell by the datatype of its column, separators included.
func TestWebCells(t *testing.T) {
	each(t, func(t *testing.T, ix *domain.Index) {
		_, files := packed(t, ix)
		for _, table := range metadata(t, files).Tables {
			rows, err := csv.NewReader(bytes.NewReader(files["tables/"+table.URL])).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for i, c := range table.TableSchema.Columns {
				if c.Titles != rows[0][i] || !variable.MatchString(c.Name) {
					t.Errorf("%s: column %d is titled %q and named %q, in the file %q", table.URL, i+1, c.Titles, c.Name, rows[0][i])
				}
				for _, row := range rows[1:] {
					if problem := c.problem(row[i]); problem != "" {
						t.Errorf("%s %s: %q %s", table.URL, c.Name, row[i], problem)
					}
				}
			}
		}
	})
}

// variable is a name that a URI template can use (RFC 6570, section 2.3), as names of columns must.
var variable = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_]*$`)

// readers read a value of each datatype in use.
var readers = map[string]func(string) error{
	"string":  func(string) error { return nil },
	"integer": func(s string) error { _, err := strconv.Atoi(s); return err },
	"boolean": func(s string) error { _, err := strconv.ParseBool(s); return err },
	"date":    func(s string) error { _, err := time.Parse(time.DateOnly, s); return err },
}

func (c webColumn) problem(cell string) string {
	if cell == "" {
		if c.Required {
			return "is empty and may not be"
		}
		return ""
	}
	values := []string{cell}
	if c.Separator != "" {
		values = strings.Split(cell, c.Separator)
	}
	read := readers[c.Datatype.Base]
	if read == nil {
		return "has a datatype not among " + strings.Join(slices.Sorted(maps.Keys(readers)), ", ")
	}
	for _, v := range values {
		if err := read(v); err != nil {
			return err.Error()
		}
		if !regexp.MustCompile(c.Datatype.Format).MatchString(v) {
			return "does not match " + c.Datatype.Format
		}
	}
	return ""
}
