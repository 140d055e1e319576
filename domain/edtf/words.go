package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Humanize says the day in English, "7 May 1964", or "no day".
func (d Day) Humanize() string {
	if d.IsZero() {
		return "no day"
	}
	return strconv.Itoa(int(d.day)) + " " + d.Month().String() + " " + yearName(d.year)
}

// Between says two days as the ends of a period, for words such as "between 4 and 20 September 1964": the month and the
// year, with its era, are said once where both share them.
func Between(first, last Day) (from, to string) {
	to = last.Humanize()
	switch day := strconv.Itoa(int(first.day)); {
	case first.IsZero() || first.year != last.year:
		return first.Humanize(), to
	case first.month == last.month:
		return day, to
	default:
		return day + " " + first.Month().String(), to
	}
}

// words says the point without its doubts.
func (p point) words() string {
	switch {
	case p.clock != "":
		return p.first.Humanize() + ", " + clockWords(p.clock)
	case p.season != 0:
		return p.seasonWords()
	case p.month.mask == "":
		return p.year.words()
	case p.day.mask == "":
		return p.monthWords()
	}
	return p.dayWords()
}

// plainParts are the pieces of a calendar date written without X; "" for those not written.
// They are all "" for any other date.
type plainParts struct{ day, month, year string }

func (p point) plainParts() plainParts {
	month, hasMonth := plain(p.month.mask)
	day, hasDay := plain(p.day.mask)
	masked := p.year.mask != "" || hasMonth != (p.month.mask != "") || hasDay != (p.day.mask != "")
	if masked || p.kind() != Calendar {
		return plainParts{}
	}
	parts := plainParts{year: p.year.words()}
	if hasMonth {
		parts.month = time.Month(month).String()
	}
	if hasDay {
		parts.day = strconv.FormatInt(day, 10)
	}
	return parts
}

func (p plainParts) dayAndMonth() string {
	return strings.TrimSpace(p.day + " " + p.month)
}

func (p point) plainYear() bool {
	parts := p.plainParts()
	return parts.year != "" && parts.month == "" && !p.year.standsAlone
}

func (p point) dayWords() string {
	_, plainMonth := plain(p.month.mask)
	switch {
	case p.first == p.last:
		return p.first.Humanize()
	case p.day.mask == "XX" && p.month.mask == "XX":
		return "some day of " + p.year.inside()
	case p.day.mask == "XX" && plainMonth:
		return "some day of " + p.monthWords()
	case !strings.Contains(p.month.mask+p.day.mask, "X"):
		return fmt.Sprintf("%d %s", p.first.day, p.monthWords())
	}
	return "some day from " + p.first.Humanize() + " to " + p.last.Humanize() + ", " + p.masks()
}

// masks writes the point without its qualifiers.
func (p point) masks() string {
	year := p.year.mask
	if year == "" {
		year = fmt.Sprintf("%04d", max(p.year.low, -p.year.low))
	}
	if p.year.low < 0 {
		year = "-" + year
	}
	return year + "-" + p.month.mask + "-" + p.day.mask
}

func (p point) monthWords() string {
	var names []string
	for month := int64(1); month <= 12; month++ {
		if fits(p.month.mask, month) {
			names = append(names, time.Month(month).String())
		}
	}
	switch {
	case len(names) == 12:
		return "some month of " + p.year.inside()
	case len(names) > 3: // 0X
		return "some month from " + names[0] + " to " + names[len(names)-1] + " of " + p.year.inside()
	case p.year.mask != "":
		return joinWords(names, "or") + " of " + p.year.inside()
	}
	return joinWords(names, "or") + " " + p.year.words()
}

func (p point) seasonWords() string {
	name, note := seasonName(p.season)
	months, count := seasonMonths(p.season)
	switch {
	case p.season >= 33 || p.year.mask != "":
		return name + " of " + p.year.inside() + note
	case months+count-1 > 12:
		return name + " " + yearRange(p.year.low, p.year.low+1) + note
	}
	return name + " " + p.year.words() + note
}

func seasonName(code int) (name, note string) {
	ordinals := []string{"first", "second", "third", "fourth"}
	switch {
	case code >= 40:
		return ordinals[code-40] + " half", ""
	case code >= 37:
		return ordinals[code-37] + " four months", ""
	case code >= 33:
		return ordinals[code-33] + " quarter", ""
	case code >= 29:
		note = " (southern hemisphere)"
	case code >= 25:
		note = " (northern hemisphere)"
	}
	return []string{"spring", "summer", "autumn", "winter"}[(code-firstSeason)%4], note
}

// words says the year, or the years that it can be.
func (y year) words() string {
	switch {
	case y.significant > 0:
		return yearRange(y.low, y.high) + ", estimated " + yearName(y.value)
	case y.mask == "" && y.standsAlone:
		return "year " + yearName(y.low)
	case y.mask == "":
		return yearName(y.low)
	case y.decade():
		return yearName(y.low) + "s"
	case y.mask == "XXXX" && !y.negative:
		return "some year"
	case strings.Contains(strings.TrimRight(y.mask, "X"), "X"):
		return "some year from " + yearName(y.low) + " to " + yearName(y.high) + ", " + y.mask
	}
	return "some year " + yearRange(y.low, y.high)
}

// inside is words for use after "of".
func (y year) inside() string {
	if y.decade() {
		return "the " + y.words()
	}
	return y.words()
}

func (y year) decade() bool {
	return y.low >= 1000 && strings.IndexByte(y.mask, 'X') == 3
}

// yearName turns an astronomical year into the historian's: 0 is 1 BC, -43 is 44 BC. The era is always said before
// Christ, and after only of years below 1000, which alone could be taken for another number.
func yearName(number int64) string {
	switch {
	case number <= 0:
		return grouped(1-number) + " BC"
	case number < 1000:
		return "AD " + grouped(number)
	}
	return grouped(number)
}

// yearRange says the era once if both years share it.
func yearRange(low, high int64) string {
	first, last := yearName(low), yearName(high)
	switch {
	case high <= 0:
		first = strings.TrimSuffix(first, " BC")
	case low > 0:
		last = strings.TrimPrefix(last, "AD ")
	}
	return first + "-" + last
}

// grouped writes a number with commas between thousands if it has five digits or more.
func grouped(number int64) string {
	written := strconv.FormatInt(number, 10)
	if len(written) < 5 {
		return written
	}
	for i := len(written) - 3; i > 0; i -= 3 {
		written = written[:i] + "," + written[i:]
	}
	return written
}

func clockWords(clock string) string {
	local, zone := clock[:8], clock[8:]
	switch zone {
	case "":
		return local
	case "Z":
		return local + " UTC"
	}
	return local + " UTC" + zone
}
