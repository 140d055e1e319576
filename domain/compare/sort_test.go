package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
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
	ix := index(t)
	tests := []struct {
		name       string
		table      table.Table
		column     string
		descending bool
		want       []string
	}{
		{"dates by EDTF, none last", compare.Whole(ix, "proposals"), "date", false, []string{"n1", "n2", "s1", "n3", "s0", "t1"}},
		{"dates down, none last still", compare.Whole(ix, "proposals"), "date", true, []string{"n3", "s1", "n2", "n1", "s0", "t1"}},
		{"equals in the order before", compare.Whole(ix, "proposals"), "track", true, []string{"t1", "s0", "n1", "s1", "n2", "n3"}},
		{"by the words a reader sees", compare.Whole(ix, "parties"), "id", false, []string{"cape", "coast", "islands", "north", "south"}},
		{"a list by its first value, then the next", compare.Whole(ix, "proposals"), "addressees", false,
			[]string{"s0", "s1", "n2", "n3", "t1", "n1"}},
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

func TestSortByAnUnknownColumn(t *testing.T) {
	table := compare.Whole(index(t), "parties")
	got, err := table.Sort("colour", false)
	if domain.KindOf(err) != domain.Invalid {
		t.Fatalf("Sort(colour) = %v, want an error of kind %q", err, domain.Invalid)
	}
	if diff := cmp.Diff(lines(t, table, "id"), lines(t, got, "id")); diff != "" {
		t.Errorf("Sort(colour) moved rows:\n%s", diff)
	}
}

func TestSortLeavesTheTableAlone(t *testing.T) {
	table := compare.Whole(index(t), "parties")
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
