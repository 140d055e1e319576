package domain

import (
	"strings"
	"unicode"
)

// Blank reports whether nothing can be seen of a text: it is empty, or made of spaces of any kind,
// joiners, fillers and other characters that leave no mark (Default_Ignorable_Code_Point in the
// Unicode Character Database, and the empty pattern of Braille), of marks that have no letter to
// stand on, and of code points that are no characters.
func Blank(s string) bool {
	return strings.TrimFunc(s, unseen) == ""
}

func unseen(r rune) bool {
	const emptyBraille = '\u2800'
	return r == emptyBraille || unicode.IsSpace(r) || unicode.In(r, unicode.Z, unicode.C, unicode.M, unicode.Noncharacter_Code_Point, unicode.Variation_Selector,
		unicode.Other_Default_Ignorable_Code_Point)
}
