package api

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// Citation is the paragraph that supports a statement.
type Citation struct {
	Document    string        `json:"document" doc:"id of the document"`
	Paragraph   int           `json:"paragraph" doc:"number of the paragraph in the edition named by the document"`
	Fingerprint Maybe[string] `json:"fingerprint" doc:"hash of the paragraph's text, by which a copy can be checked"`
	Text        string        `json:"text" doc:"the citation as files have it"`
	Links       CitationLinks `json:"links"`
}

// CitationLinks are where a citation leads.
type CitationLinks struct {
	Document string        `json:"document" doc:"address of the document in this interface"`
	Page     Maybe[string] `json:"page" doc:"address of the paragraph on the document's page"`
}

func (r *Records) citations(all []domain.Citation) []Citation {
	return each(all, func(c domain.Citation) Citation {
		page := r.page(table.Ref{Section: domain.SectionDocuments, ID: c.Document, Paragraph: c.Paragraph})
		return Citation{c.Document, c.Paragraph, Say(c.Fingerprint), c.String(),
			CitationLinks{r.address(domain.SectionDocuments, c.Document), r.base.Page(page)}}
	})
}
