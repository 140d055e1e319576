package compare

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/table"
)

// each gathers the cells of all that a party holds on a term, each value once.
func (s side) each(cell func(*holding) table.Cell) table.Cell {
	var all table.Cell
	for i := range s.all {
		for _, v := range cell(&s.all[i]) {
			if !slices.ContainsFunc(all, func(o table.Value) bool { return o.Text == v.Text }) {
				all = append(all, v)
			}
		}
	}
	return all
}

// eitherOr is what a party holds on a term as one cell: for a reader "either ... or ..." where any of several will do, and with
// the number of the option where not all of them speak of the term.
func (r *reader) eitherOr(s side) table.Cell {
	cell := s.each(func(h *holding) table.Cell { return r.said(h.proposal, *h.term) })
	alternatives := len(s.offer) > 1 || len(s.all) > 1 || s.placesToChoose()
	if !alternatives {
		return cell
	}
	for i := range cell {
		switch v := &cell[i]; {
		case len(s.offer) > 1 && len(s.all) < len(s.offer):
			v.Label = r.optionsWith(s, v.Text) + v.Display()
		case len(cell) == 1:
		case i == 0:
			v.Label = "either " + v.Display()
		default:
			v.Label = "or " + v.Display()
		}
		if i < len(cell)-1 {
			cell[i].Label = strings.TrimSuffix(cell[i].Display(), ".") // the sentence goes on
		}
	}
	return cell
}

// optionsWith says which of the options have a value: "in the first and second options: ".
func (r *reader) optionsWith(s side, value string) string {
	var which []string
	for i := range s.all {
		n := slices.Index(s.offer, s.all[i].proposal)
		has := slices.ContainsFunc(r.said(s.all[i].proposal, *s.all[i].term), func(v table.Value) bool { return v.Text == value })
		if n >= 0 && has {
			which = append(which, ordinal(n))
		}
	}
	switch len(which) {
	case 0:
		return ""
	case 1:
		return "in the " + which[0] + " option: "
	}
	return "in the " + enumerated(which) + " options: "
}

// placesToChoose reports whether one thing held leaves several places to choose from.
func (s side) placesToChoose() bool {
	return slices.ContainsFunc(s.all, func(h holding) bool { return h.term.Kind == domain.TermVenue && len(h.term.Places) > 1 })
}

// ordinal says a place in an order that is counted from 0.
func ordinal(n int) string {
	words := []string{"first", "second", "third", "fourth", "fifth", "sixth"}
	if n < len(words) {
		return words[n]
	}
	return itoa(n+1) + "th"
}
