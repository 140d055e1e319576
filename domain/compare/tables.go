package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// Tables returns the nine tables of the record that an export writes, in the order of the site.
func Tables(ix *domain.Index) []table.Table {
	return []table.Table{Proposals(ix), Responses(ix), Documents(ix), Meetings(ix), Parties(ix), Persons(ix), Lists(ix),
		Claims(ix), Statements(ix)}
}
