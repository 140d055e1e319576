package compare

import (
	"strconv"
	"strings"

	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// SilenceSentence says in words what became of the rows of a silence map of a day, whole or in part: "By 31 July 1964,
// six proposals had been put to the CPC (Public polemics): three accepted, one countered, two rejected."
func SilenceSentence(t table.Table, asOf edtf.Day) string {
	proposals := len(t.Distinct("proposal"))
	words := "By " + dayWords(asOf) + ", "
	switch proposals {
	case 0:
		return words + "no proposal of this choice had been put to anybody."
	case 1:
		words += "one proposal"
	default:
		words += Count(proposals) + " proposals"
	}
	return words + " had been put to " + askedWords(t) + ": " + strings.Join(outcomeWords(t), ", ") + "."
}

// askedWords say who was asked, and on what if it was one track.
func askedWords(t table.Table) string {
	parties, tracks := t.Distinct("party"), t.Distinct("track")
	words := Count(len(parties)) + " parties"
	if len(parties) == 1 {
		words = definiteName(parties[0].Display())
	}
	if len(tracks) == 1 {
		words += " (" + tracks[0].Display() + ")"
	}
	if len(t.Distinct("proposal")) < len(t.Rows) {
		words += ", " + Count(len(t.Rows)) + " requests for an answer in all"
	}
	return words
}

// outcomeWords count the outcomes, and say how long the longest has waited.
func outcomeWords(t table.Table) []string {
	var parts []string
	for _, o := range Receptions() {
		if n := t.Count("outcome", string(o)); n > 0 {
			parts = append(parts, Count(n)+" "+string(o))
		}
	}
	if longest := longestWait(t, ""); len(longest) > 0 {
		parts[len(parts)-1] += " (" + longestWords(t) + waitWords(longest) + ")"
	}
	return parts
}

func longestWords(t table.Table) string {
	if t.Count("outcome", string(ReceivedUnanswered)) == 1 {
		return "for "
	}
	return "the longest for "
}

func waitWords(days table.Cell) string {
	n, err := strconv.ParseInt(days.String(), 10, 64)
	if err != nil {
		return days.String()
	}
	return Days(n)
}

// Days says a number of days in words: "1 day", "85 days".
func Days(n int64) string { return plural(n, "day") }

// Quiet says of a track on which nothing waits for an answer what became of what was put there: "Nothing on this track
// waits for an answer in this record: one accepted, one overtaken." The rows are those of its silence map, and it is said
// only where none of them waits.
func Quiet(t table.Table) string {
	if len(t.Filter(table.Filter{Stance: StanceUnanswered}).Rows) > 0 {
		return ""
	}
	if len(t.Rows) == 0 {
		return "Nothing on this track was put to anybody."
	}
	return "Nothing on this track waits for an answer in this record: " + strings.Join(outcomeWords(t), ", ") + "."
}
