package table

import (
	"strings"

	"pourparler/domain/edtf"
)

// Bounds returns the columns that come after one of dates, in every table: the first and the last day that it can mean, so
// that programs can compute without EDTF. They bear its name, without the "on" of "made_on". Other columns have none.
func (c Column) Bounds() []Column {
	if c.Type != TypeEDTF {
		return nil
	}
	bound := func(name, which string) Column {
		return Column{Name: strings.TrimSuffix(c.Name, "_on") + "_" + name, Title: c.Title + ", " + name, Type: TypeDay,
			Doc: "The " + which + " day that " + c.Name + " can mean; empty if that end is open or unknown."}
	}
	return []Column{bound("earliest", "first"), bound("latest", "last")}
}

// Append appends the cell of a column and those of its bounds.
func (c Column) Append(cells []Cell, cell Cell) []Cell {
	switch {
	case c.Type == TypeEDTF:
		var when edtf.Date
		if len(cell) > 0 {
			when = cell[0].Date
		}
		return append(cells, cell, earliest(when), latest(when))
	case c.List:
		cell = escaped(cell)
	}
	return append(cells, cell)
}
