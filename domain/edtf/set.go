package edtf

import "strings"

// set reads [a,b] and {a,b} (Level 2, Set representation).
func (c cursor) set() (expression, error) {
	kind, closing := OneOf, byte(']')
	if c.text[0] == '{' {
		kind, closing = AllOf, '}'
	}
	if c.text[c.end-1] != closing {
		return expression{}, c.failAt(c.end, "set is not closed", "end it with "+string(closing))
	}
	members, err := c.slice(1, c.end-1).members()
	if err != nil {
		return expression{}, err
	}
	return expression{kind: kind, members: members}, nil
}

func (c cursor) members() ([]member, error) {
	var members []member
	for {
		comma := strings.IndexByte(c.rest(), ',')
		last := comma < 0
		element := c
		if !last {
			element = c.slice(c.pos, c.pos+comma)
		}
		m, err := element.member()
		if err != nil {
			return nil, err
		}
		members = append(members, m)
		if err := c.checkPlace(m, len(members) == 1, last); err != nil {
			return nil, err
		}
		if last {
			return members, nil
		}
		c.pos = element.end + 1
	}
}

// member reads a date, a range a..b, or a date with everything before or after it,
// ..a and b.. .
func (c cursor) member() (member, error) {
	text := c.rest()
	dots := strings.Index(text, "..")
	switch {
	case text == "" || text == "..":
		return member{}, c.fail("set member without a date", "write a date between the commas")
	case dots < 0:
		known, err := c.knownBound("a set")
		return member{alone: true, from: known, to: known}, err
	case dots == 0:
		to, err := c.slice(c.pos+2, c.end).knownBound("a set")
		return member{from: bound{edge: Open, at: c.pos}, to: to}, err
	case dots == len(text)-2:
		from, err := c.slice(c.pos, c.end-2).knownBound("a set")
		return member{from: from, to: bound{edge: Open, at: c.end - 2}}, err
	}
	return c.memberRange(c.pos + dots)
}

func (c cursor) memberRange(dots int) (member, error) {
	from, err := c.slice(c.pos, dots).knownBound("a set")
	if err != nil {
		return member{}, err
	}
	to, err := c.slice(dots+2, c.end).knownBound("a set")
	if err != nil {
		return member{}, err
	}
	m := member{from: from, to: to}
	return m, c.checkOrder(m)
}

// checkPlace allows ..a only as the first member and b.. only as the last.
func (c cursor) checkPlace(m member, first, last bool) error {
	switch {
	case m.from.edge == Open && !first:
		return c.failAt(m.from.at, "open start inside a set", "write ..date as the first member")
	case m.to.edge == Open && !last:
		return c.failAt(m.to.at, "open end inside a set", "write date.. as the last member")
	}
	return nil
}
