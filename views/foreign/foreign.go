// Package foreign finds in words the passages that a page must mark: those that are read from the right, which would
// trade places with a date beside them, and those in a script whose glyphs and voice depend on the language.
package foreign

import (
	"unicode"
	"unicode/utf8"
)

// Passage is a part of a text, as bytes from Start to End.
type Passage struct {
	Start, End int
	RightLeft  bool
	Lang       string // as far as the script tells it, or ""
}

// script is what letters of a passage have in common.
type script uint8

const (
	neutral   script = iota // no letter: it belongs to whatever is around it
	common                  // read from the left, in whatever language the page is
	rightLeft               // of Hebrew, Arabic and their like
	eastAsian               // of Chinese, Japanese and Korean
)

var rightToLeft = []*unicode.RangeTable{unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko,
	unicode.Samaritan, unicode.Mandaic, unicode.Adlam, unicode.Hanifi_Rohingya}

var eastern = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo}

func scriptOf(r rune) script {
	switch {
	case r < 0x590: // Latin, Greek, Cyrillic, Armenian
		if unicode.IsLetter(r) {
			return common
		}
		return neutral
	case unicode.In(r, eastern...), 0x3001 <= r && r <= 0x303F, 0xFF01 <= r && r <= 0xFF60: // and their punctuation
		return eastAsian
	case unicode.IsLetter(r) && unicode.In(r, rightToLeft...):
		return rightLeft
	case unicode.IsLetter(r):
		return common
	}
	return neutral
}

// Passages returns the passages of a text. Signs, figures and spaces between two words of a passage are part of it; those
// at its ends are not.
func Passages(s string) (all []Passage) {
	if !May(s) {
		return nil
	}
	at := neutral // the script of the passage under way
	for i, r := range s {
		now := scriptOf(r)
		switch {
		case now == neutral:
		case now == common:
			at = common
		case now == at:
			all[len(all)-1].take(i, r)
		default:
			at = now
			all = append(all, Passage{Start: i, RightLeft: now == rightLeft})
			all[len(all)-1].take(i, r)
		}
	}
	return all
}

// take makes a passage reach to a letter, which may tell its language.
func (p *Passage) take(at int, r rune) {
	p.End = at + utf8.RuneLen(r)
	switch {
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		p.Lang = "ja"
	case unicode.Is(unicode.Hangul, r):
		p.Lang = "ko"
	case unicode.Is(unicode.Han, r) && p.Lang == "":
		p.Lang = "zh"
	}
}

// firstForeign is the least first byte, in UTF-8, of a character of those scripts; typographic signs alone begin with
// another that is greater.
const (
	firstForeign     = 0xD6
	typographicSigns = 0xE2
)

// May reports whether a text may have such a passage. It is quick, and mostly says no.
func May[T string | []byte](s T) bool {
	for i := range len(s) {
		if s[i] >= firstForeign && s[i] != typographicSigns {
			return true
		}
	}
	return false
}

// Isolated returns a text in which each passage that is read from the right stands between the signs by which Unicode
// keeps it apart (FSI and PDI): for where no element can.
func Isolated(s string) string {
	var out []byte
	done := 0
	for _, p := range Passages(s) {
		if p.RightLeft {
			out = append(out, s[done:p.Start]+"\u2068"+s[p.Start:p.End]+"\u2069"...)
			done = p.End
		}
	}
	if out == nil {
		return s
	}
	return string(append(out, s[done:]...))
}
