package cite

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"pourparler/domain/edtf"
)

// Date is a date as CSL-JSON has it: a day, a month or a year, two of them as a range, a season, or words where the
// parts cannot say it.
type Date struct {
	Parts   [][]int `json:"date-parts,omitempty"`
	Season  int     `json:"season,omitempty"` // 1 spring to 4 winter
	Circa   bool    `json:"circa,omitempty"`  // approximate or uncertain
	Literal string  `json:"literal,omitempty"`

	edtf string // as given
}

// point is a date of the Gregorian calendar of this era, with its doubts struck out.
var point = regexp.MustCompile(`^([1-9]\d{3})(?:-(\d\d))?(?:-(\d\d))?$`)

// NewDate turns a date into that of CSL-JSON, or nil if none is stated. What CSL has no parts for, such as an open end, a
// set of days or a range from a day to a year, is said in words.
func NewDate(d edtf.Date) *Date {
	if d.IsZero() {
		return nil
	}
	plain := strings.NewReplacer("?", "", "~", "", "%", "").Replace(d.String())
	date := &Date{edtf: d.String(), Circa: d.Approximate() || d.Uncertain()}
	switch d.Kind() {
	case edtf.Calendar:
		date.Parts = parts(plain)
	case edtf.Season:
		year, code, _ := strings.Cut(plain, "-")
		date.Parts, date.Season = parts(year), season(code)
	case edtf.Interval:
		from, to, _ := strings.Cut(plain, "/")
		if first, last := parts(from), parts(to); first != nil && last != nil {
			date.Parts = slices.CompactFunc(append(first, last...), slices.Equal)
		}
	}
	if !date.said(d.Kind()) {
		return &Date{edtf: d.String(), Literal: d.Humanize()}
	}
	return date
}

// EDTF returns the date as it was given, or "" for none.
func (d *Date) EDTF() string {
	if d == nil {
		return ""
	}
	return d.edtf
}

// said reports whether the parts say all of a date of that kind.
func (d *Date) said(kind edtf.Kind) bool {
	switch kind {
	case edtf.Calendar:
		return len(d.Parts) == 1
	case edtf.Season:
		return len(d.Parts) == 1 && d.Season != 0
	}
	return len(d.Parts) > 0 && len(d.Parts[0]) == len(d.Parts[len(d.Parts)-1])
}

func season(code string) int {
	n, _ := strconv.Atoi(code)
	if n >= 21 && n <= 24 {
		return n - 20
	}
	return 0
}

// parts are year, month and day of a date, as many as are written, or nothing if it is not of this calendar and era.
func parts(s string) [][]int {
	m := point.FindStringSubmatch(s)
	if m == nil || m[2] > "12" {
		return nil
	}
	var numbers []int
	for _, digits := range m[1:] {
		if n, err := strconv.Atoi(digits); err == nil {
			numbers = append(numbers, n)
		}
	}
	return [][]int{numbers}
}
