package compare

import (
	"strconv"

	"pourparler/domain"
	"pourparler/domain/table"
)

func ledgerColumns() []column[move] {
	columns := []column[move]{
		{table.Column{Name: "track", Title: "Track", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionTracks, Doc: "The track."},
			func(r *reader, m *move) table.Cell { return table.Cell{r.Track(m.after.Track)} }},
		{table.Column{Name: "term", Title: "Term", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.TermKinds()), Doc: "The term."},
			func(r *reader, m *move) table.Cell { return table.Text(string(m.kind)) }},
		{table.Column{Name: "party", Title: "Party", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionParties, Doc: "The party whose term it is."},
			func(r *reader, m *move) table.Cell { return table.Cell{r.Party(m.party)} }},
		{table.Column{Name: "other", Title: "Other side", Type: table.TypeID, Page: true, Doc: "The party against whose position the move is measured; empty if nobody was asked and nobody held anything."},
			func(r *reader, m *move) table.Cell { return table.Each([]string{m.other}, r.Party) }},
		{table.Column{Name: "made_on", Title: "Made on", Type: table.TypeEDTF, Page: true, Doc: "When the term was restated, amended, accepted or dropped."},
			func(r *reader, m *move) table.Cell { return table.Date(r.made(m)) }},
		{table.Column{Name: "answer", Title: "By the answer", Type: table.TypeID, Doc: "The response by which it accepted the other side’s term or dropped its own condition; empty if it stated the term."},
			func(r *reader, m *move) table.Cell {
				if m.answer == nil {
					return nil
				}
				return table.Cell{{Text: m.answer.ID, Label: string(m.answer.Stance), Ref: responseRef(m.answer)}}
			}},
	}
	columns = append(columns, stateColumnsOf("before_", "before", "the party's statement before", func(m *move) (*domain.Proposal, domain.Term) { return m.before, m.from })...)
	columns = append(columns, stateColumnsOf("", "after", "the new statement, or what was accepted", func(m *move) (*domain.Proposal, domain.Term) { return m.after, m.to })...)
	columns = append(columns, stateColumnsOf("other_", "other side", "what the other side held then", func(m *move) (*domain.Proposal, domain.Term) {
		if !m.held.holds() {
			return nil, domain.Term{}
		}
		return m.held.proposal, *m.held.term
	})...)
	return append(columns, movementColumns()...)
}

// stateColumnsOf are the columns of one of the three statements that a move rests on.
func stateColumnsOf(prefix, title, what string, of func(*move) (*domain.Proposal, domain.Term)) []column[move] {
	cell := func(fill func(*reader, *domain.Proposal, domain.Term) table.Cell) func(*reader, *move) table.Cell {
		return func(r *reader, m *move) table.Cell {
			p, t := of(m)
			if p == nil {
				return nil
			}
			return fill(r, p, t)
		}
	}
	return []column[move]{
		{table.Column{Name: prefix + "value", Title: table.UpperFirst(title), Type: table.TypeText, Page: true, Doc: table.UpperFirst(what) + ": an EDTF date, the ids of places or of a list, or our words."},
			cell(func(r *reader, p *domain.Proposal, t domain.Term) table.Cell { return r.said(p, t) })},
		{table.Column{Name: prefix + "wording", Title: "Wording, " + title, Type: table.TypeText, Doc: "Our words for " + what + ", or for a date or venue the wording of the source."},
			cell(func(_ *reader, _ *domain.Proposal, t domain.Term) table.Cell { return table.Text(t.Text) })},
		{table.Column{Name: prefix + "proposal", Title: "Proposal, " + title, Type: table.TypeID, Needed: prefix == "", Doc: "The proposal of " + what + "."},
			cell(func(r *reader, p *domain.Proposal, _ domain.Term) table.Cell { return table.Cell{r.Proposal(p.ID)} })},
		{table.Column{Name: prefix + "since", Title: "Since, " + title, Type: table.TypeEDTF, Doc: "When that proposal was made."},
			cell(func(r *reader, p *domain.Proposal, _ domain.Term) table.Cell { return table.Date(r.Index.Made(p)) })},
		{table.Column{Name: prefix + "citation", Title: "Source, " + title, Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs for " + what + ": document, para., number."},
			func(r *reader, m *move) table.Cell {
				p, t := of(m)
				cites := r.termCitations(p, t)
				if prefix == "" && m.answer != nil {
					cites = append(r.Citations(m.answer.Citations), cites...)
				}
				return cites
			}},
	}
}

func movementColumns() []column[move] {
	return []column[move]{
		{table.Column{Name: "change", Title: "Change", Type: table.TypeText, Page: true, Doc: "How the new statement differs from the one before, in words."},
			func(r *reader, m *move) table.Cell {
				switch {
				case m.before == nil:
					return nil
				case m.to.Kind == "":
					return table.Text("dropped")
				}
				_, words := Compare(r.Index, m.from, m.to)
				return table.Text(words)
			}},
		{table.Column{Name: "distance_before", Title: "Distance before", Type: table.TypeInteger, Doc: "How far the statement before lay from what the other side held: days between dates, parties on only one of two lists, and for places 0 the same, 1 one in common or a place and its country, 2 another."},
			func(r *reader, m *move) table.Cell { return m.was.cell() }},
		{table.Column{Name: "distance_after", Title: "Distance after", Type: table.TypeInteger, Doc: "How far the new statement lies from it, counted alike."},
			func(r *reader, m *move) table.Cell { return m.is.cell() }},
		{table.Column{Name: "measure_before", Title: "Measured before", Type: table.TypeText, Page: true, Doc: "The distance before, in words."},
			func(r *reader, m *move) table.Cell { return table.Text(m.was.words) }},
		{table.Column{Name: "measure_after", Title: "Measured after", Type: table.TypeText, Page: true, Doc: "The distance after, in words."},
			func(r *reader, m *move) table.Cell { return table.Text(m.is.words) }},
		{table.Column{Name: "movement", Title: "Movement", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.Movements()), Doc: "How the term moved, by the stated rules."},
			func(r *reader, m *move) table.Cell { return table.Text(string(m.movement)) }},
		{table.Column{Name: "override", Title: "Editor’s word", Type: table.TypeEnum, Page: true, Values: words(domain.Movements()), Doc: "How it moved as an editor judges, if that is not what the rules say."},
			func(r *reader, m *move) table.Cell {
				if m.override == nil {
					return nil
				}
				return table.Text(string(m.override.Movement))
			}},
		{table.Column{Name: "override_reason", Title: "Editor’s reason", Type: table.TypeText, Page: true, Doc: "Why the editor judges so."},
			func(r *reader, m *move) table.Cell {
				if m.override == nil {
					return nil
				}
				return table.Text(m.override.Reason)
			}},
		{table.Column{Name: "override_citation", Title: "Editor’s source", Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs that the editor goes by, if any: document, para., number."},
			func(r *reader, m *move) table.Cell {
				if m.override == nil {
					return nil
				}
				return r.Citations(m.override.Citations)
			}},
		{table.Column{Name: "sentence", Title: "In a sentence", Type: table.TypeText, Doc: "The move in words, where it is toward, away or new."},
			func(r *reader, m *move) table.Cell { return table.Text(r.sentence(m)) }},
	}
}

func (a apart) cell() table.Cell {
	if !a.told {
		return nil
	}
	return table.Cell{{Text: strconv.FormatInt(a.n, 10)}}
}
