// Package fold says which written words are the same word to whoever looks for one: however its letters are stored,
// with capitals or without, with accents or without.
//
// The rule, which the published copy follows in its own script (views/assets/words.js):
//
//  1. Letters are taken apart from their marks (Unicode's NFD).
//  2. Marks go, except where they follow a letter of a script in which they are no accents but part of the word, such as
//     the vowels of Devanagari or the dots of kana. Scripts whose marks go are Latin, Greek and Cyrillic, and Hebrew and
//     Arabic, whose points and vowels most writers leave out.
//  3. Letters become small ones by Unicode's full case folding: ß is ss, ς is σ; İ, I and ı are all i, since no text says
//     of a word whether it is Turkish.
//  4. Letters that plain keyboards lack and that have no mark to lose become what is written for them: đ is d, ł is l, ø is
//     o, æ is ae.
//  5. What is left is put together again (NFC).
//
// Letters that only look alike or say the same in another script stay apart, as do traditional and simplified Chinese
// characters.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Word returns the form that a word, a run of letters, marks and digits, has in common with all that are the same word.
func Word(word string) string {
	if isASCII(word) {
		return strings.ToLower(word)
	}
	var folded []byte
	kept := false // the marks that follow
	for _, r := range norm.NFD.String(word) {
		letter := unicode.ToLower(unicode.ToUpper(r))
		switch {
		case !unicode.IsMark(r):
			kept = unicode.IsLetter(letter) && !unicode.In(letter, accented...)
		case !kept:
			continue
		}
		if letters, ok := replaced[letter]; ok {
			folded = append(folded, letters...)
		} else {
			folded = utf8.AppendRune(folded, letter)
		}
	}
	return string(norm.NFC.Bytes(folded))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// accented are the scripts whose marks go. Chinese characters have none but selectors of how they are drawn.
var accented = []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic, unicode.Han}

// replaced are the small letters that become several, or others. Of case folding only those are named that a letter
// taken apart can still be (CaseFolding.txt, status F); scripts in browsers have the others by themselves.
var replaced = map[rune]string{
	'đ': "d", 'ð': "d", 'ħ': "h", 'ł': "l", 'ø': "o", 'ŧ': "t", 'þ': "th", 'æ': "ae", 'œ': "oe",

	'ß': "ss", 'ẞ': "ss", 'ŉ': "ʼn", 'ẚ': "aʾ", 'և': "եւ",
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st",
	'ﬓ': "մն", 'ﬔ': "մե", 'ﬕ': "մի", 'ﬖ': "վն", 'ﬗ': "մխ",
}
