package views

import (
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// How much of what grows with the pairs of parties or lists a page tells. Files hold all of it.
const (
	mostPairs  = 40  // tables of two parties, of all tracks together
	mostLines  = 60  // in one list of sentences
	mostValues = 10  // in a cell that speaks of every other party
	mostRows   = 500 // of a table that stands whole on a page
	mostNames  = 12  // in a sentence
	mostDrawn  = 40  // lists in one picture, parties in one grid
	mostAsked  = 12  // parties whose silence is drawn
)

// firstOfMany returns the first of many, and says how many are left out, by the noun for one of them.
func firstOfMany[T any](all []T, most int, noun string) ([]T, string) {
	if len(all) <= most {
		return all, ""
	}
	return all[:most], leftOutWords(len(all)-most, noun, "")
}

// leftOutWords says how many are left out: the noun names one of them, and more words may follow it.
func leftOutWords(n int, noun, after string) string {
	return "and " + itoa(n) + " more " + compare.Noun(n, noun) + after + ", left out here"
}

// nameSome is [table.Enumerated] for names of which there may be many.
func nameSome(names []string, words string) string {
	if len(names) > mostNames {
		return itoa(len(names)) + " " + words
	}
	return table.Enumerated(names)
}

// shorten leaves out values of cells that speak of too many.
func (t *Table) shorten() {
	for _, row := range t.Rows {
		for i, c := range row.Cells {
			if n := len(c.Values) - mostValues; n > 0 {
				row.Cells[i].Values = append(c.Values[:mostValues:mostValues], Link{Label: leftOutWords(n, "", "in the table as CSV")})
			}
		}
	}
}

// narrow leaves out columns of a grid that has too many to read, and says how many.
func (g *Grid) narrow() (more string) {
	heads := len(g.Heads)
	if g.Heads, more = firstOfMany(g.Heads, mostDrawn, "party"); more == "" {
		return ""
	}
	for i, row := range g.Rows {
		g.Rows[i].Cells = row.Cells[:mostDrawn]
	}
	return "Of " + itoa(heads) + " parties, the first " + itoa(mostDrawn) + " stand here, " + more + "; the table of positions has all."
}
