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

	"pourparler/domain"
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

// question is a footnote for citeproc-js, with the items that each style is given.
type question struct {
	Items map[cite.Style][]older `json:"items"`
	Cites []oracleCite           `json:"cites"`
}

// stylesFolder names the environment variable with a folder of newer styles than npm has. With it they must write the same
// as we do; without it the older ones of npm must, but for the rules.
const stylesFolder = "POURPARLER_CSL_STYLES"

// ask returns the HTML that citeproc-js writes of each footnote, by style.
func ask(t *testing.T, questions []question) []map[cite.Style]string {
	t.Helper()
	for _, name := range []string{"citeproc", "locale-en-us", "locale-en-gb", "@citation/csl-style-chicago-fullnote-bibliography",
		"@citation/csl-style-modern-humanities-research-association"} {
		need.ModuleFile(t, name+"/package.json")
	}
	var input, output, complaints bytes.Buffer
	encoder := json.NewEncoder(&input)
	for _, q := range questions {
		if err := encoder.Encode(q); err != nil {
			t.Fatal(err)
		}
	}
	program, err := os.ReadFile("testdata/oracle.mjs") // here, so that go test sees when it changes
	if err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), need.Program(t, "node"), "--input-type=module", "--eval", string(program))
	command.Env = append(os.Environ(), "TZ=UTC")
	command.Stdin, command.Stdout, command.Stderr = &input, &output, &complaints
	if err := command.Run(); err != nil {
		t.Fatalf("oracle.mjs: %v: %s", err, complaints.String())
	}
	return answers(t, &output, len(questions))
}

func answers(t *testing.T, output *bytes.Buffer, count int) []map[cite.Style]string {
	t.Helper()
	var all []map[cite.Style]string
	for decoder := json.NewDecoder(output); decoder.More(); {
		var answer map[cite.Style]string
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

// inFile is an item as our CSL-JSON has it.
func inFile(t *testing.T, i cite.Item) cite.Item {
	t.Helper()
	var items []cite.Item
	if err := json.Unmarshal([]byte(written(".csl.json", i)), &items); err != nil || len(items) != 1 {
		t.Fatalf("%d items, %v", len(items), err)
	}
	return items[0]
}

// asked is the question for a footnote. A sign parts its sources where the answer needs it.
func asked(t *testing.T, cites []cite.Cite, newest bool) question {
	t.Helper()
	q := question{Items: map[cite.Style][]older{}}
	for n, c := range cites {
		o := oracleCite{ID: c.Item.ID, Prefix: c.Prefix}
		if n > 0 && !newest {
			o.Prefix = citing + c.Prefix
		}
		if c.Paragraphs != "" {
			o.Locator, o.Label = c.Paragraphs, "paragraph"
		}
		q.Cites = append(q.Cites, o)
		for _, style := range cite.Styles() {
			item := older{Item: c.Item}
			if !newest {
				item = asOlder(style, c.Item)
			}
			item.ContainerTitle = inFile(t, c.Item).ContainerTitle
			q.Items[style] = append(q.Items[style], item)
		}
	}
	return q
}

// TestOracle compares footnotes with those of citeproc-js: of the invented sources, of the bundled dossier, and of items put
// together at random.
func TestOracle(t *testing.T) {
	newest := os.Getenv(stylesFolder) != ""
	names, notes := inventedNotes(t)
	for _, more := range []func(*testing.T) ([]string, [][]cite.Cite){bundledNotes, randomNotes, wordsNotes} {
		moreNames, moreNotes := more(t)
		names, notes = append(names, moreNames...), append(notes, moreNotes...)
	}
	questions := make([]question, len(notes))
	for i, cites := range notes {
		questions[i] = asked(t, cites, newest)
	}
	for i, answer := range ask(t, questions) {
		for _, style := range cite.Styles() {
			want := answer[style]
			if !newest {
				want = asToday(style, want, notes[i])
			}
			want = html.UnescapeString(departed(style, want)) // which escapes other characters than we do
			if got := html.UnescapeString(style.Footnote(notes[i]...).HTML); got != want {
				t.Errorf("%s, %s:\n ours     %s\n citeproc %s\n from     %s%s", names[i], style, got, want, answer[style], applied(style, notes[i], newest))
			}
		}
	}
}

// departed is what citeproc-js writes without the slip of a style that we do not follow: MHRA's has a comma between the
// title of a book without an author and the parenthesis.
func departed(style cite.Style, theirs string) string {
	if style == cite.MHRA {
		return strings.ReplaceAll(theirs, "</i>, (", "</i> (")
	}
	return theirs
}

var upright = regexp.MustCompile("</?i>")

// TestPlain: the plain text of a footnote is its HTML without markup.
func TestPlain(t *testing.T) {
	for _, source := range []func(*testing.T) ([]string, [][]cite.Cite){inventedNotes, bundledNotes, randomNotes} {
		_, notes := source(t)
		for _, cites := range notes {
			for _, style := range cite.Styles() {
				note := style.Footnote(cites...)
				if want := html.UnescapeString(upright.ReplaceAllString(note.HTML, "")); note.Plain != want {
					t.Errorf("plain text of %s = %q, want %q", style, note.Plain, want)
				}
			}
		}
	}
}

// randomNotes are footnotes of items put together at random, the same ones in each run.
func randomNotes(t *testing.T) (names []string, notes [][]cite.Cite) {
	t.Helper()
	random := rand.New(rand.NewPCG(1960, 1964))
	count := 200
	if testing.Short() {
		count = 40
	}
	for range count {
		cites := []cite.Cite{anyCite(random, "a")}
		if random.IntN(4) == 0 {
			second := anyCite(random, "b")
			second.Item.Author = second.Item.Author[:min(len(second.Item.Author), 3)] // or names are added to tell two "et al." apart
			second.Prefix = pick(random, "", "mentioned in ", "recorded in ")
			cites = append(cites, second)
		}
		names, notes = append(names, fmt.Sprintf("%+v", cites)), append(notes, cites)
	}
	return names, notes
}

// wordsNotes are footnotes of documents whose publication is in words, with the year of another field behind them.
func wordsNotes(t *testing.T) (names []string, notes [][]cite.Cite) {
	t.Helper()
	for _, kind := range []domain.DocumentKind{domain.Letter, domain.Article, domain.Book} {
		d := domain.Document{ID: "x", Title: "On the bay", Kind: kind, Authors: []string{"yard"}, Published: domain.Date{Value: date(t, "1922")},
			PublishedIn: domain.Publication{Text: "papers of the bay: an end, vell press, Vell, pp. 3-7"}}
		i, err := small(d).Document("x")
		if err != nil {
			t.Fatal(err)
		}
		names, notes = append(names, string(kind)+" in words"), append(notes, []cite.Cite{{Item: i, Paragraphs: "2"}})
	}
	return names, notes
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
