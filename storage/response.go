package storage

import "pourparler/domain"

// responseRow is a response. MadeSpan falls back to the date of the document, see
// [domain.Index.Responded].
type responseRow struct {
	DossierID    string
	ID           string
	Ord          int
	ProposalID   ref
	Term         string
	ByID         ref
	Stance       string
	Made         dateRow `gorm:"embedded;embeddedPrefix:made_"`
	MadeSpan     spanRow `gorm:"embedded;embeddedPrefix:made_"`
	DocumentID   ref
	AttestedByID ref
	Reason       string
	CounterID    ref
	Precedes     string
	Note         string
}

func (r *rows) addResponses(responses []domain.Response) {
	for i, s := range responses {
		r.Responses = append(r.Responses, responseRow{DossierID: r.Dossier.ID, ID: s.ID, Ord: i,
			ProposalID: ref(s.Proposal), Term: string(s.Term), ByID: ref(s.By), Stance: string(s.Stance),
			Made: flattenDate(s.Made), MadeSpan: span(r.index.Responded(&s)), DocumentID: ref(s.Document),
			AttestedByID: ref(s.AttestedBy), Reason: s.Reason, CounterID: ref(s.Counter),
			Precedes: s.Precedes, Note: s.Note})
		r.cite(of(domain.SectionResponses, s.ID), s.Citations)
	}
}

func (a *assembly) responses() (responses []domain.Response) {
	for _, row := range a.rows.Responses {
		responses = append(responses, domain.Response{ID: row.ID, Proposal: string(row.ProposalID),
			Term: domain.TermKind(row.Term), By: string(row.ByID), Stance: domain.Stance(row.Stance),
			Made: a.date(row.Made), Document: string(row.DocumentID), AttestedBy: string(row.AttestedByID),
			Reason: row.Reason, Counter: string(row.CounterID), Precedes: row.Precedes,
			Citations: a.citations[of(domain.SectionResponses, row.ID)], Note: row.Note})
	}
	return responses
}
