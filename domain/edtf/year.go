package edtf

import (
	"fmt"
	"strconv"
)

// year is every year the written one can mean: those from low to high that fit the mask.
type year struct {
	mask        string // four digits if any is X, else ""
	negative    bool   // the mask is of years before 0000
	low, high   int64
	significant int   // significant digits, or 0
	value       int64 // the year written, before significant digits widen it
	standsAlone bool  // written with Y or S: no month may follow
}

func (y year) fits(number int64) bool {
	if y.negative {
		number = -number
	}
	return fits(y.mask, number)
}

// reachRemedy is advice that can be followed: a record has no other years, whatever the standard can write.
const reachRemedy = "write a year from -9999 to 9999, in four digits"

// unspecified reports whether nothing is said of a year.
func (y year) unspecified() bool { return y.mask == "XXXX" }

func (c *cursor) readYear(p *point) error {
	var err error
	if c.accept('Y') {
		p.year, err = c.longYear()
	} else {
		p.year, err = c.shortYear()
	}
	if err != nil || !c.accept('S') {
		return err
	}
	return c.significance(&p.year)
}

// shortYear reads four digits, of which any may be X, perhaps after a minus sign.
func (c *cursor) shortYear() (year, error) {
	at := c.pos
	negative := c.accept('-')
	mask := c.run(maskedDigits)
	switch {
	case mask == "":
		return year{}, c.failAt(at, "no year here", "write a date like 1964, 1964-05 or 1964-05-07")
	case len(mask) != 4:
		return year{}, c.failAt(at, "year "+mask+" is not four digits", yearRemedy(mask))
	case negative && mask == "0000":
		return year{}, c.failAt(at, "year -0000 does not exist", "write 0000 for 1 BC")
	}
	if number, ok := plain(mask); ok {
		return exactly(signed(number, negative)), nil
	}
	low, high := fill(mask, '0'), fill(mask, '9')
	if negative {
		low, high = -high, min(-low, -1)
	}
	return year{mask: mask, negative: negative, low: low, high: high}, nil
}

func yearRemedy(mask string) string {
	switch _, isPlain := plain(mask); {
	case isPlain && len(mask) == 2:
		return "write " + mask + "XX for the hundred years"
	case isPlain && len(mask) == 3:
		return "write " + mask + "X for the ten years"
	case isPlain && len(mask) == 8:
		return "write " + mask[:4] + "-" + mask[4:6] + "-" + mask[6:]
	case isPlain && len(mask) > 4:
		return reachRemedy
	}
	return "write four digits, with leading zeros"
}

func exactly(number int64) year { return year{low: number, high: number, value: number} }

func signed(number int64, negative bool) int64 {
	if negative {
		return -number
	}
	return number
}

// longYear reads what follows Y: a year of more than four digits (Level 1, Letter-prefixed
// calendar year), perhaps with an exponent (Level 2, Exponential year).
func (c *cursor) longYear() (year, error) {
	at := c.pos
	negative := c.accept('-')
	written := c.run(digits)
	if written == "" || written[0] == '0' {
		return year{}, c.failAt(at, "year after Y does not start with 1 to 9",
			reachRemedy+", without Y")
	}
	zeros := int64(0)
	if c.accept('E') {
		exponent := c.run(digits)
		if exponent == "" {
			return year{}, c.fail("exponent without digits", reachRemedy)
		}
		zeros, _ = strconv.ParseInt(exponent, 10, 64) // out of range reads as the largest
	}
	size := int64(len(written))
	switch {
	case zeros > 12 || size+zeros > 12:
		return year{}, c.failAt(at, "year is out of reach", reachRemedy)
	case size+zeros < 5:
		return year{}, c.failAt(at, "year after Y has fewer than five digits",
			"write it without Y, in four digits")
	}
	number := fill(written, '0')
	for range zeros {
		number *= 10
	}
	exact := exactly(signed(number, negative))
	exact.standsAlone = true
	return exact, nil
}

// significance reads what follows S: how many digits are meant (Level 2, Significant
// digits). The year is then any that begins with these digits.
func (c *cursor) significance(y *year) error {
	at := c.pos
	written := c.run(digits)
	if y.mask != "" {
		return c.failAt(at-1, "significant digits of a year with X", "write X or S, not both")
	}
	magnitude := max(y.value, -y.value)
	size := len(strconv.FormatInt(magnitude, 10))
	count, err := strconv.Atoi(written)
	if err != nil || count < 1 || count > size || written[0] == '0' {
		return c.failAt(at, "significant digits must be a number",
			fmt.Sprintf("write S1 to S%d", size))
	}
	unit := int64(1)
	for range size - count {
		unit *= 10
	}
	least := magnitude / unit * unit
	most := least + unit - 1
	y.significant, y.standsAlone = count, true
	y.low, y.high = least, most
	if y.value < 0 {
		y.low, y.high = -most, -least
	}
	return nil
}
