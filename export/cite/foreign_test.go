package cite_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/export/cite"
	"pourparler/internal/need"
)

// lone are texts with braces that have no partner, as .bib has them.
var lone = map[string]string{"Half { brace": "Half ｛ brace", "Half } brace": "Half ｝ brace", "} and {": "｝ and ｛", "{A} and {B {C}": "{A} and ｛B {C}",
	`\{`: `\｛`, "Town } of {Norrholm": "Town ｝ of ｛Norrholm"}

func braced(s string) string {
	if other, ok := lone[s]; ok {
		return other
	}
	return s
}

// awkward are items with what readers of BibTeX stumble over.
func awkward(t *testing.T) []cite.Item {
	t.Helper()
	all := items(t)
	for n, title := range append(slices.Sorted(maps.Keys(lone)), "100% & more") {
		all = append(all, cite.Item{ID: cite.Key("title", string(rune('a'+n))), Type: cite.Letter, Title: title, Author: literal("Town } of {Norrholm"),
			Issued: dated(t, "1921"), Archive: title, Note: title})
	}
	for n, given := range slices.Sorted(maps.Keys(biblatexDates)) {
		all = append(all, cite.Item{ID: cite.Key("date", strconv.Itoa(n)), Type: cite.Letter, Title: "T", Author: literal("Town"), Issued: dated(t, given)})
	}
	return all
}

// biblatexDates are dates as every reader takes them, in numbers or, where CSL has none either, in words.
var biblatexDates = map[string]string{
	"1921": "date = {1921}", "1921-05-04": "date = {1921-05-04}", "1921-05-04~": "date = {1921-05-04~}", "1921?": "date = {1921?}",
	"1921-23": "date = {1921-23}", "1921-05~/1921-06": "date = {1921-05~/1921-06}", "1921-06~-04": "date = {1921-06-04~}", "1921?-23": "date = {1921-23~}",
	"-0001": "date = {-0001}", "0000": "date = {0000}", "-0043-03-15": "date = {-0043-03-15}", "18XX": "date = {18XX}",
	"1921-21/1921-22": "pubstate = {spring 1921 to summer 1921}", "1921-XX": "pubstate = {some month of 1921}", "1921-03-01/1922": "date = {1921-03-01/1922}",
	"../1960-09-19": "pubstate = {by 19 September 1960}", "/1960-09-19": "pubstate = {until 19 September 1960, start unknown}", "1964-03-07/..": "pubstate = {from 7 March 1964, end open}",
	"[1921-03-01,1921-03-02]": "pubstate = {1 March or 2 March 1921}", "[..1921-03-02]": "pubstate = {2 March 1921 or earlier}",
}

func bib(t *testing.T, items ...cite.Item) string {
	t.Helper()
	return string(cite.Formats()[0].Write(items...))
}

var bibDate = regexp.MustCompile(`(?m)^  (date|year|pubstate|annotation) *= (.*),$`)

// TestBiblatexDates: one field has the date, and no other says it again.
func TestBiblatexDates(t *testing.T) {
	for given, want := range biblatexDates {
		var got []string
		for _, field := range bibDate.FindAllStringSubmatch(bib(t, cite.Item{ID: "x", Type: cite.Letter, Title: "T", Issued: dated(t, given)}), -1) {
			got = append(got, field[1]+" = "+field[2])
		}
		if !slices.Equal(got, []string{want}) {
			t.Errorf("%s is written as %q, want %q", given, got, want)
		}
	}
}

// accepted are complaints that we leave: a source may lack its author or date, and for letters, which the styles of
// biblatex print as they print misc, its data model names no fields. The translator of what is read in an archive, which
// biblatex does not print, is there for pandoc and Zotero.
var accepted = regexp.MustCompile(`Missing mandatory field|for entrytype 'letter'|'translator' for entrytype '(unpublished|misc)'`)

var etAl = regexp.MustCompile(`(?m)^ *(AUTHOR|TRANSLATOR) .* and others\}.*$`)

// TestBiber has biber read all of it and hold it to the data model of biblatex.
func TestBiber(t *testing.T) {
	folder := t.TempDir()
	all := append(awkward(t), documents(t)...)
	if err := os.WriteFile(filepath.Join(folder, "all.bib"), []byte(bib(t, all...)), 0o644); err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), need.Program(t, "biber"), "--tool", "--validate-datamodel", "--nolog", "--output-file", "out.bib", "all.bib")
	command.Dir = folder
	said, err := command.CombinedOutput()
	if err != nil {
		t.Errorf("biber: %v", err)
	}
	for line := range strings.Lines(string(said)) {
		if !strings.HasPrefix(line, "INFO") && !accepted.MatchString(line) && strings.TrimSpace(line) != "" {
			t.Error(line)
		}
	}
	written, err := os.ReadFile(filepath.Join(folder, "out.bib"))
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range etAl.FindAllString(string(written), -1) {
		t.Errorf("biber takes a party for et al.: %s", field)
	}
	if got, want := strings.Count("\n"+string(written), "\n@"), len(all); got != want {
		t.Errorf("biber read %d of %d entries", got, want)
	}
}

