package compare

import (
	"fmt"
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/table"
)

// tally counts the rows of a table by party and by word: a row for each party, in the order in which the table has them,
// with the number of its rows and how many of them have each word.
func tally[T interface{ counted() (table.Value, string) }](t table.Table, words []string, totals table.Table) table.Table {
	of := t.Columns[t.Index("party")]
	totals.Columns = []table.Column{{Name: "party", Title: of.Title, Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionParties, Doc: of.Doc},
		{Name: "rows", Title: "All", Type: table.TypeInteger, Needed: true, Page: true, Doc: "How many rows of the table of that day are about it."}}
	for _, w := range words {
		totals.Columns = append(totals.Columns, table.Column{Name: strings.ReplaceAll(w, " ", "_"), Title: table.UpperFirst(w), Type: table.TypeInteger,
			Needed: true, Page: true, Doc: fmt.Sprintf("How many of them are %q.", w)})
	}
	var parties []table.Value
	counts := map[string][]int{}
	for _, row := range table.Typed[T](t) {
		party, word := row.counted()
		if counts[party.Text] == nil {
			parties, counts[party.Text] = append(parties, party), make([]int, 1+len(words))
		}
		counts[party.Text][0]++
		counts[party.Text][1+slices.Index(words, word)]++
	}
	for _, party := range parties {
		row := table.Row{Ref: party.Ref, Cells: []table.Cell{{party}}}
		for _, n := range counts[party.Text] {
			row.Cells = append(row.Cells, table.Cell{{Text: itoa(n)}})
		}
		totals.Rows = append(totals.Rows, row)
	}
	return totals
}

// distinct counts the different words of some rows.
func distinct[T any](rows []T, word func(T) string) int {
	seen := map[string]bool{}
	for _, row := range rows {
		seen[word(row)] = true
	}
	return len(seen)
}
