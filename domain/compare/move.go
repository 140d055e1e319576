package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Move says who moved last on a track and whose move it is.
type Move struct {
	Track    string
	On       edtf.Day // of the last move
	Last     []string // who made it
	Document string   // in which it is found
	Next     []string // those to whom something open is put; none means that it is nobody's move
}

// Moves returns, for each track on which anybody has moved by a day, who moved last and whose move it is.
func Moves(ix *domain.Index, asOf edtf.Day) []Move {
	r := newReader(ix)
	var all []Move
	for i := range ix.Dossier.Tracks {
		if m, ok := r.move(r.at(ix.Dossier.Tracks[i].ID, asOf)); ok {
			all = append(all, m)
		}
	}
	return all
}

// LastMove returns the latest of the moves on all tracks; of those of one day the first. It is false if nobody has moved.
func LastMove(moves []Move) (latest Move, ok bool) {
	for _, m := range moves {
		if !ok || m.On.Compare(latest.On) > 0 {
			latest, ok = m, true
		}
	}
	return latest, ok
}

func (r *reader) move(s *standing) (Move, bool) {
	if s.next == 0 {
		return Move{}, false
	}
	return s.moved.of(struct{}{}, func() Move { return r.newMove(s) }), true
}

func (r *reader) newMove(s *standing) Move {
	last := s.all[s.next-1]
	m := Move{Track: s.track.ID, On: last.day, Last: last.by, Document: last.proposal.Document}
	if last.answer != nil {
		m.Document = last.answer.Document
	}
	for _, p := range s.made() {
		for _, party := range r.next(p, s.asOf) {
			if !slices.Contains(m.Next, party) {
				m.Next = append(m.Next, party)
			}
		}
	}
	slices.SortFunc(m.Next, func(a, b string) int { return r.rank(a) - r.rank(b) })
	return m
}

// next returns whose move a proposal is. An undertaking asks for nothing.
func (r *reader) next(p *domain.Proposal, asOf edtf.Day) []string {
	closed, open := r.closed(p, asOf)
	if closed != "" || p.Act == domain.Undertakes {
		return nil
	}
	var next []string
	for _, party := range p.To {
		f := r.fate(p, party, asOf)
		switch outcome := f.stance(); {
		case outcome == ReceivedUnanswered || outcome == ReceivedDeferred:
			next = append(next, party)
		case r.back(f, outcome, asOf):
			next = append(next, open...)
		}
	}
	return next
}

// stance is the outcome, or that of the answer which others allege.
func (f fate) stance() Reception {
	if f.outcome == ReceivedAlleged {
		return byStance[grants(f.decides.Stance)].outcome
	}
	return f.outcome
}

// back reports whether an answer puts the matter back to the proposer, and it has done nothing on the track since. A counter-proposal
// that is put to it waits by itself.
func (r *reader) back(f fate, outcome Reception, asOf edtf.Day) bool {
	switch outcome {
	case ReceivedCountered:
		if c, err := r.Index.Proposal(f.decides.Counter); err == nil && slices.ContainsFunc(c.To, func(to string) bool { return slices.Contains(f.proposal.By, to) }) {
			return false
		}
	case ReceivedConditional, ReceivedInPrinciple:
	default:
		return false
	}
	answered := r.dayOf(f.decides)
	acts := r.at(f.proposal.Track, asOf).acts
	return !slices.ContainsFunc(f.proposal.By, func(by string) bool { return acts[by].Compare(answered) > 0 })
}

// openOn reports whether anything on a track is open.
func (r *reader) openOn(s *standing) bool {
	return slices.ContainsFunc(s.made(), func(p *domain.Proposal) bool { return len(r.next(p, s.asOf)) > 0 })
}
