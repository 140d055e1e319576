package api

import (
	"pourparler/domain"
	"pourparler/domain/compare"
)

// Proposal is an act by parties in a document on a track.
type Proposal struct {
	ID           string        `json:"id" doc:"id of the proposal"`
	Track        string        `json:"track" doc:"id of the track"`
	Act          domain.Act    `json:"act" doc:"what the parties do in making it"`
	By           []string      `json:"by" doc:"ids of the parties that make it"`
	To           []string      `json:"to" doc:"ids of the parties it is put to"`
	Made         *Date         `json:"made" doc:"when it was made, if the record says so itself"`
	MadeOn       *Date         `json:"made_on" doc:"when it was made: as recorded, or else the date of its document"`
	Document     string        `json:"document" doc:"id of the document cited"`
	FirstHand    bool          `json:"first_hand" doc:"whether that document is the proposal itself"`
	ReportedBy   Maybe[string] `json:"reported_by" doc:"id of the party whose document reports it, where it is not"`
	MadeIn       Maybe[string] `json:"made_in" doc:"id of the document in which it was made, where a report names one"`
	Summary      string        `json:"summary" doc:"what is proposed, in our words"`
	Terms        []Term        `json:"terms" doc:"its negotiable parts"`
	Relations    []Relation    `json:"relations" doc:"how it relates to earlier proposals"`
	Responses    []string      `json:"responses" doc:"ids of the responses to it"`
	UnansweredBy []string      `json:"unanswered_by" doc:"ids of the parties it was put to that have no answer in this record"`
	Citations    []Citation    `json:"citations" doc:"the paragraphs that support it"`
	Note         Maybe[string] `json:"note" doc:"an editor's note"`
	Links        Links         `json:"links"`
}

// Term is one negotiable part of a proposal.
type Term struct {
	Kind      domain.TermKind `json:"kind" doc:"which part"`
	Text      Maybe[string]   `json:"text" doc:"in our words; for a date or venue the wording of the source"`
	Date      *Date           `json:"date" doc:"the date proposed"`
	Places    []string        `json:"places" doc:"ids of the places proposed"`
	Parties   []string        `json:"parties" doc:"ids of the participants or conveners proposed"`
	List      Maybe[string]   `json:"list" doc:"id of the list of participants"`
	Claimed   Maybe[int]      `json:"claimed" doc:"how many participants, as the text says"`
	Inferred  Maybe[string]   `json:"inferred" doc:"why the term follows, where the text does not state it itself"`
	Citations []Citation      `json:"citations" doc:"where it stands; none where that is where the proposal stands"`
	Note      Maybe[string]   `json:"note" doc:"an editor's note"`
}

// Relation links a proposal to another.
type Relation struct {
	Kind     domain.RelationKind `json:"kind" doc:"what the proposal does to the other"`
	Proposal string              `json:"proposal" doc:"id of the other"`
	Note     Maybe[string]       `json:"note" doc:"an editor's note"`
}

// Proposal tells the proposal of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Proposal(id string) (Proposal, error) {
	p, err := r.ix.Proposal(id)
	return told(p, err, r.proposal)
}

func (r *Records) proposal(p *domain.Proposal) Proposal {
	return Proposal{ID: p.ID, Track: p.Track, Act: p.Act, By: same(p.By), To: same(p.To), Made: date(p.Made),
		MadeOn: plainDate(r.ix.Made(p)), Document: p.Document, FirstHand: p.FirstHand(), ReportedBy: Say(p.ReportedBy),
		MadeIn: Say(p.MadeIn), Summary: p.Summary, Terms: each(p.Terms, r.term),
		Relations: each(p.Relations, func(x domain.Relation) Relation {
			return Relation{x.Kind, x.Proposal, Say(x.Note)}
		}),
		Responses:    each(r.ix.ResponsesTo(p.ID), func(x *domain.Response) string { return x.ID }),
		UnansweredBy: same(compare.UnansweredBy(r.ix, p)), Citations: r.citations(p.Citations), Note: Say(p.Note),
		Links: r.links(domain.SectionProposals, p.ID)}
}

func (r *Records) term(t domain.Term) Term {
	return Term{t.Kind, Say(t.Text), plainDate(t.Date), same(t.Places), same(t.Parties), Say(t.List), Say(t.Claimed),
		Say(t.Inferred), r.citations(t.Citations), Say(t.Note)}
}
