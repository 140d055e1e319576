package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// What a cell of a comparison rests on.
const (
	Stated      State = "stated"
	CarriedOver State = "carried over" // stated by an earlier proposal that this one restates or amends
	NotStated   State = "not stated"
	Accepted    State = "accepted"   // held by accepting another party's
	Maintained  State = "maintained" // put again after it was put aside
)

// State says whether a proposal states a term.
type State string

// heldStates returns the states of what a party holds.
func heldStates() []State { return []State{Stated, CarriedOver, Maintained, Accepted} }

// States returns all states.
func States() []State { return append(heldStates(), NotStated) }

// Comparison returns proposals side by side as a table of one row for each term and proposal: what the proposal says
// of the term or carries over, how that differs from the proposal before it in the order given, and who answered
// it. Terms that none of the proposals states are left out.
func Comparison(ix *domain.Index, proposals []*domain.Proposal) table.Table {
	r := newReader(ix)
	var rows []comparand
	for _, kind := range domain.TermKinds() {
		rows = append(rows, r.comparands(kind, proposals)...)
	}
	return build(r, table.Table{Name: "comparison", Title: "Comparison"}, comparisonColumns(), rows, func(c *comparand) table.Ref {
		return table.Ref{Section: domain.SectionProposals, ID: c.proposal.ID}
	})
}

// comparand is one term of one proposal, with the proposal that states it.
type comparand struct {
	kind     domain.TermKind
	proposal *domain.Proposal
	term     domain.Term
	stating  *domain.Proposal
	state    State
	change   Change
	words    string
}

func (r *reader) comparands(kind domain.TermKind, proposals []*domain.Proposal) []comparand {
	var rows []comparand
	var before *comparand
	stated := false
	for _, p := range proposals {
		c := comparand{kind: kind, proposal: p, state: NotStated}
		if from := r.stating(p, kind, map[string]bool{}); from != nil {
			c.stating, c.state, stated = from, CarriedOver, true
			c.term, _ = from.Term(kind)
			if from == p {
				c.state = Stated
			}
			c.change = ChangeNew
			if before != nil {
				c.change, c.words = Compare(r.Index, before.term, c.term)
			}
			before = &c
		}
		rows = append(rows, c)
	}
	if !stated {
		return nil
	}
	return rows
}

// stating returns the proposal that states the term: p itself, or the latest of its proposer's own proposals that it
// restates or amends and that has not taken the term back.
func (r *reader) stating(p *domain.Proposal, kind domain.TermKind, seen map[string]bool) *domain.Proposal {
	if _, ok := p.Term(kind); ok {
		return p
	}
	seen[p.ID] = true
	var found *domain.Proposal
	for _, id := range append(p.Related(domain.Restates), p.Related(domain.Amends)...) {
		earlier, err := r.Index.Proposal(id)
		if err != nil || seen[id] || !sharesProposer(p, earlier) || edtf.Compare(r.Index.Made(earlier), r.Index.Made(p)) > 0 {
			continue
		}
		from := r.stating(earlier, kind, seen)
		if from == nil || r.withdrawn(from, kind, r.Index.Made(p)) {
			continue
		}
		if found == nil || edtf.Compare(r.Index.Made(found), r.Index.Made(from)) < 0 {
			found = from
		}
	}
	return found
}

func sharesProposer(a, b *domain.Proposal) bool {
	return slices.ContainsFunc(a.By, func(id string) bool { return slices.Contains(b.By, id) })
}

// withdrawn reports whether its proposer has taken a term, or the whole proposal, back no later than a proposal that
// restates or amends it.
func (r *reader) withdrawn(p *domain.Proposal, kind domain.TermKind, by edtf.Date) bool {
	return r.takenBack(p, kind, func(when edtf.Date) bool { return edtf.Compare(when, by) <= 0 })
}

// takenBack reports whether a response of its proposer takes a term or the whole proposal back, or another proposal
// withdraws it, on a date that counts.
func (r *reader) takenBack(p *domain.Proposal, kind domain.TermKind, counts func(edtf.Date) bool) bool {
	return slices.ContainsFunc(r.Index.ResponsesTo(p.ID), func(a *domain.Response) bool {
		return a.Stance == domain.Withdraws && !a.Alleged() && (a.Term == "" || a.Term == kind) &&
			counts(r.Index.Responded(a))
	}) || slices.ContainsFunc(r.Index.Withdrawing(p.ID), func(o *domain.Proposal) bool { return counts(r.Index.Made(o)) })
}

