package compare_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"pourparler/domain/compare"
)

func TestWords(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"", nil},
		{" – ; …", nil},
		{"The CPSU’s letter", []string{"the", "cpsu", "s", "letter"}},
		{"1964-07-30", []string{"1964", "07", "30"}},
		{"北京 Peking", []string{"北", "京", "peking"}},
		{"before北京after", []string{"before", "北", "京", "after"}},
		{"Ґ e\u0301 Ü", []string{"ґ", "e\u0301", "ü"}},
		{"at the end", []string{"at", "the", "end"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, compare.Words(tt.text), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("Words(%q) (-want +got):\n%s", tt.text, diff)
		}
	}
}

// TestWordsProperties holds the words to their definition, of any text.
func TestWordsProperties(t *testing.T) {
	texts := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("aZ9é鄧京-, \u0301\u2028ǅ"))))
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.ToValidUTF8(texts.Draw(rt, "text"), "")
		var apart strings.Builder
		for _, r := range text {
			if unicode.Is(unicode.Han, r) {
				apart.WriteString(" " + string(r) + " ")
			} else {
				apart.WriteRune(r)
			}
		}
		want := strings.FieldsFunc(apart.String(), func(r rune) bool {
			return !unicode.Is(unicode.Han, r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
		})
		for i, word := range want {
			want[i] = strings.ToLower(word)
		}
		if diff := cmp.Diff(want, compare.Words(text), cmpopts.EquateEmpty()); diff != "" {
			rt.Fatalf("Words(%q) (-want +got):\n%s", text, diff)
		}
		for word := range compare.EachWord(text) {
			if word != want[0] {
				rt.Fatalf("the first word of %q is %q, want %q", text, word, want[0])
			}
			break
		}
		if !slices.Equal(compare.Words(text), slices.Collect(compare.EachWord(text))) {
			rt.Fatalf("the words of %q come differently one by one", text)
		}
	})
}
