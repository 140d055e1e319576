package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Holder is a column of a [Sheet]: a party on a day.
type Holder struct {
	Party string
	Day   edtf.Day
}

// Sheet returns what parties hold on a track, or the same party on several days, side by side: a row for each term
// and column in the order given, with what changed against the column before that says something of the term, and
// last what in the end took place.
func Sheet(ix *domain.Index, track string, columns []Holder) table.Table {
	r := newReader(ix)
	var rows []cellOf
	for _, kind := range domain.TermKinds() {
		rows = append(rows, r.sheetRow(track, kind, columns)...)
	}
	return build(r, table.Table{Name: "sheet", Title: "Side by side"}, sheetColumns(), rows, func(c *cellOf) table.Ref {
		if c.proposal == nil {
			return table.Ref{}
		}
		return table.Ref{Section: domain.SectionProposals, ID: c.proposal.ID}
	})
}

// cellOf is one term in one column. Of several options it is compared by the first.
type cellOf struct {
	holding
	side   side
	number int
	holder Holder
	kind   domain.TermKind
	change Change
	words  string
}

func (r *reader) sheetRow(track string, kind domain.TermKind, columns []Holder) []cellOf {
	var row []cellOf
	var before *holding
	stated := false
	for i, c := range columns {
		cell := cellOf{side: side{party: c.Party}, number: i + 1, holder: c, kind: kind}
		if s := r.at(track, c.Day); len(s.holding(c.Party, kind)) > 0 {
			cell.side = s.whole(c.Party, s.holding(c.Party, kind))
			cell.holding = cell.side.all[0]
		}
		switch {
		case cell.proposal != nil && before != nil:
			cell.change, cell.words = Compare(r.Index, *before.term, *cell.term)
		case cell.proposal != nil:
			cell.change = ChangeNew
		case before != nil:
			cell.words = string(kind) + " not stated"
		}
		if cell.proposal != nil {
			before, stated = &cell.holding, true
		}
		row = append(row, cell)
	}
	if !stated {
		return nil
	}
	return row
}

func sheetColumns() []column[cellOf] {
	return []column[cellOf]{
		{table.Column{Name: "term", Title: "Term", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.TermKinds()), Doc: "The term."},
			func(r *reader, c *cellOf) table.Cell { return table.Text(string(c.kind)) }},
		{table.Column{Name: "column", Title: "Column", Type: table.TypeInteger, Needed: true, Page: true, Doc: "The number of the column, from 1."},
			func(r *reader, c *cellOf) table.Cell { return table.Number(c.number) }},
		{table.Column{Name: "party", Title: "Party", Type: table.TypeID, Needed: true, Page: true, Doc: "The party of the column."},
			func(r *reader, c *cellOf) table.Cell { return table.Cell{r.Party(c.holder.Party)} }},
		{table.Column{Name: "day", Title: "On", Type: table.TypeDay, Needed: true, Page: true, Doc: "The day of the column."},
			func(r *reader, c *cellOf) table.Cell { return table.Text(c.holder.Day.String()) }},
		{table.Column{Name: "value", Title: "Holds", Type: table.TypeText, List: true, Page: true, Doc: "What it holds: an EDTF date, the ids of places or of a list, or our words, and of several options all; empty if it holds nothing."},
			func(r *reader, c *cellOf) table.Cell {
				return r.eitherOr(c.side)
			}},
		{table.Column{Name: "wording", Title: "Wording", Type: table.TypeText, List: true, Page: true, Doc: "Our words for it, or for a date or venue the wording of the source."},
			func(r *reader, c *cellOf) table.Cell {
				return c.side.each(func(h *holding) table.Cell { return table.Text(h.term.Text) })
			}},
		{table.Column{Name: "state", Title: "State", Type: table.TypeEnum, Needed: true, Page: true, Values: words(States()), Doc: "Stated in the party's latest document on the track, carried over from an earlier one, maintained, accepted from another, or not stated."},
			func(r *reader, c *cellOf) table.Cell {
				if c.proposal == nil {
					return table.Text(string(NotStated))
				}
				return table.Text(string(c.state))
			}},
		{table.Column{Name: "proposal", Title: "Proposal", Type: table.TypeID, List: true, Page: true, Doc: "The proposal that states it, one for each option."},
			func(r *reader, c *cellOf) table.Cell {
				return c.side.each(func(h *holding) table.Cell { return table.Cell{r.Proposal(h.proposal.ID)} })
			}},
		{table.Column{Name: "change", Title: "Change", Type: table.TypeText, Page: true, Doc: "How it differs from the column before that says something of the term."},
			func(r *reader, c *cellOf) table.Cell { return table.Text(c.words) }},
		{table.Column{Name: "change_kind", Title: "Kind of change", Type: table.TypeEnum, Values: words(Changes()), Doc: "Whether it is the same, changed, new in this comparison, or cannot be told by rule."},
			func(r *reader, c *cellOf) table.Cell { return table.Text(string(c.change)) }},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, c *cellOf) table.Cell {
				return c.side.each(func(h *holding) table.Cell { return r.sources(h) })
			}},
	}
}

// MeetingsAfter returns the meetings on a track that took place on the first day of the columns or later: what in the
// end came of it in this record. The last result is whether one took place on the last day or later.
func MeetingsAfter(ix *domain.Index, track string, columns []Holder) (found []*domain.Meeting, atLast bool) {
	var first, last edtf.Day
	for _, c := range columns {
		if first.IsZero() || c.Day.Compare(first) < 0 {
			first = c.Day
		}
		if last.IsZero() || c.Day.Compare(last) > 0 {
			last = c.Day
		}
	}
	for i := range ix.Dossier.Meetings {
		m := &ix.Dossier.Meetings[i]
		began, edge := m.Date.Value.Earliest()
		if m.Track == track && m.Status == domain.Held && edge == edtf.Known && began.Compare(first) >= 0 {
			found = append(found, m)
			atLast = atLast || began.Compare(last) >= 0
		}
	}
	slices.SortStableFunc(found, func(a, b *domain.Meeting) int { return edtf.Compare(a.Date.Value, b.Date.Value) })
	return found, atLast
}

// Turns returns, for a track, the days on which a party's proposals moved what it holds there: the columns that show its
// whole movement. They come in the order of time, all parties together.
func Turns(ix *domain.Index, track string) []Holder {
	r := newReader(ix)
	var turns []Holder
	for i := range ix.Dossier.Proposals {
		p := &ix.Dossier.Proposals[i]
		day, edge := ix.Made(p).Latest()
		if p.Track != track || edge != edtf.Known {
			continue
		}
		for _, party := range p.By {
			h := Holder{party, day}
			if !slices.Contains(turns, h) && slices.ContainsFunc(r.at(track, day).made(), func(o *domain.Proposal) bool { return slices.Contains(o.By, party) }) {
				turns = append(turns, h)
			}
		}
	}
	slices.SortStableFunc(turns, func(a, b Holder) int { return a.Day.Compare(b.Day) })
	return turns
}
