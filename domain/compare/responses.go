package compare

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Responses returns the table of all responses, one row each, in the order of time.
func Responses(ix *domain.Index) Table { return responses(ix).Whole() }

func responses(ix *domain.Index) Register {
	all := ix.Dossier.Responses
	return register(&reader{ix: ix}, Table{Name: "responses", Title: "Responses"}, responseColumns(), all, responseRef).
		withStances(func(i int) []string { return []string{string(all[i].Stance)} }).
		inTime(func(i int) edtf.Date { return ix.Responded(&all[i]) })
}

// responseRef points to a response, on the page of its proposal.
func responseRef(a *domain.Response) Ref {
	return Ref{Section: domain.SectionResponses, ID: a.ID, Of: a.Proposal}
}

func responseColumns() []column[domain.Response] {
	return []column[domain.Response]{
		{Column{Name: "id", Title: "Id", Type: TypeID, Needed: true, Doc: "The response's id; never reused."},
			func(r *reader, a *domain.Response) Cell {
				return Cell{{Text: a.ID, Ref: responseRef(a)}}
			}},
		{Column{Name: "proposal", Title: "To the proposal", Type: TypeID, Needed: true, Page: true,
			Doc: "The proposal it responds to."},
			func(r *reader, a *domain.Response) Cell { return Cell{r.proposal(a.Proposal)} }},
		{Column{Name: "track", Title: "Track", Type: TypeID, Needed: true, Facet: domain.SectionTracks,
			Doc: "The track of that proposal."},
			func(r *reader, a *domain.Response) Cell {
				p, err := r.ix.Proposal(a.Proposal)
				if err != nil {
					return nil
				}
				return Cell{r.track(p.Track)}
			}},
		{Column{Name: "term", Title: "Term", Type: TypeEnum, Needed: true, Page: true, Values: append([]string{WholeProposal}, words(domain.TermKinds())...),
			Doc: "The one term it speaks to, or whole for the proposal as a whole."},
			func(r *reader, a *domain.Response) Cell { return text(TermWord(a.Term)) }},
		{Column{Name: "party", Title: "By", Type: TypeID, Needed: true, Page: true, Facet: domain.SectionParties,
			Doc: "The party whose response it is."},
			func(r *reader, a *domain.Response) Cell { return Cell{r.party(a.By)} }},
		{Column{Name: "stance", Title: "Stance", Type: TypeEnum, Needed: true, Page: true, Values: words(domain.Stances()),
			Doc: "What the party does with the proposal or term."},
			func(r *reader, a *domain.Response) Cell {
				return Cell{{Text: string(a.Stance), Ref: responseRef(a)}}
			}},
		{Column{Name: "made_on", Title: "Made on", Type: TypeEDTF, Page: true,
			Doc: "When it was made: as recorded, or else the date of its document."},
			func(r *reader, a *domain.Response) Cell { return date(r.ix.Responded(a)) }},
		{Column{Name: "document", Title: "Document", Type: TypeID, Needed: true, Facet: domain.SectionDocuments,
			Doc: "The document that is the evidence for it."},
			func(r *reader, a *domain.Response) Cell { return Cell{r.document(a.Document)} }},
		{Column{Name: "paragraph", Title: "Paragraph", Type: TypeInteger, List: true,
			Doc: "The paragraphs of that document, by the numbers of the edition."},
			func(r *reader, a *domain.Response) Cell { return paragraphs(a.Citations, a.Document) }},
		{Column{Name: "attested_by", Title: "Attested by", Type: TypeID, Needed: true, Page: true,
			Doc: "The party on whose word it rests: the responding party itself, or the one that alleges it."},
			func(r *reader, a *domain.Response) Cell { return Cell{r.party(a.Attester())} }},
		{Column{Name: "alleged", Title: "Alleged", Type: TypeBoolean, Needed: true, Page: true,
			Doc: "Whether it rests on the word of another party only."},
			func(r *reader, a *domain.Response) Cell {
				return boolean(a.Alleged(), "alleged", "by the party itself")
			}},
		{Column{Name: "reason", Title: "Reason", Type: TypeText, Page: true, Doc: "The reason the party gives, in our words."},
			func(r *reader, a *domain.Response) Cell { return text(a.Reason) }},
		{Column{Name: "counter_proposal", Title: "Counter-proposal", Type: TypeID, Page: true,
			Doc: "The proposal put in its place."},
			func(r *reader, a *domain.Response) Cell { return each([]string{a.Counter}, r.proposal) }},
		{Column{Name: "precedes", Title: "Precedes", Type: TypeText,
			Doc: "Why it may stand before the proposal it responds to; empty for all others."},
			func(r *reader, a *domain.Response) Cell { return text(a.Precedes) }},
		{Column{Name: "note", Title: "Note", Type: TypeText, Doc: "Editorial note."},
			func(r *reader, a *domain.Response) Cell { return text(a.Note) }},
		{Column{Name: "citation", Title: "Source", Type: TypeText, Needed: true, List: true, Page: true,
			Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, a *domain.Response) Cell { return r.citations(a.Citations) }},
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
