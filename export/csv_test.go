package export_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain/table"
	"pourparler/export"
)

func tableOf(columns []string, rows ...[]string) table.Table {
	var t table.Table
	for _, name := range columns {
		t.Columns = append(t.Columns, table.Column{Name: name})
	}
	for _, row := range rows {
		var r table.Row
		for _, s := range row {
			r.Cells = append(r.Cells, table.Cell{{Text: s}})
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

func TestCSV(t *testing.T) {
	tests := []struct {
		name string
		cell string
		opts export.CSVOptions
		want string
	}{
		{"plain", "Peking", export.CSVOptions{}, "Peking"},
		{"empty", "", export.CSVOptions{}, ""},
		{"comma", "a,b", export.CSVOptions{}, `"a,b"`},
		{"quote", `say "May"`, export.CSVOptions{}, `"say ""May"""`},
		{"line break kept", "a\nb", export.CSVOptions{}, "\"a\nb\""},
		{"leading space", " a", export.CSVOptions{}, `" a"`},
		{"Chinese", "邓小平", export.CSVOptions{}, "邓小平"},
		{"formula untouched by default", "=1+1", export.CSVOptions{}, "=1+1"},
		{"formula guarded", "=1+1", export.CSVOptions{Safe: true}, "'=1+1"},
		{"minus guarded", "-1", export.CSVOptions{Safe: true}, "'-1"},
		{"at guarded", "@x", export.CSVOptions{Safe: true}, "'@x"},
		{"full-width equals guarded", "＝1+1", export.CSVOptions{Safe: true}, "'＝1+1"},
		{"full-width plus guarded", "＋1", export.CSVOptions{Safe: true}, "'＋1"},
		{"full-width minus guarded and quoted", "－1,2", export.CSVOptions{Safe: true}, `"'－1,2"`},
		{"full-width at guarded", "＠x", export.CSVOptions{Safe: true}, "'＠x"},
		{"carriage return guarded and quoted", "\rx", export.CSVOptions{Safe: true}, "\"'\rx\""},
		{"other full-width signs as they are", "（＝1）", export.CSVOptions{Safe: true}, "（＝1）"},
		{"full-width equals untouched by default", "＝1+1", export.CSVOptions{}, "＝1+1"},
		{"tab guarded and quoted", "\tx", export.CSVOptions{Safe: true}, "'\tx"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var buf bytes.Buffer
			if _, err := export.CSV(&buf, tableOf([]string{"id", "cell"}, []string{"1", tt.cell}).Stream(), tt.opts); err != nil {
				t.Fatalf("CSV: %v", err)
			}
			want := "id,cell\r\n1," + tt.want + "\r\n"
			if diff := cmp.Diff(want, buf.String()); diff != "" {
				t.Errorf("CSV of %q (-want +got):\n%s", tt.cell, diff)
			}
		})
	}
}

func TestCSVByteOrderMark(t *testing.T) {
	var buf bytes.Buffer
	if _, err := export.CSV(&buf, tableOf([]string{"id"}).Stream(), export.CSVOptions{BOM: true}); err != nil {
		t.Fatal(err)
	}
	if got, want := buf.String(), "\xef\xbb\xbfid\r\n"; got != want {
		t.Errorf("CSV with BOM = %q, want %q", got, want)
	}
}

// TestCSVReadBack shows that another reader gets back what was written, but for the line breaks that encoding/csv
// itself folds.
func TestCSVReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringMatching(`[ -~\n邓小é😀]{0,12}`)
		row := []string{"1", cell.Draw(t, "a"), cell.Draw(t, "b")}
		var buf bytes.Buffer
		if _, err := export.CSV(&buf, tableOf([]string{"id", "a", "b"}, row).Stream(), export.CSVOptions{}); err != nil {
			t.Fatal(err)
		}
		got, err := csv.NewReader(&buf).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([][]string{{"id", "a", "b"}, row}, got); diff != "" {
			t.Errorf("read back (-want +got):\n%s", diff)
		}
	})
}

