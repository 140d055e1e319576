package export_test

import (
	"io"
	"strings"
	"testing"

	"pourparler/domain/table"
	"pourparler/export"
)

// proposalLike is a row as long and as full as one of the proposals: ids, dates, prose with commas, and cells that say
// nothing.
var proposalLike = []string{"cpc-1964-05-07-bilateral-talks", "bilateral-talks", "proposes", "1964-05-07", "1964-05-07", "1964-05-07",
	"cpc", "cpsu", "cpc-1964-05-07", "9; 10", "true", "", "that talks be resumed in the spring of the next year, in the capital of the party that is to hold them",
	"1965-05", "1965-05-01", "1965-05-31", "peking", "", "", "", "", "", "", "amends cpc-1964-02-29-bilateral-talks", "", "cpsu (date)",
	"", "", "", `called "suitable" by its author, with reasons`, "cpc-1964-05-07 para. 9; cpc-1964-05-07 para. 10"}

// synthetic is a table of n rows that are alike, in batches as a database gives them, and costs nothing to make.
func synthetic(n int, cells []string) table.Stream {
	const size = 500
	line := strings.Join(cells, string(rune(table.Unit))) + string(rune(table.End))
	batch := []byte(strings.Repeat(line, size))
	t := table.Table{Name: "proposals", Title: "Proposals"}
	for i := range cells {
		t.Columns = append(t.Columns, table.Column{Name: "column_" + string(rune('a'+i%26)) + string(rune('a'+i/26)), Type: table.TypeText})
	}
	return table.Stream{Table: t, Batches: func(yield func([]byte, error) bool) {
		for left := n; left > 0; left -= size {
			if !yield(batch[:min(left, size)*len(line)], nil) {
				return
			}
		}
	}}
}

func BenchmarkCSV(b *testing.B)  { benchmark(b, export.FormatCSV) }
func BenchmarkJSON(b *testing.B) { benchmark(b, export.FormatJSON) }
func BenchmarkXLSX(b *testing.B) { benchmark(b, export.FormatXLSX) }

func benchmark(b *testing.B, f export.Format) {
	const rows = 10_000
	s := synthetic(rows, proposalLike)
	b.SetBytes(int64(rows * len(strings.Join(proposalLike, ","))))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Write(io.Discard, export.File{Stream: s}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
