package domain

import (
	"fmt"
	"slices"
)

func (v *validation) statements() {
	seen := map[string]bool{}
	for i := range v.d.Statements {
		s := &v.d.Statements[i]
		v.statement(s, seen)
		seen[s.ID] = true
	}
}

// statement checks its references, that it answers one that stands before it, and that its session took place.
func (v *validation) statement(s *Statement, before map[string]bool) {
	r := v.at(SectionStatements, s.ID, s.Document)
	r.text("summary", s.Summary)
	r.cited("cite", s.Citations)
	require(r, "document", s.Document, v.ix.Document)
	refer(r, "party", s.Party, v.ix.Party)
	refer(r, "speaker", s.Speaker, v.ix.Person)
	if refer(r, "answers", s.Answers, v.ix.Statement) != nil && !before[s.Answers] {
		r.report("answers", "%q does not stand before this statement: a statement answers an earlier one", s.Answers)
	}
	m := refer(r, "meeting", s.Meeting, v.ix.Meeting)
	if m == nil || s.Session == 0 {
		return
	}
	if !slices.ContainsFunc(m.Sessions, func(o Session) bool { return o.Number == s.Session }) {
		r.report("session", "%s has no session %d: add it to the meeting or leave it out", m.ID, s.Session)
	}
}

func (v *validation) claims() {
	for i := range v.d.Claims {
		v.claim(&v.d.Claims[i])
	}
}

// claim checks its references, that its rivals are others on the same question, and that it was not made after the
// document that has it.
func (v *validation) claim(c *Claim) {
	r := v.at(SectionClaims, c.ID, c.Document)
	r.text("summary", c.Summary)
	r.cited("cite", c.Citations)
	require(r, "question", c.Question, v.ix.Question)
	referAll(r, "by", c.By, v.ix.Party)
	refer(r, "reported_by", c.ReportedBy, v.ix.Party)
	if doc := require(r, "document", c.Document, v.ix.Document); doc != nil && after(c.Made.Value, doc.When().Value) {
		r.report("made", "made %s, after the document of %s", c.Made.Value, doc.When().Value)
	}
	referAll(r, "rivals", c.Rivals, v.ix.Claim)
	for i, id := range c.Rivals {
		rival, err := v.ix.Claim(id)
		at := fmt.Sprintf("rivals[%d]", i)
		switch {
		case id == c.ID:
			r.report(at, "a claim is not its own rival")
		case err == nil && rival.Question != c.Question:
			r.report(at, "%s is a claim on another question, %s: rivals share one", id, rival.Question)
		}
	}
	for i, id := range c.About {
		if !v.known(id) {
			r.report(fmt.Sprintf("about[%d]", i), "no document, proposal or meeting has the id %q", id)
		}
	}
}

func (v *validation) known(id string) bool {
	_, document := v.ix.Document(id)
	_, proposal := v.ix.Proposal(id)
	_, meeting := v.ix.Meeting(id)
	return document == nil || proposal == nil || meeting == nil
}

func (v *validation) alignments() {
	for _, a := range v.d.Alignments {
		r := v.at(SectionAlignments, a.ID, a.Document)
		r.cited("cite", a.Citations)
		require(r, "document", a.Document, v.ix.Document)
		referAll(r, "parties", a.Parties, v.ix.Party)
		referAll(r, "toward", a.Toward, v.ix.Party)
		refer(r, "said_by", a.SaidBy, v.ix.Party)
		if len(a.Parties) == 0 {
			r.report("parties", "no party: say who took sides")
		}
	}
}
