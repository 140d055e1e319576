package cite

import (
	"strings"
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

// Title says which edition of which manual a style follows.
func (s Style) Title() string {
	if s == MHRA {
		return "MHRA Style Guide, 4th edition"
	}
	return "Chicago Manual of Style, 17th edition, full note"
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
	for i, c := range cites {
		notes[i] = c.Prefix + note(c)
	}
	return m.finish(strings.Join(notes, "; ") + ".")
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
	if i.Language != "" && !strings.HasPrefix(i.Language, "en") {
		return title
	}
	return titleCase(title)
}

// title is the title of an item, in italics for a book and in quotation marks for all else.
func (i Item) title() string {
	if i.Type == Book {
		return italic(i.heading(i.Title))
	}
	return quoted(i.heading(i.Title))
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
