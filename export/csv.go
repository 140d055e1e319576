package export

import (
	"bufio"
	"io"
	"strings"

	"pourparler/domain/compare"
)

// CSVOptions changes how a CSV is written. The zero value writes every cell as it is.
type CSVOptions struct {
	BOM  bool // begin with a byte order mark, by which Excel recognises UTF-8
	Safe bool // put an apostrophe before cells that a spreadsheet would run as formulas
}

const bom = "\ufeff"

// CSV writes all columns and rows of t to w as RFC 4180 says: UTF-8, a header row, lines ended by CR LF, quotes only
// where needed. Line breaks inside a cell are kept as they are.
func CSV(w io.Writer, t compare.Table, o CSVOptions) error {
	out := bufio.NewWriterSize(w, 64<<10)
	if o.BOM {
		out.WriteString(bom)
	}
	for i, c := range t.Columns {
		writeField(out, i, c.Name)
	}
	out.WriteString("\r\n")
	for _, row := range t.Rows {
		for i, cell := range row.Cells {
			writeField(out, i, guard(cell.String(), o.Safe))
		}
		out.WriteString("\r\n")
	}
	return out.Flush() // a bufio.Writer keeps its first error
}

func writeField(out *bufio.Writer, column int, s string) {
	if column > 0 {
		out.WriteByte(',')
	}
	if !strings.ContainsAny(s, ",\"\r\n") && strings.TrimSpace(s) == s {
		out.WriteString(s)
		return
	}
	out.WriteByte('"')
	out.WriteString(strings.ReplaceAll(s, `"`, `""`))
	out.WriteByte('"')
}

// guard puts an apostrophe before a cell that a spreadsheet would take for a formula.
func guard(s string, safe bool) string {
	if safe && s != "" && strings.ContainsRune("=+-@\t\r\n", rune(s[0])) {
		return "'" + s
	}
	return s
}
