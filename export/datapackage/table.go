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
	joins       string              // the key whose ids the table has one a row, such as meetings.places
	rows        iter.Seq[table.Row] // in the order of the table
}

// tables returns all tables of the package, those of the site first.
func tables(ix *domain.Index) []packaged {
	links := slices.Concat(proposalLinks(ix), documentLinks(ix), meetingLinks(ix), otherLinks(ix))
	return slices.Concat(registers(ix), derived(ix), records(ix), links, unnamedLinks(ix, links),
		[]packaged{namesTable(ix), datesTable(ix), citationsTable(ix)})
}

// path is where a table stands in the package.
func (t packaged) path() string { return folder + t.Name + ".csv" }

// folder is where the tables stand.
const folder = "tables/"
