package compare

import (
	"slices"
	"strings"
	"unicode"

	"pourparler/domain"
)

// Words returns the words of a text in small letters, in their order: runs of letters and digits, and each Chinese
// character by itself, since Chinese is written without spaces.
func Words(s string) []string {
	var words []string
	start := -1 // of the run under way
	end := func(at int) {
		if start >= 0 {
			words = append(words, strings.ToLower(s[start:at]))
			start = -1
		}
	}
	for i, r := range s {
		switch {
		case unicode.Is(unicode.Han, r):
			end(i)
			words = append(words, string(r))
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
			end(i)
		case start < 0:
			start = i
		}
	}
	end(len(s))
	return words
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
