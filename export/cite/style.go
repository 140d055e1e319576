package cite

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Styles of footnote.
const (
	Chicago Style = "Chicago"
	MHRA    Style = "MHRA"
)

// Style is a way of writing footnotes.
type Style string

// Styles returns both styles.
func Styles() []Style { return []Style{Chicago, MHRA} }

// Title says which manual a style follows, and [Style.Edition] in which edition.
func (s Style) Title() string {
	if s == MHRA {
		return "MHRA Style Guide, " + s.Edition()
	}
	return "Chicago Manual of Style, " + s.Edition() + ", full note"
}

// Edition is the edition of the manual that a style follows.
func (s Style) Edition() string {
	if s == MHRA {
		return "4th edition"
	}
	return "17th edition"
}

// Cite is one source in a footnote, with the place in it and words before it.
type Cite struct {
	Item       Item
	Paragraphs string // "3, 5-7"; empty for the whole source
	Prefix     string // such as "mentioned in "
}

// Footnote writes a footnote of one or more sources. No source makes an empty one.
func (s Style) Footnote(cites ...Cite) Text {
	if len(cites) == 0 {
		return Text{}
	}
	note, m := chicagoNote, marks{outer: [2]string{"“", "”"}, inner: [2]string{"‘", "’"}, commaInside: true}
	if s == MHRA {
		note, m = mhraNote, marks{outer: [2]string{"‘", "’"}, inner: [2]string{"“", "”"}}
	}
	notes := make([]string, len(cites))
	var words []string
	for i, c := range cites {
		notes[i] = c.Prefix + note(c)
		words = append(words, slices.Repeat([]string{c.Item.words}, strings.Count(notes[i], asItIs))...)
	}
	text, stop := strings.Join(notes, "; "), "."
	if strings.HasSuffix(upright.Replace(text), asItIs) && strings.ContainsAny(last(words[len(words)-1]), ".!?") {
		stop = ""
	}
	return m.finish(text+stop, words)
}

// last is the last character of a text.
func last(s string) string {
	r, _ := utf8.DecodeLastRuneInString(s)
	return string(r)
}

// mostNames is how many names a footnote gives; of more it gives the first alone.
const mostNames = 3

// names lists corporate names; others are the words for all but the first.
func names(list []Name, others string) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = n.Literal
	}
	switch n := len(words); {
	case n > mostNames:
		return words[0] + " " + others
	case n == mostNames:
		return words[0] + ", " + words[1] + ", and " + words[2]
	}
	return strings.Join(words, " and ")
}

// heading is a title as it stands in a style: those of English texts get their capital letters.
func (i Item) heading(title string) string {
	if !i.capitals() {
		return title
	}
	return titleCase(title)
}

// capitals reports whether the styles write titles with capital letters, as they do in English.
func (i Item) capitals() bool { return i.Language == "" || strings.HasPrefix(i.Language, "en") }

// authors are the names of those who wrote it; others are the words for all but the first.
func (i Item) authors(others string) string { return names(i.Author, others) }

// kind is what sort of thing it is and to whom it is addressed.
func (i Item) kind(others string) string {
	return join(" ", i.Genre, wrap("to ", names(i.Recipient, others), ""))
}

// within is the whole that it stands in and who translated it: of an article the article, of a book the book.
func (i Item) within(translator string) string {
	if i.Type == Newspaper {
		return join(", ", translator, i.container())
	}
	return join(", ", i.container(), translator)
}

// container is the title of the whole that it stands in.
func (i Item) container() string {
	title := italic(i.heading(i.ContainerTitle))
	if i.words != "" && i.words == i.ContainerTitle {
		title = strings.Replace(italic(i.words), i.words, asItIs, 1)
	}
	switch i.Type {
	case Webpage:
		return upright.Replace(title)
	case Chapter, Dataset:
		return wrap("in ", title, "")
	}
	return title
}

// publisher is who brought it out.
func (i Item) publisher() string {
	if i.words != "" && i.words == i.Publisher {
		return asItIs
	}
	return i.Publisher
}

var yearNumber = regexp.MustCompile(`\d{3,}`)

// dateInWords reports whether the words that nobody has taken apart say the year too.
func (i Item) dateInWords() bool {
	years := yearNumber.FindAllString(i.Issued.words(dayFirst), -1)
	return len(years) > 0 && !slices.ContainsFunc(years, func(year string) bool { return !says(i.words, year) })
}

// title is the title of an item: in italics where it stands for itself as a book does, and so an article that is in no
// newspaper; upright for a treaty, and in quotation marks for all else.
func (i Item) title() string {
	heading := i.heading(i.Title)
	switch {
	case i.Type == Treaty:
		return heading
	case i.Type == Book, i.Type == Newspaper && i.ContainerTitle == "":
		return italic(heading)
	}
	return quoted(heading)
}

// undated is what a style writes for want of a date; it is silent for some types, and so for a letter that is in no archive
// and for words that may hold the date.
func (i Item) undated(silent ...Type) string {
	if i.words != "" || slices.Contains(silent, i.Type) || i.Type == Letter && i.Archive == "" {
		return ""
	}
	return "n.d."
}

// locator names the paragraphs cited; one and several are the label's two forms.
func (c Cite) locator(one, several string) string {
	if c.Paragraphs == "" {
		return ""
	}
	if strings.ContainsAny(c.Paragraphs, ",-–") {
		one = several
	}
	return one + " " + strings.ReplaceAll(c.Paragraphs, "-", "–")
}
