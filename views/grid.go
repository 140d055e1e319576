package views

import (
	"slices"

	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// Grid shows terms as rows under columns that are parties or proposals.
type Grid struct {
	Caption string
	Corner  string
	Heads   []GridHead
	Rows    []GridRow
}

// GridHead is the heading of a column: what it is, and lines beneath.
type GridHead struct {
	Link
	Below []Link
}

// GridRow is one term.
type GridRow struct {
	Term  string
	Cells []GridCell
}

// GridCell is what one column says of one term: any number of entries; none means "not stated".
type GridCell struct {
	Label   string // the heading, for narrow screens
	Entries []Entry
}

// Entry is one thing said of a term.
type Entry struct {
	Values  []Link
	Wording string // in the source's or our words, where that adds to the values
	Carried []Link // from where it is carried over
	Since   string
	Change  string // against the column before, in words
	Altered bool
	Answers []Link
	Sources []Link
}

// pivot lays out a long table as a grid: terms as rows, the values of the column head as columns.
func (s *Site) pivot(t table.Table, head, caption string) Grid {
	g := Grid{Caption: caption, Corner: "Term"}
	var heads []string
	h, term := t.Index(head), t.Index("term")
	for _, row := range t.Rows {
		v := row.Cells[h][0]
		if !slices.Contains(heads, v.Text) {
			heads = append(heads, v.Text)
			g.Heads = append(g.Heads, GridHead{Link: s.link(v)})
		}
	}
	for _, row := range t.Rows {
		cell := g.cell(row.Cells[term].String(), slices.Index(heads, row.Cells[h][0].Text))
		if e, ok := s.entry(t, row); ok {
			cell.Entries = append(cell.Entries, e)
		}
	}
	return g
}

// cell returns the cell of a term in a column, making the row if there is none yet.
func (g *Grid) cell(term string, column int) *GridCell {
	i := slices.IndexFunc(g.Rows, func(r GridRow) bool { return r.Term == term })
	if i < 0 {
		cells := make([]GridCell, len(g.Heads))
		for j, h := range g.Heads {
			cells[j].Label = h.Label
		}
		g.Rows = append(g.Rows, GridRow{Term: term, Cells: cells})
		i = len(g.Rows) - 1
	}
	return &g.Rows[i].Cells[column]
}

// entry makes an entry of a row of a comparison or of positions, and reports whether it states anything.
func (s *Site) entry(t table.Table, row table.Row) (Entry, bool) {
	get := func(name string) table.Cell {
		if i := t.Index(name); i >= 0 {
			return row.Cells[i]
		}
		return nil
	}
	state := get("state").String()
	if state == string(compare.NotStated) {
		return Entry{}, false
	}
	e := Entry{Values: s.links(get("value")), Answers: s.responseLinks(get("responses")), Sources: s.links(get("citation"))}
	e.Wording = wordingOf(get("wording"), get("value"))
	if len(e.Values) == 0 {
		e.Values, e.Wording = []Link{{Label: e.Wording}}, ""
	}
	if state == string(compare.CarriedOver) {
		e.Carried = s.links(append(get("carried_from"), whenMissing(get("carried_from"), get("proposal"))...))
	}
	e.Change = get("change").String()
	e.Altered = get("change_kind").String() == string(compare.ChangeAltered)
	return e, true
}

// responseLinks are links to responses; those that read alike are followed by where they are made.
func (s *Site) responseLinks(c table.Cell) []Link {
	links := s.links(c)
	for i, v := range c {
		alike := func(o table.Value) bool { return o.Display() == v.Display() }
		if slices.IndexFunc(c, alike) == i && !slices.ContainsFunc(c[i+1:], alike) {
			continue
		}
		if a, err := s.ix.Response(v.Ref.ID); err == nil && len(a.Citations) > 0 {
			links[i].Label += ": " + s.sources(a.Citations[:1])[0].Label
		}
	}
	return links
}

func whenMissing(a, b table.Cell) table.Cell {
	if len(a) > 0 {
		return nil
	}
	return b
}

// labelCells heads the cells, for narrow screens, as their columns are headed; where columns are headed alike the first
// line beneath tells them apart.
func (g *Grid) labelCells() {
	alike := map[string]int{}
	for _, h := range g.Heads {
		alike[h.Label]++
	}
	for i, h := range g.Heads {
		label := h.Label
		if alike[label] > 1 && len(h.Below) > 0 {
			label += ": " + h.Below[0].Label
		}
		for _, r := range g.Rows {
			r.Cells[i].Label = label
		}
	}
}
