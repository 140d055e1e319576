package cite

import "strings"

// chicagoNote is a full note of the Chicago Manual of Style: who, title, what it is and to whom, in what, when, where in
// it, where kept.
func chicagoNote(c Cite) string {
	i := c.Item
	if i.Type == Treaty {
		return join(", ", i.title(), dashed(i.Author), i.chicagoDate(), c.locator("¶", "¶¶"))
	}
	head := join(", ", i.authors("et al."), i.title(), i.kind("et al."), i.within(wrap("trans. ", names(i.Translator, "et al."), "")))
	place := c.locator("para.", "paras.")
	if place == "" && i.Type == Chapter {
		place = pageRange(i.Page, chicagoEnd)
	}
	return join(", ", head+i.chicagoImprint(), place, i.ArchiveLocation, i.Archive, i.URL)
}

// dashed are the parties to a treaty.
func dashed(list []Name) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = n.Literal
	}
	return strings.Join(words, "-")
}

// chicagoImprint is where and when it came out.
func (i Item) chicagoImprint() string {
	when := i.chicagoDate()
	switch {
	case i.Type == Book || i.Type == Chapter:
		return wrap(" (", join(", ", join(": ", i.PublisherPlace, i.publisher()), when), ")")
	case i.Type == Newspaper:
		return wrap(" (", i.PublisherPlace, ")") + wrap(", ", when, "")
	case strings.HasPrefix(when, "[") && (i.Type == Document || i.Type == Archival):
		return " " + when
	}
	return wrap(", ", when, "")
}

func (i Item) chicagoDate() string {
	if i.Issued == nil || i.dateInWords() {
		return i.undated(Treaty, Webpage)
	}
	words := i.Issued.words(monthFirst)
	if i.Type == Book || i.Type == Chapter {
		words = i.Issued.years()
	}
	if i.Issued.Circa {
		return "[" + words + "?]"
	}
	return words
}
