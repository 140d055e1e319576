package dossier

import (
	"fmt"
	"strings"
	"unicode"
)

// excerptWidth is how many characters of a line an excerpt shows.
const excerptWidth = 100

// excerpt returns the line with its number, and a caret below the column, which counts characters
// from 1.
func excerpt(runes []rune, number, column int) string {
	at := column - 1
	before, after := "", ""
	if at > excerptWidth*3/4 && len(runes) > excerptWidth {
		cut := min(at-excerptWidth/2, len(runes)-excerptWidth)
		runes, at, before = runes[cut:], at-cut, "..."
	}
	if len(runes) > excerptWidth {
		runes, after = runes[:excerptWidth], "..."
	}
	margin := fmt.Sprintf("%5d | ", number)
	blank := strings.Repeat(" ", len(margin)-2) + "| "
	shown := printable(runes)
	return margin + before + string(shown) + after + "\n" + blank + underline(before, shown, at) + "^"
}

// printable replaces what a terminal would act upon.
func printable(runes []rune) []rune {
	shown := make([]rune, len(runes))
	for i, r := range runes {
		shown[i] = r
		if unfit(r) && r != '\t' {
			shown[i] = unicode.ReplacementChar
		}
	}
	return shown
}

// underline returns the space before the caret: tabs kept, two columns under a wide character.
func underline(before string, runes []rune, at int) string {
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", len(before)))
	for i := range at {
		switch {
		case i >= len(runes):
			b.WriteByte(' ')
		case runes[i] == '\t':
			b.WriteByte('\t')
		default:
			b.WriteString(strings.Repeat(" ", widthOf(runes[i])))
		}
	}
	return b.String()
}

// width returns how many columns a text takes up.
func width(s string) int {
	n := 0
	for _, r := range s {
		n += widthOf(r)
	}
	return n
}

// widthOf returns how many columns a character takes up in a terminal: after Unicode Standard
// Annex 11, by block and not by character, which is near enough for a caret.
func widthOf(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r < 0x1100:
		return 1
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return 2
	case r >= 0x3000 && r <= 0x303f, r >= 0xff01 && r <= 0xff60, r >= 0x1f300 && r <= 0x1faff:
		return 2
	}
	return 1
}
