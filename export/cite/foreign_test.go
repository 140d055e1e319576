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

// awkward are items with what readers of BibTeX stumble over.
func awkward(t *testing.T) []cite.Item {
	t.Helper()
	all := items(t)
	for n, title := range []string{"Half { brace", "Half } brace", "} and {", "{A} and {B {C}", `\{`, "100% & more"} {
		all = append(all, cite.Item{ID: cite.Key("title", string(rune('a'+n))), Type: cite.Letter, Title: title, Author: literal("Town } of {Norrholm"),
			Issued: dated(t, "1921"), Archive: title, Note: title})
	}
	for n, given := range slices.Sorted(maps.Keys(biblatexDates)) {
		all = append(all, cite.Item{ID: cite.Key("date", strconv.Itoa(n)), Type: cite.Letter, Title: "T", Author: literal("Town"), Issued: dated(t, given)})
	}
	return all
}

// biblatexDates are dates as biblatex reads them: EDTF of the levels 0 and 1 stays, and of more the days that it can mean.
var biblatexDates = map[string]string{
	"1921": "1921", "1921-05-04": "1921-05-04", "1921-05-04~": "1921-05-04~", "1921?": "1921?", "-0001": "-0001", "18XX": "18XX", "192X": "192X",
	"1921-XX": "1921-01-01/1921-12-31", "1921-23": "1921-23", "Y-12000": "Y-12000", "1921-03-01/1922": "1921-03-01/1922", "1921-05~/1921-06": "1921-05~/1921-06",
	"../1960-09-19": "/1960-09-19", "1964-03-07/..": "1964-03-07/", "/1960-09-19": "/1960-09-19", "[1921-03-01,1921-03-02]": "1921-03-01/1921-03-02",
	"[..1921-03-02]": "/1921-03-02", "1921-06~-04": "1921-06-04/1921-06-04", "156X-12": "1560-12-01/1569-12-31",
}

func bib(t *testing.T, items ...cite.Item) string {
	t.Helper()
	return string(cite.Formats()[0].Write(items...))
}

func TestBiblatexDates(t *testing.T) {
	for given, want := range biblatexDates {
		got := bib(t, cite.Item{ID: "x", Type: cite.Letter, Title: "T", Issued: dated(t, given)})
		if !strings.Contains(got, "date         = {"+want+"},") || strings.Contains(got, "year ") {
			t.Errorf("%s is written\n%s\nwant date = {%s}", given, got, want)
		}
	}
}

// accepted are complaints that we leave: a source may lack its author or date, and for letters, which the styles of
// biblatex print as they print misc, its data model names no fields.
var accepted = regexp.MustCompile(`Missing mandatory field|for entrytype 'letter'`)

var etAl = regexp.MustCompile(`(?m)^ *(AUTHOR|TRANSLATOR) .* and others\}.*$`)

// TestBiber has biber read all of it and hold it to the data model of biblatex.
func TestBiber(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "all.bib"), []byte(bib(t, awkward(t)...)), 0o644); err != nil {
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
	if got, want := strings.Count("\n"+string(written), "\n@"), len(awkward(t)); got != want {
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
		want.Title, have.Title = quoteless.Replace(i.Title), quoteless.Replace(has.Title)
		want.Author, have.Author, want.Translator, have.Translator = i.Author, has.Author, i.Translator, has.Translator
		have.Genre, have.Publisher, have.Note = has.Genre, has.Publisher, has.Note
		want.Genre, want.Publisher = i.Genre, bibPublisher(i)
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
