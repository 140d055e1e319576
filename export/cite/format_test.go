package cite_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/export/cite"
	"pourparler/internal/golden"
	"pourparler/internal/need"
)

// items are the invented sources with ids, one that tries every escape, and one with names and hyphens that mean something
// to a reader.
func items(t *testing.T) []cite.Item {
	t.Helper()
	var all []cite.Item
	for _, n := range invented(t) {
		n.cite.Item.ID = cite.Key(n.name)
		all = append(all, n.cite.Item)
	}
	return append(all, cite.Item{ID: "every-escape", Type: cite.Webpage, Title: `50% of {A} & B_1 #2 for $3 ~ ^ \ <b>`,
		Author: literal("Town of Norrholm & Sons"), URL: "https://talks.example/bay/x?a={b}&c=%20_"},
		cite.Item{ID: "names", Type: cite.Letter, Title: "The bay -- or --- the quay", Author: literal("Bread and Cheese, Ltd and Sons", "Others", "others")})
}

// TestFormats keeps each format as a file.
func TestFormats(t *testing.T) {
	for _, f := range cite.Formats() {
		golden.Assert(t, "notes"+f.Suffix, f.Write(items(t)...))
	}
}

// TestFormatsOnce: a source that a footnote names twice stands once in its file.
func TestFormatsOnce(t *testing.T) {
	one := items(t)[0]
	for _, f := range cite.Formats() {
		if !bytes.Equal(f.Write(one, one), f.Write(one)) {
			t.Errorf("%s: a source given twice is written twice", f.Suffix)
		}
	}
}

func TestRISLines(t *testing.T) {
	for _, f := range cite.Formats() {
		if f.Suffix != ".ris" {
			continue
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(string(f.Write(items(t)...)), "\r\n"), "\r\n") {
			if line != "" && (len(line) < 6 || line[2:6] != "  - " || strings.ContainsAny(line, "\r\n")) {
				t.Errorf("%q is no line of RIS", line)
			}
		}
	}
}

// read is what is compared of an item that another program has read.
type read struct {
	Title, Container, Publisher, Page, URL, Date, Status string
	Authors                                              []string
}

// TestReaders has citation-js read our BibTeX and RIS, and the parser of Zotero's add-on our BibTeX, one item at a time: the
// awkward ones and every document of the dossiers that are there for tests.
func TestReaders(t *testing.T) {
	all := append(awkward(t), documents(t)...)
	for _, reader := range []struct {
		name, suffix string
		addon        bool
	}{{"citation-js", ".bib", false}, {"the add-on", ".bib", true}, {"citation-js", ".ris", false}} {
		for n, got := range readBack(t, all, reader.suffix, reader.addon) {
			want := summary(all[n])
			switch {
			case reader.suffix == ".bib":
				want = inBib(all[n], want)
				if misread.MatchString(want.Date) {
					want.Date, got.Date = "", ""
				}
				if reader.addon {
					want.Page = strings.ReplaceAll(want.Page, "-", "–")
					got.Title, got.Container = unmarked(got.Title), unmarked(got.Container)
				}
			case strings.Contains(strings.Join(want.Authors, ""), ","): // which RIS cannot say
				for n, name := range want.Authors {
					want.Authors[n] = strings.ReplaceAll(name, ",", "")
				}
			case all[n].Type == cite.Newspaper: // of which citation-js takes reporter and year alone
				want.Authors, got.Authors, want.Date, got.Date = nil, nil, "", ""
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, %s of %s (-ours +read):\n%s", reader.name, reader.suffix, all[n].ID, diff)
			}
		}
	}
}

// misread are dates that biber reads and these two do not: before Christ, and years with their last digits left out.
var misread = regexp.MustCompile(`^\[(,|0000|\d+X)`)

// unmarked is text without the mark that keeps its capitals.
func unmarked(s string) string {
	return strings.NewReplacer(`<span class="nocase">`, "", "</span>", "").Replace(s)
}

