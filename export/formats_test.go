package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/dossier"
	"pourparler/export"
	"pourparler/seeds"
)

// bundled returns the index of the dossier that comes with the program.
func bundled(t testing.TB) *domain.Index {
	t.Helper()
	files, err := seeds.SinoSoviet()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	return domain.NewIndex(d)
}

// allTables returns tables of every shape: all registers, and views that are computed.
func allTables(t testing.TB) []table.Table {
	t.Helper()
	ix := bundled(t)
	end, err := edtf.Parse("1964-12-31")
	if err != nil {
		t.Fatal(err)
	}
	day, _ := end.Earliest()
	tables := []table.Table{compare.StateOfPlay(ix, day), compare.SilenceMap(ix, day), compare.Ledger(ix, "", day), compare.Drift(ix, day),
		compare.Replies(ix, day), compare.Membership(ix, compare.AllLists(ix)), compare.Evidence(ix, "cpc-1964-05-07"),
		compare.SilenceTotals(compare.SilenceMap(ix, day))}
	for _, g := range compare.Registers(ix) {
		tables = append(tables, g.Whole())
	}
	return tables
}

// about is what the files of these tests say of themselves.
var about = export.About{Dossier: "harbour", Title: "The harbour", Release: "1.2.0", Released: "2026-11-22", Licence: "CC-BY-4.0",
	Source: "Letters <of the Board> & others.", AsOf: "1921-04-12", Filters: []export.Setting{{Name: "track", Value: "conference"}},
	Address: "https://example.org/harbour/x.csv?a=1&b=2"}

func written(t testing.TB, f export.Format, s table.Stream) []byte {
	t.Helper()
	var buf bytes.Buffer
	if _, err := f.Write(&buf, export.File{Stream: s, About: about}); err != nil {
		t.Fatalf("%s of %s: %v", f, s.Name, err)
	}
	return buf.Bytes()
}

// asCSV returns the rows of a table as its CSV has them, the header first.
func asCSV(t testing.TB, s table.Stream) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(written(t, export.FormatCSV, s))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// odd is a table of one row a kind of value that files could spoil.
func odd() table.Table {
	t := table.Table{Name: "odd", Title: "Odd <things> & \"others\"", Columns: []table.Column{
		{Name: "text", Type: table.TypeText, Doc: "Words."}, {Name: "number", Type: table.TypeInteger}, {Name: "flag", Type: table.TypeBoolean},
		{Name: "day", Type: table.TypeDay}, {Name: "edtf", Type: table.TypeEDTF},
		{Name: "word", Type: table.TypeEnum, Values: []string{"yes", "no"}}, {Name: "ids", Type: table.TypeID, List: true},
		{Name: "paragraphs", Type: table.TypeInteger, List: true}}}
	for _, row := range [][]string{
		{"plain", "7", "true", "1964-05-07", "1964-05-07", "yes", "a", "1"},
		{"", "", "", "", "", "", "", ""},
		{"=1+1", "-3", "false", "1900-02-28", "1964", "no", "a; b", "1; 2"},
		{"+1", "007", "TRUE", "1900-03-01", "1965-05~", "maybe", "007", "x; 2"},
		{" spaces ", "9007199254740993", "yes", "9999-12-31", "../1964-12-15", "1", "a; ", "03"},
		{"two\nlines", "1.5", "1", "Y10000-01-01", "1964-23", "true", `=a; b;\ c`, "-1"},
		{"\t<tag attr=\"x\">&amp;</tag>", "0", "0", "-0043-03-15", "[1964-05-07,1964-05-08]", "", "a;b", ""},
		{"邓小平 Dèng 😀", "-0", "false", "1964-02-30", "?", "", "", ""},
		{"_x0041_ and _xZZZZ_", "+5", "true", "1964-13-01", "", "", "", ""},
		{"Q: \"quoted\", yes", "-", "", "1964-5-7", "", "", "", ""},
	} {
		var r table.Row
		for i, s := range row {
			var cell table.Cell
			for v := range strings.SplitSeq(s, table.Separator) {
				switch {
				case s == "":
				case t.Columns[i].List:
					cell = append(cell, table.Value{Text: table.Escape(v)})
				case v == s:
					cell = append(cell, table.Value{Text: v})
				}
			}
			r.Cells = append(r.Cells, cell)
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// object is a file of JSON as another program reads it.
type object struct {
	Table   string
	Title   string
	Dossier struct{ ID, Title, Release, Released string }
	AsOf    string `json:"as_of"`
	Filters []struct{ Name, Value string }
	Address string
	Licence string
	Source  string
	Columns []struct {
		Name, Title, Type, Doc string
		List                   bool
		Values                 []string
	}
	Rows     []map[string]any
	RowCount int `json:"row_count"`
	SHA256   string
}

func readJSON(t testing.TB, body []byte) object {
	t.Helper()
	var o object
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	if err := d.Decode(&o); err != nil {
		t.Fatalf("JSON: %v in\n%.500s", err, body)
	}
	return o
}

// cells returns the rows of a file of JSON as its CSV has them.
func (o object) cells() [][]string {
	header := []string{}
	for _, c := range o.Columns {
		header = append(header, c.Name)
	}
	rows := [][]string{header}
	for _, row := range o.Rows {
		var cells []string
		for _, name := range header {
			cells = append(cells, asText(row[name]))
		}
		rows = append(rows, cells)
	}
	return rows
}

func asText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		texts := make([]string, len(v))
		for i := range v {
			texts[i] = table.Escape(asText(v[i]))
		}
		return strings.Join(texts, table.Separator)
	default:
		return fmt.Sprint(v)
	}
}

// TestSameInEveryFormat wants the cells of the CSV in every other file of the same table, and the same number of rows.
func TestSameInEveryFormat(t *testing.T) {
	for _, table := range append(allTables(t), odd()) {
		t.Run(table.Name, func(t *testing.T) {
			want := asCSV(t, table.Stream())
			if len(want) != len(table.Rows)+1 {
				t.Fatalf("the CSV has %d rows, want %d", len(want)-1, len(table.Rows))
			}
			o := readJSON(t, written(t, export.FormatJSON, table.Stream()))
			if diff := cmp.Diff(want, o.cells()); diff != "" {
				t.Errorf("JSON (-csv +json):\n%s", diff)
			}
			if o.RowCount != len(table.Rows) {
				t.Errorf("row_count = %d, want %d", o.RowCount, len(table.Rows))
			}
			got := readBook(t, written(t, export.FormatXLSX, table.Stream())).cells(table.Name)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("XLSX (-csv +xlsx):\n%s", diff)
			}
		})
	}
}

