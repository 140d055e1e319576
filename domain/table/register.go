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
	Row   func(int) Row // the row at a place from 0; safe for use by several goroutines

	record func(int) Row   // the row of the record at a place in the dossier
	sort   func(all []int) // puts places in the dossier in the order of the table
}

// NewRegister returns the register of a table without rows: one row for each of so many records, in the order of the
// dossier, made by record from its place there. Where a row has stances or dates, [Register.WithStances] and
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

// Where returns the table of the records at the places in the dossier that are wanted. No other row is made.
func (g Register) Where(wanted func(i int) bool) Table {
	var places []int
	for i := range g.Size {
		if wanted(i) {
			places = append(places, i)
		}
	}
	g.sort(places)
	t := g.Table
	t.Rows = make([]Row, len(places))
	for i, place := range places {
		t.Rows[i] = g.record(place)
	}
	return t
}

// InTime puts the rows in the order of their dates, those without one last, and keeps the order of the record among
// equals. when is the date of the record at a place. The order is made when it is first asked for.
func (g Register) InTime(when func(i int) edtf.Date) Register {
	g.sort = func(places []int) { sortByDate(places, when) }
	order := sync.OnceValue(func() []int {
		places := make([]int, g.Size)
		for i := range places {
			places[i] = i
		}
		g.sort(places)
		return places
	})
	g.Row = func(i int) Row { return g.record(order()[i]) }
	return g
}

func sortByDate(places []int, when func(i int) edtf.Date) {
	type dated struct {
		place int
		date  edtf.Date
	}
	all := make([]dated, len(places))
	for i, place := range places {
		all[i] = dated{place, when(place)}
	}
	slices.SortStableFunc(all, func(a, b dated) int { return Chronological(a.date, b.date) })
	for i, d := range all {
		places[i] = d.place
	}
}

// WithStances adds to each row the stances that a filter may ask for: those of the record at a place. It comes before
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
