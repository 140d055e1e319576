package compare

import "pourparler/domain"

// Statements returns the table of all statements in the order of the record.
func Statements(ix *domain.Index) Table { return statements(ix).Whole() }

func statements(ix *domain.Index) Register {
	return register(&reader{ix: ix}, Table{Name: "statements", Title: "Statements"}, statementColumns(), ix.Dossier.Statements,
		func(s *domain.Statement) Ref { return Ref{Section: domain.SectionStatements, ID: s.ID} })
}

func statementColumns() []column[domain.Statement] {
	return []column[domain.Statement]{
		{Column{Name: "id", Title: "Id", Type: TypeID, Needed: true, Doc: "The statement's id; never reused."},
			func(r *reader, s *domain.Statement) Cell { return Cell{r.statement(s.ID)} }},
		{Column{Name: "meeting", Title: "Meeting", Type: TypeID, Page: true, Doc: "The meeting in which it was made."},
			func(r *reader, s *domain.Statement) Cell { return each([]string{s.Meeting}, r.meeting) }},
		{Column{Name: "session", Title: "Session", Type: TypeInteger, Page: true, Doc: "The session of that meeting, if the text says."},
			func(r *reader, s *domain.Statement) Cell { return number(s.Session) }},
		{Column{Name: "speaker", Title: "Speaker", Type: TypeID, Page: true, Doc: "Who made it."},
			func(r *reader, s *domain.Statement) Cell { return each([]string{s.Speaker}, r.person) }},
		{Column{Name: "party", Title: "Party", Type: TypeID, Page: true, Facet: domain.SectionParties, Doc: "For which party."},
			func(r *reader, s *domain.Statement) Cell { return each([]string{s.Party}, r.party) }},
		{Column{Name: "kind", Title: "Kind", Type: TypeEnum, Needed: true, Page: true, Values: words(domain.StatementKinds()), Doc: "What the speaker does."},
			func(r *reader, s *domain.Statement) Cell { return text(string(s.Kind)) }},
		{Column{Name: "topic", Title: "Topic", Type: TypeText, Page: true, Doc: "What it is about."},
			func(r *reader, s *domain.Statement) Cell { return text(s.Topic) }},
		{Column{Name: "summary", Title: "Statement", Type: TypeText, Needed: true, Page: true, Doc: "What was said, in our words."},
			func(r *reader, s *domain.Statement) Cell {
				return Cell{{Text: s.Summary, Ref: Ref{Section: domain.SectionStatements, ID: s.ID}}}
			}},
		{Column{Name: "answers", Title: "Answers", Type: TypeID, Page: true, Doc: "The statement it answers."},
			func(r *reader, s *domain.Statement) Cell { return each([]string{s.Answers}, r.statement) }},
		{Column{Name: "document", Title: "Document", Type: TypeID, Needed: true, Facet: domain.SectionDocuments, Doc: "The document that is the evidence for it."},
			func(r *reader, s *domain.Statement) Cell { return Cell{r.document(s.Document)} }},
		{Column{Name: "paragraph", Title: "Paragraph", Type: TypeInteger, List: true, Doc: "The paragraphs of that document."},
			func(r *reader, s *domain.Statement) Cell { return paragraphs(s.Citations, s.Document) }},
		{Column{Name: "note", Title: "Note", Type: TypeText, Doc: "Editorial note."},
			func(r *reader, s *domain.Statement) Cell { return text(s.Note) }},
		{Column{Name: "citation", Title: "Source", Type: TypeText, Needed: true, List: true, Page: true,
			Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, s *domain.Statement) Cell { return r.citations(s.Citations) }},
	}
}
