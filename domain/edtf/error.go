package edtf

import (
	"fmt"
	"strconv"
)

// ParseError says why a string is not a date: where, what is wrong, and what to write.
type ParseError struct {
	Text    string // the string as given, cut short if it was too long to read
	Offset  int    // characters, all of them ASCII, before the offending one
	Problem string // "month 13 does not exist"
	Remedy  string // "write 01 to 12, or 21 to 41 for a season or quarter"; may be empty
}

// Error gives the string, the character counted from 1, the problem and the remedy.
func (e *ParseError) Error() string {
	quoted := strconv.Quote(e.Text)
	message := e.Problem
	if e.Text != "" {
		message = fmt.Sprintf("%s, character %d: %s", quoted[1:len(quoted)-1], e.Offset+1, e.Problem)
	}
	if e.Remedy == "" {
		return message
	}
	return message + "; " + e.Remedy
}
