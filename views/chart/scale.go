package chart

import "pourparler/domain/edtf"

// Time is a scale of days: From lies at Start, To at End. Start may be greater than End, as on an axis that rises.
type Time struct {
	From, To   edtf.Day
	Start, End float64
}

// NewTime returns a scale that holds all the days and has some room on both sides of them. Without days it is the
// zero scale, at which everything lies at Start.
func NewTime(start, end float64, days ...edtf.Day) Time {
	s := Time{Start: start, End: end}
	for _, d := range days {
		if d.IsZero() {
			continue
		}
		if s.From.IsZero() || d.Compare(s.From) < 0 {
			s.From = d
		}
		if s.To.IsZero() || d.Compare(s.To) > 0 {
			s.To = d
		}
	}
	if s.From.IsZero() {
		return s
	}
	room := max(s.From.DaysUntil(s.To)/16, 3)
	s.From, s.To = s.From.AddDays(-room), s.To.AddDays(room)
	return s
}

// At returns the position of a day, which may lie outside the scale.
func (s Time) At(d edtf.Day) float64 {
	days := s.From.DaysUntil(s.To)
	if days == 0 || d.IsZero() {
		return s.Start
	}
	return s.Start + (s.End-s.Start)*float64(s.From.DaysUntil(d))/float64(days)
}

// Holds reports whether a day lies on the scale.
func (s Time) Holds(d edtf.Day) bool { return s.From.Compare(d) <= 0 && d.Compare(s.To) <= 0 }

// Linear is a scale of numbers: From lies at Start, To at End.
type Linear struct{ From, To, Start, End float64 }

// At returns the position of a number.
func (s Linear) At(n float64) float64 {
	if s.From == s.To {
		return s.Start
	}
	return s.Start + (s.End-s.Start)*(n-s.From)/(s.To-s.From)
}
