package compare

import (
	"slices"
	"sync"

	"pourparler/domain"
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

// Registers returns every register of a dossier, each once.
func Registers(ix *domain.Index) []Register {
	var all []Register
	for _, n := range named {
		all = append(all, n.make(ix))
	}
	return all
}

// named are the functions that make the registers, by the names in addresses.
var named = []struct {
	name string
	make func(*domain.Index) Register
}{
	{"proposals", proposals}, {"responses", responses}, {"documents", documents}, {"timeline", timeline},
	{"parties", parties}, {"persons", persons}, {"meetings", meetings}, {"statements", statements},
	{"coverage", coverages}, {"lists", listMembers}, {"claims", claims}, {"seats", seats},
}

// RegisterNames returns the names of all registers, as in addresses.
func RegisterNames() []string {
	var names []string
	for _, n := range named {
		names = append(names, n.name)
	}
	return names
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

// where returns the table of the records at the places in the dossier that are wanted. No other row is made.
func (g Register) where(wanted func(i int) bool) Table {
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

// register makes a register: one row for each record, in the order of the dossier. Beside each date stand its bounds.
func register[T any](r *reader, t Table, columns []column[T], records []T, ref func(*T) Ref) Register {
	t.Columns = nil
	for _, c := range columns {
		t.Columns = append(append(t.Columns, c.Column), c.Bounds()...)
	}
	record := func(i int) Row {
		row := Row{Ref: ref(&records[i]), Cells: make([]Cell, 0, len(t.Columns))}
		for _, c := range columns {
			row.Cells = c.append(row.Cells, c.cell(r, &records[i]))
		}
		return row
	}
	return Register{Table: t, Size: len(records), Row: record, record: record, sort: func([]int) {}}
}

// build makes a table: one row for each record.
func build[T any](r *reader, t Table, columns []column[T], records []T, ref func(*T) Ref) Table {
	return register(r, t, columns, records, ref).Whole()
}

// inTime puts the rows in the order of their dates, those without one last, and keeps the order of the record among
// equals. when is the date of the record at a place. The order is made when it is first asked for.
func (g Register) inTime(when func(i int) edtf.Date) Register {
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

// withStances adds to each row the stances that a filter may ask for: those of the record at a place. It comes before
// inTime.
func (g Register) withStances(stances func(i int) []string) Register {
	record := g.record
	g.record = func(i int) Row {
		made := record(i)
		made.Stances = stances(i)
		return made
	}
	g.Row = g.record
	return g
}

// Find returns the register of that name, or an error of kind [domain.NotFound].
func Find(ix *domain.Index, name string) (Register, error) {
	for _, n := range named {
		if n.name == name {
			return n.make(ix), nil
		}
	}
	return Register{}, domain.Errorf(domain.NotFound, "a dossier has no register %q", name)
}
