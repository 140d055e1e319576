package fold_test

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"pourparler/domain/fold"
)

// subscript is the iota below a Greek letter. It is a mark, and goes; in capitals it may be written as a letter beside it,
// and stays.
const subscript = '\u0345'

// TestCase wants every letter to be the same as all that differ from it in case alone, and each form to be its own.
func TestCase(t *testing.T) {
	for r := range unicode.MaxRune {
		word := fold.Word(string(r))
		if r == subscript || unicode.SimpleFold(r) == subscript {
			continue
		}
		if other := unicode.SimpleFold(r); fold.Word(string(other)) != word {
			t.Errorf("Word(%q) = %q, but Word(%q) = %q", r, word, other, fold.Word(string(other)))
		}
		if again := fold.Word(word); again != word {
			t.Errorf("Word(%q) = %q, and of that %q", r, word, again)
		}
	}
}

// TestForms wants a word to be the same however its letters are stored and whether or not it is in capitals.
func TestForms(t *testing.T) {
	letters := rapid.SampledFrom([]rune("aIiıİßẞſéẹ\u0301\u0323\u0308σςΣΐάйЁїאשָאّآかが\u3099한ᄒㅏक़\u093c和豈Đđﬁ1"))
	words := rapid.OneOf(rapid.StringOf(letters), rapid.StringOf(rapid.RuneFrom(nil, unicode.L, unicode.M, unicode.Nd)))
	rapid.Check(t, func(rt *rapid.T) {
		word := strings.ReplaceAll(words.Draw(rt, "word"), string(subscript), "")
		want := fold.Word(word)
		for name, other := range map[string]string{"NFC": norm.NFC.String(word), "NFD": norm.NFD.String(word),
			"capitals": strings.ToUpper(word), "small letters": strings.ToLower(word), "itself": want} {
			if got := fold.Word(other); got != want {
				rt.Fatalf("Word(%q) = %q, but of its form in %s, %q, it is %q", word, want, name, other, got)
			}
		}
	})
}
