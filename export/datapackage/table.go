package datapackage

import (
	"iter"
	"slices"

	"pourparler/domain"
	"pourparler/domain/table"
)

// table is a table of the package with what its columns are to the others.
type packaged struct {
	table.Table                     // name, title and columns, without rows
	key         []string            // the columns that tell rows apart; none where rows may be alike
	refers      map[string]string   // by column, the table whose key it names
	apart       map[string]string   // by column with several values, the table that has them one a row
	rows        iter.Seq[table.Row] // in the order of the table
}

// tables returns all tables of the package, those of the site first.
func tables(ix *domain.Index) []packaged {
	return slices.Concat(registers(ix), records(ix), proposalLinks(ix), documentLinks(ix), meetingLinks(ix), otherLinks(ix),
		[]packaged{namesTable(ix), datesTable(ix), citationsTable(ix)})
}

// stream returns the rows one after the other, so that none is kept.
func (t packaged) stream() table.Stream {
	const full = 64 << 10
	return table.Stream{Table: t.Table, Batches: func(yield func([]byte, error) bool) {
		var batch []byte
		for row := range t.rows {
			if batch = table.AppendLine(batch, row); len(batch) < full {
				continue
			}
			if !yield(batch, nil) {
				return
			}
			batch = batch[:0]
		}
		if len(batch) > 0 {
			yield(batch, nil)
		}
	}}
}

// path is where a table stands in the package.
func (t packaged) path() string { return folder + t.Name + ".csv" }

// folder is where the tables stand.
const folder = "tables/"
