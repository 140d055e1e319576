package api

import (
	"encoding/json"

	"pourparler/domain/table"
)

// Row is a row of a table told as an object: a field for each column in their order, by the name of the column, and the
// links of the record if it is one.
type Row struct {
	Columns []table.Column
	Cells   []json.RawMessage // in the order of the columns
	Links   *Links
}

// MarshalJSON writes the fields in the order of the columns.
func (r Row) MarshalJSON() ([]byte, error) {
	row := make(object, 0, len(r.Cells)+1)
	for i, c := range r.Columns {
		row = append(row, member{c.Name, r.Cells[i]})
	}
	if r.Links != nil {
		row = append(row, member{"links", r.Links})
	}
	return row.MarshalJSON()
}
