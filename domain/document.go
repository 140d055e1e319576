package domain

// Kinds of document.
const (
	Letter          DocumentKind = "letter"
	Cable           DocumentKind = "cable"
	Minutes         DocumentKind = "minutes"
	Article         DocumentKind = "article"
	Editorial       DocumentKind = "editorial"
	Speech          DocumentKind = "speech"
	PublicStatement DocumentKind = "statement"
	Communique      DocumentKind = "communique"
	Resolution      DocumentKind = "resolution"
	Report          DocumentKind = "report"
	Treaty          DocumentKind = "treaty"
	Note            DocumentKind = "note"
	Book            DocumentKind = "book"
	Pamphlet        DocumentKind = "pamphlet"
	Message         DocumentKind = "message"
)

// DocumentKind says what sort of document it is.
type DocumentKind string

// DocumentKinds returns all kinds of document.
func DocumentKinds() []DocumentKind {
	return []DocumentKind{Letter, Cable, Minutes, Article, Editorial, Speech, PublicStatement, Communique, Resolution,
		Report, Treaty, Note, Book, Pamphlet, Message}
}

// Document is a letter, cable, minute or article. It is held when we have its text; otherwise others mention it.
// The three dates are separate facts and none is filled in from another.
type Document struct {
	ID             string
	Title          string
	Kind           DocumentKind
	Authors        []string
	Signatories    []string // person ids
	Addressees     []string
	Recipients     []string // others to whom it was sent
	RecipientsText string   // recipients not named one by one
	WithheldFrom   []string // those to whom a text says it was not sent
	Language       string   // BCP 47
	Archive        string
	Held           bool
	Dated          Date
	Delivered      Date
	Published      Date
	PublishedIn    Publication
	Printed        []Printing // in documents of this record
	RepliesTo      []Reply
	Edition        Edition
	Citations      []Citation // where a document that is only mentioned is mentioned
	Note           string
}

// Reply says that a document answers another, and where that is said.
type Reply struct {
	Document  string
	Citations []Citation
}

// Printing says that a publication prints a document, and at which place in the order on paper, from 1.
type Printing struct {
	In     string // document id of the publication
	Number int
	Pages  string
}

// Edition is the text whose paragraph numbers citations use. Paragraphs is how many it has.
type Edition struct {
	Title      string
	Source     string
	Language   string
	Translator string // into that language
	Paragraphs int
}

// When returns the first date the document has, of dated, delivered and published: its place in time.
func (d Document) When() Date {
	for _, date := range []Date{d.Dated, d.Delivered} {
		if !date.Value.IsZero() {
			return date
		}
	}
	return d.Published
}
