package views

import "html/template"

// partBytes is about how long a part of many rows is. A template copies each part that it prints, and keeps the room for
// that only up to 64 KiB.
const partBytes = 16 << 10

// someRows are mostly less than a part.
const someRows = 10

// inParts returns so many rows as HTML, several in a part.
func inParts[T any](rows []T, write func(*markup, T)) (parts []template.HTML) {
	var m markup
	if len(rows) > someRows {
		m.written = make([]byte, 0, partBytes+partBytes/4)
	}
	for _, row := range rows {
		if len(m.written) > partBytes {
			parts = append(parts, m.html())
			m.written = m.written[:0]
		}
		write(&m, row)
	}
	return append(parts, m.html())
}

// Body returns the rows of a table as HTML, each text escaped.
func (t Table) Body() []template.HTML {
	if t.later != nil {
		return []template.HTML{rowsHere}
	}
	return inParts(t.Rows, (*markup).tableRow)
}

func (m *markup) tableRow(row TableRow) {
	m.raw("<tr")
	m.attribute("id", row.ID)
	m.raw(">")
	for _, c := range row.Cells {
		m.tableCell(c)
	}
	m.raw("</tr>\n")
}

// arrows show the order of a column to the eye.
var arrows = map[string]string{"ascending": " ↑", "descending": " ↓"}

// Head returns the headings as HTML, each text escaped.
func (t Table) Head() template.HTML {
	var m markup
	for _, h := range t.Heads {
		m.raw(`<th scope="col"`, when(h.Number, ` class="number"`))
		m.attribute("aria-sort", h.Sorted)
		m.raw(">")
		m.heading(h)
		m.raw("</th>")
	}
	return m.html()
}

func (m *markup) heading(h Head) {
	if h.Href == "" {
		m.text(h.Label)
		return
	}
	m.raw("<a")
	m.href(h.Href)
	m.raw(">")
	m.text(h.Label)
	m.raw("</a>")
	if arrow := arrows[h.Sorted]; arrow != "" {
		m.raw(`<span aria-hidden="true">`, arrow, "</span>")
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
	if c.Order > 0 {
		m.attribute("data-order", itoa(c.Order))
	}
	m.raw(">")
	m.links(c.Values)
	m.raw(end)
}

// Body returns the rows of a grid as HTML, each text escaped.
func (g Grid) Body() []template.HTML {
	return inParts(g.Rows, func(m *markup, row GridRow) {
		m.raw(`<tr><th scope="row">`)
		m.text(row.Term)
		m.raw("</th>")
		for _, c := range row.Cells {
			m.gridCell(c)
		}
		m.raw("</tr>\n")
	})
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
