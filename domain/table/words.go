package table

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pourparler/domain"
	"pourparler/domain/fold"
)

// Words returns the words of a text in their order: runs of letters and digits, and each Chinese character by itself,
// since Chinese is written without spaces. The same word is the same text however it is written: see [fold].
func Words(s string) []string { return slices.Collect(EachWord(s)) }

// EachWord goes through the words of a text as [Words] returns them.
func EachWord(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for start, end := range eachRun(s) {
			if word := fold.Word(s[start:end]); word != "" && !yield(word) { // not one of nothing but marks that go
				return
			}
		}
	}
}

// eachRun goes through the runs of a text that make its words: where they begin and end.
func eachRun(s string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		start := -1 // of the run under way
		for i, r := range s {
			within, alone := partOfWord(r)
			switch {
			case within && start < 0:
				start = i
			case !within && start >= 0:
				if !yield(start, i) {
					return
				}
				start = -1
			}
			if alone && !yield(i, i+utf8.RuneLen(r)) {
				return
			}
		}
		if start >= 0 {
			yield(start, len(s))
		}
	}
}

// partOfWord reports whether a character is part of a run that makes a word, or a word by itself.
func partOfWord(r rune) (within, alone bool) {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9', false
	case unicode.Is(unicode.Han, r):
		return false, true
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r), false
}

// grown are the sections that grow with the record. Their ids are found whole, not by the words in them, of which there
// would be as many as records.
var grown = []domain.Section{domain.SectionProposals, domain.SectionResponses, domain.SectionDocuments,
	domain.SectionClaims, domain.SectionStatements}

// Searched calls text for each text of a row that a search for words looks into, what files have and what a reader is
// shown, and id for each id that is only found whole. The same may come twice.
func (r Row) Searched(text, id func(string)) {
	id(r.Ref.ID)
	for _, cell := range r.Cells {
		for _, v := range cell {
			if v.Label != "" {
				text(v.Label)
			}
			whole := slices.Contains(grown, v.Ref.Section)
			if whole {
				id(v.Ref.ID)
			}
			if !whole || v.Label == "" && v.Text != v.Ref.ID {
				text(v.Text)
			}
		}
	}
}

// hasWords reports whether every word that is looked for begins a word of the row, or they are together an id that stands
// in it. Nothing looked for is in every row, and signs that make no word are in none.
func hasWords(row Row, looked string) bool {
	looked = strings.ToLower(strings.TrimSpace(looked))
	wanted, named := Words(looked), looked == ""
	wordless := len(wanted) == 0
	row.Searched(func(text string) {
		if len(wanted) == 0 {
			return
		}
		there := Words(text)
		wanted = slices.DeleteFunc(wanted, func(word string) bool {
			return slices.ContainsFunc(there, func(w string) bool { return strings.HasPrefix(w, word) })
		})
	}, func(id string) { named = named || id == looked })
	return named || !wordless && len(wanted) == 0
}
