package dossier

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
)

// titles returns the titles of tracks in a YAML text, or why it is refused.
func titles(text string) ([]string, error) {
	d, err := ReadLoosely(fstest.MapFS{
		"dossier.yaml": {Data: []byte("dossier: {id: test, title: Test}\n")},
		"tracks.yaml":  {Data: []byte(text)},
	})
	if err != nil {
		return nil, err
	}
	var all []string
	for _, t := range d.Tracks {
		all = append(all, t.Title)
	}
	return all, nil
}

// TestScalars reads texts that parsers have got wrong, and such as a lost line leaves behind. What is
// wanted of a text that is refused is a part of the reason.
func TestScalars(t *testing.T) {
	const swallowed, goesOn = "looks like a part of the record", "goes on with the text above it"
	tests := []struct{ name, yaml, want, refused string }{
		{"a tab within a plain text", "North\tHarbour", "", "U+0009 is a tab"},
		{"a tab in quotes", "\"North\tHarbour\"", "", "U+0009 is a tab"},
		{"a tab before a comment", "Harbour\t# north", "", "U+0009 is a tab"},
		{"a folded block that ends in one character", ">-\n    one two\n    3", "one two 3", ""},
		{"a folded block of one character", ">-\n    x", "x", ""},
		{"a literal block that ends in one character", "|-\n    one two\n    3", "one two\n3", ""},
		{"a literal block without a last line break", "|\n    one\n    x", "one\nx", ""},
		{"a block with an indentation of its own", "|2-\n      one\n     x", "  one\n x", ""},
		{"a plain text over two lines", "one\n    two", "", goesOn},
		{"a plain text over a list", "one\n    - two", "", goesOn},
		{"a plain text over an empty line", "one\n\n    two", "", goesOn},
		{"a text in quotes over two lines", "\"one\n    two\"", "one two", ""},
		{"a text in quotes over a list", "\"one\n    - two\"", "one - two", ""},
		{"a colon in the middle", "one:two", "one:two", ""},
		{"a plain text in brackets that begins with a question mark", "{a: ?b}", "", "in quotes"},

		{"a folded key of the format", ">-\n    one\n    date: 1964\n    two", "one date: 1964 two", ""},
		{"a folded key at the end", ">-\n    one\n    date: 1964", "", swallowed},
		{"keys at the end", ">-\n    one\n    date: 1964\n    text: in words\n", "", swallowed},
		{"a key in quotes at the end", ">-\n    one\n    \"date\": 1964\n", "", swallowed},
		{"a key and what is below it", ">-\n    one\n    date:\n      text: a\n    venue:\n      text: b\n", "", swallowed},
		{"a key that has a list", "|\n    one\n    cite: [1]\n    two", "", swallowed},
		{"a key alone", ">-\n    one\n    terms:\n    two", "", swallowed},
		{"a key alone with a comment", ">-\n    one\n    terms: # of May\n    two", "", swallowed},
		{"a key with a block", ">-\n    one\n    note: >-\n      two", "", swallowed},
		{"an item with a key at the end", ">-\n    one\n    - text: two\n      lang: en", "", swallowed},
		{"an item in braces at the end", ">-\n    one\n    - {text: two, lang: en}", "", swallowed},
		{"items at the end", ">-\n    one\n    - cpc\n    - cpsu", "", swallowed},
		{"a mapping in braces at the end", ">-\n    one\n    {paragraphs: 3}", "", swallowed},
		{"a misspelt key at the end", ">-\n    one\n    dates:\n      text: two", "", swallowed},
		{"a word and a colon", ">-\n    as\n    follows:\n    two", "as follows: two", ""},
		{"a dash where a line begins", ">-\n    one\n    - or so it seems - two", "one - or so it seems - two", ""},
		{"a list in prose", "|-\n    one:\n    - the first of them\n    - the second of them", "one:\n- the first of them\n- the second of them", ""},
		{"a word that is a key", ">-\n    one\n    note: the letter\n    of May", "one note: the letter of May", ""},
		{"a sentence with a key", ">-\n    one, and a note: the letter\n    of May", "one, and a note: the letter of May", ""},
		{"a sentence of keys in quotes", "\"one\\ndate: 1964\"", "one\ndate: 1964", ""},
		{"brackets in prose", ">-\n    one\n    [sic] two", "one [sic] two", ""},
		{"the time of day", ">-\n    one\n    at 12:30", "one at 12:30", ""},

		{"an embedding", "a\u202ab", "", "U+202A is a direction control"},
		{"an override", "a\u202eb", "", "U+202E is a direction control"},
		{"an isolate", "a\u2066b", "", "U+2066 is a direction control"},
		{"the end of an isolate", "a\u2069b", "", "U+2069 is a direction control"},
		{"an override in an escape", `"a\u202eb"`, "", "U+202E is a direction control"},
		{"a deprecated format character", "1\u206e2", "", "U+206E is a deprecated format character"},
		{"a code point that is no character", `"a\ufdd0"`, "", "U+FDD0 is a code point that is no character"},
		{"another, beyond the first plane", "a\U0001fffe", "", "U+1FFFE is a code point that is no character"},
		{"a mark without its letter", "\u0301", "", "cannot be seen"},
		{"a mark on its letter", "e\u0301", "e\u0301", ""},
		{"the marks of Hebrew and Arabic", "\u05d0\u200f! \u200ea \u0628\u061c", "\u05d0\u200f! \u200ea \u0628\u061c", ""},
		{"a joiner of Persian", "\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e", ""},

		{"nothing but a space", `" "`, "", "cannot be seen"},
		{"nothing but a space that does not break", `"` + "\u00a0" + `"`, "", "cannot be seen"},
		{"nothing but a space of no width", "\u200b", "", "cannot be seen"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := titles("tracks:\n- id: a\n  title: " + test.yaml)
			switch {
			case test.refused != "":
				if err == nil || !strings.Contains(err.Error(), test.refused) {
					t.Errorf("%q reads as %q, %v, want it refused with %q", test.yaml, got, err, test.refused)
				}
			case err != nil || got[0] != test.want:
				t.Errorf("%q reads as %q, %v, want %q", test.yaml, got, err, test.want)
			}
		})
	}
}