// inBib is what a reader of BibTeX finds of an item: braces without a partner are full-width.
func inBib(i cite.Item, want read) read {
	want.URL = strings.NewReplacer("{", "%7B", "}", "%7D").Replace(want.URL)
	want.Publisher = bibPublisher(i)
	if i.Issued != nil && len(i.Issued.Parts) == 0 {
		want.Status, want.Date = i.Issued.Literal, ""
		if date := bibDate.FindStringSubmatch(string(cite.Formats()[0].Write(i))); date != nil && date[1] == "date" {
			want.Status, want.Date = "", "["+strings.NewReplacer("-0", ",", "-", ",").Replace(strings.Split(strings.Trim(date[2], "{}"), "/")[0])+"]"
		}
	}
	for _, s := range append([]*string{&want.Title, &want.Publisher}, pointers(want.Authors)...) {
		*s = braced(*s)
	}
	return want
}

func pointers(list []string) []*string {
	var all []*string
	for n := range list {
		all = append(all, &list[n])
	}
	return all
}

// written is the file of an item.
func written(suffix string, i cite.Item) string {
	for _, f := range cite.Formats() {
		if f.Suffix == suffix {
			return string(f.Write(i))
		}
	}
	return ""
}

// bibPublisher is what readers of BibTeX take for the publisher: the archive of what is kept in one, the whole of a view.
func bibPublisher(i cite.Item) string {
	where := strings.TrimPrefix(i.ArchiveLocation+", "+i.Archive, ", ")
	switch {
	case i.Type == cite.Dataset || i.Type == cite.Webpage:
		return i.ContainerTitle
	case where != "":
		return where
	}
	return i.Publisher
}

func summary(i cite.Item) read {
	r := read{Title: i.Title, Container: i.ContainerTitle, Publisher: i.Publisher, Page: i.Page, URL: i.URL}
	if i.Type != cite.Newspaper && i.Type != cite.Chapter {
		r.Container = "" // which the readers have no place for
	}
	for _, n := range i.Author {
		r.Authors = append(r.Authors, n.Literal)
	}
	if i.Issued != nil && len(i.Issued.Parts) > 0 {
		r.Date = parts(i.Issued.Parts)
	}
	return r
}

func parts(p [][]int) string {
	text, err := json.Marshal(p[0])
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// readBack has a program read the file of each item.
func readBack(t *testing.T, items []cite.Item, suffix string, addon bool) []read {
	t.Helper()
	for _, name := range []string{"@citation-js/core", "@citation-js/plugin-bibtex", "@citation-js/plugin-ris", "@retorquere/bibtex-parser"} {
		need.ModuleFile(t, name+"/package.json")
	}
	var input, output, complaints bytes.Buffer
	for _, i := range items {
		if err := json.NewEncoder(&input).Encode(map[string]any{"addon": addon, "text": written(suffix, i)}); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.CommandContext(t.Context(), need.Program(t, "node"), "testdata/readers.cjs")
	command.Env, command.Stdin, command.Stdout, command.Stderr = os.Environ(), &input, &output, &complaints
	if err := command.Run(); err != nil {
		t.Fatalf("readers.cjs: %v: %s", err, complaints.String())
	}
	var all []read
	for decoder := json.NewDecoder(&output); decoder.More(); {
		all = append(all, oneRead(t, decoder))
	}
	return all
}

// oneRead is the one item of a file as the reader understood it.
func oneRead(t *testing.T, decoder *json.Decoder) read {
	t.Helper()
	var items []struct {
		Title, Publisher, Page, URL, Status string
		Container                           string `json:"container-title"`
		Author                              []struct{ Literal, Family string }
		Issued                              struct {
			Parts [][]int `json:"date-parts"`
		}
	}
	if err := decoder.Decode(&items); err != nil || len(items) != 1 {
		t.Fatalf("readers.cjs: %d items, %v", len(items), err)
	}
	i := items[0]
	r := read{Title: i.Title, Container: i.Container, Publisher: i.Publisher, Page: i.Page, URL: i.URL, Status: i.Status}
	for _, a := range i.Author {
		r.Authors = append(r.Authors, a.Literal+a.Family)
	}
	if len(i.Issued.Parts) > 0 {
		r.Date = parts(i.Issued.Parts)
	}
	return r
}
