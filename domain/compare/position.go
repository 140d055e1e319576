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
	var rows []position
	for i := range ix.Dossier.Tracks {
		s := r.at(ix.Dossier.Tracks[i].ID, asOf)
		for _, party := range s.parties {
			rows = append(rows, s.positions(party)...)
		}
	}
	return build(r, table.Table{Name: "positions", Title: "Positions"}, positionColumns(), rows, func(p *position) table.Ref {
		return table.Ref{Section: domain.SectionProposals, ID: p.proposal.ID}
	})
}

// position is a term that a party holds on a day, with the words before it where it is one option of several.
type position struct {
	holding
	on   *standing
	lead string
}

func (s *standing) positions(party string) []position {
	var all []position
	for _, kind := range domain.TermKinds() {
		held := s.holding(party, kind)
		for i, h := range held {
			p := position{holding: h, on: s}
			switch {
			case !s.optional(h, held):
			case i == 0:
				p.lead = "either "
			default:
				p.lead = "or "
			}
			all = append(all, p)
		}
	}
	return all
}

// made returns the proposals of a track that were made by the day and that no meeting or event has ended, in the order of time.
func (s *standing) made() []*domain.Proposal {
	var found []*domain.Proposal
	for _, a := range s.stated {
		if !s.ended(a.proposal) {
			found = append(found, a.proposal)
		}
	}
	slices.SortStableFunc(found, func(a, b *domain.Proposal) int { return edtf.Compare(s.r.Index.Made(a), s.r.Index.Made(b)) })
	return found
}

// By reports whether a date is known to lie no later than a day: its last possible day does.
func By(date edtf.Date, day edtf.Day) bool {
	last, edge := date.Latest()
	return edge == edtf.Known && last.Compare(day) <= 0
}

// since is when a party came to hold a term: when it put or maintained it, or accepted it.
func (r *reader) since(h *holding) edtf.Date {
	if h.answer != nil {
		return r.Index.Responded(h.answer)
	}
	return r.Index.Made(h.proposal)
}

// sources are the paragraphs for what a party holds: those of the term, and of the answer by which it holds it.
func (r *reader) sources(h *holding) table.Cell {
	cell := r.termCitations(h.proposal, *h.term)
	if h.answer != nil {
		cell = append(r.Citations(h.answer.Citations), cell...)
	}
	return cell
}

func positionColumns() []column[position] {
	return []column[position]{
		{table.Column{Name: "track", Title: "Track", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionTracks, Doc: "The track."},
			func(r *reader, h *position) table.Cell { return table.Cell{r.Track(h.on.track.ID)} }},
		{table.Column{Name: "term", Title: "Term", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.TermKinds()), Doc: "The term."},
			func(r *reader, h *position) table.Cell { return table.Text(string(h.term.Kind)) }},
		{table.Column{Name: "party", Title: "Party", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionParties, Doc: "The party that holds it."},
			func(r *reader, h *position) table.Cell { return table.Cell{r.Party(h.party)} }},
		{table.Column{Name: "value", Title: "Position", Type: table.TypeText, Page: true, Doc: "What it holds: an EDTF date, the ids of places or of a list, or our words."},
			func(r *reader, h *position) table.Cell {
				cell := r.eitherOr(side{all: []holding{h.holding}})
				if len(cell) > 0 && h.lead != "" {
					cell[0].Label = h.lead + cell[0].Display()
				}
				return cell
			}},
		{table.Column{Name: "wording", Title: "Wording", Type: table.TypeText, Doc: "Our words for it, or for a date or venue the wording of the source."},
			func(r *reader, h *position) table.Cell { return table.Text(h.term.Text) }},
		{table.Column{Name: "state", Title: "State", Type: table.TypeEnum, Needed: true, Page: true, Values: words(heldStates()),
			Doc: "Stated in the party's latest document on the track, carried over from an earlier one, maintained, or accepted from another."},
			func(r *reader, h *position) table.Cell { return table.Text(string(h.state)) }},
		{table.Column{Name: "proposal", Title: "Proposal", Type: table.TypeID, Needed: true, Page: true, Doc: "The proposal that states it: its own, or the one it accepted."},
			func(r *reader, h *position) table.Cell { return table.Cell{r.Proposal(h.proposal.ID)} }},
		{table.Column{Name: "held_by", Title: "By the answer", Type: table.TypeID, Doc: "The response by which it accepted or maintained it; empty if it proposed it."},
			func(r *reader, h *position) table.Cell {
				if h.answer == nil {
					return nil
				}
				return table.Cell{{Text: h.answer.ID, Label: string(h.answer.Stance), Ref: responseRef(h.answer)}}
			}},
		{table.Column{Name: "made_on", Title: "Since", Type: table.TypeEDTF, Page: true, Doc: "When it put or maintained it, or accepted it."},
			func(r *reader, h *position) table.Cell { return table.Date(r.since(&h.holding)) }},
		{table.Column{Name: "responses", Title: "Answers", Type: table.TypeText, List: true, Page: true, Doc: "Who had answered this term by that day, and how."},
			func(r *reader, h *position) table.Cell {
				return r.termAnswers(h.proposal, h.term.Kind, func(when edtf.Date) bool { return By(when, h.on.asOf) })
			}},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, h *position) table.Cell { return r.sources(&h.holding) }},
	}
}
