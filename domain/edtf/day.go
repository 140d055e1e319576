package edtf

import (
	"cmp"
	"fmt"
	"time"
)

// maxYear is the furthest year we count to, in either direction: far beyond any
// record, and small enough that no sum of days overflows.
const maxYear = 999_999_999_999

// Day is one day of the proleptic Gregorian calendar, with years numbered as
// astronomers do: 0000 is 1 BC, -0043 is 44 BC (ISO 8601-1, 4.3.2). The zero Day
// is no day at all. Two days are the same when ==.
type Day struct {
	year       int64
	month, day int8
}

// NewDay makes the day with the given numbers. It fails if the calendar has no such
// day, or if the year is more than twelve digits long.
func NewDay(year int64, month time.Month, day int) (Day, error) {
	switch {
	case year < -maxYear || year > maxYear:
		return Day{}, fmt.Errorf("year %d is out of reach; write at most twelve digits", year)
	case month < time.January || month > time.December:
		return Day{}, fmt.Errorf("month %d does not exist; write 1 to 12", int(month))
	case day < 1 || day > daysIn(year, int(month)):
		return Day{}, fmt.Errorf("day %d does not exist; %s %d has days 1 to %d",
			day, month, year, daysIn(year, int(month)))
	}
	return Day{year, int8(month), int8(day)}, nil
}

// DayOf returns the calendar day of t in t's own time zone.
func DayOf(t time.Time) Day {
	return Day{int64(t.Year()), int8(t.Month()), int8(t.Day())}
}

// IsZero reports whether d is no day.
func (d Day) IsZero() bool { return d == Day{} }

// Year returns the astronomical year: 0 is 1 BC.
func (d Day) Year() int64 { return d.year }

// Month returns the month, or 0 for no day.
func (d Day) Month() time.Month { return time.Month(d.month) }

// DayOfMonth returns the number of the day in its month, 1 to 31, or 0 for no day.
func (d Day) DayOfMonth() int { return int(d.day) }

// String writes the day as ISO 8601 does, 1964-10-10, with a sign before negative years
// and, as EDTF has for years, a Y before those of more than four digits. No day is "".
func (d Day) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.year < -9999 || d.year > 9999:
		return fmt.Sprintf("Y%d-%02d-%02d", d.year, d.month, d.day)
	case d.year < 0:
		return fmt.Sprintf("-%04d-%02d-%02d", -d.year, d.month, d.day)
	}
	digits := []byte("0000-00-00")
	putDigits(digits[:4], int(d.year))
	putDigits(digits[5:7], int(d.month))
	putDigits(digits[8:], int(d.day))
	return string(digits)
}

// putDigits fills a place with the last digits of a number.
func putDigits(place []byte, number int) {
	for i := len(place) - 1; i >= 0; i-- {
		place[i] = byte('0' + number%10)
		number /= 10
	}
}

// Equal reports whether both are the same day.
func (d Day) Equal(other Day) bool { return d == other }

// Compare returns -1 if d is before other, 1 if after, 0 if the same. No day comes first.
func (d Day) Compare(other Day) int {
	if d.IsZero() || other.IsZero() {
		return cmp.Compare(d.rank(), other.rank())
	}
	if d.year != other.year {
		return cmp.Compare(d.year, other.year)
	}
	return cmp.Compare(int(d.month)*32+int(d.day), int(other.month)*32+int(other.day))
}

func (d Day) rank() int {
	if d.IsZero() {
		return 0
	}
	return 1
}

// DaysUntil counts the days from d to other: 1 from a day to the next, negative if
// other is earlier. Both must be days.
func (d Day) DaysUntil(other Day) int64 { return other.number() - d.number() }

// AddDays returns the day n days after d, or before it if n is negative. It stops at
// the first and last day of the twelve-digit years. No day stays no day.
func (d Day) AddDays(n int64) Day {
	if d.IsZero() {
		return d
	}
	first := Day{-maxYear, 1, 1}
	last := Day{maxYear, 12, 31}
	switch {
	case n < d.DaysUntil(first):
		return first
	case n > d.DaysUntil(last):
		return last
	}
	return dayNumbered(d.number() + n)
}

// number counts days from 0000-01-01, which is day 0.
func (d Day) number() int64 {
	days := daysBefore(d.year)
	for month := 1; month < int(d.month); month++ {
		days += int64(daysIn(d.year, month))
	}
	return days + int64(d.day) - 1
}

// dayNumbered is the inverse of number.
func dayNumbered(number int64) Day {
	const cycle = 146_097 // days in the 400 years after which the calendar repeats
	year := floorDiv(number*400, cycle)
	for daysBefore(year) > number {
		year--
	}
	for daysBefore(year+1) <= number {
		year++
	}
	rest, month := int(number-daysBefore(year)), 1
	for rest >= daysIn(year, month) {
		rest -= daysIn(year, month)
		month++
	}
	return Day{year, int8(month), int8(rest + 1)}
}

// daysBefore counts the days from 0000-01-01 to the first day of the year.
func daysBefore(year int64) int64 {
	last := year - 1
	leaps := floorDiv(last, 4) - floorDiv(last, 100) + floorDiv(last, 400) + 1
	return 365*year + leaps
}

func daysIn(year int64, month int) int {
	switch month {
	case 2:
		if leap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

func leap(year int64) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

func floorDiv(a, b int64) int64 {
	quotient := a / b
	if a%b < 0 {
		quotient--
	}
	return quotient
}
