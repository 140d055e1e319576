package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Positions returns what each party holds on each term of each track as of a day: its latest proposal on the term
// that it has not taken back. A term that the party's latest document on the track did not restate is carried over
// and says from where. Several rows for one term mean that one document put forward several proposals.
func Positions(ix *domain.Index, asOf edtf.Day) table.Table {
	r := newReader(ix)
	var rows []held
	for i := range ix.Dossier.Tracks {
		track := &ix.Dossier.Tracks[i]
		for _, party := range r.proposers(track.ID, asOf) {
			rows = append(rows, r.holds(track.ID, party, asOf)...)
		}
	}
	return build(r, table.Table{Name: "positions", Title: "Positions"}, positionColumns(), rows, func(h *held) table.Ref {
		return table.Ref{Section: domain.SectionProposals, ID: h.proposal.ID}
	})
}

// held is a term that a party holds, and the proposal by which it holds it.
type held struct {
	track    string
	party    string
	term     domain.Term
	proposal *domain.Proposal
	state    State
	asOf     edtf.Day
}

// made returns the proposals of a track made by that day and not settled by a meeting, or of one party on it, in the
// order of time.
func (r *reader) made(track, party string, asOf edtf.Day) []*domain.Proposal {
	var found []*domain.Proposal
	for _, p := range r.Index.ProposalsOn(track) {
		if (party == "" || slices.Contains(p.By, party)) && By(r.Index.Made(p), asOf) && !r.settled(p, asOf) {
			found = append(found, p)
		}
	}
	return found
}

// By reports whether a date is known to lie no later than a day: its last possible day does.
func By(date edtf.Date, day edtf.Day) bool {
	last, edge := date.Latest()
	return edge == edtf.Known && last.Compare(day) <= 0
}

func (r *reader) proposers(track string, asOf edtf.Day) []string {
	var ids []string
	for _, p := range r.made(track, "", asOf) {
		for _, id := range p.By {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// holds returns the terms a party holds on a track.
func (r *reader) holds(track, party string, asOf edtf.Day) []held {
	proposals := r.made(track, party, asOf)
	newest := proposals[len(proposals)-1]
	var terms []held
	for _, kind := range domain.TermKinds() {
		for _, p := range r.latest(proposals, kind, asOf) {
			term, _ := p.Term(kind)
			state := CarriedOver
			if r.together(p, newest) {
				state = Stated
			}
			terms = append(terms, held{track, party, term, p, state, asOf})
		}
	}
	return terms
}

// together reports whether two proposals were put forward at once: in one document, and on one date, since a document
// may report proposals made at various times.
func (r *reader) together(a, b *domain.Proposal) bool {
	return a.Document == b.Document && r.Index.Made(a) == r.Index.Made(b)
}

// latest returns the newest proposals that state the term and stand; those put forward together count as one.
func (r *reader) latest(proposals []*domain.Proposal, kind domain.TermKind, asOf edtf.Day) []*domain.Proposal {
	var found []*domain.Proposal
	for _, p := range slices.Backward(proposals) {
		_, stated := p.Term(kind)
		if !stated || r.withdrawnBy(p, kind, asOf) {
			continue
		}
		if len(found) > 0 && !r.together(found[0], p) {
			break
		}
		found = append(found, p)
	}
	slices.Reverse(found)
	return found
}

func (r *reader) withdrawnBy(p *domain.Proposal, kind domain.TermKind, asOf edtf.Day) bool {
	return r.takenBack(p, kind, func(when edtf.Date) bool { return By(when, asOf) })
}

func positionColumns() []column[held] {
	return []column[held]{
		{table.Column{Name: "track", Title: "Track", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionTracks, Doc: "The track."},
			func(r *reader, h *held) table.Cell { return table.Cell{r.Track(h.track)} }},
		{table.Column{Name: "term", Title: "Term", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.TermKinds()), Doc: "The term."},
			func(r *reader, h *held) table.Cell { return table.Text(string(h.term.Kind)) }},
		{table.Column{Name: "party", Title: "Party", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionParties, Doc: "The party that holds it."},
			func(r *reader, h *held) table.Cell { return table.Cell{r.Party(h.party)} }},
		{table.Column{Name: "value", Title: "Position", Type: table.TypeText, Page: true, Doc: "What it holds: an EDTF date, the ids of places or of a list, or our words."},
			func(r *reader, h *held) table.Cell { return r.said(h.proposal, h.term) }},
		{table.Column{Name: "wording", Title: "Wording", Type: table.TypeText, Doc: "Our words for it, or for a date or venue the wording of the source."},
			func(r *reader, h *held) table.Cell { return table.Text(h.term.Text) }},
		{table.Column{Name: "state", Title: "State", Type: table.TypeEnum, Needed: true, Page: true, Values: []string{string(Stated), string(CarriedOver)},
			Doc: "Stated in the party's latest document on the track, or carried over from an earlier one."},
			func(r *reader, h *held) table.Cell { return table.Text(string(h.state)) }},
		{table.Column{Name: "proposal", Title: "Proposal", Type: table.TypeID, Needed: true, Page: true, Doc: "The proposal by which it holds it."},
			func(r *reader, h *held) table.Cell { return table.Cell{r.Proposal(h.proposal.ID)} }},
		{table.Column{Name: "made_on", Title: "Since", Type: table.TypeEDTF, Page: true, Doc: "When that proposal was made."},
			func(r *reader, h *held) table.Cell { return table.Date(r.Index.Made(h.proposal)) }},
		{table.Column{Name: "responses", Title: "Answers", Type: table.TypeText, List: true, Page: true, Doc: "Who had answered this term by that day, and how."},
			func(r *reader, h *held) table.Cell {
				return r.termAnswers(h.proposal, h.term.Kind, func(when edtf.Date) bool { return By(when, h.asOf) })
			}},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, h *held) table.Cell { return r.termCitations(h.proposal, h.term) }},
	}
}
