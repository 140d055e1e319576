package edtf

import "strings"

// readClock reads the time of day after T: hh:mm:ss, then nothing for local time, Z, or
// an offset +hh, -hh, +hh:mm, -hh:mm (Level 0, Date and Time).
func (c *cursor) readClock(p *point) error {
	from := c.pos
	if !p.exactDay() {
		return c.failAt(from-1, "time of day without an exact day",
			"write it after a day without X and qualifiers")
	}
	if err := c.clockNumbers("hour 23", "minute 59", "second 59"); err != nil {
		return err
	}
	if !c.accept('Z') && (c.peek() == '+' || c.peek() == '-') {
		if err := c.offset(); err != nil {
			return err
		}
	}
	p.clock = c.text[from:c.pos]
	return nil
}

// exactDay reports whether the day is one, and undoubted.
func (p point) exactDay() bool {
	masks := p.year.mask + p.month.mask + p.day.mask
	return !p.doubtful() && p.day.mask != "" && !strings.Contains(masks, "X")
}

// offset reads a sign and a difference from UTC: 12 hours behind to 14 ahead.
func (c *cursor) offset() error {
	at := c.pos
	negative := c.peek() == '-'
	c.pos++
	if err := c.clockNumbers("offset hour 14"); err != nil {
		return err
	}
	if c.accept(':') {
		if err := c.clockNumbers("offset minute 59"); err != nil {
			return err
		}
	}
	switch written := c.text[at+1 : c.pos]; {
	case written > "14:00" || negative && written > "12:00":
		return c.failAt(at, "offset is out of reach", "write -12:00 to +14:00")
	case negative && strings.Trim(written, "0:") == "":
		return c.failAt(at, "offset minus zero", "write Z")
	}
	return nil
}

// clockNumbers reads numbers of two digits with colons between. Each limit names the
// number and ends with the greatest one.
func (c *cursor) clockNumbers(limits ...string) error {
	for i, limit := range limits {
		if i > 0 && !c.accept(':') {
			return c.fail("time of day breaks off", "write hours, minutes and seconds as 23:20:30")
		}
		at := c.pos
		written := c.run(digits)
		most := limit[len(limit)-2:]
		if len(written) != 2 || written > most {
			return c.failAt(at, limit[:len(limit)-3]+" "+written+" does not exist",
				"write 00 to "+most)
		}
	}
	return nil
}
