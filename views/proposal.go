package views

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// NewProposal returns the page of one proposal: its terms, who answered each, and the proposals it relates to.
func (s *Site) NewProposal(id string) (Detail, error) {
	p, err := s.ix.Proposal(id)
	if err != nil {
		return Detail{}, err
	}
	t := compare.Where(s.ix, domain.SectionProposals, s.ix.Dossier.Proposals, func(p *domain.Proposal) bool { return p.ID == id })
	d := s.detail(domain.SectionProposals, id, table.ProposalLabel(s.ix, id), p.Summary)
	d.Facts = s.facts(t, id, "track", "act", "made_on", "proposer", "addressees", "first_hand", "reported_by", "document",
		"made_in", "relations", "unanswered_by", "note", "citation")
	d.Sections = append(d.Sections, s.terms(p))
	d.Sections = append(d.Sections, s.answers(p)...)
	d.Sections = append(d.Sections, s.related(p)...)
	return d, nil
}

func (s *Site) terms(p *domain.Proposal) Section {
	g := s.pivot(compare.Comparison(s.ix, []*domain.Proposal{p}), "proposal", "Terms of this proposal")
	sec := Section{ID: "terms", Title: "Terms, and who answered each", Grid: &g}
	if t, err := s.ix.Track(p.Track); err == nil {
		sec.More = []Link{{Label: "Compare with the others on “" + t.Title + "”",
			Href: s.Href(table.Ref{Section: domain.SectionTracks, ID: p.Track})}}
	}
	return sec
}

// answers is the table of responses to a proposal, each an anchor that leads to the page of the response.
func (s *Site) answers(p *domain.Proposal) []Section {
	t := compare.Where(s.ix, domain.SectionResponses, s.ix.Dossier.Responses, func(a *domain.Response) bool { return a.Proposal == p.ID })
	sections := s.tableSection("responses", "Responses", t, "proposal")
	if len(sections) == 0 {
		return []Section{{ID: "responses", Title: "Responses", Lede: "No answer in this record."}}
	}
	sections[0].Table.anchors(t.Rows)
	for i, r := range t.Rows {
		sections[0].Table.Rows[i].lead(s.Href(r.Ref), s.Path(domain.SectionResponses, r.Ref.ID))
	}
	return sections
}

// lead has the links of a row lead elsewhere that lead from one address.
func (r TableRow) lead(from, to string) {
	for _, cell := range r.Cells {
		for i := range cell.Values {
			if cell.Values[i].Href == from {
				cell.Values[i].Href = to
			}
		}
	}
}

// related is the table of proposals to which this one relates, either way round.
func (s *Site) related(p *domain.Proposal) []Section {
	t := compare.Where(s.ix, domain.SectionProposals, s.ix.Dossier.Proposals, func(other *domain.Proposal) bool {
		return relates(p, other.ID) || relates(other, p.ID)
	})
	return s.tableSection("related", "Proposals it answers, changes or is answered by", t, "track")
}

func relates(p *domain.Proposal, id string) bool {
	return slices.ContainsFunc(p.Relations, func(r domain.Relation) bool { return r.Proposal == id })
}
