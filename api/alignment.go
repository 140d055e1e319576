package api

import "pourparler/domain"

// Alignment is that some parties publicly took sides, as a source says.
type Alignment struct {
	ID        string        `json:"id" doc:"id of the alignment"`
	Document  string        `json:"document" doc:"id of the document cited"`
	Parties   []string      `json:"parties" doc:"ids of the parties that took sides"`
	Side      domain.Side   `json:"side" doc:"which side"`
	Toward    []string      `json:"toward" doc:"ids of the parties for or against whom"`
	SaidBy    Maybe[string] `json:"said_by" doc:"id of the party that says so, where it is not the author of the document"`
	Date      *Date         `json:"date" doc:"when they did"`
	Summary   Maybe[string] `json:"summary" doc:"what they did, in our words"`
	Citations []Citation    `json:"citations" doc:"the paragraphs that support it"`
	Note      Maybe[string] `json:"note" doc:"an editor's note"`
	Links     Links         `json:"links"`
}

// Alignments tells all alignments in the order of the record.
func (r *Records) Alignments() []Alignment { return tellAll(r.ix.Dossier.Alignments, r.alignment) }

// Alignment tells the alignment of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Alignment(id string) (Alignment, error) {
	a, err := find(r.ix, r.ix.Dossier.Alignments, domain.SectionAlignments, id, func(a *domain.Alignment) string { return a.ID })
	return told(a, err, r.alignment)
}

func (r *Records) alignment(a *domain.Alignment) Alignment {
	return Alignment{a.ID, a.Document, same(a.Parties), a.Side, same(a.Toward), Say(a.SaidBy), date(a.Date), Say(a.Summary),
		r.citations(a.Citations), Say(a.Note), r.links(domain.SectionAlignments, a.ID)}
}
