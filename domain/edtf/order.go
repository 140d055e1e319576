package edtf

import "cmp"

// Compare orders dates for sorting: by earliest day, then by latest day, then by the
// string. Among starts, open comes first, then unknown, then the days; among ends, the
// days, then unknown, then open. A date not stated comes last of all. The result is
// -1, 0 or 1, and 0 only for dates written the same, so the order is total.
func Compare(a, b Date) int {
	if a.IsZero() || b.IsZero() {
		return cmp.Compare(a.notStated(), b.notStated())
	}
	return cmp.Or(
		cmp.Compare(startRank(a.start), startRank(b.start)),
		compareKnown(a.start, a.first, b.first),
		cmp.Compare(endRank(a.end), endRank(b.end)),
		compareKnown(a.end, a.last, b.last),
		cmp.Compare(a.text, b.text),
	)
}

func (d Date) notStated() int {
	if d.IsZero() {
		return 1
	}
	return 0
}

// compareKnown compares days at edges already found equal; other edges have no days.
func compareKnown(edge Edge, a, b Day) int {
	if edge != Known {
		return 0
	}
	return a.Compare(b)
}

func startRank(edge Edge) int {
	switch edge {
	case Open:
		return 0
	case Unknown:
		return 1
	}
	return 2
}

func endRank(edge Edge) int { return 2 - startRank(edge) }

// Overlap reports whether a and b may share a day: whether their ranges have one in
// common. An open end reaches everywhere. So does an unknown end, since nothing in the
// record excludes it; [DaysBetween] tells the two apart. A date not stated overlaps
// nothing. Swapping a and b changes nothing.
func Overlap(a, b Date) bool {
	if a.IsZero() || b.IsZero() {
		return false
	}
	return !before(a, b) && !before(b, a)
}

// before reports whether every day of a, as far as known, is before every day of b.
func before(a, b Date) bool {
	return a.end == Known && b.start == Known && a.last.Compare(b.first) < 0
}

// DaysBetween counts the days from the range of a to the range of b: positive if b is
// later, negative if b is earlier, 0 if they overlap. From 10 October to 11 October is
// 1. Swapping a and b changes the sign and nothing else.
//
// The edge says what the count rests on. Known: on days stated. Open: the ranges
// overlap only because one of them is open. Unknown: they may overlap, but whether
// they do rests on an end that is not known, or a date is not stated; the count is
// then 0 and means nothing.
func DaysBetween(a, b Date) (days int64, edge Edge) {
	switch {
	case a.nowhere() || b.nowhere():
		return 0, Unknown
	case before(a, b):
		return a.last.DaysUntil(b.first), Known
	case before(b, a):
		return -b.last.DaysUntil(a.first), Known
	case a.last.Compare(b.first) < 0:
		return 0, reach(a.end, b.start)
	case b.last.Compare(a.first) < 0:
		return 0, reach(b.end, a.start)
	}
	return 0, Known
}

// nowhere reports whether a date says of neither end when it is.
func (d Date) nowhere() bool { return d.start == Unknown && d.end == Unknown }

// reach names the edge by which one range, whose named days all come first, gets to
// the other. An open end settles it, whatever the other end is.
func reach(end, start Edge) Edge {
	if end == Open || start == Open {
		return Open
	}
	return Unknown
}
