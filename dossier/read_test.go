package dossier_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/dossier"
)

// files returns a file system of names and texts, with a description of the dossier beside them.
func files(namesAndTexts ...string) fstest.MapFS {
	fsys := fstest.MapFS{"dossier.yaml": {Data: []byte("dossier: {id: test, title: Test}\n")}}
	for i := 0; i < len(namesAndTexts); i += 2 {
		fsys[namesAndTexts[i]] = &fstest.MapFile{Data: []byte(namesAndTexts[i+1])}
	}
	return fsys
}

// problems returns what Read says of a folder, and fails if it says nothing.
func problems(t *testing.T, fsys fstest.MapFS) []dossier.Problem {
	t.Helper()
	_, err := dossier.Read(fsys)
	var all *dossier.Error
	if !errors.As(err, &all) {
		t.Fatalf("Read = %v, want a *dossier.Error", err)
	}
	return all.Problems
}

func TestReadValues(t *testing.T) {
	tests := []struct {
		name, yaml string
		get        func(*domain.Dossier) any
		want       any
	}{
		{"a day", "{dated: 1964-05-07}", dated, "1964-05-07"},
		{"a year, which YAML takes for a number", "{dated: 1964}", dated, "1964"},
		{"a date in quotes", `{dated: "1964?"}`, dated, "1964?"},
		{"a date with its wording", "{dated: {date: 1964-05, text: in May, inferred: because}}", wording, "1964-05|in May|because"},
		{"a wording without a date", "{dated: {text: soon}}", wording, "|soon|"},
		{"a paragraph of its own", "{cite: [3]}", cited, "a para. 3"},
		{"a paragraph of another document", `{cite: ["b-1 9"]}`, cited, "b-1 para. 9"},
		{"a paragraph in the long form", "{cite: [{paragraph: 9, fingerprint: 0a0b0c0d}]}", cited, "a para. 9 0a0b0c0d"},
		{"a publication in words", "{published_in: 'Papers, Vell Press, pp. 3-7, 9'}", published, domain.Publication{Text: "Papers, Vell Press, pp. 3-7, 9"}},
		{"a publication in parts", "{published_in: {title: Papers, publisher: Vell Press, place: Vell, pages: '3-7, 9', column: '2'}}", published,
			domain.Publication{Title: "Papers", Publisher: "Vell Press", Place: "Vell", Pages: "3-7, 9", Column: "2"}},
		{"an empty list", "{cite: []}", cited, ""},
		{"a text in quotes", `{note: "1964"}`, note, "1964"},
		{"a text with escapes", `{note: "a\nb \u4e2d"}`, note, "a\nb 中"},
		{"a folded text", "\n  note: >-\n    one\n    two\n\n    three\n", note, "one two\nthree"},
		{"a text with a hash", "{note: a#b}", note, "a#b"},
		{"yes, which is a text", "{note: yes}", note, "yes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := "document: " + strings.Replace(test.yaml, "{", "{id: a, title: A, kind: letter, ", 1) + "\n"
			if !strings.HasPrefix(test.yaml, "{") {
				text = "document:\n  id: a\n  title: A\n  kind: letter" + test.yaml
			}
			d, err := dossier.ReadLoosely(files("a.yaml", text))
			if err != nil {
				t.Fatal(err)
			}
			if got := test.get(d); got != test.want {
				t.Errorf("%s reads as %q, want %q", text, got, test.want)
			}
		})
	}
}

func dated(d *domain.Dossier) any     { return d.Documents[0].Dated.Value.String() }
func note(d *domain.Dossier) any      { return d.Documents[0].Note }
func published(d *domain.Dossier) any { return d.Documents[0].PublishedIn }

func wording(d *domain.Dossier) any {
	date := d.Documents[0].Dated
	return strings.Join([]string{date.Value.String(), date.Text, date.Inferred}, "|")
}

func cited(d *domain.Dossier) any {
	var all []string
	for _, c := range d.Documents[0].Citations {
		all = append(all, strings.TrimSpace(c.String()+" "+c.Fingerprint))
	}
	return strings.Join(all, ", ")
}

// TestReadAnyLayout reads the invented dossier from folders in which its sections stand elsewhere.
func TestReadAnyLayout(t *testing.T) {
	want := read(t, os.DirFS("testdata/harbour"))
	one, other := fstest.MapFS{}, fstest.MapFS{}
	var common strings.Builder
	for _, f := range write(t, want) {
		data := &fstest.MapFile{Data: f.Data}
		if strings.HasPrefix(f.Name, "documents/") {
			one[strings.TrimPrefix(f.Name, "documents/")] = data
			other["letters/1921/"+filepath.Base(f.Name)] = data
			continue
		}
		common.Write(f.Data)
		other[strings.Replace(f.Name, ".yaml", ".yml", 1)] = data
	}
	one["dossier.yaml"] = &fstest.MapFile{Data: []byte(common.String())}
	other["dossier.yaml"] = other["dossier.yml"]
	delete(other, "dossier.yml")
	for name, fsys := range map[string]fstest.MapFS{"in one file": one, "in other folders": other} {
		if diff := cmp.Diff(want, read(t, fsys), sameDate); diff != "" {
			t.Errorf("%s: the dossier differs (-canonical +other):\n%s", name, diff)
		}
	}
}

func TestReadOrder(t *testing.T) {
	d := read(t, files("z.yaml", "tracks: [{id: z, title: z}]", "a.yaml", "tracks: [{id: y, title: y}, {id: x, title: x}]",
		"tracks.yaml", "tracks: [{id: w, title: w}]", "documents/a.yaml", "tracks: [{id: v, title: v}]"))
	var got string
	for _, track := range d.Tracks {
		got += track.ID
	}
	if want := "wvyxz"; got != want {
		t.Errorf("tracks = %q, want %q: the layout, documents, other files by name", got, want)
	}
}

func TestReadPassesOver(t *testing.T) {
	d := read(t, files(".git/a.yaml", "}", ".draft.yaml", "}", "README.md", "}", "documents/Readme", "}", "LICENCE.txt", "}",
		"CITATION.cff", "}", "Thumbs.db", "}"))
	if d.ID != "test" {
		t.Errorf("id = %q, want %q", d.ID, "test")
	}
}

// TestReadReportsStrays wants every file that would not be read to be named, with what to do.
func TestReadReportsStrays(t *testing.T) {
	tests := []struct{ name, want string }{
		{"overrides.YAML", "rename it to overrides.yaml,"},
		{"Overrides.Yml", "rename it to Overrides.yml,"},
		{"overrides.yaml.txt", "rename it to overrides.yaml,"},
		{"documents/x.yaml.bak", "rename it to x.yaml,"},
		{"x.yaml~", "rename it to x.yaml,"},
		{"#x.yaml#", "rename it to x.yaml,"},
		{"x.yaml_old", "rename it to x.yaml,"},
		{"notes.doc", "no part of a dossier"},
		{"documents/overrides", "no part of a dossier"},
		{"README.yaml.md", "rename it to README.yaml,"},
		{"readme-first.txt", "no part of a dossier"},
		{"tables.csv", "no part of a dossier"},
	}
	for _, test := range tests {
		found := problems(t, files(test.name, "tracks: []"))
		if len(found) != 1 || found[0].File != test.name || !strings.Contains(found[0].Message, test.want) {
			t.Errorf("a folder with %s: %v, want %q", test.name, found, test.want)
		}
	}
}

func TestReadDirRefusesLinks(t *testing.T) {
	outside := t.TempDir()
	put(t, outside, "secret.yaml", "tracks: [{id: secret, title: Secret}]")
	for _, name := range []string{"file.yaml", "folder"} {
		dir := t.TempDir()
		put(t, dir, "dossier.yaml", "dossier: {id: test, title: Test}")
		target := map[string]string{"file.yaml": filepath.Join(outside, "secret.yaml"), "folder": outside}[name]
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skipf("no symbolic links here: %v", err)
		}
		_, err := dossier.ReadDir(dir)
		if err == nil || !strings.Contains(err.Error(), name+": symbolic links are not followed") {
			t.Errorf("ReadDir with a link %s = %v, want it refused", name, err)
		}
	}
}

