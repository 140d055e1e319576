package cite

import (
	"strconv"
	"strings"
	"time"
)

// order is how a style writes a day.
type order int

const (
	dayFirst   order = iota // 7 May 1964
	monthFirst              // May 7, 1964
)

var seasons = []string{"", "Spring", "Summer", "Autumn", "Winter"}

// words says a date in the order of a style; a range shares what its ends have in common.
func (d *Date) words(o order) string {
	switch {
	case d.Literal != "":
		return d.Literal
	case d.Season != 0:
		return seasons[d.Season] + " " + strconv.Itoa(d.Parts[0][0])
	case len(d.Parts) == 2:
		return o.between(d.Parts[0], d.Parts[1])
	}
	return o.day(d.Parts[0])
}

// years says only the year or years of a date, or all of it where it is in words.
func (d *Date) years() string {
	if d.Literal != "" {
		return d.Literal
	}
	first, last := d.Parts[0][0], d.Parts[len(d.Parts)-1][0]
	if first == last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

func (o order) day(parts []int) string {
	return o.joined(o.inYear(parts), strconv.Itoa(parts[0]), len(parts) == 3)
}

// joined puts the year after what comes before it: after a day the month-first order has a comma.
func (o order) joined(before, year string, hasDay bool) string {
	switch {
	case before == "":
		return year
	case o == monthFirst && hasDay:
		return before + ", " + year
	}
	return before + " " + year
}

// inYear is the month and day of a date without its year.
func (o order) inYear(parts []int) string {
	var words []string
	if len(parts) > 1 {
		words = append(words, time.Month(parts[1]).String())
	}
	if len(parts) > 2 {
		words = append(words, strconv.Itoa(parts[2]))
	}
	if o == dayFirst && len(words) == 2 {
		words[0], words[1] = words[1], words[0]
	}
	return strings.Join(words, " ")
}

func (o order) between(from, to []int) string {
	year := strconv.Itoa(from[0])
	switch {
	case from[0] != to[0]:
		return o.day(from) + "–" + o.day(to)
	case len(from) == 3 && from[1] == to[1]:
		days := strconv.Itoa(from[2]) + "–" + strconv.Itoa(to[2])
		month := time.Month(from[1]).String()
		if o == monthFirst {
			return month + " " + days + ", " + year
		}
		return days + " " + month + " " + year
	}
	return o.joined(o.inYear(from)+"–"+o.inYear(to), year, len(from) == 3)
}
