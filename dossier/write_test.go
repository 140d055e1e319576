package dossier_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/dossier"
)

// sameDate compares dates as they were written.
var sameDate = cmp.Comparer(func(a, b edtf.Date) bool { return a == b })

// folder returns files as a file system.
func folder(files []dossier.File) fs.FS {
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

func write(tb testing.TB, d *domain.Dossier) []dossier.File {
	tb.Helper()
	files, err := dossier.Write(d)
	if err != nil {
		tb.Fatalf("Write: %v", err)
	}
	return files
}

func read(tb testing.TB, fsys fs.FS) *domain.Dossier {
	tb.Helper()
	d, err := dossier.Read(fsys)
	if err != nil {
		tb.Fatalf("Read: %v", err)
	}
	return d
}

// corpora are the dossiers at hand: the invented one and every bundled one.
func corpora(tb testing.TB) []string {
	tb.Helper()
	bundled, err := filepath.Glob("../seeds/*/dossier.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	dirs := []string{"testdata/harbour"}
	for _, name := range bundled {
		dirs = append(dirs, filepath.Dir(name))
	}
	return dirs
}

// TestWriteIsWhatWasRead leaves the rules between records aside: they are no matter of the format.
func TestWriteIsWhatWasRead(t *testing.T) {
	for _, dir := range corpora(t) {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			d, err := dossier.ReadLoosely(os.DirFS(dir))
			if err != nil {
				t.Fatal(err)
			}
			files := write(t, d)
			again, err := dossier.ReadLoosely(folder(files))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(d, again, sameDate); diff != "" {
				t.Errorf("Read(Write(d)) differs (-d +got):\n%s", diff)
			}
			if diff := cmp.Diff(files, write(t, again)); diff != "" {
				t.Errorf("Write(Read(Write(d))) differs (-first +second):\n%s", diff)
			}
		})
	}
}

// TestHarbourIsCanonical holds the invented dossier in the form that Write gives, as an example
// of it. With -update it is put in that form.
func TestHarbourIsCanonical(t *testing.T) {
	for _, f := range write(t, read(t, os.DirFS("testdata/harbour"))) {
		if updating() {
			put(t, "testdata/harbour", f.Name, string(f.Data))
		}
		want, err := os.ReadFile(filepath.Join("testdata/harbour", f.Name))
		if err != nil {
			t.Error(err)
			continue
		}
		if diff := cmp.Diff(string(want), string(f.Data)); diff != "" {
			t.Errorf("%s is not canonical (-file +written):\n%s", f.Name, diff)
		}
	}
}

// updating reports whether files that tests compare with are to be written anew.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

func TestWriteRefuses(t *testing.T) {
	tests := []struct {
		name   string
		change func(*domain.Dossier)
		want   string
	}{
		{"a control character", func(d *domain.Dossier) { d.Tracks[0].Summary = "a\x1fb" }, "U+001F"},
		{"bytes that are no text", func(d *domain.Dossier) { d.Tracks[0].Summary = "a\xff" }, "UTF-8"},
		{"an id that leads out of the folder", func(d *domain.Dossier) { d.Documents[0].ID = "../x" }, "not a well-formed id"},
		{"an unknown word", func(d *domain.Dossier) { d.Proposals[0].Act = "begs" }, `unknown word "begs"`},
		{"an unknown term", func(d *domain.Dossier) { d.Proposals[0].Terms[0].Kind = "colour" }, `term "colour"`},
		{"a term twice", func(d *domain.Dossier) {
			d.Proposals[0].Terms = append(d.Proposals[0].Terms, d.Proposals[0].Terms[0])
		}, "stands twice"},
		{"a record of no document", func(d *domain.Dossier) { d.Responses[0].Document = "gone" }, "documents gone"},
		{"a document twice", func(d *domain.Dossier) { d.Documents = append(d.Documents, d.Documents[0]) }, "used twice"},
		{"a record without citations", func(d *domain.Dossier) { d.Claims[0].Citations = nil }, "cite: missing"},
		{"a paragraph below 1", func(d *domain.Dossier) { d.Claims[0].Citations[0].Paragraph = 0 }, "paragraph 0"},
		{"a negative number", func(d *domain.Dossier) { d.Lists[0].Claimed = -1 }, "-1 is not a number"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := read(t, os.DirFS("testdata/harbour"))
			test.change(d)
			_, err := dossier.Write(d)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("Write = %v, want an error with %q", err, test.want)
			}
			if got := domain.KindOf(err); got != domain.Invalid {
				t.Errorf("KindOf(err) = %q, want %q", got, domain.Invalid)
			}
		})
	}
}

