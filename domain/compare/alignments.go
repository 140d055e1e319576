package compare

import "pourparler/domain"

// Alignments returns the table of who is said to have taken sides in public, in the order of the record.
func Alignments(ix *domain.Index) Table {
	return build(&reader{ix: ix}, Table{Name: "alignments", Title: "Alignments"}, alignmentColumns(), ix.Dossier.Alignments,
		func(a *domain.Alignment) Ref { return Ref{Section: domain.SectionAlignments, ID: a.ID} })
}

func alignmentColumns() []column[domain.Alignment] {
	return []column[domain.Alignment]{
		{Column{Name: "id", Title: "Id", Type: TypeID, Needed: true, Doc: "The alignment's id; never reused."},
			func(r *reader, a *domain.Alignment) Cell { return Cell{{Text: a.ID}} }},
		{Column{Name: "parties", Title: "Who", Type: TypeID, List: true, Page: true, Facet: domain.SectionParties, Doc: "Who is said to have taken sides."},
			func(r *reader, a *domain.Alignment) Cell { return r.parties(a.Parties) }},
		{Column{Name: "stance", Title: "Side", Type: TypeEnum, Needed: true, Page: true, Values: words(domain.Sides()), Doc: "Attacks or supports."},
			func(r *reader, a *domain.Alignment) Cell { return text(string(a.Side)) }},
		{Column{Name: "toward", Title: "Toward", Type: TypeID, List: true, Page: true, Doc: "Whom."},
			func(r *reader, a *domain.Alignment) Cell { return r.parties(a.Toward) }},
		{Column{Name: "date", Title: "When", Type: TypeEDTF, Page: true, Doc: "When, if the text says."},
			func(r *reader, a *domain.Alignment) Cell { return date(a.Date.Value) }},
		{Column{Name: "said_by", Title: "Said by", Type: TypeID, List: true, Page: true, Doc: "On whose word it rests."},
			func(r *reader, a *domain.Alignment) Cell { return r.parties(SaidBy(r.ix, a)) }},
		{Column{Name: "summary", Title: "What", Type: TypeText, Page: true, Doc: "In our words."},
			func(r *reader, a *domain.Alignment) Cell { return text(a.Summary) }},
		{Column{Name: "document", Title: "Document", Type: TypeID, Needed: true, Facet: domain.SectionDocuments, Doc: "The document that is the evidence for it."},
			func(r *reader, a *domain.Alignment) Cell { return Cell{r.document(a.Document)} }},
		{Column{Name: "note", Title: "Note", Type: TypeText, Doc: "Editorial note."},
			func(r *reader, a *domain.Alignment) Cell { return text(a.Note) }},
		{Column{Name: "citation", Title: "Source", Type: TypeText, List: true, Page: true, Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, a *domain.Alignment) Cell { return r.citations(a.Citations) }},
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
