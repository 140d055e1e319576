package domain

import (
	"fmt"
	"strings"
)

// Problem is one breach of a rule: which record, which of its fields (as written in dossier files, with dots and
// indexes as in "terms.date" or "cite[1]"; empty for the record as a whole), what to do about it, and the rule.
type Problem struct {
	Section Section
	ID      string
	Field   string
	Message string
	Rule    Rule
}

// String returns the problem on one line.
func (p Problem) String() string {
	where := fmt.Sprintf("%s %s", p.Section, p.ID)
	if p.Field != "" {
		where += " " + p.Field
	}
	return where + ": " + p.Message
}

// Problems is every breach found, in the order of the record. It is an error when it is not empty.
type Problems []Problem

// Error lists all problems, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Err returns an [Error] of kind [Invalid] that wraps the problems, or nil if there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Message: ps.Error(), Err: ps}
}
