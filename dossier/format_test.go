package dossier

import (
	"flag"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"pourparler/domain/form"
)

// The page of the format is held against the file structs from inside, because they are what it
// describes.

const formatPage = "../docs/dossier-format.md"

// row is a line of a table of keys: the key, what may stand for it, and what it means. The meaning is the page's own where it
// has one, which may say more than an editor shows.
type row struct{ Key, Value, Meaning string }

// tablesOf returns the tables of keys of a page by the path of the headings above them.
func tablesOf(page string) map[string][]row {
	tables := map[string][]row{}
	var path []string
	keys := false
	for line := range strings.Lines(page) {
		line = strings.TrimSpace(line)
		if depth, title, ok := heading(line); ok {
			path = append(path[:min(depth-2, len(path))], title)
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), " | ")
		switch {
		case !strings.HasPrefix(line, "|"):
			keys = false
		case strings.HasPrefix(line, "| key |"):
			keys = true
		case keys && !strings.HasPrefix(line, "| ---"):
			key, value := strings.Trim(cells[0], " `"), strings.TrimSpace(cells[1])
			at := strings.Join(path, " > ")
			tables[at] = append(tables[at], row{key, value, strings.TrimSpace(cells[2])})
		}
	}
	return tables
}

// heading takes a line such as "## tracks" apart.
func heading(line string) (depth int, title string, ok bool) {
	marks, title, ok := strings.Cut(line, " ")
	if !ok || len(marks) < 2 || strings.Trim(marks, "#") != "" {
		return 0, "", false
	}
	return len(marks), title, true
}

// expected returns the tables that the page should have, by the path of headings.
func expected(s *shapes) map[string][]row {
	tables := map[string][]row{
		"Values > date":         rowsOf(s, reflect.TypeFor[form.Date]()),
		"Values > cite":         rowsOf(s, reflect.TypeFor[form.Citation]()),
		"Values > published_in": rowsOf(s, reflect.TypeFor[form.Publication]()),
		"Values > names":        rowsOf(s, reflect.TypeFor[form.Name]()),
	}
	root := reflect.TypeFor[form.File]()
	for _, k := range s.KeysOf(root) {
		title := k.Name
		if form.SectionOf(k.Name) == "documents" {
			title = "document, documents"
		}
		expect(s, tables, title, root.Field(k.Index).Type)
	}
	return tables
}

func expect(s *shapes, tables map[string][]row, path string, t reflect.Type) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	switch {
	case s.KindOf(t) != form.KindMapping || t == reflect.TypeFor[form.Name]():
		return
	case t == reflect.TypeFor[form.Term]():
		path = path[:strings.LastIndex(path, ">")] + "> a term"
	}
	tables[path] = rowsOf(s, t)
	for _, k := range s.KeysOf(t) {
		expect(s, tables, path+" > "+k.Name, t.Field(k.Index).Type)
	}
}

func rowsOf(s *shapes, t reflect.Type) []row {
	var rows []row
	for _, k := range s.KeysOf(t) {
		value := valueOf(s, t.Field(k.Index).Type)
		if k.Required {
			value += ", required"
		}
		rows = append(rows, row{k.Name, value, k.Doc})
	}
	return rows
}

// valueOf says what the page calls a value of that type.
func valueOf(s *shapes, t reflect.Type) string {
	names := map[form.Kind]string{form.KindText: "text", form.KindNumber: "number", form.KindFlag: "`true`, `false`", form.KindEDTF: "EDTF",
		form.KindDate: "date", form.KindPublication: "publication", form.KindMapping: "mapping"}
	switch k := s.KindOf(t); k {
	case form.KindPattern:
		return s.Pattern(t).Word
	case form.KindWord:
		return "`" + strings.Join(s.Words(t), "`, `") + "`"
	case form.KindList:
		switch s.KindOf(t.Elem()) {
		case form.KindPattern:
			return s.Pattern(t.Elem()).Word + "s"
		case form.KindCitation:
			return "citations"
		}
		return "list"
	default:
		return names[k]
	}
}

func formatText(tb testing.TB) string {
	tb.Helper()
	text, err := os.ReadFile(formatPage)
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// TestFormatPageHasEveryKey holds the tables of keys to the file structs. With -update their lines are written anew; a table
// that is not there yet needs its heading and the two lines of its head.
func TestFormatPageHasEveryKey(t *testing.T) {
	want := expected(newShapes())
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(formatPage, []byte(withTables(formatText(t), want)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	bare := cmpopts.IgnoreFields(row{}, "Meaning")
	if diff := cmp.Diff(want, tablesOf(formatText(t)), bare); diff != "" {
		t.Errorf("%s and the file structs disagree; run this test with -update (-structs +page):\n%s", formatPage, diff)
	}
}

// withTables returns the page with the lines of those tables, and the meanings that it has.
func withTables(page string, tables map[string][]row) string {
	var out strings.Builder
	var path []string
	before, keys := tablesOf(page), false
	for line := range strings.Lines(page) {
		if depth, title, ok := heading(strings.TrimSpace(line)); ok {
			path = append(path[:min(depth-2, len(path))], title)
		}
		switch at := strings.Join(path, " > "); {
		case strings.HasPrefix(line, "| key |"):
			keys = true
			out.WriteString(line + "| --- | --- | --- |\n")
			for _, r := range tables[at] {
				had := slices.IndexFunc(before[at], func(b row) bool { return b.Key == r.Key })
				if had >= 0 {
					r.Meaning = before[at][had].Meaning
				}
				out.WriteString(strings.TrimSpace("| `"+r.Key+"` | "+r.Value+" | "+r.Meaning) + " |\n")
			}
		case !keys || !strings.HasPrefix(line, "|"):
			keys = false
			out.WriteString(line)
		}
	}
	return out.String()
}

func TestFormatPageHasTheLayout(t *testing.T) {
	text := formatText(t)
	for _, name := range append(ranks(), "documents/ID.yaml") {
		if !strings.Contains(text, "\n| `"+name+"` |") {
			t.Errorf("%s has no file %q in its layout", formatPage, name)
		}
	}
}

var exampleFile = regexp.MustCompile("(?m)^`([a-z0-9/-]+\\.yaml)`:\n\n```yaml\n((?s:.*?))^```$")

func TestFormatPageExample(t *testing.T) {
	fsys := fstest.MapFS{}
	want := map[string]string{}
	for _, match := range exampleFile.FindAllStringSubmatch(formatText(t), -1) {
		fsys[match[1]] = &fstest.MapFile{Data: []byte(match[2])}
		want[match[1]] = match[2]
	}
	d, err := Read(fsys)
	if err != nil {
		t.Fatalf("the example of %s does not read:\n%v", formatPage, err)
	}
	files, err := Write(d)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range files {
		got[f.Name] = string(f.Data)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the example of %s is not canonical (-page +written):\n%s", formatPage, diff)
	}
}