func TestReadDirWithoutFolder(t *testing.T) {
	_, err := dossier.ReadDir(filepath.Join(t.TempDir(), "nowhere"))
	if domain.KindOf(err) != domain.NotFound {
		t.Errorf("ReadDir = %v, want an error of kind %q", err, domain.NotFound)
	}
}

// TestReadHostile reads files made to hold up or break a reader. Each must be refused, and soon.
func TestReadHostile(t *testing.T) {
	bomb := "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
	tests := []struct{ name, text, want string }{
		{"deep brackets", "tracks: " + strings.Repeat("[", 1e5), "nested more than"},
		{"deep braces", "tracks: " + strings.Repeat("{a: ", 1e5), "nested more than"},
		{"deep lists", strings.Repeat("- ", 1e5), "nested more than"},
		{"deep keys", steps(200), "nested more than"},
		{"many keys", "tracks:\n" + strings.Repeat("  a: b\n", 1e5), "more than 1000 keys"},
		{"many keys in braces", "tracks: {" + strings.Repeat("a: b, ", 1e5) + "}", "more than 1000 keys"},
		{"an alias bomb", bomb, "anchors"},
		{"many anchors", strings.Repeat("&a ", 1e4), "anchors"},
		{"many mistakes", strings.Repeat("- &a b\n", 1e4), "more than 1000 problems"},
		{"a huge file", "# " + strings.Repeat("x", 17<<20), "larger than 16 MB"},
		{"many records", "proposals: [" + strings.Repeat("{id: a}, ", 12<<20/9) + "]", "more than 300000 lines, commas"},
		{"many items", "proposals: [" + strings.Repeat("a,", 6<<20) + "]", "more than 300000 lines, commas"},
		{"many lists", "proposals:\n" + strings.Repeat("- - - - - - - - a\n", 1<<19), "more than 300000 lines, commas"},
		{"many keys without values", "proposals: {" + strings.Repeat("? ", 6<<20) + "}", "more than 300000 lines, commas"},
		{"a NUL character", "tracks: \x00", "U+0000"},
		{"half a character", "tracks: \xe4\xb8", "not UTF-8"},
		{"a lone surrogate", `dossier: {summary: "\ud800"}`, "not YAML"},
		{"a separator in an escape", `tracks: [{id: a, title: "\x1f"}]`, "U+001F"},
		{"a carriage return in an escape", `tracks: [{id: a, title: "\r"}]`, "carriage return"},
		{"a line separator", "tracks: [{id: a, title: \"\u2028\"}]", "line separator"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			found := problems(t, files("bad.yaml", test.text))
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("Read took %v", took)
			}
			var all strings.Builder
			for _, p := range found {
				all.WriteString(p.Message + "\n")
			}
			if !strings.Contains(all.String(), test.want) {
				t.Errorf("Read says %.300q, want %q", all.String(), test.want)
			}
		})
	}
}

