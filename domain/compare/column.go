package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// reader is a [table.Reader] that knows the rules as well: its other methods stand with the rule of each.
type reader struct {
	table.Reader
	kept  *kept
	cells worked[sideCell, table.Cell] // see sideColumns
}

func newReader(ix *domain.Index) *reader {
	type key struct{}
	all := ix.Once(key{}, func() any { return newKept(ix.Dossier) })
	return &reader{Reader: table.Reader{Index: ix.ForPage()}, kept: all.(*kept)}
}

// column is a [table.Column] with the function that fills its cell from a record of type T.
type column[T any] struct {
	table.Column
	cell func(*reader, *T) table.Cell
}

// register makes a register: one row for each record, in the order of the dossier. Beside each date stand its bounds.
func register[T any](r *reader, t table.Table, columns []column[T], records []T, ref func(*T) table.Ref) table.Register {
	t.Columns = nil
	for _, c := range columns {
		t.Columns = append(append(t.Columns, c.Column), c.Bounds()...)
	}
	record := func(i int) table.Row {
		row := table.Row{Ref: ref(&records[i]), Cells: make([]table.Cell, 0, len(t.Columns))}
		for _, c := range columns {
			row.Cells = c.Append(row.Cells, c.cell(r, &records[i]))
		}
		return row
	}
	return table.NewRegister(t, len(records), record)
}

// build makes a table: one row for each record.
func build[T any](r *reader, t table.Table, columns []column[T], records []T, ref func(*T) table.Ref) table.Table {
	return register(r, t, columns, records, ref).Whole()
}