// pandocItem is what pandoc makes of an entry; howpublished and organization become its publisher.
type pandocItem struct {
	ID, Type, Title, Genre, Publisher, Annote, Note string
	Container                                       string `json:"container-title"`
	Author, Translator                              []cite.Name
	Issued                                          struct {
		Parts [][]json.Number `json:"date-parts"`
	}
}

func pandoc(t *testing.T, input string, arguments ...string) []byte {
	t.Helper()
	var out, complaints bytes.Buffer
	command := exec.CommandContext(t.Context(), need.Program(t, "pandoc"), arguments...)
	command.Stdin, command.Stdout, command.Stderr = strings.NewReader(input), &out, &complaints
	if err := command.Run(); err != nil || complaints.Len() > 0 {
		t.Fatalf("pandoc: %v: %s", err, complaints.String())
	}
	return out.Bytes()
}

// quoteless hides which pair of quotation marks stands, of which pandoc has one.
var quoteless = strings.NewReplacer("‘", "'", "’", "'", "“", "'", "”", "'")

// TestPandoc has pandoc read the fields of every kind of item.
func TestPandoc(t *testing.T) {
	all := awkward(t)
	var read []pandocItem
	if err := json.Unmarshal(pandoc(t, bib(t, all...), "-f", "biblatex", "-t", "csljson"), &read); err != nil {
		t.Fatal(err)
	}
	got := map[string]pandocItem{}
	for _, i := range read {
		got[i.ID] = i
	}
	for _, i := range all {
		var want, have pandocItem
		has := got[cite.Key(i.ID)]
		want.Title, have.Title = braced(quoteless.Replace(i.Title)), quoteless.Replace(has.Title)
		for n := range i.Author {
			i.Author[n].Literal = braced(i.Author[n].Literal)
		}
		want.Author, have.Author, want.Translator, have.Translator = i.Author, has.Author, i.Translator, has.Translator
		have.Genre, have.Publisher, have.Note = has.Genre, has.Publisher, has.Note
		want.Genre, want.Publisher = i.Genre, braced(bibPublisher(i))
		if i.Type == cite.Newspaper || i.Type == cite.Webpage {
			want.Genre, want.Note = "", i.Genre
		}
		if len(i.Recipient) > 0 {
			want.Genre, have.Genre = i.Genre+" to", strings.Join(strings.Fields(has.Genre)[:2], " ")
		}
		if want.Container, have.Container = i.ContainerTitle, has.Container; want.Container == want.Publisher {
			want.Container = "" // of a view
		}
		if diff := cmp.Diff(want, have); diff != "" {
			t.Errorf("%s (-ours +pandoc):\n%s", i.ID, diff)
		}
	}
}

// chicagoStyle is the newest style of the Chicago Manual that npm has.
func chicagoStyle(t *testing.T) string {
	t.Helper()
	file, err := os.ReadFile(need.ModuleFile(t, "@citation/csl-style-chicago-fullnote-bibliography/info.json"))
	if err != nil {
		t.Fatal(err)
	}
	var info struct{ Content string }
	if err := json.Unmarshal(file, &info); err != nil {
		t.Fatal(err)
	}
	return info.Content
}

// TestPandocNote has pandoc make a footnote of our BibTeX: the shelf mark is in it, and what only explains is not.
// The style of 2022 has parentheses around shelf mark and date, which that of 2026 has not.
func TestPandocNote(t *testing.T) {
	folder := t.TempDir()
	file, style := filepath.Join(folder, "all.bib"), filepath.Join(folder, "chicago.csl")
	i := cite.Item{ID: "x", Type: cite.Letter, Title: "On the bay", Genre: "letter", Author: literal("Town of Norrholm"), Recipient: literal("Shipyard"),
		Translator: literal("Ane Sund"), Issued: dated(t, "1921-03-01"), Archive: "Town Archive", ArchiveLocation: "E1:14", Note: "Dated 1 March 1921."}
	for name, content := range map[string]string{file: bib(t, i), style: chicagoStyle(t)} {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	said := pandoc(t, "[@x]", "--citeproc", "--bibliography", file, "--csl", style, "-t", "plain", "--wrap=none")
	_, note, _ := strings.Cut(string(said), "\n[1] ")
	note, _, _ = strings.Cut(note, "\n")
	const want = "Town of Norrholm, “On the bay,” letter to Shipyard, trans. Ane Sund (E1:14, Town Archive, March 1, 1921)."
	if note != want {
		t.Errorf("pandoc writes %q, want %q", note, want)
	}
}
