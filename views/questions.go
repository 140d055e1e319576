package views

import "html/template"

// answered writes questions with their answers, each text escaped, for templates.
func answered(answers []Answer) template.HTML {
	var m markup
	for _, a := range answers {
		m.raw("<section><h3>")
		m.text(a.Question)
		m.raw("</h3>\n")
		m.answer(a)
		m.raw("</section>")
	}
	return m.html()
}

func (m *markup) answer(a Answer) {
	if len(a.Items) == 0 {
		m.raw(`<p class="quiet">`)
		m.text(a.None)
		m.raw("</p>")
		return
	}
	m.raw("<ul>")
	for _, item := range a.Items {
		m.answerItem(item)
	}
	m.raw("</ul>")
	if a.More.Href != "" {
		m.raw(`<p class="more">`)
		m.link(a.More)
		m.raw("</p>")
	}
}

func (m *markup) answerItem(item AnswerItem) {
	m.raw("<li>")
	m.link(item.Link)
	m.raw(when(item.Words != "", " "))
	m.worded("quiet", item.Words)
	m.raw("\n", when(len(item.Lines) > 0, "<ul>"))
	for _, line := range item.Lines {
		m.raw("<li><strong>")
		m.text(line.Term)
		m.raw("</strong>: ")
		m.text(line.Words)
		m.raw(" ")
		m.spanned("sources", line.Sources)
		m.raw("</li>")
	}
	m.raw(when(len(item.Lines) > 0, "</ul>"), "</li>\n")
}

// listItems writes links as the items of a list, for templates.
func listItems(links []Link) template.HTML {
	var m markup
	for _, l := range links {
		m.raw("<li>")
		m.link(l)
		m.raw("</li>")
	}
	return m.html()
}
