package api

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// Response is what a party does with a proposal, or with one term of it.
type Response struct {
	ID         string                 `json:"id" doc:"id of the response"`
	Proposal   string                 `json:"proposal" doc:"id of the proposal"`
	Term       Maybe[domain.TermKind] `json:"term" doc:"the term it speaks of; null for the proposal as a whole"`
	By         string                 `json:"by" doc:"id of the party that responds"`
	Stance     domain.Stance          `json:"stance" doc:"what it does"`
	Made       *Date                  `json:"made" doc:"when, if the record says so itself"`
	MadeOn     *Date                  `json:"made_on" doc:"when: as recorded, or else the date of its document"`
	Document   string                 `json:"document" doc:"id of the document cited"`
	AttestedBy Maybe[string]          `json:"attested_by" doc:"id of the party on whose word it rests, where that is another"`
	Alleged    bool                   `json:"alleged" doc:"whether another party than the responding one says so"`
	Reason     Maybe[string]          `json:"reason" doc:"the reason given, in our words"`
	Counter    Maybe[string]          `json:"counter" doc:"id of the proposal made against it"`
	Precedes   Maybe[string]          `json:"precedes" doc:"why the response may stand before the proposal"`
	Citations  []Citation             `json:"citations" doc:"the paragraphs that support it"`
	Note       Maybe[string]          `json:"note" doc:"an editor's note"`
	Links      Links                  `json:"links"`
}

// Response tells the response of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Response(id string) (Response, error) {
	x, err := r.ix.Response(id)
	return told(x, err, r.response)
}

func (r *Records) response(x *domain.Response) Response {
	links := r.linksOf(table.Ref{Section: domain.SectionResponses, ID: x.ID, Of: x.Proposal})
	return Response{x.ID, x.Proposal, Say(x.Term), x.By, x.Stance, date(x.Made), plainDate(r.ix.Responded(x)), x.Document,
		Say(x.AttestedBy), x.Alleged(), Say(x.Reason), Say(x.Counter), Say(x.Precedes), r.citations(x.Citations),
		Say(x.Note), links}
}
