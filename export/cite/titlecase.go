package cite

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// small are the words that a title in English keeps in lower case, except at its ends and after a colon: articles,
// conjunctions and prepositions, as CSL has them.
var small = strings.Fields(`a an and or nor so yet the about above across afore after against al along alongside amid
amidst among amongst anenst apropos apud around as aside astride at athwart atop barring before behind below beneath beside
besides between beyond but by c ca circa d' de despite down during et except for forenenst from given in inside into lest
like modulo near next notwithstanding of off on onto out over per plus pro qua sans since than through throughout thruout
till to toward towards under underneath until unto up upon v v. van versus vs vs. via vis-à-vis von with within without`)

// between reports whether a rune parts the words of a title.
func between(r rune) bool {
	return strings.ContainsRune(`-‘’“”–—/.,;?!:"'[]()`, r) || unicode.IsSpace(r)
}

// titling is a title on its way to English capitals: its words, and the mark after each. quotes are the words before the
// quotation marks that are open.
type titling struct {
	words  []string
	given  []string
	marks  []string
	quotes []int
	last   int // the last word, or -1
}

// titleCase writes a title in the English way: all words but small ones begin with a capital letter. A word that has one
// already stays as it is, and so does what follows an apostrophe.
func titleCase(s string) string {
	t := splitTitle(s)
	first, fresh, before := true, false, -1 // the mark before these words
	for i, word := range t.words {
		if word != "" {
			t.words[i] = cased(word, first || fresh)
			first, fresh, t.last = false, false, i
		}
		if strings.TrimSpace(t.marks[i]) == "" && i < len(t.words)-1 {
			continue
		}
		if before >= 0 {
			t.mind(before)
		}
		before, fresh = i, fresh || slices.Contains([]string{"!", "?", ":"}, t.marks[i])
	}
	for _, i := range t.quotes {
		t.restore(i)
	}
	return t.String()
}

func splitTitle(s string) *titling {
	t := &titling{last: -1}
	for at := strings.IndexFunc(s, between); at >= 0; at = strings.IndexFunc(s, between) {
		_, size := utf8.DecodeRuneInString(s[at:])
		t.words, t.marks = append(t.words, s[:at]), append(t.marks, s[at:at+size])
		s = s[at+size:]
	}
	t.words, t.marks = append(t.words, s), append(t.marks, "")
	t.given = slices.Clone(t.words)
	return t
}

// mind looks at the mark after word i: the word behind an apostrophe, and the one behind an opening quotation mark that
// another one cuts short, are as they were.
func (t *titling) mind(i int) {
	closer := map[string]string{"“": "”", "‘": "’"}
	top := len(t.quotes) - 1
	switch mark := t.marks[i]; {
	case closer[mark] != "" && (top < 0 || t.marks[t.quotes[top]] == mark):
		t.quotes = append(t.quotes, i)
	case closer[mark] != "":
		t.restore(t.quotes[top])
		t.quotes[top] = i
	case mark != "”" && mark != "’":
	case top >= 0 && closer[t.marks[t.quotes[top]]] == mark:
		t.quotes = t.quotes[:top]
	default:
		t.restore(i)
	}
}

func (t *titling) restore(i int) {
	t.words[i+1], t.last = t.given[i+1], -1
}

// String joins the title again; its last word has a capital letter even if it is small.
func (t *titling) String() string {
	if t.last >= 0 && utf8.RuneCountInString(t.words[t.last]) > 1 && isSmall(t.words[t.last]) {
		t.words[t.last] = capital(t.words[t.last])
	}
	var out strings.Builder
	for i, word := range t.words {
		out.WriteString(word + t.marks[i])
	}
	return out.String()
}

func isSmall(word string) bool { return slices.Contains(small, strings.ToLower(word)) }

func cased(word string, must bool) string {
	leave := utf8.RuneCountInString(word) == 1 || isSmall(word)
	if leave && !must || word != strings.ToLower(word) {
		return word
	}
	return capital(word)
}

func capital(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}
