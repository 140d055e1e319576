package datapackage

import (
	"cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// derived are the tables that rules make of the record as of its last day, the same as those that the site has of that day.
func derived(ix *domain.Index) []packaged {
	end := compare.LastDay(ix)
	on := ", by the rules of the manual, on the last day of the record"
	if !end.IsZero() {
		on += ", " + end.Humanize()
	}
	var all []packaged
	for _, of := range []struct {
		title, row string
		make       func(*domain.Index, edtf.Day) table.Table
	}{
		{"State of play", "One row a track, term and pair of parties: how they stand", compare.StateOfPlay},
		{"Positions", "One row what a party holds on a term", compare.Positions},
		{"Proposal by party", "One row a proposal and a party that it is put to: what became of it", compare.SilenceMap},
		{"Concessions", "One row a term that a party restated, amended, added, accepted or dropped, and another side: how it moved",
			func(ix *domain.Index, day edtf.Day) table.Table { return compare.Ledger(ix, "", day) }},
		{"Drift of the dates", "One row a date that a party proposed or accepted: how it lies to the others", compare.Drift},
		{"Replies", "One row a letter and one that it answers: after how many days", compare.Replies},
	} {
		t := described(of.make(domain.NewIndex(&domain.Dossier{}), end))
		t.Title, t.Row, t.Rows = of.title, of.row+on+".", nil
		t.key = nil // rows may be alike: options of one position
		for _, c := range t.Columns {
			if to := derivedTo[c.Name]; c.Type == table.TypeID && !c.List {
				t.refers[c.Name] = cmp.Or(t.refers[c.Name], to)
			}
		}
		t.rows = func(yield func(table.Row) bool) {
			for _, row := range of.make(ix, end).Rows {
				if !yield(row) {
					return
				}
			}
		}
		all = append(all, t)
	}
	return all
}

// derivedTo are the tables to which columns of derived tables lead that are not named for them.
var derivedTo = map[string]string{"a": "parties", "b": "parties", "other": "parties", "reported_by": "parties", "before_proposal": "proposals",
	"other_proposal": "proposals", "held_by": "responses", "answer": "responses", "answers": "documents"}
