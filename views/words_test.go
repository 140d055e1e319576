package views_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"pourparler/domain/table"
	"pourparler/internal/need"
)

// wordsInScript runs the script of copies over texts that come as JSON, and prints the words of each as JSON.
const wordsInScript = `const window = {};
eval(require("fs").readFileSync("assets/words.js", "utf8"));
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map(window.pourparlerWords.words)));`

// scriptWords returns the words of texts by the script.
func scriptWords(t testing.TB, texts []string) (words [][]string) {
	t.Helper()
	in, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(need.Program(t, "node", "nodejs"), "-e", wordsInScript)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &words); err != nil {
		t.Fatal(err)
	}
	return words
}

// TestWordsInScript holds the search of copies to that of the site: on the table of texts, on every character by itself
// and after a letter, and on random texts. Characters newer than the Unicode of this Go are left out.
func TestWordsInScript(t *testing.T) {
	var rows [][2]any
	data, err := os.ReadFile("../domain/table/testdata/words.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, row := range rows {
		texts = append(texts, row[0].(string))
	}
	for r := range unicode.MaxRune {
		if unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cc, unicode.Cf) {
			texts = append(texts, string(r)+" e"+string(r)+" か"+string(r))
		}
	}
	some := rapid.StringOf(rapid.OneOf(rapid.RuneFrom([]rune("aİßéẹ\u0301\u0345Σςµ–ίЁïאשָׁאّآか\u3099한ᄒक़豈Đﬁ1 -")),
		rapid.RuneFrom(nil, unicode.L, unicode.M, unicode.N), rapid.RuneFrom(nil, unicode.Mn)))
	for seed := range 5_000 {
		texts = append(texts, some.Example(seed))
	}
	for i, words := range scriptWords(t, texts) {
		if diff := cmp.Diff(table.Words(texts[i]), words, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("words of %q (-site +script):\n%s", texts[i], diff)
		}
	}
}
