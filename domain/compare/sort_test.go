package compare_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
)

func sorted(t *testing.T, table compare.Table, name string, descending bool) compare.Table {
	t.Helper()
	table, err := table.Sort(name, descending)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestSort(t *testing.T) {
	ix := index(t)
	tests := []struct {
		name       string
		table      compare.Table
		column     string
		descending bool
		want       []string
	}{
		{"dates by EDTF, none last", compare.Proposals(ix), "date", false, []string{"n1", "n2", "s1", "n3", "s0", "t1"}},
		{"dates down, none last still", compare.Proposals(ix), "date", true, []string{"n3", "s1", "n2", "n1", "s0", "t1"}},
		{"equals in the order before", compare.Proposals(ix), "track", true, []string{"t1", "s0", "n1", "s1", "n2", "n3"}},
		{"by the words a reader sees", compare.Parties(ix), "id", false, []string{"cape", "coast", "islands", "north", "south"}},
		{"a list by its first value, then the next", compare.Proposals(ix), "addressees", false,
			[]string{"s0", "s1", "n2", "n3", "t1", "n1"}},
		{"numbers by size", numbers("9", "10", "", "100", "2"), "n", false, []string{"2", "9", "10", "100", ""}},
		{"lists of numbers number by number", numbers("9", "9; 10", "10; 2", "9; 2", "10"), "n", false, []string{"9", "9; 2", "9; 10", "10", "10; 2"}},
		{"one number again and again", numbers("7", "7", "3", "3", "7"), "n", false, []string{"3", "3", "7", "7", "7"}},
		{"capitals as small letters", wordy("beta", "ALPHA", "Gamma", "alpha", "ÉCLAIR", "éclair"), "n", false,
			[]string{"ALPHA", "alpha", "beta", "Gamma", "ÉCLAIR", "éclair"}},
		{"days by time", oneColumn(compare.TypeDay, []string{"1921-05-04", "Y10000-01-01", "-0430-03-15", "", "Y-12000-01-01", "0000-02-29", "-0431-03-15"}), "n", false,
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
func numbers(texts ...string) compare.Table { return oneColumn(compare.TypeInteger, texts) }

func wordy(texts ...string) compare.Table { return oneColumn(compare.TypeText, texts) }

func oneColumn(kind compare.Type, texts []string) compare.Table {
	t := compare.Table{Name: "texts", Columns: []compare.Column{{Name: "n", Type: kind}}}
	for _, text := range texts {
		var cell compare.Cell
		for _, one := range strings.Split(text, compare.Separator) {
			cell = append(cell, compare.Value{Text: one})
		}
		if text == "" {
			cell = nil
		}
		t.Rows = append(t.Rows, compare.Row{Cells: []compare.Cell{cell}})
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
	table := compare.Table{Columns: []compare.Column{{Name: "key"}, {Name: "place"}}}
	var want []string
	for i := range 100 {
		cells := []compare.Cell{{{Text: strconv.Itoa(i % 2)}}, {{Text: strconv.Itoa(i)}}}
		table.Rows = append(table.Rows, compare.Row{Cells: cells})
		if i%2 == 1 {
			want = append(want, strconv.Itoa(i))
		}
	}
	if diff := cmp.Diff(want, lines(t, sorted(t, table, "key", true), "place")[:50]); diff != "" {
		t.Errorf("Sort moves equal rows (-want +got):\n%s", diff)
	}
}

func TestSortUncertainDates(t *testing.T) {
	table := compare.Table{Name: "dates", Columns: []compare.Column{{Name: "d", Type: compare.TypeEDTF}}}
	for _, text := range []string{"1964-05", "1964", "1964-05-07", "1964-23", "../1964-05", "1963-12-31"} {
		table.Rows = append(table.Rows, compare.Row{Cells: []compare.Cell{{{Text: text, Date: date(t, text)}}}})
	}
	want := []string{"1963-12-31", "1964", "1964-05", "1964-05-07", "../1964-05", "1964-23"} // by May 1964 stands at its end
	if diff := cmp.Diff(want, lines(t, sorted(t, table, "d", false), "d")); diff != "" {
		t.Errorf("Sort(d) (-want +got):\n%s", diff)
	}
}

func TestSortByAnUnknownColumn(t *testing.T) {
	table := compare.Parties(index(t))
	got, err := table.Sort("colour", false)
	if domain.KindOf(err) != domain.Invalid {
		t.Fatalf("Sort(colour) = %v, want an error of kind %q", err, domain.Invalid)
	}
	if diff := cmp.Diff(lines(t, table, "id"), lines(t, got, "id")); diff != "" {
		t.Errorf("Sort(colour) moved rows:\n%s", diff)
	}
}

// TestSortOneTextShownTwoWays orders by what a reader sees, even where files have the same.
func TestSortOneTextShownTwoWays(t *testing.T) {
	table := compare.Table{Columns: []compare.Column{{Name: "n", Type: compare.TypeText}}}
	for _, label := range []string{"b", "b", "a", "c", "a"} {
		table.Rows = append(table.Rows, compare.Row{Cells: []compare.Cell{{{Text: "same", Label: label}}}})
	}
	var got []string
	for _, row := range sorted(t, table, "n", false).Rows {
		got = append(got, row.Cells[0][0].Label)
	}
	if diff := cmp.Diff([]string{"a", "a", "b", "b", "c"}, got); diff != "" {
		t.Errorf("labels (-want +got):\n%s", diff)
	}
}

func TestSortLeavesTheTableAlone(t *testing.T) {
	table := compare.Parties(index(t))
	before := lines(t, table, "id")
	sorted(t, table, "id", true)
	if diff := cmp.Diff(before, lines(t, table, "id")); diff != "" {
		t.Errorf("Sort changed the table it was asked of:\n%s", diff)
	}
}

// TestRegisters finds every register by the name that its table has, and no other.
func TestRegisters(t *testing.T) {
	ix := domain.NewIndex(&domain.Dossier{})
	var names []string
	for _, g := range compare.Registers(ix) {
		names = append(names, g.Name)
		if found, err := compare.Find(ix, g.Name); err != nil || found.Name != g.Name {
			t.Errorf("Find(%q) = %q, %v, want the register of that name", g.Name, found.Name, err)
		}
	}
	if diff := cmp.Diff(names, compare.RegisterNames()); diff != "" {
		t.Errorf("the names differ from those of the tables (-tables +names):\n%s", diff)
	}
	if _, err := compare.Find(ix, "nothing"); domain.KindOf(err) != domain.NotFound {
		t.Errorf("Find(%q): %v, want an error of kind NotFound", "nothing", err)
	}
}
