package table

import (
	"slices"
	"sync"

	"pourparler/domain/edtf"
)

// Register is a table that depends on nothing but the dossier. Its rows are made one at a time, since there may be
// millions of them.
type Register struct {
	Table               // without rows
	Size  int           // how many rows there are
	Row   func(int) Row // the row at an ordinal from 0; safe for use by several goroutines

	record func(int) Row   // the row of the record at an ordinal in the dossier
	sort   func(all []int) // puts ordinals in the dossier in the order of the table
}

// NewRegister returns the register of a table without rows: one row for each of so many records, in the order of the
// dossier, made by record from its ordinal there. Where a row has stances or dates, [Register.WithStances] and
// [Register.InTime] say so.
func NewRegister(t Table, size int, record func(int) Row) Register {
	return Register{Table: t, Size: size, Row: record, record: record, sort: func([]int) {}}
}

// Whole returns the table with all rows.
func (g Register) Whole() Table {
	t := g.Table
	t.Rows = make([]Row, g.Size)
	for i := range t.Rows {
		t.Rows[i] = g.Row(i)
	}
	return t
}

// Where returns the table of the records at the ordinals in the dossier that are wanted. No other row is made.
func (g Register) Where(wanted func(i int) bool) Table {
	var ordinals []int
	for i := range g.Size {
		if wanted(i) {
			ordinals = append(ordinals, i)
		}
	}
	g.sort(ordinals)
	t := g.Table
	t.Rows = make([]Row, len(ordinals))
	for i, ordinal := range ordinals {
		t.Rows[i] = g.record(ordinal)
	}
	return t
}

// InTime puts the rows in the order of their dates, those without one last, and keeps the order of the record among
// equals. when is the date of the record at an ordinal. The order is made when it is first asked for.
func (g Register) InTime(when func(i int) edtf.Date) Register {
	g.sort = func(ordinals []int) { sortByDate(ordinals, when) }
	order := sync.OnceValue(func() []int {
		ordinals := make([]int, g.Size)
		for i := range ordinals {
			ordinals[i] = i
		}
		g.sort(ordinals)
		return ordinals
	})
	g.Row = func(i int) Row { return g.record(order()[i]) }
	return g
}

func sortByDate(ordinals []int, when func(i int) edtf.Date) {
	type dated struct {
		ordinal int
		date    edtf.Date
	}
	all := make([]dated, len(ordinals))
	for i, ordinal := range ordinals {
		all[i] = dated{ordinal, when(ordinal)}
	}
	slices.SortStableFunc(all, func(a, b dated) int { return Chronological(a.date, b.date) })
	for i, d := range all {
		ordinals[i] = d.ordinal
	}
}

// WithStances adds to each row the stances that a filter may ask for: those of the record at an ordinal. It comes before
// [Register.InTime].
func (g Register) WithStances(stances func(i int) []string) Register {
	record := g.record
	g.record = func(i int) Row {
		made := record(i)
		made.Stances = stances(i)
		return made
	}
	g.Row = g.record
	return g
}
