package export_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/export"
)

// workbook is a file of XLSX as another program reads it.
type workbook struct {
	*excelize.File
	t testing.TB
}

func readBook(t testing.TB, body []byte) workbook {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return workbook{f, t}
}

// cells returns a sheet as its CSV has it: days, integers and booleans as they are written there.
func (b workbook) cells(sheet string) [][]string {
	b.t.Helper()
	rows, err := b.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		b.t.Fatal(err)
	}
	for i := range rows {
		for len(rows[i]) < len(rows[0]) {
			rows[i] = append(rows[i], "") // empty cells at the end of a row are not there
		}
		for j := range rows[i] {
			switch b.kind(sheet, j, i) {
			case "day":
				rows[i][j] = b.day(rows[i][j])
			case "boolean":
				rows[i][j] = map[string]string{"1": "true", "0": "false"}[rows[i][j]]
			}
		}
	}
	return rows
}

// kind is what a program takes a cell for.
func (b workbook) kind(sheet string, column, row int) string {
	b.t.Helper()
	name, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		b.t.Fatal(err)
	}
	kind, err := b.GetCellType(sheet, name)
	if err != nil {
		b.t.Fatal(err)
	}
	switch kind {
	case excelize.CellTypeInlineString:
		if row > 0 && sheet == "odd" && b.format(sheet, name).NumFmt != textFormat {
			return "text that a spreadsheet takes for something else once it is edited"
		}
		return "text"
	case excelize.CellTypeBool:
		return "boolean"
	case excelize.CellTypeNumber, excelize.CellTypeUnset:
	default:
		return fmt.Sprint("another kind: ", kind)
	}
	if value, err := b.GetCellValue(sheet, name, excelize.Options{RawCellValue: true}); err != nil || value == "" {
		return "empty"
	}
	if style := b.format(sheet, name); style.CustomNumFmt != nil && strings.Contains(*style.CustomNumFmt, "yyyy") {
		return "day"
	}
	return "integer"
}

// textFormat is the number of the format Text, "@", which is built in (ECMA-376 part 1, 18.8.30).
const textFormat = 49

func (b workbook) format(sheet, cell string) *excelize.Style {
	b.t.Helper()
	n, err := b.GetCellStyle(sheet, cell)
	if err != nil {
		b.t.Fatal(err)
	}
	style, err := b.GetStyle(n)
	if err != nil {
		b.t.Fatal(err)
	}
	return style
}

func (b workbook) day(serial string) string {
	var n float64
	if _, err := fmt.Sscan(serial, &n); err != nil {
		b.t.Fatal(err)
	}
	when, err := excelize.ExcelDateToTime(n, false)
	if err != nil {
		b.t.Fatal(err)
	}
	return when.Format(time.DateOnly)
}

// TestKindsOfCells reads the odd table back and wants each cell to be what its column says where its text is that, and a
// text where it is not.
func TestKindsOfCells(t *testing.T) {
	b := readBook(t, written(t, export.FormatXLSX, odd().Stream()))
	want := [][]string{
		{"text", "text", "text", "text", "text", "text", "text", "text"},
		{"text", "integer", "boolean", "day", "text", "text", "text", "text"},
		{"empty", "empty", "empty", "empty", "empty", "empty", "empty", "empty"},
		{"text", "integer", "boolean", "text", "text", "text", "text", "text"},
		{"text", "text", "text", "day", "text", "text", "text", "text"},
		{"text", "text", "text", "day", "text", "text", "text", "text"},
		{"text", "text", "text", "text", "text", "text", "text", "text"},
		{"text", "integer", "text", "text", "text", "empty", "text", "empty"},
		{"text", "text", "boolean", "text", "text", "empty", "empty", "empty"},
		{"text", "text", "boolean", "text", "empty", "empty", "empty", "empty"},
		{"text", "text", "empty", "text", "empty", "empty", "empty", "empty"},
	}
	var got [][]string
	for i := range want {
		var row []string
		for j := range want[i] {
			row = append(row, b.kind("odd", j, i))
		}
		got = append(got, row)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("kinds of cells (-want +got):\n%s", diff)
	}
	for i := range want {
		for j := range want[i] {
			name, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if formula, err := b.GetCellFormula("odd", name); formula != "" || err != nil {
				t.Errorf("%s is a formula: %s (%v)", name, formula, err)
			}
		}
	}
}

// TestSheets wants the sheets of a workbook, the names of the columns to stay in view, and a filter over all of them.
func TestSheets(t *testing.T) {
	table := odd()
	b := readBook(t, written(t, export.FormatXLSX, table.Stream()))
	if diff := cmp.Diff([]string{"odd", "Codebook", "About"}, b.GetSheetList()); diff != "" {
		t.Errorf("sheets (-want +got):\n%s", diff)
	}
	panes, err := b.GetPanes("odd")
	if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.TopLeftCell != "A2" {
		t.Errorf("panes = %+v (%v), want the first row frozen", panes, err)
	}
	filters := map[string]string{}
	for _, name := range b.GetDefinedName() {
		filters[name.Scope] = name.RefersTo
	}
	want := map[string]string{"odd": "'odd'!$A$1:$H$11", "Codebook": "'Codebook'!$A$1:$F$9", "About": "'About'!$A$1:$B$15"}
	if diff := cmp.Diff(want, filters); diff != "" {
		t.Errorf("filters (-want +got):\n%s", diff)
	}
	codebook := b.cells("Codebook")
	if diff := cmp.Diff([]string{"word", "", "enum", "false", "yes; no", ""}, codebook[6]); diff != "" {
		t.Errorf("codebook of word (-want +got):\n%s", diff)
	}
	if len(codebook) != len(table.Columns)+1 || codebook[1][5] != "Words." {
		t.Errorf("the codebook has %q", codebook)
	}
}

