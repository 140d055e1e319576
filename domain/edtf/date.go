package edtf

import "strings"

// Kind is the form a date takes in the notation.
type Kind uint8

// The forms, in the order in which the Library of Congress specification has them.
const (
	NotStated Kind = iota // the zero Date
	Calendar              // a year, month or day, with or without X and qualifiers
	Moment                // a day with a time of day (Level 0, Date and Time)
	Season                // a season, quarter, quadrimester or semestral (Levels 1 and 2)
	Interval              // start/end (Levels 0, 1 and 2)
	OneOf                 // [a,b]: one of the set (Level 2, Set representation)
	AllOf                 // {a,b}: all of the set (Level 2, Set representation)
)

// String names the kind in English.
func (k Kind) String() string {
	return nameOf(int(k), "not stated", "date", "date-time", "season", "interval",
		"one-of set", "all-of set")
}

// Precision is the smallest unit a date is written to. Greater is finer.
// A unit written with X counts as written: 1964-XX is to the month.
type Precision uint8

// The precisions. Of an interval or set it is the coarsest among its members.
const (
	NoPrecision Precision = iota // the zero Date
	ToYear
	ToSeason
	ToMonth
	ToDay
	ToSecond
)

// String names the unit in English.
func (p Precision) String() string {
	return nameOf(int(p), "none", "year", "season", "month", "day", "second")
}

// Edge says what stands at one end of a date.
type Edge uint8

// The edges. An open end is written "..", an unknown end is left empty (Level 1,
// Extended Interval).
const (
	Unknown Edge = iota // there is an end, and the record does not say when
	Known               // a day
	Open                // no end is meant
)

// String names the edge in English.
func (e Edge) String() string { return nameOf(int(e), "unknown", "known", "open") }

func nameOf(index int, names ...string) string {
	if index < len(names) {
		return names[index]
	}
	return "invalid"
}

// Date is one EDTF string with what follows from it. Only [Parse] makes one, so a
// Date that is not zero is valid. The zero Date means that no date is stated. Two
// dates are the same when == : when they were written the same.
type Date struct {
	text        string
	kind        Kind
	precision   Precision
	approximate bool
	uncertain   bool
	start, end  Edge
	first, last Day // the outermost days named, also beside an open or unknown end
}

// IsZero reports whether no date is stated.
func (d Date) IsZero() bool { return d == Date{} }

// Equal reports whether both were written the same.
func (d Date) Equal(other Date) bool { return d == other }

// String returns the string as it was given to Parse, or "" if no date is stated.
func (d Date) String() string { return d.text }

// Kind returns the form of the date.
func (d Date) Kind() Kind { return d.kind }

// Precision returns the smallest unit written, of several members the coarsest.
func (d Date) Precision() Precision { return d.precision }

// Approximate reports whether any part is qualified with ~ or %.
func (d Date) Approximate() bool { return d.approximate }

// Uncertain reports whether any part is qualified with ? or %.
func (d Date) Uncertain() bool { return d.uncertain }

// Earliest returns the first day the date can mean. The day is no day unless the
// edge is Known; a date not stated is Unknown.
func (d Date) Earliest() (Day, Edge) {
	if d.start != Known {
		return Day{}, d.start
	}
	return d.first, Known
}

// Latest returns the last day the date can mean. The day is no day unless the edge
// is Known; a date not stated is Unknown.
func (d Date) Latest() (Day, Edge) {
	if d.end != Known {
		return Day{}, d.end
	}
	return d.last, Known
}

// Begun returns the last day on which what the date spans can have begun: the last that its start can mean, or of a date
// that is no interval its last day. The day is no day unless the edge is Known.
func (d Date) Begun() (Day, Edge) {
	start, _, interval := strings.Cut(d.text, "/")
	if !interval {
		return d.Latest()
	}
	from, err := Parse(start)
	if err != nil { // an open or an unknown start
		return Day{}, d.start
	}
	return from.Latest()
}

// Bounds returns the first and the last day the date can mean; ok is false, and the
// days are no days, unless both ends are Known.
func (d Date) Bounds() (earliest, latest Day, ok bool) {
	if d.start != Known || d.end != Known {
		return Day{}, Day{}, false
	}
	return d.first, d.last, true
}

// The years that a record may have: those that four digits and a sign can write, as the days of its tables do.
const (
	FirstYear = -9999
	LastYear  = 9999
)

// InReach reports whether every day that the date names lies in the years that a record may have. What lies beyond is
// a date by the standard all the same.
func (d Date) InReach() bool {
	return d.IsZero() || d.first.year >= FirstYear && d.last.year <= LastYear
}

// MarshalText returns the string as given, and nothing for a date not stated.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.text), nil }

// UnmarshalText reads what MarshalText wrote: nothing is a date not stated, anything
// else must satisfy Parse.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
