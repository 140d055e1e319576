package compare

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Claims returns the table of all claims in the order of time.
func Claims(ix *domain.Index) table.Table { return claims(ix).Whole() }

func claims(ix *domain.Index) table.Register {
	all := ix.Dossier.Claims
	return register(newReader(ix), table.Table{Name: "claims", Title: "Claims",
		Row: "One row a claim about the record, in the order of time."}, claimColumns(), all,
		func(c *domain.Claim) table.Ref { return table.Ref{Section: domain.SectionClaims, ID: c.ID} }).
		InTime(func(i int) edtf.Date { return ClaimMade(ix, &all[i]) })
}

func claimColumns() []column[domain.Claim] {
	return []column[domain.Claim]{
		{table.Column{Name: "id", Title: "Id", Type: table.TypeID, Needed: true, Doc: "The claim's id; never reused."},
			func(r *reader, c *domain.Claim) table.Cell { return table.Cell{r.Claim(c.ID)} }},
		{table.Column{Name: "question", Title: "Question", Type: table.TypeID, Page: true, Doc: "The question on which claims differ."},
			func(r *reader, c *domain.Claim) table.Cell { return table.Each([]string{c.Question}, r.Question) }},
		{table.Column{Name: "track", Title: "Track", Type: table.TypeID, Facet: domain.SectionTracks, Doc: "The track of that question, if any."},
			func(r *reader, c *domain.Claim) table.Cell {
				q, err := r.Index.Question(c.Question)
				if err != nil {
					return nil
				}
				return table.Each([]string{q.Track}, r.Track)
			}},
		{table.Column{Name: "by", Title: "By", Type: table.TypeID, Needed: true, List: true, Page: true, Facet: domain.SectionParties, Doc: "Who asserts it."},
			func(r *reader, c *domain.Claim) table.Cell { return r.Parties(c.By) }},
		{table.Column{Name: "made_on", Title: "Made on", Type: table.TypeEDTF, Page: true, Doc: "When: as recorded, or else the date of its document."},
			func(r *reader, c *domain.Claim) table.Cell { return table.Date(ClaimMade(r.Index, c)) }},
		{table.Column{Name: "summary", Title: "Claim", Type: table.TypeText, Needed: true, Page: true, Doc: "What is asserted, in our words."},
			func(r *reader, c *domain.Claim) table.Cell {
				return table.Cell{{Text: c.Summary, Ref: table.Ref{Section: domain.SectionClaims, ID: c.ID}}}
			}},
		{table.Column{Name: "rivals", Title: "Rivals", Type: table.TypeID, List: true, Doc: "The claims that contradict it."},
			func(r *reader, c *domain.Claim) table.Cell { return table.Each(r.Index.Rivals(c.ID), r.Claim) }},
		{table.Column{Name: "about", Title: "About", Type: table.TypeID, List: true, Doc: "The documents, proposals or meetings it is about."},
			func(r *reader, c *domain.Claim) table.Cell { return table.Each(c.About, r.Any) }},
		{table.Column{Name: "reported_by", Title: "Reported by", Type: table.TypeID, Doc: "The party that reports it, if it is not the claimant's own document."},
			func(r *reader, c *domain.Claim) table.Cell { return table.Each([]string{c.ReportedBy}, r.Party) }},
		{table.Column{Name: "document", Title: "Document", Type: table.TypeID, Needed: true, Facet: domain.SectionDocuments, Doc: "The document that is the evidence for it."},
			func(r *reader, c *domain.Claim) table.Cell { return table.Cell{r.Document(c.Document)} }},
		{table.Column{Name: "paragraph", Title: "Paragraph", Type: table.TypeInteger, List: true, Doc: "The paragraphs of that document."},
			func(r *reader, c *domain.Claim) table.Cell { return table.Paragraphs(c.Citations, c.Document) }},
		{table.Column{Name: "note", Title: "Note", Type: table.TypeText, Doc: "Editorial note."},
			func(r *reader, c *domain.Claim) table.Cell { return table.Text(c.Note) }},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, Needed: true, List: true, Page: true,
			Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, c *domain.Claim) table.Cell { return r.Citations(c.Citations) }},
	}
}

// ClaimMade returns when a claim was made: as recorded, or else the date of its document.
func ClaimMade(ix *domain.Index, c *domain.Claim) edtf.Date {
	if !c.Made.Value.IsZero() {
		return c.Made.Value
	}
	if d, err := ix.Document(c.Document); err == nil {
		return d.When().Value
	}
	return edtf.Date{}
}
