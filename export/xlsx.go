package export

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"strconv"
	"strings"
	"time"

	"pourparler/domain"
	"pourparler/domain/table"
)

// Limits of a worksheet, from Excel's specification.
const (
	sheetRows    = 1 << 20 // with the header
	sheetColumns = 1 << 14
)

// XLSX writes a table as a workbook of Office Open XML (ECMA-376): the rows on as many sheets as they need, a sheet that
// describes each column, and one that says where the rows come from. Integers, booleans and days are cells of that type,
// all else is text and never a formula. It returns how many rows it wrote; after an error what was written is no workbook.
// A table with more columns than a sheet has is an error of kind [domain.Invalid].
func XLSX(w io.Writer, f File) (rows int, err error) {
	if len(f.Columns) > sheetColumns {
		return 0, domain.Errorf(domain.Invalid, "the table %s has %d columns and a sheet %d: take it as .csv or .json",
			f.Name, len(f.Columns), sheetColumns)
	}
	out := bufio.NewWriterSize(w, 64<<10)
	b := newBook(out)
	rows, err = b.write(f)
	if err == nil {
		err = b.zip.Close()
	}
	if err == nil {
		err = out.Flush()
	}
	return rows, err
}

// book is a workbook being written, part after part.
type book struct {
	zip    *zip.Writer
	flate  *flate.Writer
	sheets []sheetPart
	hash   hash.Hash // of the rows as CSV
	lines  []byte    // of CSV, to be hashed
	cut    cuts
}

// sheetPart is a sheet that was written.
type sheetPart struct {
	name          string
	rows, columns int
}

func newBook(w io.Writer) *book {
	b := &book{zip: zip.NewWriter(w), hash: sha256.New()}
	b.zip.RegisterCompressor(zip.Deflate, b.compress)
	return b
}

// compress packs one part after the other with the same compressor, which takes a megabyte.
func (b *book) compress(w io.Writer) (io.WriteCloser, error) {
	if b.flate != nil {
		b.flate.Reset(w)
		return b.flate, nil
	}
	var err error
	b.flate, err = flate.NewWriter(w, flate.BestSpeed)
	return b.flate, err
}

func (b *book) write(f File) (rows int, err error) {
	if err := b.part("_rels/.rels", packageLinks); err != nil {
		return 0, err
	}
	if rows, err = b.rows(f); err != nil {
		return rows, err
	}
	if err := b.words("Codebook", codebookWidths, codebook(f.Columns)); err != nil {
		return rows, err
	}
	if err := b.words("About", aboutWidths, b.about(f, rows)); err != nil {
		return rows, err
	}
	return rows, b.frame(f)
}

// create begins a part. The same table gives the same bytes at any time, so all parts bear the first day that zip knows.
func (b *book) create(name string) (io.Writer, error) {
	return b.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
}

func (b *book) part(name, text string) error {
	w, err := b.create(name)
	if err == nil {
		_, err = io.WriteString(w, xmlHead+text)
	}
	return err
}

// worksheet begins a sheet that starts with the names of its columns.
func (b *book) worksheet(name string, columns []worksheetColumn) (*worksheet, error) {
	w, err := b.create("xl/worksheets/sheet" + strconv.Itoa(len(b.sheets)+1) + ".xml")
	if err != nil {
		return nil, err
	}
	b.sheets = append(b.sheets, sheetPart{name: name, columns: len(columns)})
	return newWorksheet(w, columns, len(b.sheets) == 1, &b.cut), nil
}

// end ends a sheet and remembers how far it goes.
func (b *book) end(s *worksheet) error {
	b.sheets[len(b.sheets)-1].rows = s.rows
	return s.end()
}

// rows writes the rows of a table, and begins a further sheet when one is full.
func (b *book) rows(f File) (rows int, err error) {
	columns := worksheetColumns(f.Columns)
	s, err := b.worksheet(sheetName(f.Name, 1), columns)
	if err != nil {
		return 0, err
	}
	b.hash.Write(appendHeader(nil, f.Columns))
	for batch, err := range f.Batches {
		if err != nil {
			return rows, err
		}
		b.lines, _ = appendBatch(b.lines[:0], batch, false)
		b.hash.Write(b.lines)
		for line := range table.Lines(batch) {
			if s.rows == sheetRows {
				if s, err = b.next(s, f.Name, columns); err != nil {
					return rows, err
				}
			}
			s.line(line)
			rows++
		}
		if err := s.flush(); err != nil {
			return rows, err
		}
	}
	return rows, b.end(s)
}

// next ends a sheet that is full and begins the one after it.
func (b *book) next(full *worksheet, table string, columns []worksheetColumn) (*worksheet, error) {
	if err := b.end(full); err != nil {
		return nil, err
	}
	return b.worksheet(sheetName(table, len(b.sheets)+1), columns)
}

// words writes a sheet of texts; the first row names its columns.
func (b *book) words(name string, widths []int, rows [][]string) error {
	columns := make([]worksheetColumn, len(widths))
	for i, width := range widths {
		columns[i] = worksheetColumn{name: rows[0][i], kind: kindWords, width: width}
	}
	s, err := b.worksheet(name, columns)
	if err != nil {
		return err
	}
	for _, row := range rows[1:] {
		s.line([]byte(strings.Join(row, string(rune(table.Unit)))))
	}
	return b.end(s)
}

// sheetName is the name of a table's nth sheet: at most 31 characters, without those that Excel refuses.
func sheetName(table string, n int) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return '-'
		}
		return r
	}, table)
	suffix := ""
	if n > 1 {
		suffix = fmt.Sprintf(" (%d)", n)
	}
	letters := []rune(name)
	return string(letters[:min(len(letters), 31-len(suffix))]) + suffix
}

// sum is the hash of the rows as CSV.
func (b *book) sum() string { return hex.EncodeToString(b.hash.Sum(nil)) }