// steps returns n mappings, each inside the one before.
func steps(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%sa:\n", strings.Repeat(" ", i))
	}
	return b.String()
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("word ", 60)
	tests := []struct{ name, yaml, want string }{
		{"ASCII", "tracks: [{id: a, title: b, x: c}]",
			"    1 | tracks: [{id: a, title: b, x: c}]\n      |                            ^"},
		{"wide characters", "tracks: [{id: a, title: 会谈, x: c}]",
			"    1 | tracks: [{id: a, title: 会谈, x: c}]\n      |                               ^"},
		{"an accent of its own", "tracks: [{id: a, title: e\u0301, x: c}]",
			"    1 | tracks: [{id: a, title: e\u0301, x: c}]\n      |                            ^"},
		{"a tab", "# a\tb \x1f", "    1 | # a\tb \ufffd\n      |    \t  ^"},
		{"a long line", "tracks: [{id: a, title: " + long + ", x: c}]",
			"    1 | ..." + strings.Repeat("word ", 60)[300-92:] + ", x: c}]\n      | " + strings.Repeat(" ", 97) + "^"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found := problems(t, files("a.yaml", test.yaml))
			last := found[len(found)-1]
			if diff := cmp.Diff(test.want, last.Excerpt); diff != "" {
				t.Errorf("%s (-want +got):\n%s", last.Message, diff)
			}
		})
	}
}

