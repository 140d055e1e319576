package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"

	"pourparler/domain"
)

// same reads two CSV files beside one another and returns how many rows they have, or an error of kind
// [domain.Conflict] that names the first row in which they differ. They may quote differently; the header is not compared,
// for the one may name columns as readers know them and the other as the database does.
func same(ours, theirs io.Reader) (rows int, err error) {
	a, b := rowsOf(ours), rowsOf(theirs)
	for ; ; rows++ {
		x, errX := a.Read()
		y, errY := b.Read()
		switch {
		case errX == io.EOF && errY == io.EOF:
			return max(0, rows-1), nil
		case errX != nil || errY != nil:
			return rows, domain.Errorf(domain.Conflict, "after %d rows: %w", rows, errors.Join(side("ours", errX), side("sqlite3's", errY)))
		case len(x) != len(y) || rows > 0 && !slices.Equal(x, y):
			return rows, domain.Errorf(domain.Conflict, "row %d is %q here and %q from sqlite3", rows, x, y)
		}
	}
}

func rowsOf(r io.Reader) *csv.Reader {
	rows := csv.NewReader(r)
	rows.ReuseRecord = true
	return rows
}

// side says whose file an error is in.
func side(whose string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", whose, err)
}
