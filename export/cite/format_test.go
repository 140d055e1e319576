package cite_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
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
	Title, Container, Publisher, Page, URL, Date string
	Authors                                      []string
}

// TestReaders has citation-js read our BibTeX and RIS, one item at a time.
func TestReaders(t *testing.T) {
	all := items(t)
	for _, f := range cite.Formats()[:2] {
		var texts []string
		var given []cite.Item
		for _, i := range all {
			if f.Suffix == ".ris" || !strings.Contains(string(f.Write(i)), "= {/") { // citation-js fails on an open beginning
				given, texts = append(given, i), append(texts, string(f.Write(i)))
			}
		}
		for n, got := range readBack(t, texts) {
			want := summary(given[n])
			switch {
			case f.Suffix == ".bib":
				want.URL = strings.NewReplacer("{", "%7B", "}", "%7D").Replace(want.URL)
				want.Publisher = bibPublisher(given[n])
				if want.Date == "" {
					got.Date = "" // the days that a date in words can mean, see TestBiblatexDates
				}
			case strings.Contains(strings.Join(want.Authors, ""), ","): // which RIS cannot say
				for n, name := range want.Authors {
					want.Authors[n] = strings.ReplaceAll(name, ",", "")
				}
			case given[n].Type == cite.Newspaper: // of which citation-js takes reporter and year alone
				want.Authors, want.Date, got.Date = nil, "", ""
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s of %s (-ours +read):\n%s", f.Suffix, given[n].ID, diff)
			}
		}
	}
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

func readBack(t *testing.T, texts []string) []read {
	t.Helper()
	for _, name := range []string{"core", "plugin-bibtex", "plugin-ris"} {
		need.ModuleFile(t, "@citation-js/"+name+"/package.json")
	}
	var input, output, complaints bytes.Buffer
	for _, text := range texts {
		if err := json.NewEncoder(&input).Encode(map[string]string{"text": text}); err != nil {
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
		Title, Publisher, Page, URL string
		Container                   string `json:"container-title"`
		Author                      []struct{ Literal, Family string }
		Issued                      struct {
			Parts [][]int `json:"date-parts"`
		}
	}
	if err := decoder.Decode(&items); err != nil || len(items) != 1 {
		t.Fatalf("readers.cjs: %d items, %v", len(items), err)
	}
	i := items[0]
	r := read{Title: i.Title, Container: i.Container, Publisher: i.Publisher, Page: i.Page, URL: i.URL}
	for _, a := range i.Author {
		r.Authors = append(r.Authors, a.Literal+a.Family)
	}
	if len(i.Issued.Parts) > 0 {
		r.Date = parts(i.Issued.Parts)
	}
	return r
}