// TestListsKeepTheirValues wants no value of a list to hold what stands between values.
func TestListsKeepTheirValues(t *testing.T) {
	for _, table := range allTables(t) {
		o := readJSON(t, written(t, export.FormatJSON, table.Stream()))
		for i, row := range table.Rows {
			for j, c := range table.Columns {
				if values, _ := o.Rows[i][c.Name].([]any); c.List && len(values) != len(row.Cells[j]) {
					t.Errorf("%s, row %d, %s: %d values in the file, want %d", table.Name, i+1, c.Name, len(values), len(row.Cells[j]))
				}
			}
		}
	}
}

var errBroken = errors.New("the disk is gone")

// breaking returns a stream that fails after so many batches.
func breaking(s table.Stream, batches int) table.Stream {
	all := s.Batches
	s.Batches = func(yield func([]byte, error) bool) {
		n := 0
		for batch, err := range all {
			if n++; n > batches || !yield(batch, err) {
				break
			}
		}
		yield(nil, errBroken)
	}
	return s
}

// TestBrokenStream wants the error of the rows from every format, nothing written if the first batch fails, and after it
// nothing that could be taken for a whole file.
func TestBrokenStream(t *testing.T) {
	for _, f := range export.Formats() {
		for _, batches := range []int{0, 1, 7} {
			var buf bytes.Buffer
			rows, err := f.Write(&buf, export.File{Stream: breaking(synthetic(50_000, proposalLike), batches), About: about})
			if !errors.Is(err, errBroken) || rows != batches*500 {
				t.Errorf("%s after %d batches: %d rows, error %v", f, batches, rows, err)
			}
			if batches == 0 && buf.Len() > 0 {
				t.Errorf("%s: %d bytes written before the first batch failed", f, buf.Len())
			}
			if json.Valid(buf.Bytes()) {
				t.Errorf("%s after %d batches is valid JSON", f, batches)
			}
			if bytes.Contains(buf.Bytes(), []byte("PK\x05\x06")) {
				t.Errorf("%s after %d batches has the end of an archive", f, batches)
			}
		}
	}
}

// failing is a writer that takes so many bytes.
type failing struct{ left int }

func (w *failing) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, errBroken
	}
	return len(p), nil
}

func TestBrokenWriter(t *testing.T) {
	for _, f := range export.Formats() {
		whole := len(written(t, f, synthetic(5_000, proposalLike)))
		for _, left := range []int{0, 1000, whole / 2, whole - 1} {
			_, err := f.Write(&failing{left}, export.File{Stream: synthetic(5_000, proposalLike), About: about})
			if !errors.Is(err, errBroken) {
				t.Errorf("%s to a writer that takes %d of %d bytes = %v, want its error", f, left, whole, err)
			}
		}
	}
}

// TestSameBytes wants the same table to give the same file.
func TestSameBytes(t *testing.T) {
	for _, f := range export.Formats() {
		if a, b := written(t, f, odd().Stream()), written(t, f, odd().Stream()); !bytes.Equal(a, b) {
			t.Errorf("%s differs from run to run", f)
		}
	}
}

// TestNoAllocationByRow wants writing to make nothing for a row: four thousand rows take as much as five hundred.
func TestNoAllocationByRow(t *testing.T) {
	for _, f := range export.Formats() {
		made := func(rows int) float64 {
			s := synthetic(rows, proposalLike)
			return testing.AllocsPerRun(2, func() { _, _ = f.Write(io.Discard, export.File{Stream: s, About: about}) })
		}
		few, many := made(500), made(4_000)
		if many > few+100 {
			t.Errorf("%s: %g things made for 500 rows, %g for 4 000", f, few, many)
		}
	}
}
