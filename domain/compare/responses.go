package compare

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Responses returns the table of all responses, one row each, in the order of time.
func Responses(ix *domain.Index) table.Table { return responses(ix).Whole() }

func responses(ix *domain.Index) table.Register {
	all := ix.Dossier.Responses
	return register(newReader(ix), table.Table{Name: "responses", Title: "Responses",
		Row: "One row a response to a proposal or to one term of it, in the order of time."}, responseColumns(), all, responseRef).
		WithStances(func(i int) []string { return []string{string(all[i].Stance)} }).
		InTime(func(i int) edtf.Date { return ix.Responded(&all[i]) })
}

// responseRef points to a response, on the page of its proposal.
func responseRef(a *domain.Response) table.Ref {
	return table.Ref{Section: domain.SectionResponses, ID: a.ID, Of: a.Proposal}
}

func responseColumns() []column[domain.Response] {
	return []column[domain.Response]{
		{table.Column{Name: "id", Title: "Id", Type: table.TypeID, Needed: true, Doc: "The response's id; never reused."},
			func(r *reader, a *domain.Response) table.Cell {
				return table.Cell{{Text: a.ID, Ref: responseRef(a)}}
			}},
		{table.Column{Name: "proposal", Title: "To the proposal", Type: table.TypeID, Needed: true, Page: true,
			Doc: "The proposal it responds to."},
			func(r *reader, a *domain.Response) table.Cell { return table.Cell{r.Proposal(a.Proposal)} }},
		{table.Column{Name: "track", Title: "Track", Type: table.TypeID, Needed: true, Facet: domain.SectionTracks,
			Doc: "The track of that proposal."},
			func(r *reader, a *domain.Response) table.Cell {
				p, err := r.Index.Proposal(a.Proposal)
				if err != nil {
					return nil
				}
				return table.Cell{r.Track(p.Track)}
			}},
		{table.Column{Name: "term", Title: "Term", Type: table.TypeEnum, Needed: true, Page: true, Values: append([]string{WholeProposal}, words(domain.TermKinds())...),
			Doc: "The one term it speaks to, or whole for the proposal as a whole."},
			func(r *reader, a *domain.Response) table.Cell { return table.Text(TermWord(a.Term)) }},
		{table.Column{Name: "party", Title: "By", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionParties,
			Doc: "The party whose response it is."},
			func(r *reader, a *domain.Response) table.Cell { return table.Cell{r.Party(a.By)} }},
		{table.Column{Name: "stance", Title: "Stance", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.Stances()),
			Doc: "What the party does with the proposal or term."},
			func(r *reader, a *domain.Response) table.Cell {
				return table.Cell{{Text: string(a.Stance), Ref: responseRef(a)}}
			}},
		{table.Column{Name: "made_on", Title: "Made on", Type: table.TypeEDTF, Page: true,
			Doc: "When it was made: as recorded, or else the date of its document."},
			func(r *reader, a *domain.Response) table.Cell { return table.Date(r.Index.Responded(a)) }},
		{table.Column{Name: "document", Title: "Document", Type: table.TypeID, Needed: true, Facet: domain.SectionDocuments,
			Doc: "The document that is the evidence for it."},
			func(r *reader, a *domain.Response) table.Cell { return table.Cell{r.Document(a.Document)} }},
		{table.Column{Name: "paragraph", Title: "Paragraph", Type: table.TypeInteger, List: true,
			Doc: "The paragraphs of that document, by the numbers of the edition."},
			func(r *reader, a *domain.Response) table.Cell { return table.Paragraphs(a.Citations, a.Document) }},
		{table.Column{Name: "attested_by", Title: "Attested by", Type: table.TypeID, Needed: true, Page: true,
			Doc: "The party on whose word it rests: the responding party itself, or the one that alleges it."},
			func(r *reader, a *domain.Response) table.Cell { return table.Cell{r.Party(a.Attester())} }},
		{table.Column{Name: "alleged", Title: "Alleged", Type: table.TypeBoolean, Needed: true, Page: true,
			Doc: "Whether it rests on the word of another party only."},
			func(r *reader, a *domain.Response) table.Cell {
				return table.Boolean(a.Alleged(), "alleged", "by the party itself")
			}},
		{table.Column{Name: "reason", Title: "Reason", Type: table.TypeText, Page: true, Doc: "The reason the party gives, in our words."},
			func(r *reader, a *domain.Response) table.Cell { return table.Text(a.Reason) }},
		{table.Column{Name: "counter_proposal", Title: "Counter-proposal", Type: table.TypeID, Page: true,
			Doc: "The proposal put in its place."},
			func(r *reader, a *domain.Response) table.Cell { return table.Each([]string{a.Counter}, r.Proposal) }},
		{table.Column{Name: "precedes", Title: "Precedes", Type: table.TypeText,
			Doc: "Why it may stand before the proposal it responds to; empty for all others."},
			func(r *reader, a *domain.Response) table.Cell { return table.Text(a.Precedes) }},
		{table.Column{Name: "note", Title: "Note", Type: table.TypeText, Doc: "Editorial note."},
			func(r *reader, a *domain.Response) table.Cell { return table.Text(a.Note) }},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, Needed: true, List: true, Page: true,
			Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, a *domain.Response) table.Cell { return r.Citations(a.Citations) }},
	}
}

// WholeProposal is written where a response speaks to no single term.
const WholeProposal = "whole"

// TermWord returns the term, or [WholeProposal] where there is none.
func TermWord(k domain.TermKind) string {
	if k == "" {
		return WholeProposal
	}
	return string(k)
}
