package compare

import (
	"fmt"
	"slices"
	"strconv"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Kinds of change from one statement of a term to another.
const (
	ChangeNone    Change = "same"
	ChangeNew     Change = "new"
	ChangeAltered Change = "changed"
	ChangeUnknown Change = "not comparable"
)

// Change says whether a term differs from what was said of it before.
type Change string

// Changes returns all kinds of change.
func Changes() []Change { return []Change{ChangeNone, ChangeNew, ChangeAltered, ChangeUnknown} }

// Compare says in words how a term differs from an earlier statement of the same term: "later by 7 months", "nine
// more: ...", "other place". Comparing a term with itself gives [ChangeNone].
func Compare(ix *domain.Index, before, now domain.Term) (Change, string) {
	switch now.Kind {
	case domain.TermDate:
		return compareDates(before, now)
	case domain.TermVenue:
		return comparePlaces(ix, before, now)
	case domain.TermParticipants, domain.TermConvener:
		return compareParticipants(ix, before, now)
	}
	return compareText(before.Text, now.Text)
}

func compareText(before, now string) (Change, string) {
	if before == now {
		return ChangeNone, "same"
	}
	return ChangeUnknown, "worded otherwise"
}

func comparePlaces(ix *domain.Index, before, now domain.Term) (Change, string) {
	if len(before.Places) == 0 || len(now.Places) == 0 {
		return compareText(before.Text, now.Text)
	}
	d := Diff(before.Places, now.Places)
	switch {
	case d.Same():
		return ChangeNone, "same place"
	case len(d.Both) > 0:
		return ChangeAltered, "other choice of places"
	case within(ix, before.Places, now.Places):
		return ChangeAltered, "more exactly, within the place before"
	case within(ix, now.Places, before.Places):
		return ChangeAltered, "less exactly, the place before lies within"
	}
	return ChangeAltered, "other place"
}

// within reports whether every inner place lies in one of the outer ones: in a country that is named as a place.
func within(ix *domain.Index, outer, inner []string) bool {
	return !slices.ContainsFunc(inner, func(id string) bool {
		place, err := ix.Place(id)
		return err != nil || !slices.ContainsFunc(outer, func(id string) bool {
			country, err := ix.Place(id)
			return err == nil && country.Name != "" && country.Name == country.Country && country.Name == place.Country
		})
	})
}

func compareParticipants(ix *domain.Index, before, now domain.Term) (Change, string) {
	a, b := Participants(ix, before), Participants(ix, now)
	if len(a) == 0 || len(b) == 0 {
		return compareNumbers(before, now)
	}
	d := Diff(a, b)
	if d.Same() {
		return ChangeNone, "same parties"
	}
	return ChangeAltered, difference(ix, d)
}

// compareNumbers compares what is left where one of the two names no parties: the words and the number claimed.
func compareNumbers(before, now domain.Term) (Change, string) {
	switch {
	case before.Claimed != now.Claimed && before.Claimed != 0 && now.Claimed != 0:
		return ChangeAltered, fmt.Sprintf("%d claimed instead of %d", now.Claimed, before.Claimed)
	case before.Claimed != now.Claimed || len(before.Parties) != len(now.Parties) || before.List != now.List:
		return ChangeUnknown, "not comparable: one of the two names no parties"
	}
	return compareText(before.Text, now.Text)
}

func compareDates(before, now domain.Term) (Change, string) {
	if before.Date.IsZero() || now.Date.IsZero() {
		return compareText(before.Text, now.Text)
	}
	if before.Date == now.Date {
		return ChangeNone, "same date"
	}
	days, edge := edtf.DaysBetween(before.Date, now.Date)
	switch {
	case days > 0:
		return ChangeAltered, "later by " + span(before.Date, now.Date)
	case days < 0:
		return ChangeAltered, "earlier by " + span(now.Date, before.Date)
	case edge != edtf.Known:
		return ChangeUnknown, "not comparable: an end is " + edge.String()
	}
	return ChangeAltered, "other date, overlapping"
}

// span says how far the earlier date starts before the later one starts: in months if it is one month or more, in
// days otherwise.
func span(earlier, later edtf.Date) string { return plural(distance(earlier, later)) }

// distance is what span says, as a number and its unit.
func distance(earlier, later edtf.Date) (n int64, unit string) {
	a, edgeA := earlier.Earliest()
	b, edgeB := later.Earliest()
	if edgeA != edtf.Known || edgeB != edtf.Known {
		days, _ := edtf.DaysBetween(earlier, later)
		return days, "day"
	}
	months := (b.Year()-a.Year())*12 + int64(b.Month()) - int64(a.Month())
	if b.DayOfMonth() < a.DayOfMonth() && earlier.Precision() >= edtf.ToDay && later.Precision() >= edtf.ToDay {
		months--
	}
	if months < 1 {
		return a.DaysUntil(b), "day"
	}
	return months, "month"
}

func plural(n int64, unit string) string {
	return strconv.FormatInt(n, 10) + " " + Noun(int(n), unit)
}
