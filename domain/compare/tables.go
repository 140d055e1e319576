package compare

import "pourparler/domain"

// Tables returns the nine tables of the record that an export writes, in the order of the site.
func Tables(ix *domain.Index) []Table {
	return []Table{Proposals(ix), Responses(ix), Documents(ix), Meetings(ix), Parties(ix), Persons(ix), Lists(ix),
		Claims(ix), Statements(ix)}
}
