package compare_test

import (
	"strings"
	"testing"

	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// TestOptionsOfOneCell reads options as "either ... or ..." in the state of play, on a sheet and among the positions, and a
// condition of one option with its number.
func TestOptionsOfOneCell(t *testing.T) {
	read := func(of table.Table, column, term string, is map[string]string) string {
		var words []string
		for _, row := range of.Rows {
			get := cells(t, of, row)
			same := get("term") == term
			for name, value := range is {
				same = same && get(name) == value
			}
			if same {
				for _, v := range row.Cells[of.Index(column)] {
					words = append(words, v.Display())
				}
			}
		}
		return strings.Join(words, " ")
	}
	tests := []struct{ name, on, party, term, want string }{
		{"t14-alt", "1968-01-02", "b", "venue", "either Geneva or Paris"},
		{"t4-venues", "1969-01-10", "a", "venue", "either Geneva or Paris"},
		{"options-bundle", "1969-01-12", "a", "date", "either 1 February 1969 or 1 March 1969"},
		{"options-condition", "1969-01-10", "a", "condition", "in the first option: that the road is open"},
		{"options-shared", "1969-01-10", "a", "condition", "in the first and second options: that the road is open"},
		{"options-shared", "1969-01-10", "a", "agenda", "either The bridge or The road."},
	}
	for _, tt := range tests {
		ix, _ := caseOf(t, "testdata/cases/"+tt.name+".txt")
		pages := map[string]string{
			"state": read(compare.StateOfPlay(ix, day(t, tt.on)), tt.party+"_value", tt.term, nil),
			"sheet": read(compare.Sheet(ix, "talks", []compare.Holder{{Party: tt.party, Day: day(t, tt.on)}}), "value", tt.term, nil),
		}
		if tt.term == "venue" || tt.term == "date" { // of which each option has its own, and so a row
			pages["positions"] = read(compare.Positions(ix, day(t, tt.on)), "value", tt.term, map[string]string{"party": tt.party})
		}
		for page, got := range pages {
			if got != tt.want {
				t.Errorf("%s of %s, %s: %q, want %q", page, tt.name, tt.term, got, tt.want)
			}
		}
	}
}
