package compare

import (
	"slices"
	"strconv"
	"strings"

	"pourparler/domain/edtf"
)

// SilenceSentence says in words what became of the rows of a silence map of a day, whole or in part: "By 31 July 1964,
// six proposals had been put to the CPC (Public polemics): three accepted, one countered, two rejected."
func SilenceSentence(t Table, asOf edtf.Day) string {
	proposals := len(t.distinct("proposal"))
	words := "By " + dayWords(asOf) + ", "
	switch proposals {
	case 0:
		return words + "no proposal of this choice had been put to anybody."
	case 1:
		words += "one proposal"
	default:
		words += Count(proposals) + " proposals"
	}
	return words + " had been put to " + t.askedWords() + ": " + strings.Join(t.outcomeWords(), ", ") + "."
}

// askedWords say who was asked, and on what if it was one track.
func (t Table) askedWords() string {
	parties, tracks := t.distinct("party"), t.distinct("track")
	words := Count(len(parties)) + " parties"
	if len(parties) == 1 {
		words = definiteName(parties[0].Display())
	}
	if len(tracks) == 1 {
		words += " (" + tracks[0].Display() + ")"
	}
	if len(t.distinct("proposal")) < len(t.Rows) {
		words += ", " + Count(len(t.Rows)) + " requests for an answer in all"
	}
	return words
}

// outcomeWords count the outcomes, and say how long the longest has waited.
func (t Table) outcomeWords() []string {
	var parts []string
	for _, o := range Receptions() {
		if n := t.count("outcome", string(o)); n > 0 {
			parts = append(parts, Count(n)+" "+string(o))
		}
	}
	if longest := longestWait(t, ""); len(longest) > 0 {
		parts[len(parts)-1] += " (" + t.longestWords() + waitWords(longest) + ")"
	}
	return parts
}

func (t Table) longestWords() string {
	if t.count("outcome", string(ReceivedUnanswered)) == 1 {
		return "for "
	}
	return "the longest for "
}

func waitWords(days Cell) string {
	n, err := strconv.ParseInt(days.String(), 10, 64)
	if err != nil {
		return days.String()
	}
	return Days(n)
}

// count returns how many rows have a text in a column.
func (t Table) count(column, text string) int {
	n := 0
	for _, row := range t.Rows {
		if row.Cells[t.Index(column)].String() == text {
			n++
		}
	}
	return n
}

// distinct returns the values of a column, each once.
func (t Table) distinct(column string) Cell {
	var found Cell
	for _, row := range t.Rows {
		for _, v := range row.Cells[t.Index(column)] {
			if !slices.ContainsFunc(found, func(o Value) bool { return o.Text == v.Text }) {
				found = append(found, v)
			}
		}
	}
	return found
}

// Days says a number of days in words: "1 day", "85 days".
func Days(n int64) string { return plural(n, "day") }
