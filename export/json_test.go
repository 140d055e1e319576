package export_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain/table"
	"pourparler/export"
)

// TestJSONTypes reads the odd table back and wants each value to be what its column says where its text is that.
func TestJSONTypes(t *testing.T) {
	rows := readJSON(t, written(t, export.FormatJSON, odd().Stream())).Rows
	number := func(s string) json.Number { return json.Number(s) }
	want := []map[string]any{
		{"text": "plain", "number": number("7"), "flag": true, "day": "1964-05-07", "edtf": "1964-05-07", "word": "yes",
			"ids": []any{"a"}, "paragraphs": []any{number("1")}},
		{"text": nil, "number": nil, "flag": nil, "day": nil, "edtf": nil, "word": nil, "ids": nil, "paragraphs": nil},
		{"text": "=1+1", "number": number("-3"), "flag": false, "day": "1900-02-28", "edtf": "1964", "word": "no",
			"ids": []any{"a", "b"}, "paragraphs": []any{number("1"), number("2")}},
		{"text": "+1", "number": "007", "flag": "TRUE", "day": "1900-03-01", "edtf": "1965-05~", "word": "maybe",
			"ids": []any{"007"}, "paragraphs": []any{"x", number("2")}},
		{"text": " spaces ", "number": "9007199254740993", "flag": "yes", "day": "9999-12-31", "edtf": "../1964-12-15", "word": "1",
			"ids": []any{"a", ""}, "paragraphs": []any{"03"}},
	}
	if diff := cmp.Diff(want, rows[:len(want)]); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]any{"=a", `b;\ c`}, rows[5]["ids"]); diff != "" {
		t.Errorf("values that look like separators (-want +got):\n%s", diff)
	}
	if got := rows[7]["number"]; got != "-0" {
		t.Errorf("-0 is read as %#v, want the text", got)
	}
}

// TestJSONSum wants the hash to be that of the lines of the rows, as the codebook tells how to check.
func TestJSONSum(t *testing.T) {
	for _, table := range []table.Table{odd(), {Name: "empty", Columns: []table.Column{{Name: "id"}}}} {
		body := written(t, export.FormatJSON, table.Stream())
		_, rows, ok := strings.Cut(string(body), "\n\"rows\": [\n")
		rows, _, ended := strings.Cut(rows, "],\n\"row_count\": ")
		sum := sha256.Sum256([]byte(rows))
		if got, want := readJSON(t, body).SHA256, hex.EncodeToString(sum[:]); !ok || !ended || got != want {
			t.Errorf("%s: sha256 = %s, want that of its lines, %s", table.Name, got, want)
		}
		if n := strings.Count(rows, "\n"); n != len(table.Rows) {
			t.Errorf("%s: %d lines, want %d", table.Name, n, len(table.Rows))
		}
	}
}

// TestJSONHead wants the object to say where its rows come from.
func TestJSONHead(t *testing.T) {
	o := readJSON(t, written(t, export.FormatJSON, odd().Stream()))
	got := []string{o.Table, o.Title, o.Dossier.ID, o.Dossier.Title, o.Dossier.Release, o.Dossier.Released, o.AsOf, o.Filters[0].Name,
		o.Filters[0].Value, o.Address, o.Licence, o.Source, o.Columns[5].Type, strings.Join(o.Columns[5].Values, "|"), o.Columns[0].Doc}
	want := []string{"odd", odd().Title, "harbour", "The harbour", "1.2.0", "2026-11-22", "1921-04-12", "track", "conference", about.Address,
		"CC-BY-4.0", about.Source, "enum", "yes|no", "Words."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("head (-want +got):\n%s", diff)
	}
	if !o.Columns[6].List || o.Columns[0].List {
		t.Errorf("columns that hold several values: %+v", o.Columns)
	}
}

// TestJSONReadBack shows that another reader gets back any text.
func TestJSONReadBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.String().Filter(func(s string) bool { return !strings.ContainsAny(s, "\x1e\x1f") }).Draw(rt, "text")
		table := tableOf([]string{"id", "text"}, []string{"1", text})
		got := readJSON(t, written(t, export.FormatJSON, table.Stream())).Rows[0]["text"]
		if text == "" && got == nil {
			return
		}
		if diff := cmp.Diff(text, got); diff != "" {
			rt.Errorf("read back (-want +got):\n%s", diff)
		}
	})
}

// TestJSONOrder wants the fields in the order that the manual gives them.
func TestJSONOrder(t *testing.T) {
	manual, err := os.ReadFile("../docs/files.md")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(manual), "The fields come in this order: ")
	list, _, _ = strings.Cut(regexp.MustCompile(`\([^)]*\)`).ReplaceAllString(list, ""), ".")
	var want, got []string
	for _, field := range strings.Split(list, ",") {
		want = append(want, strings.Trim(field, " `\n"))
	}
	for d, depth := json.NewDecoder(bytes.NewReader(written(t, export.FormatJSON, odd().Stream()))), 0; ; {
		if token, err := d.Token(); err != nil {
			break
		} else if name, ok := token.(string); ok && depth == 1 {
			got = append(got, name)
			var skipped json.RawMessage
			if err := d.Decode(&skipped); err != nil {
				t.Fatal(err)
			}
		} else if token == json.Delim('{') {
			depth++
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fields (-manual +file):\n%s", diff)
	}
}
