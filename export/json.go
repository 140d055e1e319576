package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"strconv"
	"unicode/utf8"

	"pourparler/domain/table"
)

// JSON writes a table as one object: what the file says of itself, then "rows", an array with an object a row on a line of
// its own, and last "row_count" and "sha256", the hash of the lines of the rows as they stand in the file. A cell that says
// nothing is null; integers and booleans are what they are, columns of several values arrays, and all else is text. It
// returns how many rows it wrote; after an error what was written is not JSON.
func JSON(w io.Writer, f File) (rows int, err error) {
	buf, err := appendHead(make([]byte, 0, 128<<10), f)
	if err != nil {
		return 0, err
	}
	buf = append(buf, "\"rows\": [\n"...)
	hash, start := sha256.New(), len(buf)
	o := objects{keys: keys(f.Columns), columns: f.Columns}
	for batch, err := range f.Batches {
		if err != nil {
			return rows, err
		}
		for line := range table.Lines(batch) {
			if rows > 0 {
				buf = append(buf, ",\n"...)
			}
			buf = o.append(buf, line)
			rows++
		}
		hash.Write(buf[start:])
		if _, err := w.Write(buf); err != nil {
			return rows, err
		}
		buf, start = buf[:0], 0
	}
	if rows > 0 {
		buf = append(buf, '\n')
	}
	hash.Write(buf[start:])
	buf = append(buf, "],\n\"row_count\": "...)
	buf = strconv.AppendInt(buf, int64(rows), 10)
	buf = append(buf, ",\n\"sha256\": \""...)
	buf = hex.AppendEncode(buf, hash.Sum(nil))
	_, err = w.Write(append(buf, "\"\n}\n"...))
	return rows, err
}

// field is a name and what stands under it.
type field struct {
	name  string
	value any
}

// jsonDossier, jsonSetting and jsonColumn are parts of the head of a file as JSON has them.
type (
	jsonDossier struct {
		ID       string `json:"id"`
		Title    string `json:"title"`
		Release  string `json:"release"`
		Released string `json:"released"`
	}
	jsonSetting struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
	jsonColumn struct {
		Name   string     `json:"name"`
		Title  string     `json:"title"`
		Type   table.Type `json:"type"`
		List   bool       `json:"list"`
		Values []string   `json:"values,omitempty"`
		Doc    string     `json:"doc"`
	}
)

// appendHead appends the start of the object: all that stands before the rows, a line each.
func appendHead(buf []byte, f File) ([]byte, error) {
	a, filters, columns := f.About, []jsonSetting{}, []jsonColumn{}
	for _, s := range a.Filters {
		filters = append(filters, jsonSetting(s))
	}
	for _, c := range f.Columns {
		columns = append(columns, jsonColumn{c.Name, c.Title, c.Type, c.List, c.Values, c.Doc})
	}
	buf = append(buf, "{\n"...)
	for _, v := range []field{{"table", f.Name}, {"title", f.Title}, {"dossier", jsonDossier{a.Dossier, a.Title, a.Release, a.Released}},
		{"as_of", orNull(a.AsOf)}, {"filters", filters}, {"address", orNull(a.Address)}, {"licence", a.Licence}, {"source", a.Source},
		{"columns", columns}} {
		text, err := json.Marshal(v.value)
		if err != nil {
			return nil, err
		}
		buf = append(append(appendText(buf, []byte(v.name)), ": "...), text...)
		buf = append(buf, ",\n"...)
	}
	return buf, nil
}

// orNull is a text, or null where there is none.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// objects writes rows as objects.
type objects struct {
	columns []table.Column
	keys    [][]byte // `"name":` of each column
}

func keys(columns []table.Column) [][]byte {
	all := make([][]byte, len(columns))
	for i, c := range columns {
		all[i] = append(appendText(nil, []byte(c.Name)), ':')
	}
	return all
}

// append appends a row of a batch as an object.
func (o objects) append(buf, line []byte) []byte {
	buf = append(buf, '{')
	i := 0
	for cell := range table.Cells(line) {
		if i > 0 {
			buf = append(buf, ',')
		}
		buf = append(buf, o.keys[i]...)
		buf = AppendCell(buf, cell, o.columns[i])
		i++
	}
	return append(buf, '}')
}

// AppendCell appends a cell of a column, as files have it, in JSON: null where it says nothing, one value, or an array of
// them for a column of several. All JSON of tables is written by it.
func AppendCell(buf, cell []byte, c table.Column) []byte {
	switch {
	case len(cell) == 0:
		return append(buf, "null"...)
	case !c.List:
		return appendValue(buf, cell, c.Type)
	}
	buf = append(buf, '[')
	for value := range table.Values(cell) {
		buf = append(appendValue(buf, []byte(value), c.Type), ',')
	}
	buf[len(buf)-1] = ']'
	return buf
}

// appendValue appends what the type of a column makes of a text; a text that is none of that type stays a text.
func appendValue(buf, text []byte, t table.Type) []byte {
	if t == table.TypeInteger && isInteger(text) || t == table.TypeBoolean && isBoolean(text) {
		return append(buf, text...)
	}
	return appendText(buf, text)
}

// mostDigits is how many digits of an integer every program keeps: those that count in floating-point numbers lose the
// sixteenth.
const mostDigits = 15

// isInteger reports whether a text is an integer as numbers are written: no sign but a minus, no leading zero.
func isInteger(text []byte) bool {
	digits := bytes.TrimPrefix(text, []byte("-"))
	if len(digits) == 0 || len(digits) > mostDigits || digits[0] == '0' && len(text) > 1 {
		return false
	}
	for _, b := range digits {
		if b < '0' || b > '9' {
			return false
		}
	}
	return true
}

func isBoolean(text []byte) bool { return string(text) == "true" || string(text) == "false" }

// appendText appends a text in quotes as RFC 8259, section 7, says. What is not UTF-8 becomes the replacement character.
func appendText(buf, text []byte) []byte {
	buf = append(buf, '"')
	start := 0
	for i := 0; i < len(text); {
		b := text[i]
		if b < utf8.RuneSelf {
			if b < ' ' || b == '"' || b == '\\' {
				buf = appendEscape(append(buf, text[start:i]...), b)
				start = i + 1
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			buf = utf8.AppendRune(append(buf, text[start:i]...), r)
			start = i + 1
		}
		i += size
	}
	return append(append(buf, text[start:]...), '"')
}

func appendEscape(buf []byte, b byte) []byte {
	switch b {
	case '"', '\\':
		return append(buf, '\\', b)
	case '\n':
		return append(buf, `\n`...)
	case '\r':
		return append(buf, `\r`...)
	case '\t':
		return append(buf, `\t`...)
	}
	const digits = "0123456789abcdef"
	return append(buf, '\\', 'u', '0', '0', digits[b>>4], digits[b&15])
}
