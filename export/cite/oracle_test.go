package cite_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pourparler/export/cite"
	"pourparler/internal/need"
)

// oracleCite is a cite as citeproc-js takes it.
type oracleCite struct {
	ID      string `json:"id"`
	Locator string `json:"locator,omitempty"`
	Label   string `json:"label,omitempty"`
	Prefix  string `json:"prefix,omitempty"`
}

// ask returns what citeproc-js writes for each footnote, by style.
func ask(t *testing.T, notes [][]cite.Cite) []map[cite.Style]cite.Text {
	t.Helper()
	for _, name := range []string{"citeproc", "locale-en-us", "locale-en-gb"} {
		need.ModuleFile(t, name+"/package.json")
	}
	var input, output, complaints bytes.Buffer
	for _, cites := range notes {
		write(t, &input, cites)
	}
	command := exec.CommandContext(t.Context(), need.Program(t, "node"), "testdata/oracle.mjs")
	command.Env = append(os.Environ(), "TZ=UTC")
	command.Stdin, command.Stdout, command.Stderr = &input, &output, &complaints
	if err := command.Run(); err != nil {
		t.Fatalf("oracle.mjs: %v: %s", err, complaints.String())
	}
	return answers(t, &output, len(notes))
}

func write(t *testing.T, w *bytes.Buffer, cites []cite.Cite) {
	t.Helper()
	var note struct {
		Items []cite.Item  `json:"items"`
		Cites []oracleCite `json:"cites"`
	}
	for _, c := range cites {
		o := oracleCite{ID: c.Item.ID, Prefix: c.Prefix}
		if c.Paragraphs != "" {
			o.Locator, o.Label = c.Paragraphs, "paragraph"
		}
		note.Items, note.Cites = append(note.Items, c.Item), append(note.Cites, o)
	}
	if err := json.NewEncoder(w).Encode(note); err != nil {
		t.Fatal(err)
	}
}

func answers(t *testing.T, output *bytes.Buffer, count int) []map[cite.Style]cite.Text {
	t.Helper()
	var all []map[cite.Style]cite.Text
	for decoder := json.NewDecoder(output); decoder.More(); {
		var answer map[cite.Style]cite.Text
		if err := decoder.Decode(&answer); err != nil {
			t.Fatalf("oracle.mjs: %v", err)
		}
		all = append(all, answer)
	}
	if len(all) != count {
		t.Fatalf("oracle.mjs wrote %d of %d footnotes", len(all), count)
	}
	return all
}

// same compares footnotes with those of citeproc-js, whose HTML may escape a character in another way.
func same(t *testing.T, name func(int) string, notes [][]cite.Cite) {
	t.Helper()
	for i, want := range ask(t, notes) {
		for _, style := range cite.Styles() {
			got, theirs := style.Footnote(notes[i]...), departed(style, want[style])
			got.HTML, theirs.HTML = html.UnescapeString(got.HTML), html.UnescapeString(theirs.HTML)
			if got != theirs {
				t.Errorf("%s, %s:\n ours     %s\n citeproc %s", name(i), style, got.HTML, theirs.HTML)
			}
		}
	}
}

// departed is what citeproc-js writes without the slip of a style that we do not follow: MHRA's has a comma between the
// title of a book without an author and the parenthesis.
func departed(style cite.Style, theirs cite.Text) cite.Text {
	if style == cite.MHRA {
		theirs.HTML = strings.ReplaceAll(theirs.HTML, "</i>, (", "</i> (")
		theirs.Plain = html.UnescapeString(upright.ReplaceAllString(theirs.HTML, ""))
	}
	return theirs
}

var upright = regexp.MustCompile("</?i>")

// TestRandom compares footnotes of items put together at random, the same ones in each run.
func TestRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(1960, 1964))
	var notes [][]cite.Cite
	for range 200 {
		cites := []cite.Cite{anyCite(random, "a")}
		if random.IntN(4) == 0 {
			second := anyCite(random, "b")
			second.Item.Author = second.Item.Author[:min(len(second.Item.Author), 3)] // or names are added to tell two "et al." apart
			second.Prefix = pick(random, "", "mentioned in ", "recorded in ")
			cites = append(cites, second)
		}
		notes = append(notes, cites)
	}
	same(t, func(i int) string { return fmt.Sprintf("%+v", notes[i]) }, notes)
}

func pick[T any](r *rand.Rand, all ...T) T { return all[r.IntN(len(all))] }

