package views

import "html/template"

// Body returns the rows of a table as HTML, each text escaped.
func (t Table) Body() template.HTML {
	var m markup
	for i, row := range t.Rows {
		m.room(i, len(t.Rows))
		m.raw("<tr")
		m.attribute("id", row.ID)
		m.raw(">")
		for _, c := range row.Cells {
			m.tableCell(c)
		}
		m.raw("</tr>\n")
	}
	return m.html()
}

// room makes room for as many rows as there are, when the first is written: most are of about its length.
func (m *markup) room(row, rows int) {
	if row == 1 {
		m.Grow((rows - 1) * (m.Len() + m.Len()/8))
	}
}

func (m *markup) tableCell(c TableCell) {
	start, end := "<td", "</td>"
	if c.Header {
		start, end = `<th scope="row"`, "</th>"
	}
	m.raw(start, ` data-label="`)
	m.text(c.Label)
	m.raw(`"`)
	if c.Number && !c.Header {
		m.raw(` class="number"`)
	}
	m.attribute("data-order", c.Order)
	m.raw(">")
	m.links(c.Values)
	m.raw(end)
}

// Body returns the rows of a grid as HTML, each text escaped.
func (g Grid) Body() template.HTML {
	var m markup
	for i, row := range g.Rows {
		m.room(i, len(g.Rows))
		m.raw(`<tr><th scope="row">`)
		m.text(row.Term)
		m.raw("</th>")
		for _, c := range row.Cells {
			m.gridCell(c)
		}
		m.raw("</tr>\n")
	}
	return m.html()
}

func (m *markup) gridCell(c GridCell) {
	m.labelled(c.Label)
	for _, e := range c.Entries {
		m.entry(e)
	}
	if len(c.Entries) == 0 {
		m.raw(`<span class="absent">not stated</span>`)
	}
	m.raw("</td>")
}

// labelled starts a cell that carries its heading for narrow screens.
func (m *markup) labelled(label string) {
	m.raw(`<td data-label="`)
	m.text(label)
	m.raw(`">`)
}

func (m *markup) entry(e Entry) {
	m.raw(`<div class="entry`, when(len(e.Carried) > 0, " carried"), when(e.Altered, " altered"), "\">\n")
	m.spanned("value", e.Values)
	m.raw("\n")
	m.worded("wording", e.Wording)
	m.raw("\n")
	if len(e.Carried) > 0 {
		m.raw(`<span class="mark">carried over from `)
		m.links(e.Carried)
		m.raw("</span>")
	}
	m.raw("\n")
	m.worded("mark"+when(e.Altered, " change"), e.Change)
	m.raw("\n")
	m.answers(e.Answers)
	m.raw("\n")
	if len(e.Sources) > 0 {
		m.spanned("sources", e.Sources)
	}
	m.raw("\n</div>")
}

func (m *markup) answers(answers []Link) {
	if len(answers) == 0 {
		return
	}
	m.raw(`<ul class="answers">`)
	for _, a := range answers {
		m.raw("<li>")
		m.link(a)
		m.raw("</li>")
	}
	m.raw("</ul>")
}

// spanned writes links in a span of a class.
func (m *markup) spanned(class string, links []Link) {
	m.raw(`<span class="`, class, `">`)
	m.links(links)
	m.raw("</span>")
}

// worded writes words in a span of a class, if there are any.
func (m *markup) worded(class, words string) {
	if words != "" {
		m.raw(`<span class="`, class, `">`)
		m.text(words)
		m.raw("</span>")
	}
}

func when(is bool, words string) string {
	if is {
		return words
	}
	return ""
}
