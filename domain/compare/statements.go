package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// Statements returns the table of all statements in the order of the record.
func Statements(ix *domain.Index) table.Table { return statements(ix).Whole() }

func statements(ix *domain.Index) table.Register {
	return register(newReader(ix), table.Table{Name: "statements", Title: "Statements",
		Row: "One row a statement, in the order of the talks."}, statementColumns(), ix.Dossier.Statements,
		func(s *domain.Statement) table.Ref { return table.Ref{Section: domain.SectionStatements, ID: s.ID} })
}

func statementColumns() []column[domain.Statement] {
	return []column[domain.Statement]{
		{table.Column{Name: "id", Title: "Id", Type: table.TypeID, Needed: true, Doc: "The statement's id; never reused."},
			func(r *reader, s *domain.Statement) table.Cell { return table.Cell{r.Statement(s.ID)} }},
		{table.Column{Name: "meeting", Title: "Meeting", Type: table.TypeID, Page: true, Doc: "The meeting in which it was made."},
			func(r *reader, s *domain.Statement) table.Cell { return table.Each([]string{s.Meeting}, r.Meeting) }},
		{table.Column{Name: "session", Title: "Session", Type: table.TypeInteger, Page: true, Doc: "The session of that meeting, if the text says."},
			func(r *reader, s *domain.Statement) table.Cell { return table.Number(s.Session) }},
		{table.Column{Name: "speaker", Title: "Speaker", Type: table.TypeID, Page: true, Doc: "Who made it."},
			func(r *reader, s *domain.Statement) table.Cell { return table.Each([]string{s.Speaker}, r.Person) }},
		{table.Column{Name: "party", Title: "Party", Type: table.TypeID, Page: true, Facet: domain.SectionParties, Doc: "For which party."},
			func(r *reader, s *domain.Statement) table.Cell { return table.Each([]string{s.Party}, r.Party) }},
		{table.Column{Name: "kind", Title: "Kind", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.StatementKinds()), Doc: "What the speaker does."},
			func(r *reader, s *domain.Statement) table.Cell { return table.Text(string(s.Kind)) }},
		{table.Column{Name: "topic", Title: "Topic", Type: table.TypeText, Page: true, Doc: "What it is about."},
			func(r *reader, s *domain.Statement) table.Cell { return table.Text(s.Topic) }},
		{table.Column{Name: "summary", Title: "Statement", Type: table.TypeText, Needed: true, Page: true, Doc: "What was said, in our words."},
			func(r *reader, s *domain.Statement) table.Cell {
				return table.Cell{{Text: s.Summary, Ref: table.Ref{Section: domain.SectionStatements, ID: s.ID}}}
			}},
		{table.Column{Name: "answers", Title: "Answers", Type: table.TypeID, Page: true, Doc: "The statement it answers."},
			func(r *reader, s *domain.Statement) table.Cell { return table.Each([]string{s.Answers}, r.Statement) }},
		{table.Column{Name: "document", Title: "Document", Type: table.TypeID, Needed: true, Facet: domain.SectionDocuments, Doc: "The document that is the evidence for it."},
			func(r *reader, s *domain.Statement) table.Cell { return table.Cell{r.Document(s.Document)} }},
		{table.Column{Name: "paragraph", Title: "Paragraph", Type: table.TypeInteger, List: true, Doc: "The paragraphs of that document."},
			func(r *reader, s *domain.Statement) table.Cell { return table.Paragraphs(s.Citations, s.Document) }},
		{table.Column{Name: "note", Title: "Note", Type: table.TypeText, Doc: "Editorial note."},
			func(r *reader, s *domain.Statement) table.Cell { return table.Text(s.Note) }},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, Needed: true, List: true, Page: true,
			Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, s *domain.Statement) table.Cell { return r.Citations(s.Citations) }},
	}
}
