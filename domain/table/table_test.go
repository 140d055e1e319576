package table_test

import (
	"testing"

	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

func TestShownFallsBack(t *testing.T) {
	tab := table.Table{Columns: []table.Column{{Name: "list", Else: "words"}, {Name: "words"}}}
	words := table.Cell{{Text: "everyone"}}
	row := table.Row{Cells: []table.Cell{nil, words}}
	if got := tab.Shown(row, 0).String(); got != "everyone" {
		t.Errorf("Shown of an empty cell = %q, want the other column's", got)
	}
	row.Cells[0] = table.Cell{{Text: "four"}}
	if got := tab.Shown(row, 0).String(); got != "four" {
		t.Errorf("Shown = %q, want the cell itself", got)
	}
}

func TestFilterIsZero(t *testing.T) {
	if !(table.Filter{}).IsZero() {
		t.Error("IsZero() of an empty filter = false")
	}
	for _, f := range []table.Filter{{Track: "a"}, {Party: "a"}, {Document: "a"}, {Stance: "a"}, {Text: "a"},
		{From: date(t, "1901")}, {To: date(t, "1901")}} {
		if f.IsZero() {
			t.Errorf("IsZero() of %+v = true", f)
		}
	}
}

// date returns the date that an EDTF text stands for.
func date(tb testing.TB, text string) edtf.Date {
	tb.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// lines are the cells of a column as files have them.
func lines(tb testing.TB, t table.Table, column string) []string {
	tb.Helper()
	i := t.Index(column)
	if i < 0 {
		tb.Fatalf("the table %s has no column %q", t.Name, column)
	}
	var all []string
	for _, row := range t.Rows {
		all = append(all, row.Cells[i].String())
	}
	return all
}
