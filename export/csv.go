package export

import (
	"bytes"
	"io"

	"pourparler/domain/compare"
)

// CSVOptions changes how a CSV is written. The zero value writes every cell as it is.
type CSVOptions struct {
	BOM  bool // begin with a byte order mark, by which Excel recognises UTF-8
	Safe bool // put an apostrophe before cells that a spreadsheet would run as formulas
}

const bom = "\ufeff"

// CSV writes all columns and rows of a table to w as RFC 4180 says: UTF-8, a header row, lines ended by CR LF, quotes
// only where needed. Line breaks inside a cell are kept as they are. It returns how many rows it wrote; after an error
// what was written is not the whole table.
func CSV(w io.Writer, t compare.Stream, o CSVOptions) (rows int, err error) {
	buf := make([]byte, 0, 128<<10)
	if o.BOM {
		buf = append(buf, bom...)
	}
	for i, c := range t.Columns {
		buf = appendField(buf, i, []byte(c.Name))
	}
	buf = append(buf, "\r\n"...)
	for batch, err := range t.Batches {
		if err != nil {
			return rows, err
		}
		for line := range compare.Lines(batch) {
			buf = appendRow(buf, line, o.Safe)
			rows++
		}
		if _, err := w.Write(buf); err != nil {
			return rows, err
		}
		buf = buf[:0]
	}
	_, err = w.Write(buf)
	return rows, err
}

func appendRow(buf, line []byte, safe bool) []byte {
	column := 0
	for cell := range compare.Cells(line) {
		if safe {
			cell = guard(cell)
		}
		buf = appendField(buf, column, cell)
		column++
	}
	return append(buf, "\r\n"...)
}

func appendField(buf []byte, column int, s []byte) []byte {
	if column > 0 {
		buf = append(buf, ',')
	}
	if !bytes.ContainsAny(s, ",\"\r\n") && len(bytes.TrimSpace(s)) == len(s) {
		return append(buf, s...)
	}
	buf = append(buf, '"')
	for _, b := range s {
		if b == '"' {
			buf = append(buf, '"')
		}
		buf = append(buf, b)
	}
	return append(buf, '"')
}

// guard puts an apostrophe before a cell that a spreadsheet would take for a formula.
func guard(s []byte) []byte {
	if len(s) > 0 && bytes.IndexByte([]byte("=+-@\t\r\n"), s[0]) >= 0 {
		return append([]byte("'"), s...)
	}
	return s
}
