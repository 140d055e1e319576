package cite

import "strings"

// mhraNote is a footnote of the Modern Humanities Research Association: who, title, what it is and to whom, in what, when,
// pages, paragraphs, where kept.
func mhraNote(c Cite) string {
	i := c.Item
	if i.Type == Letter && i.Genre == "" && i.Archive != "" {
		i.Genre = "letter"
	}
	head := join(", ", i.authors("and others"), i.title(), i.kind("and others"),
		i.within(wrap("trans. by ", names(i.Translator, "and others"), "")))
	return head + i.mhraImprint() + c.mhraPlace() + wrap(", ", join(", ", i.Archive, i.ArchiveLocation), "") + wrap(" <", i.URL, ">")
}

// mhraImprint is who published it, or else where, and when.
func (i Item) mhraImprint() string {
	when, publisher := i.mhraDate(), i.publisher()
	if publisher == "" {
		publisher = i.PublisherPlace
	}
	if i.Type == Book || i.Type == Chapter {
		return wrap(" (", join(", ", publisher, when), ")")
	}
	return wrap(" (", publisher, ")") + wrap(", ", when, "")
}

func (i Item) mhraDate() string {
	if i.Issued == nil || i.dateInWords() {
		return i.undated()
	}
	words := i.Issued.words(dayFirst)
	if i.Type == Book || i.Type == Chapter || i.Type == Treaty {
		words = i.Issued.years()
	}
	if i.Issued.Circa {
		return "[" + words + "?]"
	}
	return words
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
	return label + pageRange(c.Item.Page, mhraEnd) + wrap(" (", paragraphs, ")")
}