// TestForeignScalars lets PyYAML and libyaml write any text in every kind of scalar. It is read as it
// was, or refused. Now and then they write something that they do not read as it was themselves: such
// is read as they read it.
func TestForeignScalars(t *testing.T) {
	oracle := startLibyaml(t)
	random := rand.New(rand.NewPCG(1964, 6))
	same, all := map[string]int{}, map[string]int{}
	misread := 0
	n := times(t, 3000)
	for range n {
		want := anyText(random)
		style := []string{"", "'", `"`, "|", ">"}[random.IntN(5)]
		var written struct{ Text string }
		oracle.ask(map[string]any{"write": []string{want}, "style": style, "flow": random.IntN(3) == 0, "c": random.IntN(2) == 0,
			"width": 10 + random.IntN(100), "indent": 2 + random.IntN(7), "allow_unicode": random.IntN(2) == 0}, &written)
		got, err := titles(written.Text)
		if err == nil && got[0] != want {
			want, misread = oracle.title(written.Text), misread+1
		}
		all[style]++
		switch {
		case err != nil:
		case len(got) != 1 || got[0] != want:
			t.Errorf("%q, written as\n%s\nreads as %q", want, written.Text, got)
		default:
			same[style]++
		}
	}
	t.Logf("read, by style: %v of %v; %d not as they were, but as libyaml reads them", same, all, misread)
	if misread > n/1000 {
		t.Errorf("%d of %d are not read as they were: too many to be faults of the writers", misread, n)
	}
	for style, n := range all {
		if same[style] < n/3 {
			t.Errorf("style %q: only %d of %d are read: the test does not say much", style, same[style], n)
		}
	}
}

// title returns the title of the one track in a YAML text.
func (l *libyaml) title(text string) string {
	l.tb.Helper()
	var answer struct {
		Tree struct {
			Mapping []json.RawMessage
		}
	}
	l.ask(map[string]string{"read": text}, &answer)
	var tracks struct {
		List []struct{ Mapping []string }
	}
	if err := json.Unmarshal(answer.Tree.Mapping[1], &tracks); err != nil {
		l.tb.Fatal(err)
	}
	return tracks.List[0].Mapping[3]
}

// anyText returns a text of some words and signs.
func anyText(random *rand.Rand) string {
	words := append([]string{"harbour", "the", "x", "Порт", "白灣", "e\u0301", "1921", "note: ", "date:", "  ", " ", "\n", "\n\n", "\n  ", "\n- ",
		"'tis", "…", "\u200f", "\u3000"}, hostile...)
	var b strings.Builder
	for range 1 + random.IntN(12) {
		b.WriteString(words[random.IntN(len(words))])
		if random.IntN(2) == 0 {
			b.WriteByte(' ')
		}
	}
	text := b.String()
	if random.IntN(4) > 0 { // most without what is refused in every form
		text = strings.Map(func(r rune) rune {
			if unfit(r) {
				return -1
			}
			return r
		}, text)
	}
	return text
}
