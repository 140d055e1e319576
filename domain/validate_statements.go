package domain

import (
	"fmt"
	"slices"
	"strings"
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
	word(r, "kind", s.Kind, StatementKinds())
	r.evidence(s.Citations)
	require(r, "document", s.Document, v.ix.Document)
	refer(r, "party", s.Party, v.ix.Party)
	refer(r, "speaker", s.Speaker, v.ix.Person)
	if refer(r, "answers", s.Answers, v.ix.Statement) != nil && !before[s.Answers] {
		r.report(RuleAnswersPrev, "answers", "%q does not stand before this statement: a statement answers an earlier one", s.Answers)
	}
	m := refer(r, "meeting", s.Meeting, v.ix.Meeting)
	if m == nil {
		return
	}
	r.speaker(s, m)
	numbered := slices.ContainsFunc(m.Sessions, func(o Session) bool { return o.Number == s.Session })
	if s.Session != 0 && !numbered {
		r.report(RuleSession, "session", "%s has no session %d: add it to the meeting or leave it out", m.ID, s.Session)
	}
}

// speaker checks that the speaker sits in a delegation, where the meeting has delegations, and that the statement is
// made for the party of that delegation.
func (r record) speaker(s *Statement, m *Meeting) {
	if s.Speaker == "" || len(m.Delegations) == 0 {
		return
	}
	var seated []string
	for _, d := range m.Delegations {
		if slices.ContainsFunc(d.Delegates, func(p Delegate) bool { return p.Person == s.Speaker }) {
			seated = append(seated, d.Party)
		}
	}
	switch {
	case len(seated) == 0:
		r.report(RuleSpeaker, "speaker", "%s sits in no delegation of %s: add the person to one or correct the speaker", s.Speaker, m.ID)
	case s.Party != "" && !slices.Contains(seated, s.Party):
		r.report(RuleSpeaksFor, "party", "%s sits for %s at %s: correct the party or the delegation",
			s.Speaker, strings.Join(seated, " and "), m.ID)
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
	r.evidence(c.Citations)
	if len(c.By) == 0 {
		r.report(RuleGiven, "by", "no claimant: say which party asserts it")
	}
	require(r, "question", c.Question, v.ix.Question)
	referAll(r, "by", c.By, v.ix.Party)
	refer(r, "reported_by", c.ReportedBy, v.ix.Party)
	if doc := require(r, "document", c.Document, v.ix.Document); doc != nil {
		v.claimant(r, c, doc)
	}
	referAll(r, "rivals", c.Rivals, v.ix.Claim)
	for i, id := range c.Rivals {
		rival, err := v.ix.Claim(id)
		at := fmt.Sprintf("rivals[%d]", i)
		switch {
		case id == c.ID:
			r.report(RuleRivals, at, "a claim is not its own rival")
		case err == nil && rival.Question != c.Question:
			r.report(RuleRivals, at, "%s is a claim on another question, %s: rivals share one", id, rival.Question)
		}
	}
	for i, id := range c.About {
		if !v.known(id) {
			r.report(RuleKnown, fmt.Sprintf("about[%d]", i), "no document, proposal or meeting has the id %q", id)
		}
	}
}

// claimant checks that a claim stands in a document of its claimant or of the party that reports it, and was not made
// later than that document.
func (v *validation) claimant(r record, c *Claim, doc *Document) {
	if after(c.Made.Value, doc.When().Value) {
		r.report(RuleMade, "made", "made %s, after the document of %s", c.Made.Value, doc.When().Value)
	}
	switch {
	case c.ReportedBy != "" && !v.speaks(doc, []string{c.ReportedBy}):
		r.report(RuleVoice, "reported_by", "%s is not by %s: name an author of the reporting document", doc.ID, c.ReportedBy)
	case c.ReportedBy == "" && len(c.By) > 0 && !v.speaks(doc, c.By):
		r.report(RuleVoice, "by", "%s is not by %v: set reported_by", doc.ID, c.By)
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
		r.evidence(a.Citations)
		word(r, "stance", a.Side, Sides())
		doc := require(r, "document", a.Document, v.ix.Document)
		if doc != nil && after(a.Date.Value, doc.When().Value) {
			r.report(RuleMade, "date", "dated %s, after the document of %s that speaks of it", a.Date.Value, doc.When().Value)
		}
		referAll(r, "parties", a.Parties, v.ix.Party)
		referAll(r, "toward", a.Toward, v.ix.Party)
		refer(r, "said_by", a.SaidBy, v.ix.Party)
		if len(a.Parties) == 0 {
			r.report(RuleGiven, "parties", "no party: say who took sides")
		}
	}
}
