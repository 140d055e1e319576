package edtf

import (
	"fmt"
	"strconv"
	"unicode/utf8"
)

// ParseError says why a string is not a date: where, what is wrong, and what to write.
type ParseError struct {
	Text    string // the string as given, cut short if it was too long to read
	Offset  int    // bytes before the offending character
	Problem string // "month 13 does not exist"
	Remedy  string // "write 01 to 12, or 21 to 41 for a season or quarter"; may be empty
}

// Error gives the string, the character counted from 1, the problem and the remedy.
func (e *ParseError) Error() string {
	quoted := strconv.Quote(e.Text)
	message := e.Problem
	if e.Text != "" {
		message = fmt.Sprintf("%s, character %d: %s", quoted[1:len(quoted)-1], e.column(), e.Problem)
	}
	if e.Remedy == "" {
		return message
	}
	return message + "; " + e.Remedy
}

// column counts characters, not bytes, from 1.
func (e *ParseError) column() int {
	return utf8.RuneCountInString(e.Text[:min(e.Offset, len(e.Text))]) + 1
}
