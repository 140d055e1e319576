package compare

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// Alignments returns the table of who is said to have taken sides in public, in the order of the record.
func Alignments(ix *domain.Index) table.Table { return alignments(ix).Whole() }

func alignments(ix *domain.Index) table.Register {
	return register(newReader(ix), table.Table{Name: "alignments", Title: "Alignments",
		Row: "One row a report that parties took sides in public."}, alignmentColumns(), ix.Dossier.Alignments,
		func(a *domain.Alignment) table.Ref { return table.Ref{Section: domain.SectionAlignments, ID: a.ID} })
}

func alignmentColumns() []column[domain.Alignment] {
	return []column[domain.Alignment]{
		{table.Column{Name: "id", Title: "Id", Type: table.TypeID, Needed: true, Doc: "The alignment's id; never reused."},
			func(r *reader, a *domain.Alignment) table.Cell { return table.Cell{{Text: a.ID}} }},
		{table.Column{Name: "parties", Title: "Who", Type: table.TypeID, List: true, Page: true, Facet: domain.SectionParties, Doc: "Who is said to have taken sides."},
			func(r *reader, a *domain.Alignment) table.Cell { return r.Parties(a.Parties) }},
		{table.Column{Name: "stance", Title: "Side", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.Sides()), Doc: "Attacks or supports."},
			func(r *reader, a *domain.Alignment) table.Cell { return table.Text(string(a.Side)) }},
		{table.Column{Name: "toward", Title: "Toward", Type: table.TypeID, List: true, Page: true, Doc: "Whom."},
			func(r *reader, a *domain.Alignment) table.Cell { return r.Parties(a.Toward) }},
		{table.Column{Name: "date", Title: "When", Type: table.TypeEDTF, Page: true, Doc: "When, if the text says."},
			func(r *reader, a *domain.Alignment) table.Cell { return table.Date(a.Date.Value) }},
		{table.Column{Name: "said_by", Title: "Said by", Type: table.TypeID, List: true, Page: true, Doc: "On whose word it rests."},
			func(r *reader, a *domain.Alignment) table.Cell { return r.Parties(SaidBy(r.Index, a)) }},
		{table.Column{Name: "summary", Title: "What", Type: table.TypeText, Page: true, Doc: "In our words."},
			func(r *reader, a *domain.Alignment) table.Cell { return table.Text(a.Summary) }},
		{table.Column{Name: "document", Title: "Document", Type: table.TypeID, Needed: true, Facet: domain.SectionDocuments, Doc: "The document that is the evidence for it."},
			func(r *reader, a *domain.Alignment) table.Cell { return table.Cell{r.Document(a.Document)} }},
		{table.Column{Name: "note", Title: "Note", Type: table.TypeText, Doc: "Editorial note."},
			func(r *reader, a *domain.Alignment) table.Cell { return table.Text(a.Note) }},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, a *domain.Alignment) table.Cell { return r.Citations(a.Citations) }},
	}
}

// SaidBy returns the party on whose word an alignment rests, or the authors of its document.
func SaidBy(ix *domain.Index, a *domain.Alignment) []string {
	if a.SaidBy != "" {
		return []string{a.SaidBy}
	}
	if d, err := ix.Document(a.Document); err == nil {
		return d.Authors
	}
	return nil
}
