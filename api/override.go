package api

import "pourparler/domain"

// Override is what an editor says of a movement in the ledger against the rules, and why.
type Override struct {
	ID        string          `json:"id" doc:"id of the override"`
	Proposal  string          `json:"proposal" doc:"id of the proposal by which the term was restated or amended"`
	Term      domain.TermKind `json:"term" doc:"the term"`
	Party     Maybe[string]   `json:"party" doc:"id of the side against which the movement is judged; null for every one"`
	Movement  domain.Movement `json:"movement" doc:"how it moved, in the editor's judgement"`
	Reason    string          `json:"reason" doc:"why"`
	Citations []Citation      `json:"citations" doc:"the paragraphs that support it"`
	Links     Links           `json:"links"`
}

// Overrides tells all overrides in the order of the record.
func (r *Records) Overrides() []Override { return tellAll(r.ix.Dossier.Overrides, r.override) }

// Override tells the override of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Override(id string) (Override, error) {
	o, err := find(r.ix, r.ix.Dossier.Overrides, domain.SectionOverrides, id, func(o *domain.Override) string { return o.ID })
	return told(o, err, r.override)
}

func (r *Records) override(o *domain.Override) Override {
	return Override{o.ID, o.Proposal, o.Term, Say(o.Party), o.Movement, o.Reason, r.citations(o.Citations),
		r.links(domain.SectionOverrides, o.ID)}
}