func comparisonColumns() []column[comparand] {
	return []column[comparand]{
		{table.Column{Name: "term", Title: "Term", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.TermKinds()), Doc: "The term."},
			func(r *reader, c *comparand) table.Cell { return table.Text(string(c.kind)) }},
		{table.Column{Name: "proposal", Title: "Proposal", Type: table.TypeID, Needed: true, Page: true, Doc: "The proposal compared."},
			func(r *reader, c *comparand) table.Cell { return table.Cell{r.Proposal(c.proposal.ID)} }},
		{table.Column{Name: "proposer", Title: "By", Type: table.TypeID, Needed: true, List: true, Page: true, Doc: "The party or parties that make it."},
			func(r *reader, c *comparand) table.Cell { return r.Parties(c.proposal.By) }},
		{table.Column{Name: "made_on", Title: "Made on", Type: table.TypeEDTF, Page: true, Doc: "When it was made."},
			func(r *reader, c *comparand) table.Cell { return table.Date(r.Index.Made(c.proposal)) }},
		{table.Column{Name: "state", Title: "State", Type: table.TypeEnum, Needed: true, Page: true, Values: words([]State{Stated, CarriedOver, NotStated}),
			Doc: "Whether the proposal states the term, carries it over from an earlier one of the same proposer, or does neither."},
			func(r *reader, c *comparand) table.Cell { return table.Text(string(c.state)) }},
		{table.Column{Name: "value", Title: "What it says", Type: table.TypeText, Page: true, Doc: "What is proposed: an EDTF date, the ids of places or of a list, or our words."},
			func(r *reader, c *comparand) table.Cell { return r.said(c.stating, c.term) }},
		{table.Column{Name: "wording", Title: "Wording", Type: table.TypeText, Page: true, Doc: "Our words for it, or for a date or venue the wording of the source."},
			func(r *reader, c *comparand) table.Cell { return table.Text(c.term.Text) }},
		{table.Column{Name: "carried_from", Title: "Carried over from", Type: table.TypeID, Page: true, Doc: "The earlier proposal that states it."},
			func(r *reader, c *comparand) table.Cell {
				if c.state != CarriedOver {
					return nil
				}
				return table.Cell{r.Proposal(c.stating.ID)}
			}},
		{table.Column{Name: "change", Title: "Change", Type: table.TypeText, Page: true, Doc: "How it differs from the proposal before it in this comparison that says anything of the term."},
			func(r *reader, c *comparand) table.Cell { return table.Text(c.words) }},
		{table.Column{Name: "change_kind", Title: "Kind of change", Type: table.TypeEnum, Values: words(Changes()), Doc: "Whether it is the same, changed, new in this comparison, or cannot be told by rule."},
			func(r *reader, c *comparand) table.Cell { return table.Text(string(c.change)) }},
		{table.Column{Name: "responses", Title: "Answers", Type: table.TypeText, List: true, Page: true, Doc: "Who answered this term, and how: the party, the stance and, in brackets, who alleges it."},
			func(r *reader, c *comparand) table.Cell {
				answers := r.termAnswers(c.proposal, c.kind, anyDate)
				if c.stating == c.proposal {
					return answers
				}
				return append(r.termAnswers(c.stating, c.kind, anyDate), answers...)
			}},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, c *comparand) table.Cell { return r.termCitations(c.stating, c.term) }},
	}
}

// said is what a term says, in the form that can be computed with: a date, places, a list or parties, or words.
func (r *reader) said(p *domain.Proposal, t domain.Term) table.Cell {
	if p == nil {
		return nil
	}
	if t.List != "" {
		return table.Cell{r.List(t.List)}
	}
	return r.termCell(p, t.Kind)
}

func anyDate(edtf.Date) bool { return true }

// toWhole marks an answer to the whole proposal among those to one term.
func toWhole(a *domain.Response) string {
	if a.Term == "" {
		return WholeProposal
	}
	return ""
}

// termAnswers are the responses that speak to this one term or to the whole proposal, and were made on a date that counts.
func (r *reader) termAnswers(p *domain.Proposal, kind domain.TermKind, counts func(edtf.Date) bool) table.Cell {
	if p == nil {
		return nil
	}
	var cell table.Cell
	for _, a := range r.Index.ResponsesTo(p.ID) {
		if (a.Term == kind || a.Term == "") && counts(r.Index.Responded(a)) {
			v := r.answer(a, " "+string(a.Stance))
			who, attester := r.Party(a.By), r.Party(a.Attester())
			v.Text = who.Text + " " + string(a.Stance) + bracket(toWhole(a), alleged(a, attester.Text))
			v.Label = who.Display() + " " + string(a.Stance) + bracket(toWhole(a), alleged(a, attester.Display()))
			cell = append(cell, v)
		}
	}
	return cell
}

func (r *reader) termCitations(p *domain.Proposal, t domain.Term) table.Cell {
	if p == nil {
		return nil
	}
	if len(t.Citations) > 0 {
		return r.Citations(t.Citations)
	}
	return r.Citations(p.Citations)
}
