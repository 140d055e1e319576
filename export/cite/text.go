package cite

import (
	"html"
	"regexp"
	"strings"
	"unicode"
)

// Marks that stand in a footnote while it is put together; [marks.finish] turns them into what the reader sees. No input
// has them, see [typographic].
const (
	italicOn  = "\x01"
	italicOff = "\x02"
	quoteOn   = "\x03"
	quoteOff  = "\x04"
	closes    = "\x05" // before a mark that closes a quotation, and is no apostrophe
	asItIs    = "\x06" // in the place of words that stay as they are
)

// marks is how a style quotes: the outer and the inner pair, and whether a comma goes inside the closing mark.
type marks struct {
	outer, inner [2]string
	commaInside  bool
}

// Text is a footnote as plain text and as HTML with italics, both ready to copy.
type Text struct {
	Plain string
	HTML  string
}

// italic slants words, but not those in a script that has no italics, such as Chinese.
func italic(s string) string {
	if !strings.ContainsFunc(s, slants) {
		return s
	}
	return italicOn + s + italicOff
}

func slants(r rune) bool {
	return r == '-' || r >= '0' && r <= '9' ||
		unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic, unicode.Thai)
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return quoteOn + s + quoteOff
}

// join puts a delimiter between the parts that are not empty.
func join(delimiter string, parts ...string) string {
	var full []string
	for _, p := range parts {
		if p != "" {
			full = append(full, p)
		}
	}
	return strings.Join(full, delimiter)
}

// wrap puts words around s unless it is empty.
func wrap(before, s, after string) string {
	if s == "" {
		return ""
	}
	return before + s + after
}

var (
	commaAfterQuotes = regexp.MustCompile("((?:" + closes + "[’”]|" + quoteOff + "|" + italicOff + ")*(?:" + closes + "[’”]|" +
		quoteOff + ")" + italicOff + "?)([,.])")
	stopAfterMark = regexp.MustCompile("([!?]" + italicOff + "?)[.]$")
	fullStops     = regexp.MustCompile(`\.((?:[’”` + quoteOff + italicOff + closes + `])*)\.`)
)

var (
	upright = strings.NewReplacer(italicOn, "", italicOff, "")
	slanted = strings.NewReplacer(italicOn, "<i>", italicOff, "</i>")
)

// finish makes a footnote of text with marks; words are what stands at each [asItIs].
func (m marks) finish(s string, words []string) Text {
	s = m.level(s)
	if m.commaInside {
		s = commaAfterQuotes.ReplaceAllString(s, "$2$1")
	}
	s = fullStops.ReplaceAllString(s, ".$1")
	s = stopAfterMark.ReplaceAllString(s, "$1")
	s = strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(s, quoteOn, m.outer[0]), quoteOff, m.outer[1]), closes, "")
	plain := upright.Replace(s)
	markup := slanted.Replace(html.EscapeString(s))
	for _, w := range words {
		plain = strings.Replace(plain, asItIs, w, 1)
		markup = strings.Replace(markup, asItIs, html.EscapeString(w), 1)
	}
	return Text{Plain: plain, HTML: markup}
}
