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
	t := compare.Where(s.ix, domain.SectionResponses, s.ix.Dossier.Responses, func(o *domain.Response) bool { return o.ID == id })
	title := s.short(a.By) + " " + string(a.Stance) + " (" + compare.TermWord(a.Term) + "): " + table.ProposalLabel(s.ix, a.Proposal)
	d := s.detail(domain.SectionResponses, id, title, a.Reason)
	d.Facts = s.facts(t, id, "id", "proposal", "track", "term", "party", "made_on", "document", "attested_by", "alleged",
		"counter_proposal", "precedes", "note", "citation")
	return d, nil
}

// NewStatement returns the page of one statement.
func (s *Site) NewStatement(id string) (Detail, error) {
	made, err := s.ix.Statement(id)
	if err != nil {
		return Detail{}, err
	}
	t := compare.Where(s.ix, domain.SectionStatements, s.ix.Dossier.Statements, func(o *domain.Statement) bool { return o.ID == id || o.Answers == id })
	d := s.detail(domain.SectionStatements, id, s.statementTitle(made), made.Summary)
	d.Facts = s.facts(t, id, "id", "meeting", "session", "speaker", "party", "kind", "topic", "answers", "document", "note", "citation")
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
