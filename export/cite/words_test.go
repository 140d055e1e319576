package cite_test

import (
	"encoding/json"
	"fmt"
	"html"
	"math/rand/v2"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/export/cite"
)

// inWords are documents whose publication is in words that nobody has taken apart, put together at random, the same ones in
// each run, with the item of each.
func inWords(t *testing.T, count int) (words []string, items []cite.Item) {
	t.Helper()
	random := rand.New(rand.NewPCG(1921, 1964))
	for n := range count {
		d := anyInWords(t, random, fmt.Sprintf("x%d", n))
		i, err := small(d).Document(d.ID)
		if err != nil {
			t.Fatal(err)
		}
		words, items = append(words, d.PublishedIn.Text), append(items, i)
	}
	return words, items
}

func anyInWords(t *testing.T, r *rand.Rand, id string) domain.Document {
	t.Helper()
	pieces := []string{"papers", "of", "the bay,", "Vell Press,", "Vell,", "1922,", "pp. 3-7, 9", "vol. ii", "“Bay”,", `"Bay",`, "town's", "‘so’.", "a--b", "---", "''", "``", "`",
		"{x}", "A & B", "50%", "$3", "<b>", "„so“", "«so»", "海湾报", "1921-1924", "no. 3 / 4", "who? ", "stop!", "etc.", ";", "x:", "1923", "ed. by a. b.", "~", `\x`, "^2", "#1", "d'être"}
	text := pick(r, pieces...)
	for range r.IntN(8) {
		text += " " + pick(r, pieces...)
	}
	published := domain.Date{}
	if given := pick(r, "", "1922", "1922-03-14", "1921", "1922~", "1921/1924", "../1923-05-01", "-0043"); given != "" {
		published.Value = date(t, given)
	}
	return domain.Document{ID: id, Title: "Letter", Kind: pick(r, domain.Letter, domain.Article, domain.Book, domain.Minutes, domain.Treaty), Published: published, Held: true,
		Edition: domain.Edition{Language: pick(r, "", "en", "zh-Hans")}, PublishedIn: domain.Publication{Text: strings.Join(strings.Fields(text), " ")}}
}

var fourDigits = regexp.MustCompile(`\d{4}`)

// TestWords: words that nobody has taken apart stand in every footnote letter for letter, and a year that they say is not
// said again.
func TestWords(t *testing.T) {
	words, items := inWords(t, 500)
	for n, i := range items {
		for _, style := range cite.Styles() {
			note := style.Footnote(cite.Cite{Item: i, Paragraphs: []string{"", "3"}[n%2]})
			if !strings.Contains(note.Plain, words[n]) || !strings.Contains(note.HTML, html.EscapeString(words[n])) {
				t.Errorf("%s changes %q:\n %s\n %s", style, words[n], note.Plain, note.HTML)
			}
			around := strings.Replace(note.Plain, words[n], "", 1)
			for _, year := range fourDigits.FindAllString(words[n], -1) {
				if strings.Contains(around, year) && yearsIn(i, words[n]) {
					t.Errorf("%s says %s again: %s", style, year, note.Plain)
				}
			}
			if strings.Contains(around, "n.d.") || strings.HasSuffix(note.Plain, "..") {
				t.Errorf("%s: %s", style, note.Plain)
			}
		}
	}
}

// yearsIn reports whether words say every year of an item's date.
func yearsIn(i cite.Item, words string) bool {
	for _, year := range fourDigits.FindAllString(i.Issued.EDTF(), -1) {
		if !strings.Contains(words, year) {
			return false
		}
	}
	return true
}

