package cite

// Linked is an item in the terms of schema.org, to stand in a page as JSON-LD. Fields without a value are left out.
type Linked struct {
	Context       string     `json:"@context,omitempty"`
	Type          string     `json:"@type"`
	ID            string     `json:"@id,omitempty"`
	Name          string     `json:"name,omitempty"`
	Description   string     `json:"description,omitempty"`
	Author        []Linked   `json:"author,omitempty"`
	Sender        []Linked   `json:"sender,omitempty"`
	Recipient     []Linked   `json:"recipient,omitempty"`
	DateSent      string     `json:"dateSent,omitempty"`
	DateCreated   string     `json:"dateCreated,omitempty"`
	DatePublished string     `json:"datePublished,omitempty"`
	Version       string     `json:"version,omitempty"`
	License       string     `json:"license,omitempty"`
	InLanguage    string     `json:"inLanguage,omitempty"`
	Pagination    string     `json:"pagination,omitempty"`
	Publisher     *Linked    `json:"publisher,omitempty"`
	Location      string     `json:"location,omitempty"`
	IsPartOf      *Linked    `json:"isPartOf,omitempty"`
	Archive       *Linked    `json:"holdingArchive,omitempty"`
	URL           string     `json:"url,omitempty"`
	Distribution  []Download `json:"distribution,omitempty"`
}

// Download is a file of a dataset.
type Download struct {
	Type     string `json:"@type"` // DataDownload
	Name     string `json:"name"`
	Encoding string `json:"encodingFormat"`
	URL      string `json:"contentUrl"`
}

// schemas are schema.org's types.
var schemas = map[Type]string{Letter: "Message", Newspaper: "NewsArticle", Chapter: "Chapter", Book: "Book",
	Archival: "ArchiveComponent", Document: "CreativeWork", Treaty: "Legislation", Dataset: "Dataset", Webpage: "WebPage"}

// Linked returns the item in the terms of schema.org. link is the address of the page; files are what can be taken from
// it, and belong to a dataset only.
func (r *Record) Linked(i Item, link string, files []Download) Linked {
	l := Linked{Context: "https://schema.org", Type: schemas[i.Type], ID: link, URL: link, Name: i.Title, Description: i.Note,
		Author: organisations(i.Author), Version: i.release, InLanguage: i.Language, Pagination: i.Page}
	if i.Publisher != "" {
		l.Publisher = &Linked{Type: "Organization", Name: i.Publisher, Location: i.PublisherPlace}
	}
	if i.ContainerTitle != "" {
		l.IsPartOf = &Linked{Type: containers[i.Type], Name: i.ContainerTitle}
	}
	if i.Type == Archival || i.Type == Letter {
		l.held(i)
	}
	l.date(i)
	if i.Type == Dataset || i.Type == Webpage {
		r.licensed(&l, i, files)
	}
	return l
}

var containers = map[Type]string{Newspaper: "Newspaper", Chapter: "Book", Dataset: "Dataset", Webpage: "Dataset"}

func organisations(list []Name) []Linked {
	var all []Linked
	for _, n := range list {
		all = append(all, Linked{Type: "Organization", Name: n.Literal})
	}
	return all
}

// held says in which archive something is kept.
func (l *Linked) held(i Item) {
	if where := join(", ", i.Archive, i.ArchiveLocation); where != "" {
		l.Archive = &Linked{Type: "ArchiveOrganization", Name: where}
	}
	if i.Type == Letter {
		l.Sender, l.Recipient = organisations(i.Author), organisations(i.Recipient)
	}
}

// date says what the date of an item is the date of.
func (l *Linked) date(i Item) {
	when := i.coinsDate()
	switch i.Type {
	case Letter:
		l.DateSent = when
	case Archival, Document, Treaty:
		l.DateCreated = when
	default:
		l.DatePublished = when
	}
}

// licensed adds to what is ours its licence, the dossier it belongs to and its files.
func (r *Record) licensed(l *Linked, i Item, files []Download) {
	d := r.ix.Dossier
	if d.Licence != "" {
		l.License = "https://spdx.org/licenses/" + d.Licence + ".html"
	}
	if l.IsPartOf != nil {
		l.IsPartOf.ID = r.address("/" + d.ID)
	} else {
		l.Description = d.Summary
	}
	if i.Type == Dataset {
		l.Distribution = files
	}
}