func TestWriteDir(t *testing.T) {
	d := read(t, os.DirFS("testdata/harbour"))
	dir := filepath.Join(t.TempDir(), "new", "harbour")
	for range 2 { // the second time over the first
		if err := dossier.WriteDir(dir, d); err != nil {
			t.Fatal(err)
		}
		got, err := dossier.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(d, got, sameDate); diff != "" {
			t.Errorf("ReadDir after WriteDir differs:\n%s", diff)
		}
	}
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the folder: %v, %v, want nothing left", entries, err)
	}
}

func TestWriteDirRefuses(t *testing.T) {
	tests := []struct {
		name    string
		present map[string]string
		want    string
	}{
		{"a folder of something else", map[string]string{"thesis.doc": "x"}, "holds no dossier"},
		{"a file of another dossier", map[string]string{"dossier.yaml": "x", "documents/old.yaml": "x"}, "documents/old.yaml"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range test.present {
				put(t, dir, name, text)
			}
			err := dossier.WriteDir(dir, read(t, os.DirFS("testdata/harbour")))
			if err == nil || !strings.Contains(err.Error(), test.want) || domain.KindOf(err) != domain.Conflict {
				t.Fatalf("WriteDir = %v, want a conflict with %q", err, test.want)
			}
			for name, text := range test.present {
				if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(got, []byte(text)) {
					t.Errorf("%s = %q, %v, want it as before", name, got, err)
				}
			}
		})
	}
}

func put(tb testing.TB, dir, name, text string) {
	tb.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		tb.Fatal(err)
	}
}

// TestFoldKeepsSpaceAfterWordOfNoWidth keeps a word that takes no room on a line apart from the next.
func TestFoldKeepsSpaceAfterWordOfNoWidth(t *testing.T) {
	d := &domain.Dossier{ID: "x", Title: "t", Summary: "a\n\U0001343c A", Release: "1", Licence: "MIT"}
	files, err := dossier.Write(d)
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for _, f := range files {
		folder[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	got, err := dossier.Read(folder)
	if err != nil {
		t.Fatal(err)
	}
	if got.Summary != d.Summary {
		t.Errorf("written %q, read %q", d.Summary, got.Summary)
	}
}

// TestWriteNamesThatWindowsTakes writes documents whose ids are names that Windows keeps for devices, and reads them back.
func TestWriteNamesThatWindowsTakes(t *testing.T) {
	d := read(t, folder([]dossier.File{{Name: "dossier.yaml", Data: []byte("dossier: {id: con, title: Devices}\n")}}))
	for _, id := range []string{"aux", "com1", "con", "con-1", "console"} {
		d.Documents = append(d.Documents, domain.Document{ID: id, Title: id, Kind: domain.Letter, Held: true,
			Edition: domain.Edition{Title: "Papers", Language: "en", Paragraphs: 1}})
	}
	files := write(t, d)
	var names []string
	for _, f := range files[1:] {
		names = append(names, f.Name)
	}
	want := []string{"documents/aux_.yaml", "documents/com1_.yaml", "documents/con_.yaml", "documents/con-1.yaml", "documents/console.yaml"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	again, err := dossier.ReadLoosely(folder(files))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, again, sameDate); diff != "" {
		t.Errorf("read back (-written +read):\n%s", diff)
	}
}
