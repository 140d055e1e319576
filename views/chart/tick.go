package chart

import (
	"strconv"
	"time"

	"pourparler/domain/edtf"
)

// Tick is a place on a time scale that bears a label: the first day of a month or year, or, on a short scale, a day.
type Tick struct {
	Day   edtf.Day
	At    float64
	Label string // "Mar", "8 Mar" or "1964"
	Year  string // the year, where it is not in the label and begins or comes first
}

// step is the distance of ticks; one of its parts is not 0.
type step struct {
	years  int64
	months int
	days   int64
}

var steps = []step{{days: 1}, {days: 2}, {days: 7}, {days: 14}, {months: 1}, {months: 2}, {months: 3}, {months: 6},
	{years: 1}, {years: 2}, {years: 5}, {years: 10}, {years: 20}, {years: 50}, {years: 100}, {years: 200}, {years: 500}, {years: 1000},
	{years: 2000}, {years: 5000}, {years: 10_000}}

// Ticks returns the ticks of the finest step of which at most that many fit on the scale: single days, weeks, months,
// quarters, half years, years and round numbers of years.
func (s Time) Ticks(most int) []Tick {
	if s.From.IsZero() || most < 1 {
		return nil
	}
	var ticks []Tick
	for _, step := range steps {
		if ticks = s.ticks(step, most); len(ticks) <= most {
			break
		}
	}
	return ticks
}

// ticks returns the ticks of a step, and stops when there are too many.
func (s Time) ticks(by step, most int) []Tick {
	var ticks []Tick
	year := int64(0)
	for d := s.first(by); !d.IsZero() && d.Compare(s.To) <= 0 && len(ticks) <= most; d = by.after(d) {
		if d.Compare(s.From) < 0 {
			continue
		}
		t := Tick{Day: d, At: s.At(d), Label: by.label(d)}
		if by.years == 0 && (len(ticks) == 0 || d.Year() != year) {
			t.Year = yearLabel(d.Year())
		}
		year = d.Year()
		ticks = append(ticks, t)
	}
	return ticks
}

// first returns a day of the step no later than the scale's second tick.
func (s Time) first(by step) edtf.Day {
	if by.days > 0 {
		return s.From
	}
	year := s.From.Year()
	if by.years > 0 {
		year -= ((year % by.years) + by.years) % by.years
	}
	return firstOf(year, 1)
}

// after returns the day of the step after d.
func (by step) after(d edtf.Day) edtf.Day {
	if by.days > 0 {
		return d.AddDays(by.days)
	}
	month := int64(d.Month()) - 1 + int64(by.months)
	return firstOf(d.Year()+by.years+month/12, int(month%12)+1)
}

func (by step) label(d edtf.Day) string {
	switch {
	case by.years > 0:
		return yearLabel(d.Year())
	case by.months > 0:
		return d.Month().String()[:3]
	}
	return strconv.Itoa(d.DayOfMonth()) + " " + d.Month().String()[:3]
}

// firstOf returns the first day of a month, or no day beyond the reach of the calendar.
func firstOf(year int64, month int) edtf.Day {
	d, err := edtf.NewDay(year, time.Month(month), 1)
	if err != nil {
		return edtf.Day{}
	}
	return d
}

func yearLabel(year int64) string {
	if year < 1 { // 0 is 1 BC
		return strconv.FormatInt(1-year, 10) + " BC"
	}
	return strconv.FormatInt(year, 10)
}
