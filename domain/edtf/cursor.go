package edtf

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// cursor reads text from pos up to end. Offsets in errors are those of the whole text.
type cursor struct {
	text     string
	pos, end int
}

func (c cursor) slice(from, to int) cursor { return cursor{c.text, from, to} }

func (c cursor) rest() string { return c.text[c.pos:c.end] }

func (c cursor) done() bool { return c.pos >= c.end }

// peek returns the next byte, or 0 at the end.
func (c cursor) peek() byte {
	if c.done() {
		return 0
	}
	return c.text[c.pos]
}

func (c *cursor) accept(b byte) bool {
	if c.done() || c.text[c.pos] != b {
		return false
	}
	c.pos++
	return true
}

// run reads the bytes that belong to the alphabet.
func (c *cursor) run(alphabet string) string {
	from := c.pos
	for !c.done() && strings.IndexByte(alphabet, c.text[c.pos]) >= 0 {
		c.pos++
	}
	return c.text[from:c.pos]
}

func (c cursor) fail(problem, remedy string) error { return c.failAt(c.pos, problem, remedy) }

func (c cursor) failAt(offset int, problem, remedy string) error {
	return &ParseError{Text: c.text, Offset: offset, Problem: problem, Remedy: remedy}
}

// checkAlphabet refuses characters that EDTF never uses, with a word on the usual slips.
func (c cursor) checkAlphabet() error {
	for i, r := range c.text {
		if r < utf8.RuneSelf && strings.ContainsRune("0123456789-/.,:?~%+[]{}TZXYES", r) {
			continue
		}
		problem := fmt.Sprintf("character %q is not used in dates", r)
		switch r {
		case ' ', '\t', '\n', '\r', '\u00a0':
			return c.failAt(i, "space inside a date", "leave it out")
		case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212':
			return c.failAt(i, problem, "write - inside a date and / between start and end")
		case 'x', 'u', 'U':
			return c.failAt(i, problem, "write X for a digit not specified")
		case 't', 'z', 'y', 'e', 's':
			return c.failAt(i, problem, "write "+strings.ToUpper(string(r)))
		}
		return c.failAt(i, problem, "write digits as in 1964-05-07")
	}
	return nil
}
