package views

import (
	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// NewResponse returns the page of one response, from which it is cited. It is read on that of its proposal.
func (s *Site) NewResponse(id string) (Detail, error) {
	a, err := s.ix.Response(id)
	if err != nil {
		return Detail{}, err
	}
	t := compare.ResponsesWhere(s.ix, func(o *domain.Response) bool { return o.ID == id })
	r, err := row(t, domain.SectionResponses, id)
	if err != nil {
		return Detail{}, err
	}
	title := s.short(a.By) + " " + string(a.Stance) + " (" + compare.TermWord(a.Term) + "): " + table.ProposalLabel(s.ix, a.Proposal)
	d := s.detail(domain.SectionResponses, "Responses", title, a.Reason)
	d.Facts = s.facts(t, r, "id", "proposal", "track", "term", "party", "made_on", "document", "attested_by", "alleged",
		"counter_proposal", "precedes", "note", "citation")
	return d, nil
}

// NewStatement returns the page of one statement.
func (s *Site) NewStatement(id string) (Detail, error) {
	made, err := s.ix.Statement(id)
	if err != nil {
		return Detail{}, err
	}
	t := compare.StatementsWhere(s.ix, func(o *domain.Statement) bool { return o.ID == id || o.Answers == id })
	r, err := row(t, domain.SectionStatements, id)
	if err != nil {
		return Detail{}, err
	}
	d := s.detail(domain.SectionStatements, "Statements", s.statementTitle(made), made.Summary)
	d.Facts = s.facts(t, r, "id", "meeting", "session", "speaker", "party", "kind", "topic", "answers", "document", "note", "citation")
	d.Sections = s.tableSection("answered", "What answers it", only(t, func(r table.Row) bool { return r.Ref.ID != id }), "answers")
	return d, nil
}

// statementTitle says who makes a statement, on what and where.
func (s *Site) statementTitle(made *domain.Statement) string {
	who := s.short(made.Party)
	if p, err := s.ix.Person(made.Speaker); err == nil {
		who = p.Name
	}
	title := who
	if made.Topic != "" {
		title += " on " + made.Topic
	}
	if len(made.Citations) > 0 {
		title += " (para. " + itoa(made.Citations[0].Paragraph) + ")"
	}
	return title
}
