package export

import (
	"bytes"
	"encoding/binary"
	"io"
	"math/bits"
	"unicode/utf8"

	"pourparler/domain/table"
)

// CSVOptions changes how a CSV is written. The zero value writes every cell as it is.
type CSVOptions struct {
	BOM  bool // begin with a byte order mark, by which Excel recognises UTF-8
	Safe bool // put an apostrophe before cells that a spreadsheet would run as formulas
}

const (
	bom     = "\ufeff"
	lineEnd = "\r\n"
)

// CSV writes all columns and rows of a table to w as RFC 4180 says: UTF-8, a header row, lines ended by CR LF, quotes
// only where needed. Line breaks inside a cell are kept as they are. It returns how many rows it wrote; after an error
// what was written is not the whole table.
func CSV(w io.Writer, t table.Stream, o CSVOptions) (rows int, err error) {
	buf := make([]byte, 0, 128<<10)
	if o.BOM {
		buf = append(buf, bom...)
	}
	buf = appendHeader(buf, t.Columns)
	for batch, err := range t.Batches {
		if err != nil {
			return rows, err
		}
		n := 0
		buf, n = appendBatch(buf, batch, o.Safe)
		rows += n
		if _, err := w.Write(buf); err != nil {
			return rows, err
		}
		buf = buf[:0]
	}
	_, err = w.Write(buf)
	return rows, err
}

func appendHeader(buf []byte, columns []table.Column) []byte {
	for i, c := range columns {
		if i > 0 {
			buf = append(buf, ',')
		}
		buf, _ = appendCell(buf, []byte(c.Name), false)
	}
	return append(buf, lineEnd...)
}

// appendBatch appends the rows of a batch as lines of CSV and counts them. A million rows go through here, so it looks at
// eight bytes at a time and makes nothing.
func appendBatch(buf, batch []byte, safe bool) (lines []byte, rows int) {
	for len(batch) > 0 {
		n := 0
		buf, n = appendCell(buf, batch, safe)
		switch {
		case n < len(batch) && batch[n] == table.Unit:
			buf = append(buf, ',')
		default:
			buf = append(buf, lineEnd...)
			rows++
		}
		batch = batch[min(n+1, len(batch)):]
	}
	return buf, rows
}

// appendCell appends the cell at the start of a batch, in quotes if it needs them, and returns how long it is.
func appendCell(buf, batch []byte, safe bool) ([]byte, int) {
	n, quote := measure(batch)
	cell := batch[:n]
	guard := safe && n > 0 && isFormula(cell)
	if quote = quote || n > 0 && (isSpace(cell[n-1]) || isSpace(cell[0]) && !guard); quote {
		buf = append(buf, '"')
	}
	if guard {
		buf = append(buf, '\'')
	}
	if !quote {
		return append(buf, cell...), n
	}
	for {
		i := bytes.IndexByte(cell, '"')
		if i < 0 {
			buf = append(buf, cell...)
			return append(buf, '"'), n
		}
		buf = append(append(buf, cell[:i+1]...), '"')
		cell = cell[i+1:]
	}
}

// measure returns the length of the cell at the start of a batch, and whether anything in it needs quotes.
func measure(batch []byte) (n int, quote bool) {
	for {
		n += special(batch[n:])
		if n == len(batch) {
			return n, quote
		}
		switch batch[n] {
		case table.Unit, table.End:
			return n, quote
		case '"', ',', '\r', '\n':
			return n + markAt(batch[n:]), true
		}
		n++
	}
}

// markAt returns the place of the first mark of a stream in s, or its length.
func markAt(s []byte) int {
	if i := bytes.IndexByte(s, table.Unit); i >= 0 {
		s = s[:i]
	}
	if i := bytes.IndexByte(s, table.End); i >= 0 {
		s = s[:i]
	}
	return len(s)
}

// special returns the place of the first quote, comma or control character in s, the marks of a stream among them, or its
// length.
func special(s []byte) int {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		if found := specials(binary.LittleEndian.Uint64(s[i:])); found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for i < len(s) && s[i] >= ' ' && s[i] != '"' && s[i] != ',' {
		i++
	}
	return i
}

// specials sets the highest bit of bytes among eight that are a quote, a comma or a control character. The lowest bit it
// sets is right; those above may not be.
func specials(word uint64) uint64 {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	quote, comma := word^ones*'"', word^ones*','
	return ((word-ones*' ')&^word | (quote-ones)&^quote | (comma-ones)&^comma) & highs
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' }

// isFormula reports whether a spreadsheet would take a cell for a formula by its first character. Those set up for Chinese,
// Japanese or Korean take the signs in full width for the narrow ones.
func isFormula(cell []byte) bool {
	switch r, _ := utf8.DecodeRune(cell); r {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n':
		return true
	}
	return false
}
