package dossier

import (
	"io/fs"
	"maps"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"pourparler/domain"
)

// keyLine is a line with nothing but a key, below which its value stands.
var keyLine = regexp.MustCompile(`^ *(- )?[a-z_]+:( >-)?\n$`)

// TestLostKeys takes each line with nothing but a key out of two dossiers, one at a time. None is read
// as if nothing had happened, except where two long texts then stand below each other: nothing tells
// such a text from one that was meant.
func TestLostKeys(t *testing.T) {
	for _, dir := range []string{"../seeds/sino-soviet", "testdata/harbour"} {
		whole := folderOf(t, dir)
		lost, joined := 0, 0
		for name, file := range whole {
			lines := strings.SplitAfter(string(file.Data), "\n")
			for i, line := range lines {
				if !keyLine.MatchString(line) {
					continue
				}
				lost++
				text := strings.Join(lines[:i], "") + strings.Join(lines[i+1:], "")
				if !readsWith(whole, name, text) {
					continue
				}
				if strings.HasSuffix(line, ">-\n") && i > 0 && indentOf(lines[i-1]) == indentOf(lines[i+1]) {
					joined++
					continue
				}
				t.Errorf("%s:%d: without the line %q the dossier is read", name, i+1, line)
			}
		}
		t.Logf("%s: of %d lost keys, %d join two texts", dir, lost, joined)
		if lost < 20 {
			t.Errorf("%s has only %d lines with a key alone: the test does not say much", dir, lost)
		}
	}
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

func folderOf(tb testing.TB, dir string) fstest.MapFS {
	tb.Helper()
	all := fstest.MapFS{}
	fsys := os.DirFS(dir)
	for _, name := range newReading().files(fsys) {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			tb.Fatal(err)
		}
		all[name] = &fstest.MapFile{Data: data}
	}
	return all
}

// readsWith reports whether a dossier is read with another text of one file. Most are refused by
// that file alone.
func readsWith(whole fstest.MapFS, name, text string) bool {
	r := newReading()
	changed := fstest.MapFS{name: {Data: []byte(text)}}
	if r.file(changed, name); len(r.problems) > 0 {
		return false
	}
	all := maps.Clone(whole)
	all[name] = changed[name]
	_, err := Read(all)
	return err == nil
}

// TestWrittenTextsAreRead writes texts whose lines would look like a part of the record.
func TestWrittenTextsAreRead(t *testing.T) {
	long := strings.Repeat("some words before ", 5)
	for _, text := range []string{
		long + "the end\nnote: the letter\ntext: of May",
		long + "the end\nterms:",
		long + "the end\n- cpc\n- cpsu",
		long + "the end, with a word at the end of its line that is longer\nterms:\nand more",
		"- {text: two}\nnote: x",
	} {
		files, err := Write(&domain.Dossier{ID: "test", Title: "Test", Summary: text})
		if err != nil {
			t.Fatal(err)
		}
		fsys := fstest.MapFS{}
		for _, f := range files {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		got, err := Read(fsys)
		if err != nil || got.Summary != text {
			t.Errorf("%q is written as\n%s\nand read as %v, %v", text, files[0].Data, got, err)
		}
	}
}
