package cite

// Types of item, by their names in CSL 1.0.2.
const (
	Letter    Type = "personal_communication" // a letter, cable, message or note that is not read in print
	Newspaper Type = "article-newspaper"
	Chapter   Type = "chapter" // in a book
	Book      Type = "book"
	Archival  Type = "manuscript" // minutes, and what else is read in an archive
	Document  Type = "document"   // anything else
	Treaty    Type = "treaty"
	Dataset   Type = "dataset" // a dossier, and a view of it
	Webpage   Type = "webpage" // an entry of a dossier
)

// Type is what sort of source an item is.
type Type string

// printed reports whether something is cited as read in print, and not where it is kept.
func (t Type) printed() bool { return t == Newspaper || t == Chapter || t == Book }

// Item is one source as CSL-JSON has it (schema csl-data, version 1.0.2). Only the variables that a dossier can fill are
// here; all text is typographic, so that a style need not guess at apostrophes.
type Item struct {
	ID              string `json:"id"`
	Type            Type   `json:"type"`
	Title           string `json:"title"`
	Author          []Name `json:"author,omitempty"`
	Recipient       []Name `json:"recipient,omitempty"`
	Translator      []Name `json:"translator,omitempty"`
	ContainerTitle  string `json:"container-title,omitempty"`
	Genre           string `json:"genre,omitempty"`
	Publisher       string `json:"publisher,omitempty"`
	PublisherPlace  string `json:"publisher-place,omitempty"`
	Page            string `json:"page,omitempty"`
	Issued          *Date  `json:"issued,omitempty"`
	Archive         string `json:"archive,omitempty"`
	ArchiveLocation string `json:"archive_location,omitempty"`
	Language        string `json:"language,omitempty"` // BCP 47
	URL             string `json:"URL,omitempty"`
	Note            string `json:"note,omitempty"`

	release string // of the dossier; the titles of what is ours say it
	words   string // container or publisher, if nobody has taken apart where it was published: it stays as it is
}

// Name is a corporate author: parties sign as bodies. It is never split into parts.
type Name struct {
	Literal string `json:"literal"`
}
