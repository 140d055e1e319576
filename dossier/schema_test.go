package dossier_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"

	"pourparler/domain"
	"pourparler/dossier"
	"pourparler/internal/need"
)

const schemaFile = "../docs/dossier.schema.json"

func TestSchemaFileIsCurrent(t *testing.T) {
	got := dossier.Schema()
	if updating() {
		if err := os.WriteFile(schemaFile, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatalf("%v; run this test with -update", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not current; run this test with -update (-file +schema):\n%s", schemaFile,
			cmp.Diff(string(want), string(got)))
	}
}

// TestSchemaHasEveryKey goes by the invented dossier, which has every key of the format.
func TestSchemaHasEveryKey(t *testing.T) {
	var schema any
	if err := json.Unmarshal(dossier.Schema(), &schema); err != nil {
		t.Fatalf("the schema is not JSON: %v", err)
	}
	known := map[string]bool{}
	collect(schema, "properties", known)
	for name := range keysUsed(t, "testdata/harbour") {
		if !known[name] {
			t.Errorf("the schema has no key %q", name)
		}
	}
}

func TestSchemaHasEveryStance(t *testing.T) {
	for _, stance := range domain.Stances() {
		if word := `"` + string(stance) + `"`; !strings.Contains(string(dossier.Schema()), word) {
			t.Errorf("the schema has no word %s", word)
		}
	}
}

// collect gathers the keys of every object that stands under a name.
func collect(v any, under string, keys map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		if inner, ok := v[under].(map[string]any); ok {
			for name := range inner {
				keys[name] = true
			}
		}
		for _, value := range v {
			collect(value, under, keys)
		}
	case []any:
		for _, value := range v {
			collect(value, under, keys)
		}
	}
}

// keysUsed returns all keys in the files of a dossier.
func keysUsed(tb testing.TB, dir string) map[string]bool {
	tb.Helper()
	used := map[string]bool{}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, value := range v {
				used[name] = true
				walk(value)
			}
		case []any:
			for _, value := range v {
				walk(value)
			}
		}
	}
	for _, content := range contents(tb, os.DirFS(dir)) {
		walk(content)
	}
	return used
}

// contents returns what the files of a dossier hold, by name, as any YAML reader sees it.
func contents(tb testing.TB, fsys fs.FS) map[string]any {
	tb.Helper()
	all := map[string]any{}
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		all[name] = content(tb, data)
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

// content returns what a YAML text holds, by the core schema of YAML 1.2, which knows no dates.
func content(tb testing.TB, text []byte) any {
	tb.Helper()
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil {
		tb.Fatal(err)
	}
	return plainly(tb, document.Content[0])
}

func plainly(tb testing.TB, n *yaml.Node) (value any) {
	tb.Helper()
	switch {
	case n.Kind == yaml.MappingNode:
		pairs := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			pairs[n.Content[i].Value] = plainly(tb, n.Content[i+1])
		}
		return pairs
	case n.Kind == yaml.SequenceNode:
		items := []any{}
		for _, item := range n.Content {
			items = append(items, plainly(tb, item))
		}
		return items
	case n.Tag == "!!timestamp":
		return n.Value
	}
	if err := n.Decode(&value); err != nil {
		tb.Fatal(err)
	}
	return value
}

// refused asks ajv what the schema file has against some files.
func refused(t *testing.T, files map[string]any) string {
	t.Helper()
	module := need.ModuleFile(t, "ajv/dist/2020.js")
	input, err := json.Marshal(files)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(need.Program(t, "node"), "testdata/ajv.cjs", module, schemaFile)
	cmd.Stdin = bytes.NewReader(input)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("ajv: %v\n%s", err, out)
	}
	return string(out)
}

func TestSchemaAcceptsDossiers(t *testing.T) {
	for _, dir := range corpora(t) {
		if got := refused(t, contents(t, os.DirFS(dir))); got != "" {
			t.Errorf("the schema refuses %s:\n%s", dir, got)
		}
	}
}

func TestSchemaRefusesMistakes(t *testing.T) {
	tests := []struct{ name, yaml, want string }{
		{"an unknown key", "tracks: [{id: a, title: b, titel: c}]", "additional properties"},
		{"a missing key", "tracks: [{id: a}]", "required property 'title'"},
		{"an id that is none", "tracks: [{id: A, title: b}]", "must match pattern"},
		{"a number for a text", "tracks: [{id: a, title: 1964}]", "must be string"},
		{"an unknown word", "parties: [{id: a, name: b, kind: club}]", "one of the allowed values"},
		{"evidence without its document", "proposals: []", "property document"},
		{"a file without sections", "{}", "fewer than 1"},
		{"a control character", `tracks: [{id: a, title: "b\x1f"}]`, "must match pattern"},
		{"a direction control", `tracks: [{id: a, title: "b\u202e"}]`, "must match pattern"},
		{"a citation that is none", "meetings: [{id: a, name: b, status: held, cite: [x]}]", "must match"},
	}
	files := map[string]any{}
	for _, test := range tests {
		files[test.name] = content(t, []byte(test.yaml))
	}
	got := refused(t, files)
	for _, test := range tests {
		found := false
		for line := range strings.Lines(got) {
			found = found || strings.HasPrefix(line, test.name) && strings.Contains(line, test.want)
		}
		if !found {
			t.Errorf("%s: the schema says\n%swant %q", test.name, got, test.want)
		}
	}
}