// TestCSVByTheRule compares what is written with what the rule says of each cell by itself: rows of every length, cells of
// every kind of byte, and cut where batches of them end.
func TestCSVByTheRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringMatching("[ -~\t\r\n\v\x00\x1d邓é＝－😀]{0,3}[a-z,\"]{0,20}[ -~\t\r\n邓é😀]{0,3}")
		width := rapid.IntRange(1, 5).Draw(t, "width")
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, width, width), 0, 6).Draw(t, "rows")
		safe := rapid.Bool().Draw(t, "safe")
		var want strings.Builder
		want.WriteString(strings.Repeat(",", width-1) + "\r\n")
		for _, row := range rows {
			for i, c := range row {
				if i > 0 {
					want.WriteString(",")
				}
				want.WriteString(field(c, safe))
			}
			want.WriteString("\r\n")
		}
		var buf bytes.Buffer
		n, err := export.CSV(&buf, tableOf(make([]string, width), rows...).Stream(), export.CSVOptions{Safe: safe})
		if err != nil || n != len(rows) {
			t.Fatalf("CSV = %d rows, %v, want %d", n, err, len(rows))
		}
		if diff := cmp.Diff(want.String(), buf.String()); diff != "" {
			t.Errorf("CSV of %q (-want +got):\n%s", rows, diff)
		}
	})
}

// field is a cell as the rule has it.
func field(s string, safe bool) string {
	if first, _ := utf8.DecodeRuneInString(s); safe && s != "" && strings.ContainsRune("=+-@＝＋－＠\t\r\n", first) {
		s = "'" + s
	}
	if strings.ContainsAny(s, ",\"\r\n") || strings.Trim(s, " \t") != s {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestCSVReportsWriteError(t *testing.T) {
	if _, err := export.CSV(brokenWriter{}, tableOf([]string{"id"}).Stream(), export.CSVOptions{}); err == nil {
		t.Error("CSV to a broken writer = nil, want an error")
	}
}

func TestFileName(t *testing.T) {
	tests := []struct {
		parts []string
		want  string
	}{
		{[]string{"sino-soviet", "proposals"}, "sino-soviet_proposals.csv"},
		{[]string{"sino-soviet", "proposals", "", "bilateral-talks"}, "sino-soviet_proposals_bilateral-talks.csv"},
		{[]string{"sino-soviet", "0.1.0", "proposals"}, "sino-soviet_0.1.0_proposals.csv"},
		{[]string{"sino-soviet", "1964..", ".."}, "sino-soviet_1964.csv"},
		{[]string{"sino-soviet", "persons", "邓小平"}, "sino-soviet_persons_邓小平.csv"},
		{[]string{"a", `../../etc/passwd"; x`}, "a_etc-passwd-x.csv"},
		{[]string{"CON"}, "con_.csv"},
		{[]string{"con", "0.1.0"}, "con_0.1.0.csv"},
		{[]string{"a", "0.1.0", "1.", ".2", "v1.0-rc.1"}, "a_0.1.0_1_2_v1.0-rc-1.csv"},
	}
	for _, tt := range tests {
		if got := export.FileName("csv", tt.parts...); got != tt.want {
			t.Errorf("FileName(%q) = %q, want %q", tt.parts, got, tt.want)
		}
	}
	if got := export.FileName("csv", strings.Repeat("邓", 100)); len(got) > 124 {
		t.Errorf("FileName of a long part has %d bytes, want at most 124", len(got))
	}
}

// TestLongFileName cuts a name after a whole letter, however long the words are that a reader looked for.
func TestLongFileName(t *testing.T) {
	tests := []struct{ name, part, want string }{
		{"as long as may be", strings.Repeat("a", 120), strings.Repeat("a", 120) + ".csv"},
		{"one letter more", strings.Repeat("a", 121), strings.Repeat("a", 120) + ".csv"},
		{"letters of three bytes", strings.Repeat("邓", 50), strings.Repeat("邓", 40) + ".csv"},
		{"cut inside a letter", "a" + strings.Repeat("邓", 50), "a" + strings.Repeat("邓", 39) + ".csv"},
		{"cut after a hyphen", strings.Repeat("a", 119) + " b", strings.Repeat("a", 119) + ".csv"},
		{"a megabyte", strings.Repeat("邓小平", 1<<20/9), strings.Repeat("邓小平", 13) + "邓.csv"},
		{"cut after a point", strings.Repeat("1", 119) + ".1", strings.Repeat("1", 119) + ".csv"},
		{"not UTF-8", "a\xffb", "a-b.csv"},
	}
	for _, tt := range tests {
		if got := export.FileName("csv", tt.part); got != tt.want {
			t.Errorf("%s: FileName = %q, want %q", tt.name, got, tt.want)
		}
	}
}
