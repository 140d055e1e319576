package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Positions returns what each party holds on each term of each track as of a day: the latest that it put or accepted and
// has not lost since. A term that the party's latest document on the track did not restate is carried over and says from
// where. Several rows for one term are options of which any will do, or what one document put forward at once.
func Positions(ix *domain.Index, asOf edtf.Day) table.Table {
	r := newReader(ix)
	var rows []held
	for i := range ix.Dossier.Tracks {
		s := r.at(ix.Dossier.Tracks[i].ID, asOf)
		for _, party := range s.parties() {
			rows = append(rows, s.all(party)...)
		}
	}
	return build(r, table.Table{Name: "positions", Title: "Positions"}, positionColumns(), rows, func(h *held) table.Ref {
		return table.Ref{Section: domain.SectionProposals, ID: h.proposal.ID}
	})
}

// parties returns who has put or accepted anything that no meeting has ended, in the order in which they first did.
func (s *standing) parties() []string {
	var ids []string
	for _, a := range s.acted {
		for _, id := range a.by {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// all returns the terms that a party holds.
func (s *standing) all(party string) []held {
	var terms []held
	for _, kind := range domain.TermKinds() {
		held := slices.Clone(s.held(party, kind))
		for i := range held {
			if s.optional(held[i], held) {
				held[i].lead = "or "
				if i == 0 {
					held[i].lead = "either "
				}
			}
		}
		terms = append(terms, held...)
	}
	return terms
}

// made returns the proposals of a track made by that day and not settled by a meeting, or of one party on it, in the
// order of time.
func (r *reader) made(track, party string, asOf edtf.Day) []*domain.Proposal {
	var found []*domain.Proposal
	s := r.at(track, asOf)
	for _, p := range r.Index.ProposalsOn(track) {
		if (party == "" || slices.Contains(p.By, party)) && By(r.Index.Made(p), asOf) && !s.ended[p] {
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

// since is when a party came to hold a term: when it put or maintained it, or accepted it.
func (r *reader) since(h *held) edtf.Date {
	if h.answer != nil {
		return r.Index.Responded(h.answer)
	}
	return r.Index.Made(h.proposal)
}

// sources are the paragraphs for what a party holds: those of the term, and of the answer by which it holds it.
func (r *reader) sources(h *held) table.Cell {
	cell := r.termCitations(h.proposal, *h.term)
	if h.answer != nil {
		cell = append(r.Citations(h.answer.Citations), cell...)
	}
	return cell
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
			func(r *reader, h *held) table.Cell {
				cell := r.choice(side{all: []held{*h}})
				if len(cell) > 0 && h.lead != "" {
					cell[0].Label = h.lead + cell[0].Display()
				}
				return cell
			}},
		{table.Column{Name: "wording", Title: "Wording", Type: table.TypeText, Doc: "Our words for it, or for a date or venue the wording of the source."},
			func(r *reader, h *held) table.Cell { return table.Text(h.term.Text) }},
		{table.Column{Name: "state", Title: "State", Type: table.TypeEnum, Needed: true, Page: true, Values: words(heldStates()),
			Doc: "Stated in the party's latest document on the track, carried over from an earlier one, maintained, or accepted from another."},
			func(r *reader, h *held) table.Cell { return table.Text(string(h.state)) }},
		{table.Column{Name: "proposal", Title: "Proposal", Type: table.TypeID, Needed: true, Page: true, Doc: "The proposal that states it: its own, or the one it accepted."},
			func(r *reader, h *held) table.Cell { return table.Cell{r.Proposal(h.proposal.ID)} }},
		{table.Column{Name: "held_by", Title: "By the answer", Type: table.TypeID, Doc: "The response by which it accepted or maintained it; empty if it proposed it."},
			func(r *reader, h *held) table.Cell {
				if h.answer == nil {
					return nil
				}
				return table.Cell{{Text: h.answer.ID, Label: string(h.answer.Stance), Ref: responseRef(h.answer)}}
			}},
		{table.Column{Name: "made_on", Title: "Since", Type: table.TypeEDTF, Page: true, Doc: "When it put or maintained it, or accepted it."},
			func(r *reader, h *held) table.Cell { return table.Date(r.since(h)) }},
		{table.Column{Name: "responses", Title: "Answers", Type: table.TypeText, List: true, Page: true, Doc: "Who had answered this term by that day, and how."},
			func(r *reader, h *held) table.Cell {
				return r.termAnswers(h.proposal, h.term.Kind, func(when edtf.Date) bool { return By(when, h.asOf) })
			}},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, h *held) table.Cell { return r.sources(h) }},
	}
}
