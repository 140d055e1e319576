package cite_test

import (
	"fmt"
	"testing"

	"pourparler/domain/edtf"
	"pourparler/export/cite"
	"pourparler/internal/golden"
)

func literal(names ...string) []cite.Name {
	var all []cite.Name
	for _, n := range names {
		all = append(all, cite.Name{Literal: n})
	}
	return all
}

func dated(t *testing.T, s string) *cite.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return cite.NewDate(d)
}

// note is one invented source and the paragraphs cited in it.
type note struct {
	name string
	cite cite.Cite
}

// invented are sources of every kind, with what makes footnotes hard.
func invented(t *testing.T) []note {
	town, yard, bay := literal("Town of Norrholm"), literal("Shipyard of Yasny"), literal("海湾委员会")
	letter := cite.Item{Type: cite.Letter, Genre: "letter", Author: town, Recipient: yard, Title: "Letter on a conference about the bay", Issued: dated(t, "1921-03-01")}
	with := func(change func(*cite.Item)) cite.Item {
		i := letter
		change(&i)
		return i
	}
	return []note{
		{"a letter", cite.Cite{Item: letter}},
		{"a letter, one paragraph", cite.Cite{Item: letter, Paragraphs: "4"}},
		{"a letter, several paragraphs", cite.Cite{Item: letter, Paragraphs: "4, 6-8"}},
		{"two authors", cite.Cite{Item: with(func(i *cite.Item) { i.Author = append(town, yard...); i.Recipient = bay })}},
		{"three authors", cite.Cite{Item: with(func(i *cite.Item) { i.Author = literal("A", "B", "C") })}},
		{"many authors and recipients", cite.Cite{Item: with(func(i *cite.Item) { i.Author, i.Recipient = literal("A", "B", "C", "D"), literal("E", "F", "G", "H") })}},
		{"no author", cite.Cite{Item: with(func(i *cite.Item) { i.Author, i.Recipient, i.Genre = nil, nil, "" })}},
		{"no date", cite.Cite{Item: with(func(i *cite.Item) { i.Issued = nil }), Paragraphs: "2"}},
		{"about a month", cite.Cite{Item: with(func(i *cite.Item) { i.Issued = dated(t, "1921-05~") })}},
		{"an uncertain year", cite.Cite{Item: with(func(i *cite.Item) { i.Issued = dated(t, "1921?") })}},
		{"a season", cite.Cite{Item: with(func(i *cite.Item) { i.Issued = dated(t, "1921-23") })}},
		{"days of a month", cite.Cite{Item: with(func(i *cite.Item) { i.Issued = dated(t, "1921-03-01/1921-03-04") })}},
		{"days of two months", cite.Cite{Item: with(func(i *cite.Item) { i.Issued = dated(t, "1921-03-30/1921-04-02") })}},
		{"months", cite.Cite{Item: with(func(i *cite.Item) { i.Issued = dated(t, "1921-03/1921-04") })}},
		{"years", cite.Cite{Item: with(func(i *cite.Item) { i.Issued = dated(t, "1921/1923") })}},
		{"by a day", cite.Cite{Item: with(func(i *cite.Item) { i.Issued = dated(t, "../1921-03-01") })}},
		{"from a day to a year", cite.Cite{Item: with(func(i *cite.Item) { i.Issued = dated(t, "1921-03-01/1922") })}},
		{"one of two days", cite.Cite{Item: with(func(i *cite.Item) { i.Issued = dated(t, "[1921-03-01,1921-03-02]") })}},
		{"a cable from an archive", cite.Cite{Item: with(func(i *cite.Item) {
			i.Genre, i.Archive, i.ArchiveLocation = "cable", "Norrholm Town Archive, Harbour Board", "E1:14"
		}), Paragraphs: "1"}},
		{"a letter in a newspaper", cite.Cite{Item: with(func(i *cite.Item) {
			i.Type, i.ContainerTitle, i.Page, i.Recipient, i.Genre = cite.Newspaper, "Bay Gazette (海湾报)", "1-2", nil, ""
		}), Paragraphs: "3"}},
		{"a Chinese letter", cite.Cite{Item: with(func(i *cite.Item) {
			i.Title, i.Author, i.Language = "关于海湾会议的信 [Letter on a conference about the bay]", bay, "zh-Hans"
		})}},
		{"an editorial without author", cite.Cite{Item: cite.Item{Type: cite.Newspaper, Title: "who owns the bay?", Genre: "editorial", ContainerTitle: "Bay Gazette", Issued: dated(t, "1921-03-05")}}},
		{"a letter in a book", cite.Cite{Item: with(func(i *cite.Item) {
			i.Type, i.ContainerTitle, i.Publisher, i.PublisherPlace, i.Page = cite.Chapter, "Papers of the Bay: the first year", "Bay Press", "Norrholm", "101-108"
			i.Issued, i.Recipient, i.Genre = dated(t, "1922"), nil, ""
		}), Paragraphs: "7"}},
		{"a letter in a book, whole", cite.Cite{Item: with(func(i *cite.Item) {
			i.Type, i.ContainerTitle, i.Publisher, i.Page = cite.Chapter, "Papers of the Bay", "Bay Press", "101-108"
			i.Issued, i.Recipient, i.Genre = dated(t, "1922"), nil, ""
		})}},
		{"a book", cite.Cite{Item: cite.Item{Type: cite.Book, Title: "The bay and its towns", Author: town, Publisher: "Bay Press", PublisherPlace: "Norrholm", Issued: dated(t, "1922~")}, Paragraphs: "12"}},
		{"a book without date or publisher", cite.Cite{Item: cite.Item{Type: cite.Book, Title: "Whose bay?"}}},
		{"a record of talks", cite.Cite{Item: cite.Item{Type: cite.Archival, Title: "Record of the talks of May 1921", Genre: "minutes", Author: town, Issued: dated(t, "1921-05"),
			Archive: "Norrholm Town Archive, vol.", ArchiveLocation: "E1:15"}, Paragraphs: "3, 5"}},
		{"a treaty", cite.Cite{Item: cite.Item{Type: cite.Treaty, Title: "Treaty of the Bay", Author: literal("Town of Norrholm", "Shipyard of Yasny"), Issued: dated(t, "1919-06")}}},
		{"a speech", cite.Cite{Item: cite.Item{Type: cite.Document, Title: "Words at the quay", Genre: "speech", Author: town, Issued: dated(t, "1921-04-01")}}},
		{"quotation in a title", cite.Cite{Item: with(func(i *cite.Item) { i.Title = "On the “free bay”" })}},
		{"single quotation in a title", cite.Cite{Item: with(func(i *cite.Item) { i.Title = "On the ‘free bay’ and the towns’ rights" })}},
		{"a view", cite.Cite{Item: cite.Item{Type: cite.Dataset, Title: "State of play on 1 April 1921 [track: Conference]", ContainerTitle: "The bay, 1919–1921, release 1.0.0",
			Issued: dated(t, "2026-11-22"), URL: "https://talks.example/bay/state?on=1921-04-01&track=conference"}}},
		{"a view with words of a reader", cite.Cite{Item: cite.Item{Type: cite.Dataset, Title: "Proposals [words: ‘bay-1921-03-01-talks’]", ContainerTitle: "The bay, 1919–1921, release 1.0.0",
			Language: "mul", Issued: dated(t, "2026-11-22"), URL: "https://talks.example/bay/proposals?text=bay-1921-03-01-talks"}}},
		{"an entry", cite.Cite{Item: cite.Item{Type: cite.Webpage, Title: "Norrholm, 1 March 1921: Conference", Genre: "proposal", ContainerTitle: "The bay, 1919–1921, release 1.0.0",
			Issued: dated(t, "2026-11-22"), URL: "https://talks.example/bay/proposals/x"}}},
		{"a letter without a date in an archive", cite.Cite{Item: with(func(i *cite.Item) { i.Issued, i.Archive = nil, "Norrholm Town Archive" }), Paragraphs: "2"}},
	}
}

// inventedNotes are the same, each with an id; the last is a footnote of two sources.
func inventedNotes(t *testing.T) (names []string, notes [][]cite.Cite) {
	t.Helper()
	for _, n := range invented(t) {
		n.cite.Item.ID = "only"
		names, notes = append(names, n.name), append(notes, []cite.Cite{n.cite})
	}
	first, second := notes[0][0], notes[23][0]
	first.Item.ID, second.Prefix = "first", "mentioned in "
	return append(names, "mentioned in another"), append(notes, []cite.Cite{first, second})
}

// TestNotes keeps the footnotes of invented sources, to be read by eye.
func TestNotes(t *testing.T) {
	names, notes := inventedNotes(t)
	var text []byte
	for i, cites := range notes {
		text = fmt.Appendf(text, "%s\n", names[i])
		for _, style := range cite.Styles() {
			text = fmt.Appendf(text, "  %s\n", style.Footnote(cites...).HTML)
		}
	}
	golden.Assert(t, "notes.txt", text)
}
