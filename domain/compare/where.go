package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// ProposalsWhere returns those rows of [Proposals] whose records are wanted, and makes no other.
func ProposalsWhere(ix *domain.Index, wanted func(*domain.Proposal) bool) table.Table {
	return proposals(ix).Where(func(i int) bool { return wanted(&ix.Dossier.Proposals[i]) })
}

// ResponsesWhere returns those rows of [Responses] whose records are wanted, and makes no other.
func ResponsesWhere(ix *domain.Index, wanted func(*domain.Response) bool) table.Table {
	return responses(ix).Where(func(i int) bool { return wanted(&ix.Dossier.Responses[i]) })
}

// DocumentsWhere returns those rows of [Documents] whose records are wanted, and makes no other.
func DocumentsWhere(ix *domain.Index, wanted func(*domain.Document) bool) table.Table {
	return documents(ix).Where(func(i int) bool { return wanted(&ix.Dossier.Documents[i]) })
}

// MeetingsWhere returns those rows of [Meetings] whose records are wanted, and makes no other.
func MeetingsWhere(ix *domain.Index, wanted func(*domain.Meeting) bool) table.Table {
	return meetings(ix).Where(func(i int) bool { return wanted(&ix.Dossier.Meetings[i]) })
}

// StatementsWhere returns those rows of [Statements] whose records are wanted, and makes no other.
func StatementsWhere(ix *domain.Index, wanted func(*domain.Statement) bool) table.Table {
	return statements(ix).Where(func(i int) bool { return wanted(&ix.Dossier.Statements[i]) })
}

// ClaimsWhere returns those rows of [Claims] whose records are wanted, and makes no other.
func ClaimsWhere(ix *domain.Index, wanted func(*domain.Claim) bool) table.Table {
	return claims(ix).Where(func(i int) bool { return wanted(&ix.Dossier.Claims[i]) })
}

// PartiesWhere returns those rows of [Parties] whose records are wanted, and makes no other.
func PartiesWhere(ix *domain.Index, wanted func(*domain.Party) bool) table.Table {
	return parties(ix).Where(func(i int) bool { return wanted(&ix.Dossier.Parties[i]) })
}

// PersonsWhere returns those rows of [Persons] whose records are wanted, and makes no other.
func PersonsWhere(ix *domain.Index, wanted func(*domain.Person) bool) table.Table {
	return persons(ix).Where(func(i int) bool { return wanted(&ix.Dossier.Persons[i]) })
}
