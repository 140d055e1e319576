package compare

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// claims returns the register of all claims in the order of time.
func claims(ix *domain.Index) table.Register {
	all := ix.Dossier.Claims
	return register(newReader(ix), table.Table{Name: "claims", Title: "Claims",
		Row: "One row a claim about the record, in the order of time."}, claimColumns(), all,
		func(c *domain.Claim) table.Ref { return table.Ref{Section: domain.SectionClaims, ID: c.ID} }).
		InTime(func(i int) edtf.Date { return ClaimMade(ix, &all[i]) })
}

func claimColumns() []column[domain.Claim] {
	return []column[domain.Claim]{
		recordColumn("id", "Id", "The claim's id; never reused.", (*reader).Claim, func(c *domain.Claim) string { return c.ID }).needed(),
		recordColumn("question", "Question", "The question on which claims differ.", (*reader).Question, func(c *domain.Claim) string { return c.Question }).page(),
		{table.Column{Name: "track", Title: "Track", Type: table.TypeID, Facet: domain.SectionTracks, Doc: "The track of that question, if any."},
			func(r *reader, c *domain.Claim) table.Cell {
				q, err := r.Index.Question(c.Question)
				if err != nil {
					return nil
				}
				return table.Each([]string{q.Track}, r.Track)
			}},
		partiesColumn("by", "By", "Who asserts it.", func(c *domain.Claim) []string { return c.By }).needed().page().facet(domain.SectionParties),
		{table.Column{Name: "made_on", Title: "Made on", Type: table.TypeEDTF, Page: true, Doc: "When: as recorded, or else the date of its document."},
			func(r *reader, c *domain.Claim) table.Cell { return table.Date(ClaimMade(r.Index, c)) }},
		titleColumn("summary", "Claim", "What is asserted, in our words.", domain.SectionClaims, func(c *domain.Claim) (text, id string) { return c.Summary, c.ID }),
		{table.Column{Name: "rivals", Title: "Rivals", Type: table.TypeID, List: true, Doc: "The claims that contradict it."},
			func(r *reader, c *domain.Claim) table.Cell { return table.Each(r.Index.Rivals(c.ID), r.Claim) }},
		recordsColumn("about", "About", "The documents, proposals or meetings it is about.", (*reader).Any, func(c *domain.Claim) []string { return c.About }),
		recordColumn("reported_by", "Reported by", "The party that reports it, if it is not the claimant's own document.", (*reader).Party,
			func(c *domain.Claim) string { return c.ReportedBy }),
		recordColumn("document", "Document", "The document that is the evidence for it.", (*reader).Document,
			func(c *domain.Claim) string { return c.Document }).needed().facet(domain.SectionDocuments),
		{table.Column{Name: "paragraph", Title: "Paragraph", Type: table.TypeInteger, List: true, Doc: "The paragraphs of that document."},
			func(r *reader, c *domain.Claim) table.Cell { return table.Paragraphs(c.Citations, c.Document) }},
		noteColumn(func(c *domain.Claim) string { return c.Note }),
		sourceColumn("The paragraphs that support it", func(c *domain.Claim) []domain.Citation { return c.Citations }).needed(),
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
