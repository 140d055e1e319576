package cite

import "strings"

// mhraNote is a footnote of the Modern Humanities Research Association: who, to whom, title, in what, when, pages,
// paragraphs, where kept.
func mhraNote(c Cite) string {
	i := c.Item
	who := names(i.Author, "and others")
	if who == "" {
		who = i.title()
	}
	head := who + wrap(" to ", names(i.Recipient, "and others"), "")
	if len(i.Author) > 0 {
		head = join(", ", head, i.title())
	}
	head = join(", ", head, i.mhraContainer()) + i.mhraImprint()
	return head + c.mhraPlace() + wrap(", ", i.mhraArchive(), "") + wrap(" <", i.URL, ">")
}

func (i Item) mhraContainer() string {
	container := italic(i.heading(i.ContainerTitle))
	if i.Type == Chapter {
		return wrap("in ", container, "")
	}
	return container
}

// mhraImprint is who published it and when. Only letters and newspapers are dated to the day.
func (i Item) mhraImprint() string {
	when := ""
	switch {
	case i.Issued == nil:
	case i.Type == Letter || i.Type == Newspaper:
		when = i.Issued.words(dayFirst)
	default:
		when = i.Issued.years()
	}
	if i.Publisher+i.PublisherPlace != "" {
		return wrap(" (", join(", ", i.Publisher, when), ")")
	}
	return wrap(", ", when, "")
}

// mhraPlace is the pages, with the paragraphs behind them in parentheses, or the paragraphs alone.
func (c Cite) mhraPlace() string {
	paragraphs := c.locator("para.", "paras")
	if c.Item.Page == "" {
		return wrap(", ", paragraphs, "")
	}
	label := ", p. "
	if strings.ContainsAny(c.Item.Page, ",-–") {
		label = ", pp. "
	}
	return label + pageRange(c.Item.Page) + wrap(" (", paragraphs, ")")
}

func (i Item) mhraArchive() string {
	if i.Type == Chapter {
		return ""
	}
	return join(", ", i.Archive, i.ArchiveLocation)
}
