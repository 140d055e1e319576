package cite

// chicagoNote is a full note of the Chicago Manual of Style: who, to whom, title, in what, when, where in it, where kept.
func chicagoNote(c Cite) string {
	i := c.Item
	head := join(", ", join(" ", names(i.Author, "et al."), wrap("to ", names(i.Recipient, "et al."), "")),
		i.title(), i.chicagoGenre(), i.chicagoContainer())
	imprint, apart := i.chicagoImprint()
	head = join(apart, head, imprint)
	place := c.locator("para.", "paras.")
	if place == "" && i.Type == Chapter {
		place = pageRange(i.Page)
	}
	return join(", ", head, place, i.chicagoArchive(), i.URL)
}

// chicagoGenre is what sort of thing it is, where the parenthesis of a manuscript does not say so.
func (i Item) chicagoGenre() string {
	if i.Type == Archival {
		return ""
	}
	return i.Genre
}

func (i Item) chicagoContainer() string {
	switch i.Type {
	case Webpage:
		return i.ContainerTitle
	case Chapter:
		return wrap("in ", italic(i.heading(i.ContainerTitle)), "")
	}
	return italic(i.heading(i.ContainerTitle))
}

// chicagoImprint is where and when it came out, and what stands between that and the title.
func (i Item) chicagoImprint() (imprint, apart string) {
	when := i.chicagoDate()
	switch {
	case i.Type == Newspaper:
		return when, ", "
	case i.Type == Archival:
		return wrap("(", join(", ", i.Genre, i.Publisher, when), ")"), " "
	case i.Publisher+i.PublisherPlace != "":
		return "(" + join(", ", join(": ", i.PublisherPlace, i.Publisher), when) + ")", " "
	}
	return when, ", "
}

func (i Item) chicagoDate() string {
	if i.Issued == nil {
		return "n.d."
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

func (i Item) chicagoArchive() string {
	if i.Type == Book || i.Type == Chapter {
		return ""
	}
	return join(", ", i.ArchiveLocation, i.Archive)
}
