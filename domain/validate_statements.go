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

// statement checks that it answers one that stands before it, and that its session took place.
func (v *validation) statement(s *Statement, before map[string]bool) {
	r := v.at(SectionStatements, s.ID, s.Document)
	r.evidence(s.Citations)
	if _, err := v.ix.Statement(s.Answers); err == nil && !before[s.Answers] {
		r.report(RuleAnswersPrev, "answers", "%q does not stand before this statement: a statement answers an earlier one", s.Answers)
	}
	m, err := v.ix.Meeting(s.Meeting)
	if err != nil {
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

// claim checks that its rivals are others on the same question, and that it was not made after the
// document that has it.
func (v *validation) claim(c *Claim) {
	r := v.at(SectionClaims, c.ID, c.Document)
	r.evidence(c.Citations)
	if doc, err := v.ix.Document(c.Document); err == nil {
		v.claimant(r, c, doc)
	}
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

func (v *validation) alignments() {
	for _, a := range v.d.Alignments {
		r := v.at(SectionAlignments, a.ID, a.Document)
		r.evidence(a.Citations)
		doc, err := v.ix.Document(a.Document)
		if err == nil && after(a.Date.Value, doc.When().Value) {
			r.report(RuleMade, "date", "dated %s, after the document of %s that speaks of it", a.Date.Value, doc.When().Value)
		}
	}
}