func TestSuggestions(t *testing.T) {
	tests := []struct{ yaml, want string }{
		{"track: [{id: a}]", `did you mean "tracks"?`},
		{"tracks: [{id: a, titel: b}]", `did you mean "title"?`},
		{"tracks: [{id: a, Title: b}]", `did you mean "title"?`},
		{"tracks: [{id: a, sum: b}]", `did you mean "summary"?`},
		{"tracks: [{id: a, venue: b}]", "write one of id, title, summary, meeting"},
		{"parties: [{id: a, kind: goverment}]", `did you mean "government"?`},
	}
	for _, test := range tests {
		found := problems(t, files("a.yaml", test.yaml))
		matched := false
		for _, p := range found {
			matched = matched || strings.Contains(p.Message, test.want)
		}
		if !matched {
			t.Errorf("Read(%s) says %v, want %q", test.yaml, found, test.want)
		}
	}
}

// TestSaidOnce wants nothing to be called missing that is there and could not be read, and what is missing beside it
// still to be called so.
func TestSaidOnce(t *testing.T) {
	proposal := func(terms, more string) string {
		return "document:\n  id: north-1\n  kind: letter\n  title: a\n  held: true\n  dated: 1921\n  authors: [north]\n" +
			"  edition: {paragraphs: 1, source: b}\nproposals:\n- id: north-p\n  track: talks\n  act: proposes\n  by: [north]\n" +
			"  summary: c\n  cite: [1]\n" + more + "  terms:\n" + terms
	}
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"a term's date", proposal("    date: {date: 1921-13}\n", ""), []string{"month 13"}},
		{"a term's date below its key", proposal("    date:\n      date: 1921-13\n", ""), []string{"month 13"}},
		{"a term with an unknown key", proposal("    level: {txt: a}\n", ""), []string{`unknown key "txt"`}},
		{"when a report says it was made", proposal("    level: {text: a}\n", "  reported_by: north\n  made: {date: 1921-13}\n"), []string{"month 13"}},
		{"a citation", strings.Replace(proposal("    level: {text: a}\n", ""), "cite: [1]", "cite: ['north-1:1']", 1), []string{`citation "north-1:1" is not understood`}},
		{"one of two terms", proposal("    date: {date: 1921-13}\n    level: {note: a}\n", ""), []string{"month 13", "the term level says nothing"}},
	} {
		found := problems(t, files("tracks.yaml", "tracks: [{id: talks, title: a}]", "parties.yaml", "parties: [{id: north, name: North, kind: party}]",
			"documents/north-1.yaml", test.text))
		said := len(found) == len(test.want)
		for i, p := range found {
			said = said && strings.Contains(p.Message, test.want[i])
		}
		if !said {
			t.Errorf("%s: %v, want %q", test.name, found, test.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, dir := range append(corpora(f), "testdata/broken/unread", "testdata/broken/unruly") {
		for _, text := range texts(f, dir) {
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := dossier.ReadLoosely(fstest.MapFS{"dossier.yaml": {Data: text}})
		var all *dossier.Error
		if errors.As(err, &all) {
			for _, p := range all.Problems {
				if p.Message == "" || p.File == "" || p.Line > 0 && (p.Column < 1 || p.Excerpt == "") {
					t.Errorf("problem without a place: %+v", p)
				}
			}
			return
		}
		files, err := dossier.Write(d)
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		again, err := dossier.ReadLoosely(folder(files))
		if err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if diff := cmp.Diff(d, again, sameDate); diff != "" {
			t.Errorf("read(write(d)) differs (-d +got):\n%s", diff)
		}
	})
}

// texts returns the YAML files of a folder.
func texts(tb testing.TB, dir string) [][]byte {
	tb.Helper()
	var all [][]byte
	for _, pattern := range []string{"*.yaml", "documents/*.yaml"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			tb.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				tb.Fatal(err)
			}
			all = append(all, data)
		}
	}
	return all
}

func BenchmarkRead(b *testing.B) {
	for _, dir := range corpora(b) {
		b.Run(filepath.Base(dir), func(b *testing.B) {
			size := 0
			for _, text := range texts(b, dir) {
				size += len(text)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := dossier.ReadLoosely(os.DirFS(dir)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, dir := range corpora(b) {
		d, err := dossier.ReadLoosely(os.DirFS(dir))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Base(dir), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := dossier.Write(d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
