package api

import "pourparler/domain"

// Question is one on which the documents dispute the record itself.
type Question struct {
	ID    string        `json:"id" doc:"id of the question"`
	Track Maybe[string] `json:"track" doc:"id of the track"`
	Text  string        `json:"text" doc:"the question, in our words"`
	Links Links         `json:"links"`
}

// Questions tells all questions in the order of the record.
func (r *Records) Questions() []Question { return tellAll(r.ix.Dossier.Questions, r.question) }

// Question tells the question of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Question(id string) (Question, error) {
	q, err := r.ix.Question(id)
	return told(q, err, r.question)
}

func (r *Records) question(q *domain.Question) Question {
	return Question{q.ID, Say(q.Track), q.Text, r.links(domain.SectionQuestions, q.ID)}
}

// Claim is a disputed assertion about the record itself.
type Claim struct {
	ID         string        `json:"id" doc:"id of the claim"`
	Question   string        `json:"question" doc:"id of the question"`
	By         []string      `json:"by" doc:"ids of the parties that assert it"`
	Document   string        `json:"document" doc:"id of the document cited"`
	Summary    string        `json:"summary" doc:"what is asserted, in our words"`
	Rivals     []string      `json:"rivals" doc:"ids of the claims that contradict it, whichever side records that"`
	About      []string      `json:"about" doc:"ids of the documents, proposals or meetings it is about"`
	Made       *Date         `json:"made" doc:"when, if the record says so itself"`
	ReportedBy Maybe[string] `json:"reported_by" doc:"id of the party whose document reports it"`
	Citations  []Citation    `json:"citations" doc:"the paragraphs that support it"`
	Note       Maybe[string] `json:"note" doc:"an editor's note"`
	Links      Links         `json:"links"`
}

// Claim tells the claim of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Claim(id string) (Claim, error) {
	c, err := r.ix.Claim(id)
	return told(c, err, r.claim)
}

func (r *Records) claim(c *domain.Claim) Claim {
	return Claim{c.ID, c.Question, same(c.By), c.Document, c.Summary, same(r.ix.Rivals(c.ID)), same(c.About), date(c.Made),
		Say(c.ReportedBy), r.citations(c.Citations), Say(c.Note), r.links(domain.SectionClaims, c.ID)}
}
