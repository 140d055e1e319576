package compare

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// alignments returns the register of who is said to have taken sides in public, in the order of the record.
func alignments(ix *domain.Index) table.Register {
	return register(newReader(ix), table.Table{Name: "alignments", Title: "Alignments",
		Row: "One row a report that parties took sides in public."}, alignmentColumns(), ix.Dossier.Alignments,
		func(a *domain.Alignment) table.Ref { return table.Ref{Section: domain.SectionAlignments, ID: a.ID} })
}

func alignmentColumns() []column[domain.Alignment] {
	return []column[domain.Alignment]{
		{table.Column{Name: "id", Title: "Id", Type: table.TypeID, Needed: true, Doc: "The alignment's id; never reused."},
			func(r *reader, a *domain.Alignment) table.Cell { return table.Cell{{Text: a.ID}} }},
		partiesColumn("parties", "Who", "Who is said to have taken sides.", func(a *domain.Alignment) []string { return a.Parties }).page().facet(domain.SectionParties),
		enumColumn("stance", "Side", "Attacks or supports.", domain.Sides(), func(a *domain.Alignment) domain.Side { return a.Side }).needed().page(),
		partiesColumn("toward", "Toward", "Whom.", func(a *domain.Alignment) []string { return a.Toward }).page(),
		dateColumn("date", "When", "When, if the text says.", func(a *domain.Alignment) edtf.Date { return a.Date.Value }).page(),
		{table.Column{Name: "said_by", Title: "Said by", Type: table.TypeID, List: true, Page: true, Doc: "On whose word it rests."},
			func(r *reader, a *domain.Alignment) table.Cell { return r.Parties(SaidBy(r.Index, a)) }},
		textColumn("summary", "What", "In our words.", func(a *domain.Alignment) string { return a.Summary }).page(),
		recordColumn("document", "Document", "The document that is the evidence for it.", (*reader).Document,
			func(a *domain.Alignment) string { return a.Document }).needed().facet(domain.SectionDocuments),
		noteColumn(func(a *domain.Alignment) string { return a.Note }),
		sourceColumn("The paragraphs that support it", func(a *domain.Alignment) []domain.Citation { return a.Citations }),
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
