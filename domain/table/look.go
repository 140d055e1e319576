package table

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pourparler/domain/fold"
)

// Sought is what somebody looks for in texts, made ready for many of them.
type Sought struct{ words []soughtWord }

// soughtWord is a word that is looked for, or the characters of a Chinese one.
type soughtWord struct {
	text  string
	signs []string // one after the other, of a Chinese word
}

// passage is a text made ready to be looked into.
type passage struct {
	words []string
	spans []Span // of the words
}

// Span is a part of a text: the bytes from Start up to End.
type Span struct{ Start, End int }

// Seek returns what somebody looks for who typed text. Nothing is found of a text without a word.
func Seek(text string) Sought {
	var s Sought
	end := -1
	typed := newPassage(text)
	for i, word := range typed.words {
		at := typed.spans[i]
		han := isHan(text[at.Start:])
		switch last := len(s.words) - 1; {
		case han && at.Start == end:
			s.words[last].text += word
			s.words[last].signs = append(s.words[last].signs, word)
		case han:
			s.words = append(s.words, soughtWord{word, []string{word}})
		default:
			s.words = append(s.words, soughtWord{text: word})
		}
		end = -1
		if han {
			end = at.End
		}
	}
	return s
}

func isHan(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Han, r)
}

func newPassage(s string) passage {
	var t passage
	for start, end := range eachRun(s) {
		if word := fold.Word(s[start:end]); word != "" {
			t.words, t.spans = append(t.words, word), append(t.spans, Span{start, end})
		}
	}
	return t
}

// None reports whether nothing is looked for.
func (s Sought) None() bool { return len(s.words) == 0 }

// Letters returns the words of a text without anything between them, for [Sought.MayBeIn].
func Letters(text string) string { return strings.Join(Words(text), "") }

// MayBeIn reports whether texts with some letters can have every word that is looked for: it passes over most that do not.
func (s Sought) MayBeIn(letters string) bool {
	return !slices.ContainsFunc(s.words, func(w soughtWord) bool { return !strings.Contains(letters, w.text) })
}

// In reports which of the words that are looked for a text has, in their order, and where: a word that begins with one;
// one that several words of the text make together, as "Vietnam" is "Viet Nam"; several that one word of it begins with,
// as "Viet Nam" does "Vietnam"; the characters of a Chinese word one after the other.
func (s Sought) In(text string) (has []bool, where []Span) {
	t := newPassage(text)
	has = make([]bool, len(s.words))
	for i, word := range s.words {
		for at := range t.words {
			if n := t.wordsOf(word, at); n > 0 {
				has[i] = true
				where = append(where, Span{t.spans[at].Start, t.spans[at+n-1].End})
			}
		}
		joined := word.text
		for n := i + 1; n < len(s.words); n++ {
			joined += s.words[n].text
			for at, have := range t.words {
				if strings.HasPrefix(have, joined) {
					where = append(where, t.spans[at])
					for k := i; k <= n; k++ {
						has[k] = true
					}
				}
			}
		}
	}
	slices.SortFunc(where, func(a, b Span) int { return a.Start - b.Start })
	return has, slices.Compact(where)
}

// wordsOf returns how many words of a text from one on make a word that is looked for; 0 if they don't.
func (t passage) wordsOf(sought soughtWord, at int) int {
	if sought.signs != nil {
		end := at + len(sought.signs)
		if end <= len(t.words) && slices.Equal(t.words[at:end], sought.signs) {
			return len(sought.signs)
		}
		return 0
	}
	if strings.HasPrefix(t.words[at], sought.text) {
		return 1
	}
	rest := sought.text
	for n := at; n < len(t.words) && rest != ""; n++ {
		var ok bool
		if rest, ok = strings.CutPrefix(rest, t.words[n]); !ok {
			return 0
		}
		if rest == "" {
			return n - at + 1
		}
	}
	return 0
}
