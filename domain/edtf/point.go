package edtf

import (
	"fmt"
	"time"
)

const (
	digits       = "0123456789"
	maskedDigits = digits + "X"
)

// qualifier is a set of the two doubts (Level 1, Qualification of a date).
type qualifier uint8

const (
	uncertain   qualifier = 1 << iota // ?
	approximate                       // ~
)

// point is one date without interval or set around it.
type point struct {
	year       year
	month, day part
	season     int    // code 21 to 41, or 0
	clock      string // time of day as written after T, or ""
	// qualifiers of year, month or season, and day, as many as written
	qualifiers  []qualifier
	first, last Day
}

// part is a month or day of two digits, each perhaps X; "" if not written.
type part struct {
	mask string
	at   int
}

func (p point) kind() Kind {
	switch {
	case p.clock != "":
		return Moment
	case p.season != 0:
		return Season
	}
	return Calendar
}

// doubtful reports whether any component is qualified.
func (p point) doubtful() bool {
	for _, q := range p.qualifiers {
		if q != 0 {
			return true
		}
	}
	return false
}

func (p point) precision() Precision {
	switch {
	case p.clock != "":
		return ToSecond
	case p.day.mask != "":
		return ToDay
	case p.month.mask != "":
		return ToMonth
	case p.season != 0:
		return ToSeason
	}
	return ToYear
}

// wholePoint reads a point that takes up everything there is.
func (c *cursor) wholePoint() (point, error) {
	p, err := c.components()
	if err != nil {
		return point{}, err
	}
	if !c.done() {
		return point{}, c.unexpected(p)
	}
	return p, c.setSpan(&p)
}

func (c cursor) unexpected(p point) error {
	next := string(c.peek())
	switch {
	case p.season != 0 && next == "-":
		return c.fail("a season has no days", "write the months or days instead")
	case p.year.standsAlone && next == "-":
		return c.fail("month after a year with Y or S", "write the year alone")
	case next == "?" || next == "~" || next == "%":
		return c.fail("second qualifier "+next, "write % for uncertain and approximate")
	}
	return c.fail("unexpected "+next, "write a date like 1964, 1964-05 or 1964-05-07")
}

// components reads year, month or season, day and clock, with their qualifiers.
func (c *cursor) components() (point, error) {
	var p point
	read := []func(*point) error{c.readYear, c.readMonth, c.readDay}
	for i, readPart := range read {
		if i > 0 && (p.season != 0 || p.year.standsAlone || !c.accept('-')) {
			break
		}
		left := c.qualifier()
		if err := readPart(&p); err != nil {
			return p, err
		}
		p.qualifiers = append(p.qualifiers, left)
		right := c.qualifier()
		for j := range p.qualifiers {
			p.qualifiers[j] |= right
		}
	}
	if c.accept('T') {
		return p, c.readClock(&p)
	}
	return p, nil
}

// qualifier reads the doubt written here, if any. To the left of a component it
// concerns that component; to the right, also all before it (Level 2, Qualification).
func (c *cursor) qualifier() qualifier {
	switch {
	case c.accept('?'):
		return uncertain
	case c.accept('~'):
		return approximate
	case c.accept('%'):
		return uncertain | approximate
	}
	return 0
}

func (c *cursor) readMonth(p *point) error {
	mask, err := c.readPart("month", "write 01 to 12, or XX")
	if err != nil {
		return err
	}
	if number, ok := plain(mask.mask); ok && number >= firstSeason && number <= lastSeason {
		p.season = int(number)
		return nil
	}
	if !anyFits(mask.mask, 12) {
		return c.failAt(mask.at, "month "+mask.mask+" does not exist",
			"write 01 to 12, or 21 to 41 for a season or quarter")
	}
	p.month = mask
	return nil
}

func (c *cursor) readDay(p *point) error {
	mask, err := c.readPart("day", "write 01 to 31, or XX")
	if err != nil {
		return err
	}
	if !anyFits(mask.mask, 31) {
		return c.failAt(mask.at, "day "+mask.mask+" does not exist", "write 01 to 31")
	}
	p.day = mask
	return nil
}

func (c *cursor) readPart(name, remedy string) (part, error) {
	at := c.pos
	mask := c.run(maskedDigits)
	switch {
	case mask == "":
		return part{}, c.failAt(at, "no "+name+" here", remedy)
	case len(mask) != 2:
		return part{}, c.failAt(at, name+" "+mask+" is not two digits", remedy)
	}
	return part{mask, at}, nil
}

// setSpan finds the first and last day of the point, or says why it has none.
func (c cursor) setSpan(p *point) error {
	if p.season != 0 {
		p.first, p.last = seasonSpan(p.season, p.year)
		return nil
	}
	if p.plainSpan() {
		return nil
	}
	var found bool
	if p.first, found = p.seek(false); !found {
		return c.impossibleDay(*p)
	}
	p.last, _ = p.seek(true)
	return nil
}

// plainSpan finds the days of a point that leaves no digit open, as most do, without trying any. It reports whether it
// did.
func (p *point) plainSpan() bool {
	month, hasMonth := plain(p.month.mask)
	day, hasDay := plain(p.day.mask)
	if p.year.low != p.year.high || hasMonth != (p.month.mask != "") || hasDay != (p.day.mask != "") {
		return false
	}
	first, last := Day{p.year.low, 1, 1}, Day{p.year.low, 12, 31}
	if hasMonth {
		first.month, last.month = int8(month), int8(month)
		last.day = int8(daysIn(p.year.low, int(month)))
	}
	if hasDay && day > int64(last.day) {
		return false
	}
	if hasDay {
		first.day, last.day = int8(day), int8(day)
	}
	p.first, p.last = first, last
	return true
}

func (c cursor) impossibleDay(p point) error {
	problem := fmt.Sprintf("day %s does not exist in month %s", p.day.mask, p.month.mask)
	month, plainMonth := plain(p.month.mask)
	if !plainMonth || p.year.mask != "" {
		return c.failAt(p.day.at, problem, "write a day that the month has in such a year")
	}
	remedy := fmt.Sprintf("%s %s has days 01 to %d",
		time.Month(month), p.year.words(), daysIn(p.year.low, int(month)))
	return c.failAt(p.day.at, problem, remedy)
}

// seek finds the first day that fits the point, or backwards the last.
func (p point) seek(backwards bool) (Day, bool) {
	for y := range sweep(p.year.low, p.year.high, backwards) {
		if !p.year.fits(y) {
			continue
		}
		for m := range sweep(1, 12, backwards) {
			if !fits(p.month.mask, m) {
				continue
			}
			for d := range sweep(1, int64(daysIn(y, int(m))), backwards) {
				if fits(p.day.mask, d) {
					return Day{y, int8(m), int8(d)}, true
				}
			}
		}
	}
	return Day{}, false
}

// sweep yields the numbers from low to high, or from high to low.
func sweep(low, high int64, backwards bool) func(func(int64) bool) {
	from, step := low, int64(1)
	if backwards {
		from, step = high, -1
	}
	return func(yield func(int64) bool) {
		for n := from; n >= low && n <= high; n += step {
			if !yield(n) {
				return
			}
		}
	}
}
