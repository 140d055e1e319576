package compare

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Claims returns the table of all claims in the order of time.
func Claims(ix *domain.Index) Table { return claims(ix).Whole() }

func claims(ix *domain.Index) Register {
	all := ix.Dossier.Claims
	return register(&reader{ix: ix}, Table{Name: "claims", Title: "Claims"}, claimColumns(), all,
		func(c *domain.Claim) Ref { return Ref{Section: domain.SectionClaims, ID: c.ID} }).
		inTime(func(i int) edtf.Date { return ClaimMade(ix, &all[i]) })
}

func claimColumns() []column[domain.Claim] {
	return []column[domain.Claim]{
		{Column{Name: "id", Title: "Id", Type: TypeID, Needed: true, Doc: "The claim's id; never reused."},
			func(r *reader, c *domain.Claim) Cell { return Cell{r.claim(c.ID)} }},
		{Column{Name: "question", Title: "Question", Type: TypeID, Page: true, Doc: "The question on which claims differ."},
			func(r *reader, c *domain.Claim) Cell { return each([]string{c.Question}, r.question) }},
		{Column{Name: "track", Title: "Track", Type: TypeID, Facet: domain.SectionTracks, Doc: "The track of that question, if any."},
			func(r *reader, c *domain.Claim) Cell {
				q, err := r.ix.Question(c.Question)
				if err != nil {
					return nil
				}
				return each([]string{q.Track}, r.track)
			}},
		{Column{Name: "by", Title: "By", Type: TypeID, Needed: true, List: true, Page: true, Facet: domain.SectionParties, Doc: "Who asserts it."},
			func(r *reader, c *domain.Claim) Cell { return r.parties(c.By) }},
		{Column{Name: "made_on", Title: "Made on", Type: TypeEDTF, Page: true, Doc: "When: as recorded, or else the date of its document."},
			func(r *reader, c *domain.Claim) Cell { return date(ClaimMade(r.ix, c)) }},
		{Column{Name: "summary", Title: "Claim", Type: TypeText, Needed: true, Page: true, Doc: "What is asserted, in our words."},
			func(r *reader, c *domain.Claim) Cell {
				return Cell{{Text: c.Summary, Ref: Ref{Section: domain.SectionClaims, ID: c.ID}}}
			}},
		{Column{Name: "rivals", Title: "Rivals", Type: TypeID, List: true, Doc: "The claims that contradict it."},
			func(r *reader, c *domain.Claim) Cell { return each(r.ix.Rivals(c.ID), r.claim) }},
		{Column{Name: "about", Title: "About", Type: TypeID, List: true, Doc: "The documents, proposals or meetings it is about."},
			func(r *reader, c *domain.Claim) Cell { return each(c.About, r.any) }},
		{Column{Name: "reported_by", Title: "Reported by", Type: TypeID, Doc: "The party that reports it, if it is not the claimant's own document."},
			func(r *reader, c *domain.Claim) Cell { return each([]string{c.ReportedBy}, r.party) }},
		{Column{Name: "document", Title: "Document", Type: TypeID, Needed: true, Facet: domain.SectionDocuments, Doc: "The document that is the evidence for it."},
			func(r *reader, c *domain.Claim) Cell { return Cell{r.document(c.Document)} }},
		{Column{Name: "paragraph", Title: "Paragraph", Type: TypeInteger, List: true, Doc: "The paragraphs of that document."},
			func(r *reader, c *domain.Claim) Cell { return paragraphs(c.Citations, c.Document) }},
		{Column{Name: "note", Title: "Note", Type: TypeText, Doc: "Editorial note."},
			func(r *reader, c *domain.Claim) Cell { return text(c.Note) }},
		{Column{Name: "citation", Title: "Source", Type: TypeText, Needed: true, List: true, Page: true,
			Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, c *domain.Claim) Cell { return r.citations(c.Citations) }},
	}
}
