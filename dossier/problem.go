package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pourparler/domain"
)

// Problem is one mistake in the files of a dossier. Line and Column count from 1, the column in
// characters; both are 0 for a file as a whole. Excerpt is the line with a caret below the place,
// or empty.
type Problem struct {
	File    string
	Line    int
	Column  int
	Message string
	Excerpt string
}

// String returns the problem as file:line:column and message, with the excerpt below it.
func (p Problem) String() string {
	where := p.File
	if p.Line > 0 {
		where = fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
	}
	if p.Excerpt == "" {
		return where + ": " + p.Message
	}
	return where + ": " + p.Message + "\n" + p.Excerpt
}

// Error is everything that is wrong with a dossier, in the order of files and lines. Unchecked is
// true when some part could not be read at all, so that the rules that hold between records were
// not checked.
type Error struct {
	Problems  []Problem
	Unchecked bool
}

// Error lists all problems.
func (e *Error) Error() string {
	lines := make([]string, 0, len(e.Problems)+1)
	for _, p := range e.Problems {
		lines = append(lines, p.String())
	}
	if e.Unchecked {
		lines = append(lines, "the rules between records were not checked: first correct what cannot be read")
	}
	return strings.Join(lines, "\n")
}

// invalid returns the error as one of the domain.
func (e *Error) invalid() error {
	slices.SortStableFunc(e.Problems, func(a, b Problem) int {
		return cmp.Or(compareFiles(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	e.Problems = slices.Compact(e.Problems)
	return &domain.Error{Kind: domain.Invalid, Message: e.Error(), Err: e}
}
