package views

import (
	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// What a copy may have of the views by day, over all days together.
const (
	mostDayPages = 1500
	mostDayRows  = 100_000 // in their tables
)

// days are those that the pages of the site lead to: all on which something happened or, in a copy, those that it keeps.
func (s *Site) days() []edtf.Day {
	if s.copied {
		return s.kept
	}
	return compare.Steps(s.ix)
}

// keepDays chooses the days of a copy: one in so many, counted back from the last, that both bounds are kept if every day
// has as many pages and rows as the end of the record. A day has more of both the longer a record is, so that a copy
// would otherwise grow with the square of it.
func (s *Site) keepDays() {
	all := compare.Steps(s.ix)
	pages := 5 + len(s.ix.Dossier.Tracks) // state, drift, silence, concessions, replies, and the drift of each track
	most := max(1, min(mostDayPages/pages, mostDayRows/max(1, rowsByDay(s.ix, compare.LastDay(s.ix)))))
	s.oneIn = max(1, (len(all)+most-1)/most)
	s.kept = nil
	for i, day := range all {
		if (len(all)-1-i)%s.oneIn == 0 {
			s.kept = append(s.kept, day)
		}
	}
}

// rowsByDay is how many rows the tables of the views by day have.
func rowsByDay(ix *domain.Index, day edtf.Day) int {
	n := len(compare.Ledger(ix, "", day).Rows)
	for _, rows := range []func(*domain.Index, edtf.Day) table.Table{compare.StateOfPlay, compare.Drift, compare.Silence,
		compare.SilenceMap, compare.Replies} {
		n += len(rows(ix, day).Rows)
	}
	return n
}

// daysLabel says which days the site leads to.
func (s *Site) daysLabel() string {
	if s.oneIn > 1 {
		return "One in " + itoa(s.oneIn) + " of the days on which something happened"
	}
	return "Days on which something happened"
}

// leftOut says which days a copy leaves out, or "" if it has all on which something happened.
func (s *Site) leftOut() string {
	if s.oneIn <= 1 {
		return ""
	}
	all := itoa(len(compare.Steps(s.ix)))
	return s.ix.Dossier.Title + ": of the " + all + " days on which something happened, one in " + itoa(s.oneIn) +
		" is here, counted back from the last, and any other that a sheet is of: at most " + itoa(mostDayPages) +
		" pages by day, and " + itoa(mostDayRows/1000) + " 000 rows in their tables. Every record, and every table as it stands " +
		"at the end of the record, is here. The program itself shows any day: pourparler serve."
}
