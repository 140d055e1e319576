package cite

// Meta is an element of a page's head that says something of it.
type Meta struct {
	Name    string
	Content string
}

// DublinCore returns the item in the fifteen elements of Dublin Core, those that it has. link is the address of the page.
func (i Item) DublinCore(link string) []Meta {
	var all []Meta
	add := func(name, content string) {
		if content != "" {
			all = append(all, Meta{"DC." + name, content})
		}
	}
	add("title", i.Title)
	for _, n := range i.Author {
		add("creator", n.Literal)
	}
	add("publisher", i.Publisher)
	add("date", i.coinsDate())
	add("type", dcTypes[i.Type])
	add("format", "text/html")
	add("identifier", link)
	add("source", join(", ", i.ContainerTitle, i.ArchiveLocation, i.Archive))
	add("language", i.Language)
	add("description", i.Note)
	return all
}

// dcTypes are of the DCMI Type Vocabulary.
var dcTypes = map[Type]string{Letter: "Text", Newspaper: "Text", Chapter: "Text", Book: "Text", Archival: "Text",
	Document: "Text", Treaty: "Text", Dataset: "Dataset", Webpage: "InteractiveResource"}
