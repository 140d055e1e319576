package cite

import (
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// publication is where a document was published, as the record has it in parts. Words that nobody has taken apart stand
// whole in the place of the title, or of a book or booklet in that of the publisher.
type publication struct {
	domain.Publication
	periodical bool
	inWords    bool
}

// published says where a document was published. A publication of this record that prints it goes first.
func (r *Record) published(d *domain.Document) publication {
	p := publication{Publication: d.PublishedIn}
	p.inWords = p.Text != "" && p.Publication == (domain.Publication{Text: p.Text})
	if p.inWords {
		p.Title = p.Text
		if kinds[d.Kind] == Book {
			p.Title, p.Publisher = "", p.Text
		}
	}
	if p.Title != "" && strings.HasPrefix(d.Edition.Title, p.Title+" ") {
		p.Title = d.Edition.Title
	}
	for _, printing := range d.Printed {
		if in, err := r.ix.Document(printing.In); err == nil {
			p.printedIn(in, printing.Pages)
			break
		}
	}
	p.periodical = kinds[d.Kind] == Newspaper || p.Column != "" || p.Title != "" && p.Publisher == "" && isDay(p.date(d))
	return p
}

// printedIn takes the title from the publication that prints the document, and what the document itself does not say.
func (p *publication) printedIn(in *domain.Document, pages string) {
	p.Title, p.inWords = in.Title, false
	if p.Publisher == "" && p.Place == "" {
		p.Publisher, p.Place = in.PublishedIn.Publisher, in.PublishedIn.Place
	}
	if pages = strings.TrimPrefix(pages, "pages "); pages != "" {
		p.Pages = pages
	}
}

// date is when the document was published.
func (p publication) date(d *domain.Document) edtf.Date {
	if d.Published.Value.IsZero() {
		return p.Date
	}
	return d.Published.Value
}

func isDay(d edtf.Date) bool {
	first, from := d.Earliest()
	last, to := d.Latest()
	return from == edtf.Known && to == edtf.Known && first == last
}

// isCalled reports whether a title is that of the publication, shortened or not.
func (p publication) isCalled(title string) bool {
	return p.Title != "" && (strings.HasPrefix(p.Title, title) || strings.HasPrefix(title, p.Title))
}

// kinds are the items that documents are where nothing tells that they were published.
var kinds = map[domain.DocumentKind]Type{
	domain.Letter: Letter, domain.Cable: Letter, domain.Message: Letter, domain.Note: Letter, domain.Minutes: Archival,
	domain.Article: Newspaper, domain.Editorial: Newspaper, domain.Book: Book, domain.Pamphlet: Book, domain.Treaty: Treaty,
}

// itemType says as what a document is cited: as what it was published in, or else as what it is.
func itemType(d *domain.Document, p publication) Type {
	asIs, ok := kinds[d.Kind]
	switch {
	case asIs == Book:
		return Book
	case p.periodical:
		return Newspaper
	case p.Title != "":
		return Chapter
	case p.Publisher != "":
		return Book
	case ok:
		return asIs
	}
	return Document
}