// TestAboutSheet wants the workbook to say where its rows come from, with the hash of the CSV of the same rows.
func TestAboutSheet(t *testing.T) {
	table := odd()
	sum := sha256.Sum256(written(t, export.FormatCSV, table.Stream()))
	said := map[string]string{}
	for _, row := range readBook(t, written(t, export.FormatXLSX, table.Stream())).cells("About") {
		said[row[0]] = row[1]
	}
	for name, want := range map[string]string{"Dossier": "The harbour (harbour)", "Release": "1.2.0", "Released": "2026-11-22", "As of": "1921-04-12",
		"Filter: track": "conference", "Rows": "10", "Licence of the record": "CC-BY-4.0", "Source": about.Source, "Address": about.Address,
		"SHA-256 of the rows as CSV": hex.EncodeToString(sum[:]), "Cells cut": "none", "Table": table.Title + " (odd)"} {
		if said[name] != want {
			t.Errorf("%s = %q, want %q", name, said[name], want)
		}
	}
}

// TestLongCells cuts what a cell cannot hold, and says so.
func TestLongCells(t *testing.T) {
	fits, long := strings.Repeat("邓", 32767), strings.Repeat("a", 32766)+"😀"
	tab := table.Table{Name: "t", Columns: []table.Column{{Name: "a"}, {Name: "b"}}}
	tab.Rows = []table.Row{{Cells: []table.Cell{{{Text: fits}}, {{Text: long}}}}}
	b := readBook(t, written(t, export.FormatXLSX, tab.Stream()))
	row := b.cells("t")[1]
	if row[0] != fits {
		t.Errorf("a text that fits has %d letters, want 32767", len([]rune(row[0])))
	}
	if want := strings.Repeat("a", 32763) + " […]"; row[1] != want {
		t.Errorf("a text that does not fit ends with %q and has %d letters, want 32767", row[1][len(row[1])-10:], len([]rune(row[1])))
	}
	if said := b.cut(); !strings.HasPrefix(said, "1,") || !strings.HasSuffix(said, ": B2") {
		t.Errorf("the workbook says of cells cut: %q, want 1 and B2", said)
	}
	for range 20 {
		tab.Rows = append(tab.Rows, table.Row{Cells: []table.Cell{{{Text: long}}, {}}})
	}
	said := readBook(t, written(t, export.FormatXLSX, tab.Stream())).cut()
	_, named, _ := strings.Cut(said, ": ")
	if cells := strings.Split(named, ", "); !strings.HasPrefix(said, "21,") || len(cells) != 20 || cells[0] != "B2" || cells[19] != "A21 and others" {
		t.Errorf("the workbook says of cells cut: %q, want 21 and the names of 20", said)
	}
}

// cut is what the workbook says of cells cut.
func (b workbook) cut() (said string) {
	for _, line := range b.cells("About") {
		if line[0] == "Cells cut" {
			said = line[1]
		}
	}
	return said
}

// TestParts wants every part to be XML of one root, and all of them to bear the same time.
func TestParts(t *testing.T) {
	table := odd()
	table.Rows[0].Cells[0][0].Text = "a\x00b\x1bc\xffd\uffffe\rf"
	body := written(t, export.FormatXLSX, table.Stream())
	r, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		if f.Modified.Year() != 1980 {
			t.Errorf("%s was written at %v", f.Name, f.Modified)
		}
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(part); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
	}
	if got, want := readBook(t, body).cells("odd")[1][0], "a\x00b\x1bc\ufffdd\uffffe\rf"; got != want {
		t.Errorf("characters that XML has no place for: %q, want %q", got, want)
	}
}

func TestTooManyColumns(t *testing.T) {
	table := table.Table{Name: "wide", Columns: make([]table.Column, 16385)}
	_, err := export.XLSX(io.Discard, export.File{Stream: table.Stream()})
	if domain.KindOf(err) != domain.Invalid {
		t.Errorf("a workbook of 16 385 columns = %v, want an error of kind invalid", err)
	}
}

// TestMoreRowsThanASheet writes more rows than a sheet holds: they go on on a second, and memory stays small.
func TestMoreRowsThanASheet(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 1 200 000 rows")
	}
	const rows, most = 1_200_000, 24 << 20
	var buf bytes.Buffer
	buf.Grow(16 << 20)
	s := synthetic(rows, []string{"7"})
	s.Columns[0].Type = table.TypeInteger
	peak, batches := uint64(0), s.Batches
	var before runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	s.Batches = func(yield func([]byte, error) bool) {
		n := 0
		for batch, err := range batches {
			if n++; n%400 == 0 {
				var now runtime.MemStats
				runtime.ReadMemStats(&now)
				peak = max(peak, now.HeapAlloc-min(now.HeapAlloc, before.HeapAlloc))
			}
			if !yield(batch, err) {
				return
			}
		}
	}
	if _, err := export.XLSX(&buf, export.File{Stream: s}); err != nil {
		t.Fatal(err)
	}
	if peak == 0 || peak > most {
		t.Errorf("the heap grew by %d bytes, want at most %d", peak, most)
	}
	got := map[string]int{}
	body := buf.Bytes()
	r, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		got[f.Name] = bytes.Count(text, []byte("<row "))
		if f.Name == "xl/workbook.xml" && !bytes.Contains(text, []byte("'proposals (2)'!$A$1:$A$151426")) {
			t.Errorf("the workbook does not name the second sheet: %s", text)
		}
	}
	if got["xl/worksheets/sheet1.xml"] != 1<<20 || got["xl/worksheets/sheet2.xml"] != rows-(1<<20-1)+1 {
		t.Errorf("rows by part: %v, want %d and %d", got, 1<<20, rows-(1<<20-1)+1)
	}
}
