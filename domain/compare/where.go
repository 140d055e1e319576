package compare

import "pourparler/domain"

// ProposalsWhere returns those rows of [Proposals] whose records are wanted, and makes no other.
func ProposalsWhere(ix *domain.Index, wanted func(*domain.Proposal) bool) Table {
	return proposals(ix).where(func(i int) bool { return wanted(&ix.Dossier.Proposals[i]) })
}

// ResponsesWhere returns those rows of [Responses] whose records are wanted, and makes no other.
func ResponsesWhere(ix *domain.Index, wanted func(*domain.Response) bool) Table {
	return responses(ix).where(func(i int) bool { return wanted(&ix.Dossier.Responses[i]) })
}

// DocumentsWhere returns those rows of [Documents] whose records are wanted, and makes no other.
func DocumentsWhere(ix *domain.Index, wanted func(*domain.Document) bool) Table {
	return documents(ix).where(func(i int) bool { return wanted(&ix.Dossier.Documents[i]) })
}

// MeetingsWhere returns those rows of [Meetings] whose records are wanted, and makes no other.
func MeetingsWhere(ix *domain.Index, wanted func(*domain.Meeting) bool) Table {
	return meetings(ix).where(func(i int) bool { return wanted(&ix.Dossier.Meetings[i]) })
}

// StatementsWhere returns those rows of [Statements] whose records are wanted, and makes no other.
func StatementsWhere(ix *domain.Index, wanted func(*domain.Statement) bool) Table {
	return statements(ix).where(func(i int) bool { return wanted(&ix.Dossier.Statements[i]) })
}

// ClaimsWhere returns those rows of [Claims] whose records are wanted, and makes no other.
func ClaimsWhere(ix *domain.Index, wanted func(*domain.Claim) bool) Table {
	return claims(ix).where(func(i int) bool { return wanted(&ix.Dossier.Claims[i]) })
}

// PartiesWhere returns those rows of [Parties] whose records are wanted, and makes no other.
func PartiesWhere(ix *domain.Index, wanted func(*domain.Party) bool) Table {
	return parties(ix).where(func(i int) bool { return wanted(&ix.Dossier.Parties[i]) })
}

// PersonsWhere returns those rows of [Persons] whose records are wanted, and makes no other.
func PersonsWhere(ix *domain.Index, wanted func(*domain.Person) bool) Table {
	return persons(ix).where(func(i int) bool { return wanted(&ix.Dossier.Persons[i]) })
}
