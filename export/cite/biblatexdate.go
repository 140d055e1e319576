package cite

import (
	"regexp"

	"pourparler/domain/edtf"
)

// A date of biblatex is EDTF of the levels 0 and 1, as biber reads them: a year, month or day with a sign for doubt, a
// year with its last digits left out, a season, a year of more than four digits, and an interval of two, either open.
const biblatexPoint = `(?:-?\d{4}(?:-\d\d){0,2}[?~%]?|\d{2}XX|\d{3}X|Y-?\d{5,})`

var biblatexDate = regexp.MustCompile(`^(?:` + biblatexPoint + `|` + biblatexPoint + `?/` + biblatexPoint + `?)$`)

// biblatex is a date as biblatex reads it; an open end is left empty. Of any other, such as a set of days, it is the range
// of days that it can mean, and [Date.beyond] has the words.
func (d *Date) biblatex() string {
	if d == nil {
		return ""
	}
	if own, ok := d.levelOne(); ok {
		return own
	}
	return d.days
}

// levelOne is the date as it was given, its open ends left empty, and whether biblatex reads that.
func (d *Date) levelOne() (string, bool) {
	own := openEnds.ReplaceAllString(d.edtf, "")
	return own, own != "/" && biblatexDate.MatchString(own)
}

var openEnds = regexp.MustCompile(`^\.\.|\.\.$`)

// beyond is a date in words where biblatex cannot read all of it.
func (d *Date) beyond() string {
	if d == nil {
		return ""
	}
	if _, ok := d.levelOne(); ok {
		return ""
	}
	return d.words(dayFirst)
}

// days are the first and last day that a date can mean, as an interval, or "" where they do not have four digits of a year.
func days(d edtf.Date) string {
	first, from := d.Earliest()
	last, to := d.Latest()
	ends := [2]string{}
	if from == edtf.Known {
		ends[0] = first.String()
	}
	if to == edtf.Known {
		ends[1] = last.String()
	}
	if interval := ends[0] + "/" + ends[1]; interval != "/" && biblatexDate.MatchString(interval) {
		return interval
	}
	return ""
}
