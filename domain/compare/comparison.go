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

// Comparison returns proposals side by side as a table of one row for each term and offer: what it says of the term or carries
// over, how that differs from the offer before it in the order given, and who answered it. An offer is a proposal, or those of one
// party that are options of which any will do. Terms that none of the proposals states are left out.
func Comparison(ix *domain.Index, proposals []*domain.Proposal) table.Table {
	r := newReader(ix)
	offers := r.offersAmong(proposals)
	var rows []comparand
	for _, kind := range domain.TermKinds() {
		rows = append(rows, r.comparands(kind, offers)...)
	}
	return build(r, table.Table{Name: "comparison", Title: "Comparison"}, comparisonColumns(), rows, func(c *comparand) table.Ref {
		return table.Ref{Section: domain.SectionProposals, ID: c.offer[0].ID}
	})
}

// offersAmong gathers proposals that are options of one offer, each offer in the place of its first.
func (r *reader) offersAmong(proposals []*domain.Proposal) [][]*domain.Proposal {
	var offers [][]*domain.Proposal
	for _, p := range proposals {
		i := slices.IndexFunc(offers, func(of []*domain.Proposal) bool {
			return of[0].Track == p.Track && slices.Equal(of[0].By, p.By) && r.tied(of[0], p)
		})
		if i < 0 {
			offers = append(offers, []*domain.Proposal{p})
		} else if !slices.Contains(offers[i], p) {
			offers[i] = append(offers[i], p)
		}
	}
	return offers
}

// comparand is one term of one offer: what each of its options that speaks of it states or carries over. Of several it is compared
// by the first.
type comparand struct {
	side
	kind   domain.TermKind
	state  State
	from   []*domain.Proposal // that state what is carried over
	change Change
	words  string
}

func (r *reader) comparands(kind domain.TermKind, offers [][]*domain.Proposal) []comparand {
	var rows []comparand
	var before *domain.Term
	for _, offer := range offers {
		c := comparand{side: side{offer: offer}, kind: kind, state: NotStated}
		for _, p := range offer {
			from := r.stating(p, kind, map[string]bool{})
			if from == nil {
				continue
			}
			state := Stated
			if from != p {
				state, c.from = CarriedOver, append(c.from, from)
			}
			if len(c.all) == 0 {
				c.state = state
			}
			c.all = append(c.all, holding{term: termOf(from, kind), proposal: p, accepted: from, state: state})
		}
		if len(c.all) > 0 {
			if c.change = ChangeNew; before != nil {
				c.change, c.words = Compare(r.Index, *before, *c.all[0].term)
			}
			before = c.all[0].term
		}
		rows = append(rows, c)
	}
	if before == nil {
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
		offerColumn("proposal", "Proposal", "The proposal compared; several are options of one offer, of which any will do.", (*reader).Proposal,
			func(c *comparand) []*domain.Proposal { return c.offer }).needed(),
		{table.Column{Name: "proposer", Title: "By", Type: table.TypeID, Needed: true, List: true, Page: true, Doc: "The party or parties that make it."},
			func(r *reader, c *comparand) table.Cell { return r.Parties(c.offer[0].By) }},
		{table.Column{Name: "made_on", Title: "Made on", Type: table.TypeEDTF, Page: true, Doc: "When it was made."},
			func(r *reader, c *comparand) table.Cell { return table.Date(r.Index.Made(c.offer[0])) }},
		{table.Column{Name: "state", Title: "State", Type: table.TypeEnum, Needed: true, Page: true, Values: words([]State{Stated, CarriedOver, NotStated}),
			Doc: "Whether the proposal states the term, carries it over from an earlier one of the same proposer, or does neither."},
			func(r *reader, c *comparand) table.Cell { return table.Text(string(c.state)) }},
		{table.Column{Name: "value", Title: "What it says", Type: table.TypeText, List: true, Page: true, Doc: "What is proposed: an EDTF date, the ids of places or of a list, or our words, and of several options all."},
			func(r *reader, c *comparand) table.Cell { return r.eitherOr(c.stated()) }},
		{table.Column{Name: "wording", Title: "Wording", Type: table.TypeText, List: true, Page: true, Doc: "Our words for it, or for a date or venue the wording of the source."},
			func(r *reader, c *comparand) table.Cell {
				return c.each(func(h *holding) table.Cell { return table.Text(h.term.Text) })
			}},
		offerColumn("carried_from", "Carried over from", "The earlier proposal that states it.", (*reader).Proposal,
			func(c *comparand) []*domain.Proposal { return c.from }),
		{table.Column{Name: "change", Title: "Change", Type: table.TypeText, Page: true, Doc: "How it differs from the proposal before it in this comparison that says anything of the term; of several options the first."},
			func(r *reader, c *comparand) table.Cell { return table.Text(c.words) }},
		{table.Column{Name: "change_kind", Title: "Kind of change", Type: table.TypeEnum, Values: words(Changes()), Doc: "Whether it is the same, changed, new in this comparison, or cannot be told by rule."},
			func(r *reader, c *comparand) table.Cell { return table.Text(string(c.change)) }},
		{table.Column{Name: "responses", Title: "Answers", Type: table.TypeText, List: true, Page: true, Doc: "Who answered this term, and how: the party, the stance and, in brackets, who alleges it."},
			func(r *reader, c *comparand) table.Cell {
				var all table.Cell
				for _, p := range slices.Concat(c.from, c.offer) {
					all = append(all, r.termAnswers(p, c.kind, anyDate)...)
				}
				return all
			}},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, c *comparand) table.Cell {
				return c.each(func(h *holding) table.Cell { return r.termCitations(h.accepted, *h.term) })
			}},
	}
}

// stated is the side with each term in the name of the proposal that states it, and the offer so too.
func (c *comparand) stated() side {
	of := side{offer: slices.Clone(c.offer), all: slices.Clone(c.all)}
	for i, h := range of.all {
		of.offer[slices.Index(of.offer, h.proposal)] = h.accepted
		of.all[i].proposal = h.accepted
	}
	return of
}

// offerColumn is the proposals of an offer.
func offerColumn(name, title, doc string, value func(*reader, string) table.Value, of func(*comparand) []*domain.Proposal) column[comparand] {
	return recordsColumn(name, title, doc, value, func(c *comparand) []string {
		var ids []string
		for _, p := range of(c) {
			ids = append(ids, p.ID)
		}
		return ids
	}).page()
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
