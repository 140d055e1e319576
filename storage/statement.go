package storage

import "pourparler/domain"

// statementRow is a statement.
type statementRow struct {
	DossierID  string
	ID         string
	Ord        int
	DocumentID ref
	MeetingID  ref
	Session    int
	SpeakerID  ref
	PartyID    ref
	Kind       string
	Topic      string
	Summary    string
	AnswersID  ref
	Note       string
}

func (r *rows) addStatements(statements []domain.Statement) {
	for i, s := range statements {
		r.Statements = append(r.Statements, statementRow{r.Dossier.ID, s.ID, i,
			ref(s.Document), ref(s.Meeting), s.Session, ref(s.Speaker), ref(s.Party), string(s.Kind), s.Topic,
			s.Summary, ref(s.Answers), s.Note})
		r.cite(of(domain.SectionStatements, s.ID), s.Citations)
	}
}

func (a *assembly) statements() (statements []domain.Statement) {
	for _, row := range a.rows.Statements {
		statements = append(statements, domain.Statement{ID: row.ID, Document: string(row.DocumentID),
			Meeting: string(row.MeetingID), Session: row.Session, Speaker: string(row.SpeakerID),
			Party: string(row.PartyID), Kind: domain.StatementKind(row.Kind), Topic: row.Topic,
			Summary: row.Summary, Answers: string(row.AnswersID),
			Citations: a.citations[of(domain.SectionStatements, row.ID)], Note: row.Note})
	}
	return statements
}
