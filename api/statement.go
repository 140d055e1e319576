package api

import "pourparler/domain"

// Statement is what someone said inside a meeting or document on a topic.
type Statement struct {
	ID        string               `json:"id" doc:"id of the statement"`
	Document  string               `json:"document" doc:"id of the document that records it"`
	Meeting   Maybe[string]        `json:"meeting" doc:"id of the meeting"`
	Session   Maybe[int]           `json:"session" doc:"number of the session, where the text says in which"`
	Speaker   Maybe[string]        `json:"speaker" doc:"id of the person"`
	Party     Maybe[string]        `json:"party" doc:"id of the party for which the person speaks"`
	Kind      domain.StatementKind `json:"kind" doc:"what the speaker does"`
	Topic     Maybe[string]        `json:"topic" doc:"what it is about"`
	Summary   string               `json:"summary" doc:"what is said, in our words"`
	Answers   Maybe[string]        `json:"answers" doc:"id of the statement it answers"`
	Citations []Citation           `json:"citations" doc:"the paragraphs that support it"`
	Note      Maybe[string]        `json:"note" doc:"an editor's note"`
	Links     Links                `json:"links"`
}

// Statement tells the statement of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Statement(id string) (Statement, error) {
	s, err := r.ix.Statement(id)
	return told(s, err, r.statement)
}

func (r *Records) statement(s *domain.Statement) Statement {
	return Statement{s.ID, s.Document, Say(s.Meeting), Say(s.Session), Say(s.Speaker), Say(s.Party), s.Kind, Say(s.Topic),
		s.Summary, Say(s.Answers), r.citations(s.Citations), Say(s.Note), r.links(domain.SectionStatements, s.ID)}
}