// TestWordsInFiles: and so they do in each file and page, as pandoc, citation-js and the parser of Zotero's add-on read it. Readers
// have quotation marks of their own.
func TestWordsInFiles(t *testing.T) {
	words, items := inWords(t, 150)
	for n, i := range items {
		if !strings.Contains(written(".ris", i), "  - "+words[n]+"\r\n") {
			t.Errorf(".ris changes %q:\n%s", words[n], written(".ris", i))
		}
		var read []struct {
			Publisher string
			Container string `json:"container-title"`
		}
		if err := json.Unmarshal([]byte(written(".csl.json", i)), &read); err != nil || unmarked(read[0].Container+read[0].Publisher) != words[n] {
			t.Errorf(".csl.json changes %q: %+v, %v", words[n], read, err)
		}
		if v, err := url.ParseQuery(i.COinS("")); err != nil || v.Get("rft.btitle") != words[n] && v.Get("rft.source") != words[n] && v.Get("rft.publisher") != words[n] {
			t.Errorf("COinS changes %q: %v", words[n], v)
		}
	}
	var read []pandocItem
	if err := json.Unmarshal(pandoc(t, bib(t, items...), "-f", "biblatex", "-t", "csljson"), &read); err != nil {
		t.Fatal(err)
	}
	plain := strings.NewReplacer("‘", "'", "’", "'", "“", "'", "”", "'", `"`, "'", "`", "'")
	for n, i := range read {
		if got, want := plain.Replace(i.Container+i.Publisher), plain.Replace(words[n]); got != want {
			t.Errorf("pandoc reads %q of %q", got, want)
		}
	}
	for _, addon := range []bool{false, true} {
		for n, i := range readBack(t, items, ".bib", addon) {
			if got := unmarked(i.Container + i.Publisher); got != words[n] {
				t.Errorf("add-on %v: %q is read of %q", addon, got, words[n])
			}
		}
	}
}

// TestPartsOnce: of a publication in parts each part stands at most once in a footnote, and the year once.
func TestPartsOnce(t *testing.T) {
	for some := range 1 << 5 {
		part := func(n int, s string) string {
			if some&(1<<n) == 0 {
				return ""
			}
			return s
		}
		in := domain.Publication{Title: part(0, "Papers of the Bay"), Publisher: part(1, "Bay Press"), Place: part(2, "Vell"), Pages: part(3, "113-117"), Date: date(t, "1922")}
		d := domain.Document{ID: "x", Title: "T", Kind: domain.Letter, Held: true, PublishedIn: in}
		if part(4, "published") != "" {
			d.Published.Value = date(t, "1922")
		}
		for _, style := range cite.Styles() {
			note := style.Footnote(sources(t, small(d), domain.SectionDocuments, "x")...).Plain
			for _, p := range []string{in.Title, in.Publisher, in.Place, "113"} {
				if p != "" && strings.Count(note, p) > 1 {
					t.Errorf("%s says %s twice: %s", style, p, note)
				}
			}
			if n := strings.Count(note, "1922"); n != 1 && in.Title+in.Publisher != "" {
				t.Errorf("%s says the year %d times: %s", style, n, note)
			}
		}
	}
}

// TestWordsWithParts: what stands beside words is said once, and the words of a document printed in another are in the note.
func TestWordsWithParts(t *testing.T) {
	letter := domain.Document{ID: "x", Title: "T", Kind: domain.Letter, Held: true, PublishedIn: domain.Publication{Text: "Papers, p. 13, Vell", Pages: "3", Date: date(t, "1922")}}
	if got, want := cite.MHRA.Footnote(sources(t, small(letter), domain.SectionDocuments, "x")...).Plain, "‘T’, in Papers, p. 13, Vell (1922), p. 3."; got != want {
		t.Errorf("footnote = %q, want %q", got, want)
	}
	letter.PublishedIn.Text = "Papers, 1922, p. 3"
	if got, want := cite.MHRA.Footnote(sources(t, small(letter), domain.SectionDocuments, "x")...).Plain, "‘T’, in Papers, 1922, p. 3."; got != want {
		t.Errorf("footnote = %q, want %q", got, want)
	}
	book := domain.Document{ID: "book", Title: "All papers", Kind: domain.Book, PublishedIn: domain.Publication{Text: "at vell, 1923"}}
	letter.Printed = []domain.Printing{{In: "book", Pages: "8"}}
	i := sources(t, small(letter, book), domain.SectionDocuments, "x")
	if got, want := cite.Chicago.Footnote(i...).Plain, "“T,” in All Papers (at vell, 1923, 1922), 8."; got != want {
		t.Errorf("footnote = %q, want %q", got, want)
	}
	if got, want := i[0].Item.Note, "Published in: Papers, 1922, p. 3."; got != want {
		t.Errorf("note = %q, want %q", got, want)
	}
	letter.PublishedIn = domain.Publication{}
	if got := sources(t, small(letter, book), domain.SectionDocuments, "x")[0].Item.Note; got != "" {
		t.Errorf("note = %q of a letter that only the book says where it was published", got)
	}
}
