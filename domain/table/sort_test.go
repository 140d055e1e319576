package table_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain/table"
)

func sorted(t *testing.T, table table.Table, name string, descending bool) table.Table {
	t.Helper()
	table, err := table.Sort(name, descending)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestSort(t *testing.T) {
	tests := []struct {
		name       string
		table      table.Table
		column     string
		descending bool
		want       []string
	}{
		{"numbers by size", numbers("9", "10", "", "100", "2"), "n", false, []string{"2", "9", "10", "100", ""}},
		{"lists of numbers number by number", numbers("9", "9; 10", "10; 2", "9; 2", "10"), "n", false, []string{"9", "9; 2", "9; 10", "10", "10; 2"}},
		{"one number again and again", numbers("7", "7", "3", "3", "7"), "n", false, []string{"3", "3", "7", "7", "7"}},
		{"capitals as small letters", wordy("beta", "ALPHA", "Gamma", "alpha", "ÉCLAIR", "éclair"), "n", false,
			[]string{"ALPHA", "alpha", "beta", "Gamma", "ÉCLAIR", "éclair"}},
		{"days by time", oneColumn(table.TypeDay, []string{"1921-05-04", "Y10000-01-01", "-0430-03-15", "", "Y-12000-01-01", "0000-02-29", "-0431-03-15"}), "n", false,
			[]string{"Y-12000-01-01", "-0431-03-15", "-0430-03-15", "0000-02-29", "1921-05-04", "Y10000-01-01", ""}},
		{"numbers by size, down", numbers("9", "10", "", "100", "2"), "n", true, []string{"100", "10", "9", "2", ""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := len(tt.table.Rows)
			key := tt.table.Columns[0].Name
			if diff := cmp.Diff(tt.want, lines(t, sorted(t, tt.table, tt.column, tt.descending), key)); diff != "" {
				t.Errorf("Sort(%q, %v) (-want +got):\n%s", tt.column, tt.descending, diff)
			}
			if len(tt.table.Rows) != before {
				t.Errorf("sorting changed the number of rows")
			}
		})
	}
}

// numbers returns a table of one column of integers, several of them with the separator between them.
func numbers(texts ...string) table.Table { return oneColumn(table.TypeInteger, texts) }

func wordy(texts ...string) table.Table { return oneColumn(table.TypeText, texts) }

func oneColumn(kind table.Type, texts []string) table.Table {
	t := table.Table{Name: "texts", Columns: []table.Column{{Name: "n", Type: kind}}}
	for _, text := range texts {
		var cell table.Cell
		for _, one := range strings.Split(text, table.Separator) {
			cell = append(cell, table.Value{Text: one})
		}
		if text == "" {
			cell = nil
		}
		t.Rows = append(t.Rows, table.Row{Cells: []table.Cell{cell}})
	}
	return t
}

// TestRanks numbers cells as a sort puts them, the same for equal ones.
func TestRanks(t *testing.T) {
	got := wordy("beta", "", "alpha", "Gamma", "alpha").Ranks(0)
	if diff := cmp.Diff([]int{2, 0, 1, 3, 1}, got); diff != "" {
		t.Errorf("Ranks (-want +got):\n%s", diff)
	}
}

// TestSortIsStable sorts more rows than a sort by insertion would be used for.
func TestSortIsStable(t *testing.T) {
	tab := table.Table{Columns: []table.Column{{Name: "key"}, {Name: "place"}}}
	var want []string
	for i := range 100 {
		cells := []table.Cell{{{Text: strconv.Itoa(i % 2)}}, {{Text: strconv.Itoa(i)}}}
		tab.Rows = append(tab.Rows, table.Row{Cells: cells})
		if i%2 == 1 {
			want = append(want, strconv.Itoa(i))
		}
	}
	if diff := cmp.Diff(want, lines(t, sorted(t, tab, "key", true), "place")[:50]); diff != "" {
		t.Errorf("Sort moves equal rows (-want +got):\n%s", diff)
	}
}

func TestSortUncertainDates(t *testing.T) {
	tab := table.Table{Name: "dates", Columns: []table.Column{{Name: "d", Type: table.TypeEDTF}}}
	for _, text := range []string{"1964-05", "1964", "1964-05-07", "1964-23", "../1964-05", "1963-12-31"} {
		tab.Rows = append(tab.Rows, table.Row{Cells: []table.Cell{{{Text: text, Date: date(t, text)}}}})
	}
	want := []string{"1963-12-31", "1964", "1964-05", "1964-05-07", "../1964-05", "1964-23"} // by May 1964 stands at its end
	if diff := cmp.Diff(want, lines(t, sorted(t, tab, "d", false), "d")); diff != "" {
		t.Errorf("Sort(d) (-want +got):\n%s", diff)
	}
}

// TestSortOneTextShownTwoWays orders by what a reader sees, even where files have the same.
func TestSortOneTextShownTwoWays(t *testing.T) {
	tab := table.Table{Columns: []table.Column{{Name: "n", Type: table.TypeText}}}
	for _, label := range []string{"b", "b", "a", "c", "a"} {
		tab.Rows = append(tab.Rows, table.Row{Cells: []table.Cell{{{Text: "same", Label: label}}}})
	}
	var got []string
	for _, row := range sorted(t, tab, "n", false).Rows {
		got = append(got, row.Cells[0][0].Label)
	}
	if diff := cmp.Diff([]string{"a", "a", "b", "b", "c"}, got); diff != "" {
		t.Errorf("labels (-want +got):\n%s", diff)
	}
}
