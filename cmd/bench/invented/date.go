package invented

import (
	"fmt"
	"time"

	"pourparler/domain/edtf"
)

// Days on which records may be made, counted from the first.
const (
	firstYear = 1949
	span      = 43 * 365 // to 1991
)

// calendar returns the day of that number.
func calendar(day int) time.Time { return time.Date(firstYear, 1, 1+day, 0, 0, 0, 0, time.UTC) }

// isoDay writes a day as ids and dates have it.
func isoDay(day int) string { return calendar(day).Format(time.DateOnly) }

// Day writes the day of that number, from 0 for the first day of the first year of every dossier, as 1949-01-01.
func Day(n int) string { return isoDay(n) }

// exactly returns a day as a date.
func exactly(day int) edtf.Date { return parsed(isoDay(day)) }

// about returns a date that may mean the day: in seven cases of ten the day itself, otherwise any of the ways in which
// sources say less than that.
func (d draw) about(day int) edtf.Date {
	if d.chance(70) {
		return exactly(day)
	}
	t := calendar(day)
	month := t.Format("2006-01")
	switch d.IntN(12) {
	case 0:
		return parsed(isoDay(day) + one(d, []string{"~", "?", "%"}))
	case 1, 2:
		return parsed(month)
	case 3:
		return parsed(month + "~")
	case 4:
		return parsed(t.Format("2006"))
	case 5:
		return season(t)
	case 6, 7:
		return parsed(isoDay(day-d.IntN(10)) + "/" + isoDay(day+d.IntN(20)))
	case 8:
		return parsed("../" + isoDay(day))
	case 9:
		return parsed(isoDay(day) + "/" + one(d, []string{"..", ""}))
	case 10:
		return parsed("[" + isoDay(day) + "," + isoDay(day+d.between(1, 9)) + "]")
	}
	return parsed(one(d, []string{t.Format("2006")[:3] + "X", month + "-XX"}))
}

// season returns the northern season of a day; December begins the winter of its year.
func season(t time.Time) edtf.Date {
	year, number := t.Year(), 21+(int(t.Month())/3+3)%4
	if t.Month() < time.March {
		year--
	}
	return parsed(fmt.Sprintf("%04d-%d", year, number))
}

// parsed reads a date that this package wrote; that it cannot be read would be a fault in this file.
func parsed(text string) edtf.Date {
	date, err := edtf.Parse(text)
	if err != nil {
		panic(err)
	}
	return date
}
