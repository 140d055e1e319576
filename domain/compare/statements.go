package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// statements returns the register of all statements in the order of the record.
func statements(ix *domain.Index) table.Register {
	return register(newReader(ix), table.Table{Name: "statements", Title: "Statements",
		Row: "One row a statement, in the order of the talks."}, statementColumns(), ix.Dossier.Statements,
		func(s *domain.Statement) table.Ref { return table.Ref{Section: domain.SectionStatements, ID: s.ID} })
}

func statementColumns() []column[domain.Statement] {
	return []column[domain.Statement]{
		recordColumn("id", "Id", "The statement's id; never reused.", (*reader).Statement, func(s *domain.Statement) string { return s.ID }).needed(),
		recordColumn("meeting", "Meeting", "The meeting in which it was made.", (*reader).Meeting, func(s *domain.Statement) string { return s.Meeting }).page(),
		numberColumn("session", "Session", "The session of that meeting, if the text says.", func(s *domain.Statement) int { return s.Session }).page(),
		recordColumn("speaker", "Speaker", "Who made it.", (*reader).Person, func(s *domain.Statement) string { return s.Speaker }).page(),
		recordColumn("party", "Party", "For which party.", (*reader).Party, func(s *domain.Statement) string { return s.Party }).page().facet(domain.SectionParties),
		enumColumn("kind", "Kind", "What the speaker does.", domain.StatementKinds(), func(s *domain.Statement) domain.StatementKind { return s.Kind }).needed().page(),
		textColumn("topic", "Topic", "What it is about.", func(s *domain.Statement) string { return s.Topic }).page(),
		titleColumn("summary", "Statement", "What was said, in our words.", domain.SectionStatements, func(s *domain.Statement) (text, id string) { return s.Summary, s.ID }),
		recordColumn("answers", "Answers", "The statement it answers.", (*reader).Statement, func(s *domain.Statement) string { return s.Answers }).page(),
		recordColumn("document", "Document", "The document that is the evidence for it.", (*reader).Document,
			func(s *domain.Statement) string { return s.Document }).needed().facet(domain.SectionDocuments),
		{table.Column{Name: "paragraph", Title: "Paragraph", Type: table.TypeInteger, List: true, Doc: "The paragraphs of that document."},
			func(r *reader, s *domain.Statement) table.Cell { return table.Paragraphs(s.Citations, s.Document) }},
		noteColumn(func(s *domain.Statement) string { return s.Note }),
		sourceColumn("The paragraphs that support it", func(s *domain.Statement) []domain.Citation { return s.Citations }).needed(),
	}
}
