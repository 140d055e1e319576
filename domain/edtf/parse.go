package edtf

import "strings"

// maxLength is the longest string read, in bytes: room for a set of sixteen days.
const maxLength = 200

// Parse reads one EDTF string. It accepts levels 0, 1 and 2 of the Library of Congress
// specification and nothing else: no spaces around the date, no basic format. The
// error is a [*ParseError]. Days that no calendar has, and intervals that end before
// they start, are errors too.
func Parse(text string) (Date, error) {
	tree, err := parse(text)
	if err != nil {
		return Date{}, err
	}
	return tree.date(text), nil
}

// expression is what a string says, before it is reduced to a Date.
type expression struct {
	kind    Kind
	members []member // one, but for sets
}

// member is one element of a set, or all of any other expression. A single point has
// alone set, and stands at both ends.
type member struct {
	alone    bool
	from, to bound
}

// bound is one end of a member: a point if the edge is Known.
type bound struct {
	edge  Edge
	point point
	at    int // offset in the string
}

// limit is the edge of a bound: that of a point in a year of which nothing is said is not known.
func (b bound) limit() Edge {
	if b.edge == Known && b.point.year.unspecified() {
		return Unknown
	}
	return b.edge
}

func single(p point) member {
	end := bound{edge: Known, point: p}
	return member{alone: true, from: end, to: end}
}

// points returns the points written, in order.
func (m member) points() []point {
	switch {
	case m.alone || m.to.edge != Known:
		return []point{m.from.point}
	case m.from.edge != Known:
		return []point{m.to.point}
	}
	return []point{m.from.point, m.to.point}
}

func parse(text string) (expression, error) {
	c := cursor{text: text, end: len(text)}
	switch {
	case text == "":
		return expression{}, c.fail("the date is empty", "write one, or leave it out altogether")
	case len(text) > maxLength:
		c.text = text[:40] + "..."
		return expression{}, c.fail("date is longer than 200 bytes", "write a shorter set")
	}
	if err := c.checkAlphabet(); err != nil {
		return expression{}, err
	}
	switch {
	case text[0] == '[' || text[0] == '{':
		return c.set()
	case strings.Contains(text, "/"):
		return c.interval()
	}
	p, err := c.wholePoint()
	if err != nil {
		return expression{}, err
	}
	return expression{kind: p.kind(), members: []member{single(p)}}, nil
}

// date reduces the expression to its bounds and qualities.
func (e expression) date(text string) Date {
	d := Date{text: text, kind: e.kind, start: Known, end: Known, precision: ToSecond}
	for _, m := range e.members {
		if edge := m.from.limit(); edge != Known {
			d.start = edge
		}
		if edge := m.to.limit(); edge != Known {
			d.end = edge
		}
		d.extend(m)
	}
	return d
}

// extend makes room for a member. A range begins with its start and ends with its end,
// even if one of them is the coarser: 1964/1964-05 ends in May.
func (d *Date) extend(m member) {
	points := m.points()
	from, to := points[0], points[len(points)-1]
	switch {
	case from.year.unspecified():
		from = to
	case to.year.unspecified():
		to = from
	}
	first, last := from.first, to.last
	if d.first.IsZero() || first.Compare(d.first) < 0 {
		d.first = first
	}
	if d.last.Compare(last) < 0 {
		d.last = last
	}
	for _, p := range points {
		d.precision = min(d.precision, p.precision())
		for _, q := range p.qualifiers {
			d.approximate = d.approximate || q&approximate != 0
			d.uncertain = d.uncertain || q&uncertain != 0
		}
	}
}

// interval reads start/end (Level 0, Time Interval; Level 1, Extended Interval).
func (c cursor) interval() (expression, error) {
	slash := strings.IndexByte(c.text, '/')
	if more := strings.IndexByte(c.text[slash+1:], '/'); more >= 0 {
		return expression{}, c.failAt(slash+1+more, "second /",
			"write one interval, start/end, or a set in [] or {}")
	}
	from, err := c.slice(0, slash).intervalEnd()
	if err != nil {
		return expression{}, err
	}
	to, err := c.slice(slash+1, c.end).intervalEnd()
	if err != nil {
		return expression{}, err
	}
	m := member{from: from, to: to}
	if from.edge != Known && to.edge != Known {
		return expression{}, c.failAt(0, "interval without a date",
			"write at least its start or its end")
	}
	return expression{kind: Interval, members: []member{m}}, c.checkOrder(m)
}

// intervalEnd reads one side of an interval: a date, ".." if open, nothing if unknown.
func (c cursor) intervalEnd() (bound, error) {
	switch c.rest() {
	case "":
		return bound{edge: Unknown, at: c.pos}, nil
	case "..":
		return bound{edge: Open, at: c.pos}, nil
	}
	return c.knownBound("an interval")
}

// knownBound reads a date that stands inside something else, where the specification
// has no time of day.
func (c cursor) knownBound(inside string) (bound, error) {
	at := c.pos
	p, err := c.wholePoint()
	if err != nil {
		return bound{}, err
	}
	if p.kind() == Moment {
		clock := at + strings.IndexByte(c.text[at:], 'T')
		return bound{}, c.failAt(clock, "time of day inside "+inside, "write the day only")
	}
	return bound{edge: Known, point: p, at: at}, nil
}

// checkOrder fails if a member ends before it starts, whatever days it means.
func (c cursor) checkOrder(m member) error {
	if m.from.edge != Known || m.to.edge != Known {
		return nil
	}
	if m.to.point.last.Compare(m.from.point.first) >= 0 {
		return nil
	}
	return c.failAt(m.to.at, "end "+m.to.point.last.String()+" is before start "+
		m.from.point.first.String(), "write the earlier date first")
}
