package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// Whole returns the register of that name with all its rows; of one that does not exist, nothing.
func Whole(ix *domain.Index, name string) table.Table {
	g, _ := Find(ix, name)
	return g.Whole()
}

// Where returns the rows of the records of a section that are wanted, and makes no other. The section has a register of one
// row a record.
func Where[T any](ix *domain.Index, section domain.Section, records []T, wanted func(*T) bool) table.Table {
	g, _ := Find(ix, string(section))
	return g.Where(func(i int) bool { return wanted(&records[i]) })
}
