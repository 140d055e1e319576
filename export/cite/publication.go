package cite

import (
	"regexp"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// publication is where a document was published, as the record has it in parts. Words that nobody has taken apart stand
// whole and unchanged in the place of the title, or of a book or booklet in that of the publisher.
type publication struct {
	domain.Publication
	periodical bool
	words      string // title or publisher, if nobody has taken them apart
}

// published says where a document was published. A publication of this record that prints it goes first.
func (r *Record) published(d *domain.Document) publication {
	p := publication{Publication: d.PublishedIn}
	p.words = words(p.Publication)
	switch {
	case p.words != "" && kinds[d.Kind] == Book:
		p.Publisher = p.words
	case p.words != "":
		p.Title = p.words
	case p.Title != "" && strings.HasPrefix(d.Edition.Title, p.Title+" "):
		p.Title = d.Edition.Title
	}
	if says(p.words, p.Pages) {
		p.Pages = ""
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

// words are a publication in words, without line breaks, where neither title nor publisher nor place is told apart.
func words(p domain.Publication) string {
	if p.Title+p.Publisher+p.Place != "" {
		return ""
	}
	return spaced(p.Text)
}

// says reports whether words hold a number, or several as they are written, and not as a part of longer ones.
func says(words, numbers string) bool {
	return numbers != "" && regexp.MustCompile(`(?:^|\D)`+regexp.QuoteMeta(numbers)+`(?:\D|$)`).MatchString(words)
}

// printedIn takes the title from the publication that prints the document, and what the document itself does not say.
func (p *publication) printedIn(in *domain.Document, pages string) {
	p.Title = in.Title
	if p.words != "" || p.Publisher == "" && p.Place == "" {
		p.words = words(in.PublishedIn)
		p.Publisher, p.Place = in.PublishedIn.Publisher+p.words, in.PublishedIn.Place
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

// tidy makes a title or publisher fit to print, but not words that nobody has taken apart.
func (p publication) tidy(s string) string {
	if s == p.words {
		return s
	}
	return clean(s)
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
