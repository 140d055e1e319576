package cite

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// level gives the quotation marks inside a quoted title the pair that belongs to their depth. Outside quoted titles they
// stay as they are.
func (m marks) level(s string) string {
	var out strings.Builder
	depth := 0 // 0 is outside a quoted title
	var open []rune
	runes := []rune(s)
	for i, r := range runes {
		apostrophe := r == '’' && (len(open) == 0 || open[len(open)-1] != '‘' || i+1 < len(runes) && unicode.IsLetter(runes[i+1]))
		switch {
		case string(r) == quoteOn:
			depth, open = 1, nil
		case string(r) == quoteOff:
			depth = 0
		case apostrophe:
		case r == '“' || r == '‘':
			open = append(open, r)
			r = m.at(depth, len(open), r, 0)
		case (r == '”' || r == '’') && len(open) > 0:
			r = m.at(depth, len(open), r, 1)
			open = open[:len(open)-1]
			out.WriteString(closes)
		}
		out.WriteRune(r)
	}
	return out.String()
}

// at is the mark of a pair in a quoted title, at a level of quotation within it; elsewhere it is the mark given.
func (m marks) at(title, level int, given rune, side int) rune {
	if title == 0 {
		return given
	}
	pair := m.inner
	if level%2 == 0 {
		pair = m.outer
	}
	r, _ := utf8.DecodeRuneInString(pair[side])
	return r
}

// foreign are the quotation marks of other languages, as pairs; in a title they become ours, as both manuals want it.
// Those of Chinese and Japanese stay: no one takes them for ours.
var foreign = []struct {
	marks *regexp.Regexp
	ours  string
}{
	{regexp.MustCompile(`„([^„“”]*)[“”]`), "“$1”"},
	{regexp.MustCompile(`‚([^‚‘’]*)[‘’]`), "‘$1’"},
	{regexp.MustCompile(`«\s*([^«»]*?)\s*»|»([^«»]*)«`), "“$1$2”"},
	{regexp.MustCompile(`‹\s*([^‹›]*?)\s*›|›([^‹›]*)‹`), "‘$1$2’"},
}

// ourQuotes writes the quotation marks of other languages as ours.
func ourQuotes(s string) string {
	for _, f := range foreign {
		s = f.marks.ReplaceAllString(s, f.ours)
	}
	return s
}

var (
	opening = regexp.MustCompile(`(^|[\s(\[“‘–—])(["'])`)
	control = regexp.MustCompile(`[\x00-\x1f]+`)
)

// spaced writes any white space as one space.
func spaced(s string) string {
	return strings.Join(strings.Fields(control.ReplaceAllString(s, " ")), " ")
}

// typographic writes straight quotation marks and apostrophes as printers do, and any white space as one space.
func typographic(s string) string {
	s = opening.ReplaceAllStringFunc(spaced(s), func(m string) string {
		return m[:len(m)-1] + map[byte]string{'"': "“", '\'': "‘"}[m[len(m)-1]]
	})
	return strings.ReplaceAll(strings.ReplaceAll(s, `"`, "”"), "'", "’")
}
