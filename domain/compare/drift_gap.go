package compare

import "pourparler/domain/edtf"

// gap is how far one date lies from another. A gap with n > 0 lies apart; one with n = 0 overlaps or cannot be told.
type gap struct {
	n     int64 // from start to start, or where a start is open the days between
	unit  string
	later bool // the second lies later
	known bool
	about string // a word before the number, if one of the dates is approximate
}

// gapBetween measures how far b lies from a. Swapping them changes only which lies later.
func gapBetween(a, b edtf.Date) gap {
	days, edge := edtf.DaysBetween(a, b)
	switch {
	case days > 0:
		n, unit := distance(a, b)
		return gap{n: n, unit: unit, later: true, known: true}
	case days < 0:
		n, unit := distance(b, a)
		return gap{n: n, unit: unit, known: true}
	}
	return gap{known: edge != edtf.Unknown}
}

func (g gap) String() string { return g.about + plural(g.n, g.unit) }

// exceeds reports whether g is the wider: a month or more is always wider than days.
func (g gap) exceeds(other gap) bool {
	if g.unit != other.unit {
		return g.unit == "month"
	}
	return g.n > other.n
}

// standingOn returns the point that is a party's latest word on a day, if that names a day by the calendar.
func (l DriftLine) standingOn(day edtf.Day) (DriftPoint, bool) {
	for _, p := range l.Points {
		if !p.Beside && p.Dated() && p.From.Compare(day) <= 0 && (p.Stands || day.Compare(p.Until) < 0) {
			return p, true
		}
	}
	return DriftPoint{}, false
}

// gapOn measures how far b's date lies from a's on a day on which both stand.
func gapOn(a, b DriftLine, day edtf.Day) (gap, bool) {
	p, okA := a.standingOn(day)
	q, okB := b.standingOn(day)
	if !okA || !okB {
		return gap{}, false
	}
	g := gapBetween(p.Date, q.Date)
	g.about = about(p.Date, q.Date)
	return g, true
}
