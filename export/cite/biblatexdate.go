package cite

import (
	"fmt"
	"regexp"
	"strings"
)

// plainDate is EDTF as biber reads it and nobody takes for another day: a season, a year with its last digits left out, or a
// year, month or day or an interval of two of this era, with a sign for doubt behind it. Days before Christ biber reads as well.
var plainDate = regexp.MustCompile(`^(?:[1-9]\d{3}-2[1-4][?~%]?|\d{3}X|\d{2}XX|(?:-\d{4}|0000)(?:-\d\d){0,2}[?~%]?|` + plainPoint + `(?:/` + plainPoint + `)?)$`)

const plainPoint = `[1-9]\d{3}(?:-[01]\d(?:-\d\d)?)?[?~%]?`

// biblatex is a date as biblatex reads it, or "" for one that has no such numbers, as with an open end.
func (d *Date) biblatex() string {
	switch {
	case d == nil:
		return ""
	case plainDate.MatchString(d.edtf):
		return d.edtf
	}
	points := make([]string, len(d.Parts)) // the doubt stands inside: it goes to the end
	for i, numbers := range d.Parts {
		if d.Season != 0 {
			numbers = []int{numbers[0], 20 + d.Season}
		}
		points[i] = strings.ReplaceAll(strings.Trim(fmt.Sprintf("%02d", numbers), "[]"), " ", "-")
		if d.Circa {
			points[i] += "~"
		}
	}
	return strings.Join(points, "/")
}

// pubstate is a date in words where biblatex has no numbers for it.
func (d *Date) pubstate() string {
	if d == nil || d.biblatex() != "" {
		return ""
	}
	return d.Literal
}
