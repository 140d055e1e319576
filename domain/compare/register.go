package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Register is a table that depends on nothing but the dossier. Its rows are made one at a time, since there may be
// millions of them.
type Register struct {
	Table               // without rows
	Size  int           // how many rows there are
	Row   func(int) Row // the row at a place from 0; safe for use by several goroutines
}

// Registers returns every register of a dossier, each once.
func Registers(ix *domain.Index) []Register {
	return []Register{proposals(ix), responses(ix), documents(ix), timeline(ix), parties(ix), persons(ix), meetings(ix),
		statements(ix), coverages(ix), listMembers(ix), claims(ix), seats(ix)}
}

// RegisterNames returns the names of all registers, as in addresses.
func RegisterNames() []string {
	var names []string
	for _, g := range Registers(domain.NewIndex(&domain.Dossier{})) {
		names = append(names, g.Name)
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

// register makes a register: one row for each record.
func register[T any](r *reader, t Table, columns []column[T], records []T, ref func(*T) Ref) Register {
	for _, c := range columns {
		t.Columns = append(t.Columns, c.Column)
	}
	return Register{Table: t, Size: len(records), Row: func(i int) Row {
		row := Row{Ref: ref(&records[i]), Cells: make([]Cell, len(columns))}
		for j, c := range columns {
			row.Cells[j] = c.cell(r, &records[i])
		}
		return row
	}}
}

// build makes a table: one row for each record.
func build[T any](r *reader, t Table, columns []column[T], records []T, ref func(*T) Ref) Table {
	return register(r, t, columns, records, ref).Whole()
}

// inTime puts the rows in the order of their dates, those without one last, and keeps the order of the record among
// equals. when is the date of the record at a place.
func (g Register) inTime(when func(i int) edtf.Date) Register {
	dates, order := make([]edtf.Date, g.Size), make([]int, g.Size)
	for i := range order {
		dates[i], order[i] = when(i), i
	}
	slices.SortStableFunc(order, func(a, b int) int { return Chronological(dates[a], dates[b]) })
	row := g.Row
	g.Row = func(i int) Row { return row(order[i]) }
	return g
}

// withStances adds to each row the stances that a filter may ask for: those of the record at a place.
func (g Register) withStances(stances func(i int) []string) Register {
	row := g.Row
	g.Row = func(i int) Row {
		made := row(i)
		made.Stances = stances(i)
		return made
	}
	return g
}

// Find returns the register of that name, or an error of kind [domain.NotFound].
func Find(ix *domain.Index, name string) (Register, error) {
	for _, g := range Registers(ix) {
		if g.Name == name {
			return g, nil
		}
	}
	return Register{}, domain.Errorf(domain.NotFound, "a dossier has no register %q", name)
}
