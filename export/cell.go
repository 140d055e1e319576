package export

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// cellUnits is how many UTF-16 units a cell of a worksheet holds, from Excel's specification.
const cellUnits = 32767

// cutMark ends a text that a cell cannot hold whole.
const cutMark = " […]"

// cuts are the cells whose texts were cut, so that the workbook says so.
type cuts struct {
	count int
	first []string // the first of them, such as B17
}

// shorten cuts a text to what a cell holds, and remembers the cell if that took anything away.
func (c *cuts) shorten(text []byte, letters string, row int) []byte {
	units, fits := 0, 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		units++
		if r > 0xffff {
			units++
		}
		i += size
		if units <= cellUnits-len([]rune(cutMark)) {
			fits = i
		}
	}
	if units <= cellUnits {
		return text
	}
	if c.count++; c.count <= 20 {
		c.first = append(c.first, letters+strconv.Itoa(row))
	}
	return append(text[:fits:fits], cutMark...)
}

// String says which cells were cut, or that none was.
func (c *cuts) String() string {
	if c.count == 0 {
		return "none"
	}
	more := ""
	if c.count > len(c.first) {
		more = " and others"
	}
	return fmt.Sprintf("%d, which end with%s, because a cell holds %d characters; the CSV has them whole: %s%s",
		c.count, cutMark, cellUnits, strings.Join(c.first, ", "), more)
}

// firstSerial is the number of 1 March 1900, before which programs disagree, because the first of them took that year for
// a leap year.
const firstSerial = 61

// serial returns the number by which spreadsheets know a day, or 0 for a text that is no day or one they do not all know:
// they reach from 1 March 1900 to the end of 9999.
func serial(text []byte) int {
	if len(text) != len("2006-01-02") || text[4] != '-' || text[7] != '-' {
		return 0
	}
	year, month, day := digits(text[:4]), digits(text[5:7]), digits(text[8:])
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return 0
	}
	const secondsOfDay = 24 * 60 * 60
	n := int((t.Unix() - time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Unix()) / secondsOfDay)
	if n < firstSerial {
		return 0
	}
	return n
}

// digits is the number that decimal digits make, or -1.
func digits(text []byte) int {
	n := 0
	for _, b := range text {
		if b < '0' || b > '9' {
			return -1
		}
		n = n*10 + int(b-'0')
	}
	return n
}

// appendXML appends a text as the content of an element. A character that XML has no place for, and an underscore that
// could be taken for the start of such, is written as ECMA-376 says of ST_Xstring: _x001F_. What is not UTF-8 becomes the
// replacement character.
func appendXML(buf, text []byte) []byte {
	start := 0
	for i := 0; i < len(text); {
		size := 1
		if b := text[i]; b >= utf8.RuneSelf {
			_, size = utf8.DecodeRune(text[i:])
		}
		if with := escape(text[i:], size); with != "" {
			buf = append(append(buf, text[start:i]...), with...)
			start = i + size
		}
		i += size
	}
	return append(buf, text[start:]...)
}

// escape returns what stands for the character of that size at the start of a text, or "" if it stands for itself.
func escape(text []byte, size int) string {
	switch b := text[0]; {
	case b >= utf8.RuneSelf:
		return escapeRune(text[:size])
	case b == '&':
		return "&amp;"
	case b == '<':
		return "&lt;"
	case b == '>':
		return "&gt;"
	case b == '_' && isEscape(text):
		return "_x005F_"
	case b < ' ' && b != '\t' && b != '\n':
		return fmt.Sprintf("_x%04X_", b)
	}
	return ""
}

func escapeRune(char []byte) string {
	switch r, size := utf8.DecodeRune(char); {
	case r == utf8.RuneError && size == 1:
		return string(utf8.RuneError)
	case r == 0xfffe || r == 0xffff:
		return fmt.Sprintf("_x%04X_", r)
	}
	return ""
}

// isEscape reports whether a text begins like _x001F_.
func isEscape(text []byte) bool {
	if len(text) < len("_x001F_") || text[1] != 'x' || text[6] != '_' {
		return false
	}
	for _, b := range text[2:6] {
		if !('0' <= b && b <= '9' || 'A' <= b && b <= 'F' || 'a' <= b && b <= 'f') {
			return false
		}
	}
	return true
}
