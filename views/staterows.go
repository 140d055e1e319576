package views

import "html/template"

// Body returns the rows of two parties on a track as HTML, each text escaped.
func (p StatePair) Body() []template.HTML {
	return inParts(p.Rows, func(m *markup, row StateRow) {
		m.raw(`<tr><th scope="row">`)
		m.text(row.Term)
		m.raw("</th>")
		m.stateCell(p.A.Label, row.A)
		m.stateCell(p.B.Label, row.B)
		m.verdict(row)
		m.raw("</tr>\n")
	})
}

func (m *markup) stateCell(label string, s StateSide) {
	m.labelled(label)
	if len(s.Values) == 0 {
		m.raw(`<span class="absent">nothing</span></td>`)
		return
	}
	m.raw(`<div class="entry`, when(s.Carried != "", " carried"), `">`)
	m.spanned("value", s.Values)
	m.raw("\n")
	m.worded("wording", s.Wording)
	m.worded("mark", s.Carried)
	m.raw("\n")
	m.spanned("sources", s.Sources)
	m.raw("</div></td>")
}

// verdict writes the cell that says how the two stand.
func (m *markup) verdict(row StateRow) {
	m.raw("\n")
	m.labelled("Verdict")
	m.raw(`<span`)
	m.attribute("class", "verdict "+row.Class)
	m.raw(">")
	m.text(row.Verdict)
	m.raw("</span>")
	if row.Gap != "" {
		m.raw(" ")
		m.worded("mark", row.Gap)
	}
	if len(row.Answer) > 0 {
		m.spanned("sources", row.Answer)
	}
	m.raw("</td>")
}
