package table_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"pourparler/domain/fold"
	"pourparler/domain/table"
)

// TestWords holds the words of texts to a table that the script of published copies is held to as well.
func TestWords(t *testing.T) {
	data, err := os.ReadFile("testdata/words.json")
	if err != nil {
		t.Fatal(err)
	}
	var texts [][2]any
	if err := json.Unmarshal(data, &texts); err != nil || len(texts) == 0 {
		t.Fatalf("%d texts, %v", len(texts), err)
	}
	for _, row := range texts {
		text := row[0].(string)
		var want []string
		for _, word := range row[1].([]any) {
			want = append(want, word.(string))
		}
		if diff := cmp.Diff(want, table.Words(text), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("Words(%q) (-want +got):\n%s", text, diff)
		}
	}
}

// TestWordsProperties holds the words to their definition, of any text.
func TestWordsProperties(t *testing.T) {
	texts := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("aZ9é鄧京-, \u0301\u2028ǅかा"))))
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
			want[i] = fold.Word(word)
		}
		want = slices.DeleteFunc(want, func(word string) bool { return word == "" })
		if diff := cmp.Diff(want, table.Words(text), cmpopts.EquateEmpty()); diff != "" {
			rt.Fatalf("Words(%q) (-want +got):\n%s", text, diff)
		}
		for word := range table.EachWord(text) {
			if word != want[0] {
				rt.Fatalf("the first word of %q is %q, want %q", text, word, want[0])
			}
			break
		}
		if !slices.Equal(table.Words(text), slices.Collect(table.EachWord(text))) {
			rt.Fatalf("the words of %q come differently one by one", text)
		}
	})
}
