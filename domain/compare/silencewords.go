package compare

import (
	"strings"

	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// SilenceSentence says in words what became of the rows of a silence map of a day, whole or in part: "By 31 July 1964,
// six proposals had been put to the CPC (Public polemics): three accepted, one countered, two rejected."
func SilenceSentence(t table.Table, asOf edtf.Day) string {
	rows := table.Typed[Received](t)
	proposals := distinct(rows, func(r Received) string { return r.Proposal.ID })
	words := "By " + dayWords(asOf) + ", "
	if proposals == 0 {
		return words + "no proposal of this choice had been put to anybody."
	}
	words += CountOf(proposals, "proposal") + " had been put to " + askedWords(rows)
	if proposals < len(rows) {
		words += ", " + Count(len(rows)) + " requests for an answer in all"
	}
	return words + ": " + strings.Join(outcomeWords(rows), ", ") + "."
}

// askedWords say who was asked, and on what if it was one track.
func askedWords(rows []Received) string {
	parties := distinct(rows, func(r Received) string { return r.Party.Text })
	words := CountOf(parties, "party")
	if parties == 1 {
		words = DefiniteName(rows[0].Party.Display())
	}
	if distinct(rows, func(r Received) string { return r.Track.Text }) == 1 {
		words += " (" + rows[0].Track.Display() + ")"
	}
	return words
}

// outcomeWords count the outcomes, and say how long the longest has waited.
func outcomeWords(rows []Received) []string {
	counts := map[Reception]int{}
	for _, r := range rows {
		counts[r.Outcome]++
	}
	var parts []string
	for _, o := range Receptions() {
		if n := counts[o]; n > 0 {
			parts = append(parts, Count(n)+" "+string(o))
		}
	}
	if longest, known := longestWait(rows, ""); known {
		words := "the longest for "
		if counts[ReceivedUnanswered] == 1 {
			words = "for "
		}
		parts[len(parts)-1] += " (" + words + Days(longest) + ")"
	}
	return parts
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
	return "Nothing on this track waits for an answer in this record: " + strings.Join(outcomeWords(table.Typed[Received](t)), ", ") + "."
}
