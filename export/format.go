package export

import (
	"io"

	"pourparler/domain"
	"pourparler/domain/table"
)

// Formats of the files of a table, each named as the suffix of its addresses.
const (
	FormatCSV  Format = "csv"
	FormatXLSX Format = "xlsx"
	FormatJSON Format = "json"
)

// Format is a kind of file that every table can be had as.
type Format string

// File is a table with what its file says of itself.
type File struct {
	table.Stream
	About About
	CSV   CSVOptions // for [FormatCSV] alone
}

// Formats returns all formats in the order in which they are offered.
func Formats() []Format { return []Format{FormatCSV, FormatXLSX, FormatJSON} }

// ParseFormat returns the format of a suffix without its dot, or an error of kind [domain.NotFound].
func ParseFormat(suffix string) (Format, error) {
	for _, f := range Formats() {
		if string(f) == suffix {
			return f, nil
		}
	}
	return "", domain.Errorf(domain.NotFound, "no table can be had as %q: write .csv, .xlsx or .json", suffix)
}

// MediaType returns the type of the file as HTTP names it.
func (f Format) MediaType() string {
	switch f {
	case FormatXLSX:
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case FormatJSON:
		return "application/json"
	case FormatCSV:
	}
	return "text/csv; charset=utf-8; header=present"
}

// Write writes the file to w and returns how many rows it holds. Rows are written as they come, so that memory does not
// depend on their number, and nothing is written before the first batch of them has come without an error. After an error
// what was written is not the whole file.
func (f Format) Write(w io.Writer, file File) (rows int, err error) {
	switch f {
	case FormatXLSX:
		return XLSX(w, file)
	case FormatJSON:
		return JSON(w, file)
	case FormatCSV:
	}
	return CSV(w, file.Stream, file.CSV)
}