// anyCite is a cite of an item with the fields that a dossier can give to one of its type.
func anyCite(r *rand.Rand, id string) cite.Cite {
	i := cite.Item{ID: id, Title: anyTitle(r), Language: pick(r, "", "", "en", "zh-Hans", "ru"), Issued: anyDate(r), Author: anyNames(r),
		Type:       pick(r, cite.Letter, cite.Newspaper, cite.Chapter, cite.Book, cite.Archival, cite.Document, cite.Treaty, cite.Dataset, cite.Webpage),
		Translator: pick(r, nil, nil, anyNames(r))}
	switch i.Type {
	case cite.Letter:
		if i.Genre = pick(r, "", "cable", "letter"); i.Genre != "" && len(i.Author) > 0 {
			i.Recipient = anyNames(r)
		}
	case cite.Newspaper:
		i.ContainerTitle, i.Genre = pick(r, "", anyTitle(r), anyTitle(r)), pick(r, "", "minutes")
		if i.ContainerTitle != "" {
			i.PublisherPlace = pick(r, "", "Peking")
		}
		i.Page = pick(r, "", "1", "9-15", "1, 4")
	case cite.Chapter:
		i.ContainerTitle, i.Page = anyTitle(r), pick(r, "", "1", "9-15", "101-108", "100-104", "1, 4", "321-328", "96-117", "1103-1113")
		i.Publisher, i.PublisherPlace = pick(r, "", "Foreign Languages Press"), pick(r, "", "Peking")
	case cite.Book:
		i.Publisher, i.PublisherPlace = pick(r, "", "Foreign Languages Press"), pick(r, "", "Peking")
	case cite.Dataset, cite.Webpage:
		i.ContainerTitle, i.Author, i.Translator = anyTitle(r), nil, nil
		i.URL = pick(r, "", "http://127.0.0.1:8080/x/state?on=1964-04-01&b=%22_c")
		if i.Issued != nil {
			i.Issued.Circa = false // releases have a day
		}
	case cite.Archival:
		i.Genre = "minutes"
	case cite.Document:
		i.Genre = pick(r, "", "speech")
	}
	if len(i.Author) == 0 {
		i.Translator = nil // whom Chicago's puts in the place of the author
	}
	if slices.Contains([]cite.Type{cite.Letter, cite.Archival, cite.Document, cite.Treaty}, i.Type) && r.IntN(3) == 0 {
		i.ArchiveLocation = "PRC FMA 109-03861-03, 13-17"
		i.Archive = pick(r, "", "SAPMO (former [SED] Archive), Bd. 3", "Digital Archive, vol.")
	}
	return cite.Cite{Item: i, Paragraphs: pick(r, "", "3", "3, 5", "3-4", "3, 5-7", "101-108")}
}

func anyNames(r *rand.Rand) []cite.Name {
	var names []cite.Name
	for range r.IntN(6) {
		names = append(names, cite.Name{Literal: pick(r, "Communist Party of China", "Government of the People’s Republic", "中国共产党", "Pravda",
			"Communist and Workers’ parties (twenty-six)", "CC of the CPSU, International Department")})
	}
	return names
}

func anyTitle(r *rand.Rand) string {
	words := []string{"letter", "of", "the", "Central Committee", "CPC", "to", "9 March 1963", "a", "short record:", "who is it?", "on “unity”", "the ‘X’ speech",
		"People’s Daily", "d’être", "post-war", "either-or", "中共中央致苏共中央的信", "[Letter]", "(draft)", "Peking/Moscow", "stop!", "no. 3", "1960–1964", "what we are up",
		"Über", "with", "«Правда»", "“peace” now", "and/or", "reply, in part"}
	title := pick(r, words...)
	for range r.IntN(9) {
		title += " " + pick(r, words...)
	}
	return strings.TrimRight(title, ",;:")
}

func anyDate(r *rand.Rand) *cite.Date {
	year, month, day := 1960+r.IntN(6), 1+r.IntN(12), 1+r.IntN(28)
	parts := []int{year, month, day}[:1+r.IntN(3)]
	d := &cite.Date{Parts: [][]int{parts}, Circa: r.IntN(5) == 0}
	switch r.IntN(8) {
	case 0:
		return nil
	case 1:
		return &cite.Date{Literal: "by 21 February 1963"}
	case 2:
		d.Parts, d.Season = [][]int{{year}}, 1+r.IntN(4)
	case 3:
		d.Parts = slices.CompactFunc(append(d.Parts, []int{year + r.IntN(2), month + r.IntN(13-month), day + r.IntN(3)}[:len(parts)]), slices.Equal)
	}
	return d
}
