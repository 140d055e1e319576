package cite

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"pourparler/domain"
)

// publication is where a document was published, read from the words of published_in: title, publisher, place, date and
// pages, in this order and parted by commas, each as far as it is known. Two words or names without a title are publisher
// and place.
type publication struct {
	title, publisher, place, pages string
	issue                          bool // of a periodical: a day is named
}

var (
	pagesPart  = regexp.MustCompile(`^(?:pages?|pp?\.) ([\d, –-]+)$`)
	yearPart   = regexp.MustCompile(`^[12]\d{3}$`)
	volumePart = regexp.MustCompile(`^(?:volumes?|vols?\.|numbers?|nos?\.|issues?|series|part) `)
)

func readPublication(words string) publication {
	var p publication
	var names []string
	for _, part := range strings.Split(words, ", ") {
		switch {
		case part == "" || yearPart.MatchString(part):
		case pagesPart.MatchString(part):
			p.pages = strings.ReplaceAll(pagesPart.FindStringSubmatch(part)[1], "–", "-")
		case isDay(part):
			p.issue = true
		case volumePart.MatchString(part) && len(names) > 0:
			names[len(names)-1] += ", " + part
		default:
			names = append(names, part)
		}
	}
	p.name(names)
	return p
}

// name tells title, publisher and place apart.
func (p *publication) name(names []string) {
	n := len(names)
	switch {
	case n == 1 || p.issue:
		p.title = strings.Join(names, ", ")
	case n == 2 && strings.Contains(names[0], ", "): // a title with its volume
		p.title = strings.Join(names, ", ")
	case n >= 2:
		p.title, p.publisher, p.place = strings.Join(names[:n-2], ", "), names[n-2], names[n-1]
	}
}

// isCalled reports whether a title is that of the publication, shortened or not.
func (p publication) isCalled(title string) bool {
	return p.title != "" && (strings.HasPrefix(p.title, title) || strings.HasPrefix(title, p.title))
}

func isDay(s string) bool {
	_, err := time.Parse("2 January 2006", s)
	return err == nil
}

// published reads where a document was published; what it is printed in by the record's own word goes first.
func (r *Record) published(d *domain.Document) publication {
	p := readPublication(d.PublishedIn)
	if strings.HasPrefix(d.Edition.Title, p.title+" ") && p.title != "" {
		p.title = d.Edition.Title
	}
	for _, printing := range d.Printed {
		if in, err := r.ix.Document(printing.In); err == nil {
			p.title = in.Title
			p.pages = strings.ReplaceAll(strings.TrimPrefix(printing.Pages, "pages "), "–", "-")
			break
		}
	}
	return p
}

// kinds are the items that documents are where nothing tells that they were published.
var kinds = map[domain.DocumentKind]Type{
	domain.Letter: Letter, domain.Cable: Letter, domain.Message: Letter, domain.Note: Letter, domain.Minutes: Archival,
	domain.Article: Newspaper, domain.Editorial: Newspaper, domain.Book: Book, domain.Pamphlet: Book, domain.Treaty: Treaty,
}

// itemType says as what a document is cited: as what it was published in, or else as what it is.
func itemType(d *domain.Document, p publication) Type {
	asIs, ok := kinds[d.Kind]
	periodical := p.issue || slices.Contains([]domain.DocumentKind{domain.Article, domain.Editorial}, d.Kind)
	switch {
	case asIs == Book:
		return Book
	case periodical:
		return Newspaper
	case p.title != "":
		return Chapter
	case p.publisher != "":
		return Book
	case ok:
		return asIs
	}
	return Document
}
