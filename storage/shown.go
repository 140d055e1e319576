package storage

import (
	"slices"
	"strconv"
	"strings"

	"pourparler/domain"
	"pourparler/domain/table"
)

// Marks in a packed row, none of which a text may hold: after each cell, between values, between the
// parts of a value, and in place of what follows from the other parts or from the record that the
// row is about.
const (
	cellEnd  = '\x1e'
	valueEnd = '\x1d'
	partEnd  = '\x1f'
	implied  = "\x1c"
)

// sections stand in packed rows as letters, in this order.
var sections = domain.Sections()

// shownColumns are the columns whose words and links a page needs.
func shownColumns(t table.Table) []int {
	var columns []int
	for i, c := range t.Columns {
		stands := func(p table.Column) bool { return p.Page && p.Else == c.Name }
		if c.Page || slices.ContainsFunc(t.Columns, stands) {
			columns = append(columns, i)
		}
	}
	return columns
}

// pack appends what a page shows of a row: first the record it is about.
func pack(packed []byte, row table.Row, columns []int) []byte {
	packed = append(packValue(packed, table.Value{Ref: row.Ref}, table.Ref{}), cellEnd)
	for _, i := range columns {
		for j, v := range row.Cells[i] {
			if j > 0 {
				packed = append(packed, valueEnd)
			}
			packed = packValue(packed, v, row.Ref)
		}
		packed = append(packed, cellEnd)
	}
	return packed
}

// packValue writes the parts of a value up to the last that says something. Most ids in a row are said
// already: by the text of the value, or by the record that the row is about, which is own.
func packValue(packed []byte, v table.Value, own table.Ref) []byte {
	paragraph := ""
	if v.Ref.Paragraph != 0 {
		paragraph = strconv.Itoa(v.Ref.Paragraph)
		v.Text, v.Label = packCitation(v, paragraph)
	}
	switch {
	case v.Ref.ID == "":
	case v.Ref.ID == v.Text:
		v.Ref.ID = implied
	case v.Ref.ID == own.ID:
		v.Ref.ID = implied + implied
	}
	switch {
	case v.Ref.Of == "":
	case v.Ref.Of == own.ID:
		v.Ref.Of = implied
	case v.Ref.Of == own.Of:
		v.Ref.Of = implied + implied
	}
	parts := [...]string{v.Text, v.Label, packSection(v.Ref.Section), v.Ref.ID, paragraph, v.Ref.Of, v.Lang}
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

// Words of a citation before the number of its paragraph, as files have it and as readers are shown it.
const (
	paragraphOf = " para. "
	paragraphIn = ", para. "
)

// packCitation returns the text and the label of a value that points to a paragraph: without what the
// id of the document and the number tell, if that is how they end.
func packCitation(v table.Value, paragraph string) (text, label string) {
	text, label = v.Text, v.Label
	if rest, ok := cutLast(text, paragraphOf, paragraph); ok && rest == v.Ref.ID {
		text = implied
	}
	if rest, ok := cutLast(label, paragraphIn, paragraph); ok {
		label = rest + implied
	}
	return text, label
}

// cutLast returns a text without the words and the number that it ends with, if it does.
func cutLast(s, words, number string) (rest string, ok bool) {
	if s, ok = strings.CutSuffix(s, number); ok {
		return strings.CutSuffix(s, words)
	}
	return s, false
}

func packSection(s domain.Section) string {
	if i := slices.Index(sections, s); i >= 0 {
		return letters[i : i+1]
	}
	return string(s)
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// unpacker makes rows of so many cells, of which those of the shown columns are filled. The rows share their memory.
type unpacker struct {
	columns []int
	width   int
	cells   []table.Cell  // of the rows to come
	values  []table.Value // likewise
}

// newUnpacker returns one for so many rows of a register.
func newUnpacker(t table.Table, rows int) *unpacker {
	width := len(t.Columns)
	return &unpacker{columns: shownColumns(t), width: width, cells: make([]table.Cell, rows*width)}
}

// unpack returns the row that was packed.
func (u *unpacker) unpack(packed string) table.Row {
	own, packed, _ := strings.Cut(packed, string(cellEnd))
	row := table.Row{Ref: unpackValue(own, table.Ref{}).Ref, Cells: u.cells[:u.width:u.width]}
	u.cells = u.cells[u.width:]
	for _, i := range u.columns {
		var cell string
		cell, packed, _ = strings.Cut(packed, string(cellEnd))
		if cell != "" {
			row.Cells[i] = u.cell(cell, row.Ref)
		}
	}
	return row
}

// cell returns the values of a cell that has some, in a row about that record.
func (u *unpacker) cell(packed string, own table.Ref) table.Cell {
	n := strings.Count(packed, string(valueEnd)) + 1
	if len(u.values) < n {
		u.values = make([]table.Value, max(n, someValues))
	}
	values := u.values[:n:n]
	u.values = u.values[n:]
	for i := range values {
		var value string
		value, packed, _ = strings.Cut(packed, string(valueEnd))
		values[i] = unpackValue(value, own)
	}
	return values
}

// someValues is for how many values memory is asked for at a time.
const someValues = 100

func unpackValue(packed string, own table.Ref) table.Value {
	var parts [7]string
	for i, more := 0, true; more && i < len(parts); i++ {
		parts[i], packed, more = strings.Cut(packed, string(partEnd))
	}
	v := table.Value{Text: parts[0], Label: parts[1], Lang: parts[6],
		Ref: table.Ref{Section: unpackSection(parts[2]), ID: parts[3], Of: parts[5]}}
	switch v.Ref.ID {
	case implied:
		v.Ref.ID = v.Text
	case implied + implied:
		v.Ref.ID = own.ID
	}
	switch v.Ref.Of {
	case implied:
		v.Ref.Of = own.ID
	case implied + implied:
		v.Ref.Of = own.Of
	}
	if number := parts[4]; number != "" {
		v.Ref.Paragraph, _ = strconv.Atoi(number)
		if v.Text == implied {
			v.Text = v.Ref.ID + paragraphOf + number
		}
		if label, ok := strings.CutSuffix(v.Label, implied); ok {
			v.Label = label + paragraphIn + number
		}
	}
	return v
}

func unpackSection(s string) domain.Section {
	if len(s) == 1 {
		if i := strings.Index(letters, s); i >= 0 && i < len(sections) {
			return sections[i]
		}
	}
	return domain.Section(s)
}
