package export

import (
	"io"
	"strconv"

	"pourparler/domain/table"
)

// Kinds of cell, each with its place in the styles of the workbook.
const (
	kindHead    kind = 1 // the name of a column
	kindText    kind = 2 // which stays text when somebody edits it
	kindInteger kind = 3
	kindDay     kind = 4
	kindWords   kind = 5 // text to be read, with line breaks
	kindBoolean kind = 6
)

// widest is how many characters a column shows at most.
const widest = 100

// kind says what the cells of a column are.
type kind int

// worksheetColumn is a column of a sheet.
type worksheetColumn struct {
	name  string
	kind  kind
	width int // in characters
}

// worksheetColumns are the columns of a table on a sheet. A column of several values is text.
func worksheetColumns(columns []table.Column) []worksheetColumn {
	all := make([]worksheetColumn, len(columns))
	for i, c := range columns {
		k, width := kindOf(c)
		all[i] = worksheetColumn{c.Name, k, min(max(width, len(c.Name)+4), widest)} // the button of the filter beside the name
	}
	return all
}

func kindOf(c table.Column) (k kind, width int) {
	switch c.Type {
	case table.TypeInteger:
		if !c.List {
			return kindInteger, 8
		}
	case table.TypeBoolean:
		if !c.List {
			return kindBoolean, 8
		}
	case table.TypeDay:
		if !c.List {
			return kindDay, 12
		}
	case table.TypeText:
		return kindText, 40
	case table.TypeID:
		return kindText, 28
	case table.TypeEDTF, table.TypeEnum:
	}
	return kindText, 16
}

// worksheet is a worksheet being written: rows go to a buffer, and from there to the part.
type worksheet struct {
	w       io.Writer
	buf     []byte
	rows    int // written, the header among them
	columns []worksheetColumn
	letters []string // of each column
	cut     *cuts
}

// newWorksheet begins a sheet with its header, which stays in view. The first of a workbook is the one that is shown.
func newWorksheet(w io.Writer, columns []worksheetColumn, first bool, cut *cuts) *worksheet {
	s := &worksheet{w: w, columns: columns, cut: cut, letters: make([]string, len(columns))}
	s.text(xmlHead, `<worksheet xmlns="`, mainSpace, `"><sheetViews><sheetView `)
	if first {
		s.text(`tabSelected="1" `)
	}
	s.text(`workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`,
		`<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>`)
	s.widths()
	s.text(`<sheetData>`)
	s.rows++
	s.text(`<row r="1">`)
	for i, c := range columns {
		s.letters[i] = letters(i)
		s.inline(i, kindHead, []byte(c.name))
	}
	s.text(`</row>`)
	return s
}

func (s *worksheet) widths() {
	if len(s.columns) == 0 {
		return
	}
	s.text(`<cols>`)
	for i, c := range s.columns {
		n := strconv.Itoa(i + 1)
		s.text(`<col min="`, n, `" max="`, n, `" width="`, strconv.Itoa(c.width), `" style="`, strconv.Itoa(int(c.kind)), `" customWidth="1"/>`)
	}
	s.text(`</cols>`)
}

// line writes a row of a batch.
func (s *worksheet) line(line []byte) {
	s.rows++
	s.buf = append(s.buf, `<row r="`...)
	s.buf = strconv.AppendInt(s.buf, int64(s.rows), 10)
	s.buf = append(s.buf, `">`...)
	i := 0
	for cell := range table.Cells(line) {
		if len(cell) > 0 {
			s.cell(i, cell)
		}
		i++
	}
	s.buf = append(s.buf, `</row>`...)
}

// cell writes what the kind of a column makes of a text; a text that is none of that kind stays a text.
func (s *worksheet) cell(column int, text []byte) {
	k := s.columns[column].kind
	switch k {
	case kindInteger:
		if isInteger(text) {
			s.value(column, k, "n", text)
			return
		}
	case kindBoolean:
		if isBoolean(text) {
			s.value(column, k, "b", truth(text))
			return
		}
	case kindDay:
		if n := serial(text); n > 0 {
			var number [8]byte
			s.value(column, k, "n", strconv.AppendInt(number[:0], int64(n), 10))
			return
		}
	case kindHead, kindText, kindWords:
		s.inline(column, k, text)
		return
	}
	s.inline(column, kindText, text)
}

// truth is what a worksheet has for true and false.
func truth(text []byte) []byte {
	if string(text) == "true" {
		return []byte("1")
	}
	return []byte("0")
}

// begin writes the start of a cell, up to its type.
func (s *worksheet) begin(column int, k kind, t string) {
	s.buf = append(append(s.buf, `<c r="`...), s.letters[column]...)
	s.buf = strconv.AppendInt(s.buf, int64(s.rows), 10)
	s.buf = append(s.buf, `" s="`...)
	s.buf = append(s.buf, '0'+byte(k))
	s.buf = append(append(append(s.buf, `" t="`...), t...), `">`...)
}

func (s *worksheet) value(column int, k kind, t string, v []byte) {
	s.begin(column, k, t)
	s.buf = append(append(append(s.buf, `<v>`...), v...), `</v></c>`...)
}

// inline writes a text, cut where it is longer than a cell can be.
func (s *worksheet) inline(column int, k kind, text []byte) {
	s.begin(column, k, "inlineStr")
	s.buf = append(s.buf, `<is><t xml:space="preserve">`...)
	if len(text) > cellUnits {
		text = s.cut.shorten(text, s.letters[column], s.rows)
	}
	s.buf = append(appendXML(s.buf, text), `</t></is></c>`...)
}

// end writes what stands below the rows: the filter over all columns, and that years and numbers of paragraphs that are
// texts are meant to be.
func (s *worksheet) end() error {
	s.text(`</sheetData>`)
	if len(s.columns) > 0 {
		area := "A1:" + letters(len(s.columns)-1) + strconv.Itoa(s.rows)
		s.text(`<autoFilter ref="`, area, `"/><ignoredErrors><ignoredError sqref="`, area, `" numberStoredAsText="1"/></ignoredErrors>`)
	}
	s.text(`</worksheet>`)
	return s.flush()
}

func (s *worksheet) text(all ...string) {
	for _, t := range all {
		s.buf = append(s.buf, t...)
	}
}

// flush hands over what was written so far.
func (s *worksheet) flush() error {
	_, err := s.w.Write(s.buf)
	s.buf = s.buf[:0]
	return err
}

// letters names a column as spreadsheets do, from 0: A to Z, AA, AB and so on.
func letters(column int) string {
	name := ""
	for column++; column > 0; column /= 26 {
		column--
		name = string(rune('A'+column%26)) + name
	}
	return name
}
