package compare

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// responses returns the register of all responses, one row each, in the order of time.
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
		recordColumn("proposal", "To the proposal", "The proposal it responds to.", (*reader).Proposal, func(a *domain.Response) string { return a.Proposal }).needed().page(),
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
		recordColumn("party", "By", "The party whose response it is.", (*reader).Party,
			func(a *domain.Response) string { return a.By }).needed().page().facet(domain.SectionParties),
		{table.Column{Name: "stance", Title: "Stance", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.Stances()),
			Doc: "What the party does with the proposal or term."},
			func(r *reader, a *domain.Response) table.Cell {
				return table.Cell{{Text: string(a.Stance), Ref: responseRef(a)}}
			}},
		{table.Column{Name: "made_on", Title: "Made on", Type: table.TypeEDTF, Page: true,
			Doc: "When it was made: as recorded, or else the date of its document."},
			func(r *reader, a *domain.Response) table.Cell { return table.Date(r.Index.Responded(a)) }},
		recordColumn("document", "Document", "The document that is the evidence for it.", (*reader).Document,
			func(a *domain.Response) string { return a.Document }).needed().facet(domain.SectionDocuments),
		{table.Column{Name: "paragraph", Title: "Paragraph", Type: table.TypeInteger, List: true,
			Doc: "The paragraphs of that document, by the numbers of the edition."},
			func(r *reader, a *domain.Response) table.Cell { return table.Paragraphs(a.Citations, a.Document) }},
		recordColumn("attested_by", "Attested by", "The party on whose word it rests: the responding party itself, or the one that alleges it.", (*reader).Party,
			func(a *domain.Response) string { return a.Attester() }).needed().page(),
		{table.Column{Name: "alleged", Title: "Alleged", Type: table.TypeBoolean, Needed: true, Page: true,
			Doc: "Whether it rests on the word of another party only."},
			func(r *reader, a *domain.Response) table.Cell {
				return table.Boolean(a.Alleged(), "alleged", "by the party itself")
			}},
		textColumn("reason", "Reason", "The reason the party gives, in our words.", func(a *domain.Response) string { return a.Reason }).page(),
		recordColumn("counter_proposal", "Counter-proposal", "The proposal put in its place.", (*reader).Proposal,
			func(a *domain.Response) string { return a.Counter }).page(),
		textColumn("precedes", "Precedes", "Why it may stand before the proposal it responds to; empty for all others.",
			func(a *domain.Response) string { return a.Precedes }),
		noteColumn(func(a *domain.Response) string { return a.Note }),
		sourceColumn("The paragraphs that support it", func(a *domain.Response) []domain.Citation { return a.Citations }).needed(),
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
