package views

import "html/template"

// Body returns the moves of a party on a track as rows of HTML, each text escaped.
func (t LedgerTrack) Body() []template.HTML {
	return inParts(t.Rows, func(m *markup, row LedgerRow) {
		m.raw(`<tr id="`)
		m.text(row.ID)
		m.raw(`"><th scope="row">`)
		m.text(row.Term)
		m.raw("</th>")
		m.labelled("Before")
		m.ledgerSide(row.Before)
		m.raw("</td>")
		m.labelled("After")
		m.ledgerSide(row.After)
		m.raw("</td>\n")
		m.otherSide(row)
		m.movement(row)
		m.raw("</tr>\n")
	})
}

func (m *markup) otherSide(row LedgerRow) {
	m.labelled("The other side then")
	if len(row.Other) > 0 {
		m.spanned("who", row.Other)
		m.raw(" ")
	}
	m.ledgerSide(row.Held)
	m.raw("</td>\n")
}

func (m *markup) ledgerSide(s LedgerSide) {
	if s.Since.Href == "" {
		m.raw(`<span class="absent">nothing</span>`)
		return
	}
	m.raw(`<div class="entry">`)
	m.spanned("value", s.Values)
	m.raw("\n")
	m.worded("wording", s.Wording)
	m.raw(`<span class="sources">`)
	m.link(s.Since)
	if len(s.Sources) > 0 {
		m.raw(": ")
		m.links(s.Sources)
	}
	m.raw("</span></div>")
}

// movement writes the cell that says how a term moved, by the rules and in the editor's eyes.
func (m *markup) movement(row LedgerRow) {
	m.labelled("Movement")
	m.raw("<span")
	m.attribute("class", "movement "+row.Class)
	m.raw(">")
	m.text(row.Movement)
	m.raw("</span>")
	m.raw(when(row.Change != "", " "))
	m.worded("mark", row.Change)
	m.raw(when(row.Measured != "", " "))
	m.worded("measured", row.Measured)
	m.raw("\n")
	m.override(row)
	m.raw("</td>")
}

func (m *markup) override(row LedgerRow) {
	if row.Override == "" {
		return
	}
	m.raw(`<span class="override">Editor: <strong>`)
	m.text(row.Override)
	m.raw("</strong>, since ")
	m.text(row.Reason)
	if len(row.Sources) > 0 {
		m.raw(" ")
		m.spanned("sources", row.Sources)
	}
	m.raw("</span>")
}
