package storage

import (
	"slices"
	"strconv"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
)

// Marks in a packed row, none of which a text may hold: after each cell, between values, and
// between the parts of a value.
const (
	cellEnd  = '\x1e'
	valueEnd = '\x1d'
	partEnd  = '\x1f'
)

// shownColumns are the columns whose words and links a page needs.
func shownColumns(t compare.Table) []int {
	var columns []int
	for i, c := range t.Columns {
		stands := func(p compare.Column) bool { return p.Page && p.Else == c.Name }
		if c.Page || slices.ContainsFunc(t.Columns, stands) {
			columns = append(columns, i)
		}
	}
	return columns
}

// pack appends what a page shows of a row: first the record it is about.
func pack(packed []byte, row compare.Row, columns []int) []byte {
	packed = append(packValue(packed, compare.Value{Ref: row.Ref}), cellEnd)
	for _, i := range columns {
		for j, v := range row.Cells[i] {
			if j > 0 {
				packed = append(packed, valueEnd)
			}
			packed = packValue(packed, v)
		}
		packed = append(packed, cellEnd)
	}
	return packed
}

// packValue writes the parts of a value up to the last that says something.
func packValue(packed []byte, v compare.Value) []byte {
	paragraph := ""
	if v.Ref.Paragraph != 0 {
		paragraph = strconv.Itoa(v.Ref.Paragraph)
	}
	parts := [...]string{v.Text, v.Label, string(v.Ref.Section), v.Ref.ID, paragraph, v.Ref.Of, v.Lang}
	last := len(parts)
	for last > 1 && parts[last-1] == "" {
		last--
	}
	for i, part := range parts[:last] {
		if i > 0 {
			packed = append(packed, partEnd)
		}
		packed = append(packed, part...)
	}
	return packed
}

// unpacker makes rows of so many cells, of which those of the shown columns are filled. The rows share their memory.
type unpacker struct {
	columns []int
	width   int
	cells   []compare.Cell  // of the rows to come
	values  []compare.Value // likewise
}

// newUnpacker returns one for so many rows of a register.
func newUnpacker(t compare.Table, rows int) *unpacker {
	width := len(t.Columns)
	return &unpacker{columns: shownColumns(t), width: width, cells: make([]compare.Cell, rows*width)}
}

// unpack returns the row that was packed.
func (u *unpacker) unpack(packed string) compare.Row {
	own, packed, _ := strings.Cut(packed, string(cellEnd))
	row := compare.Row{Ref: unpackValue(own).Ref, Cells: u.cells[:u.width:u.width]}
	u.cells = u.cells[u.width:]
	for _, i := range u.columns {
		var cell string
		cell, packed, _ = strings.Cut(packed, string(cellEnd))
		if cell != "" {
			row.Cells[i] = u.cell(cell)
		}
	}
	return row
}

// cell returns the values of a cell that has some.
func (u *unpacker) cell(packed string) compare.Cell {
	n := strings.Count(packed, string(valueEnd)) + 1
	if len(u.values) < n {
		u.values = make([]compare.Value, max(n, someValues))
	}
	values := u.values[:n:n]
	u.values = u.values[n:]
	for i := range values {
		var value string
		value, packed, _ = strings.Cut(packed, string(valueEnd))
		values[i] = unpackValue(value)
	}
	return values
}

// someValues is for how many values memory is asked for at a time.
const someValues = 100

func unpackValue(packed string) compare.Value {
	var parts [7]string
	for i, more := 0, true; more && i < len(parts); i++ {
		parts[i], packed, more = strings.Cut(packed, string(partEnd))
	}
	paragraph := 0
	if parts[4] != "" {
		paragraph, _ = strconv.Atoi(parts[4])
	}
	return compare.Value{Text: parts[0], Label: parts[1], Lang: parts[6], Ref: compare.Ref{
		Section: domain.Section(parts[2]), ID: parts[3], Paragraph: paragraph, Of: parts[5]}}
}
