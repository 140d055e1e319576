package cite

import (
	"regexp"
	"strings"

	"pourparler/domain"
)

// Record makes citations of what a dossier holds. It is safe for use by several goroutines.
type Record struct {
	ix      *domain.Index
	address func(path string) string
}

// New returns the citations of a dossier. address is the public address of a path of the site, such as /bay/state?on=1921-04-01;
// it may answer with "" where there is none, and a nil one always does.
func New(ix *domain.Index, address func(path string) string) *Record {
	if address == nil {
		address = func(string) string { return "" }
	}
	return &Record{ix, address}
}

// Address returns the public address of a path of the site, or "" where it has none.
func (r *Record) Address(path string) string { return r.address(path) }

// Document returns the item of a document, or an error of kind NotFound. One of which the record has the text is cited as
// its edition has it: under the title there, and in the original with ours in brackets where that is not English.
func (r *Record) Document(id string) (Item, error) {
	d, err := r.ix.Document(id)
	if err != nil {
		return Item{}, err
	}
	p := r.published(d)
	i := Item{ID: d.ID, Type: itemType(d, p), Title: clean(d.Title), Author: r.names(d.Authors), Language: d.Edition.Language,
		Publisher: clean(p.publisher), PublisherPlace: clean(p.place), Page: p.pages, ArchiveLocation: clean(d.Archive)}
	if i.Type != Book {
		i.ContainerTitle = clean(p.title)
	}
	i.ownTitle(d, p)
	i.date(d)
	i.genre(d)
	if i.Type == Letter && len(i.Author) > 0 {
		i.Recipient = r.names(d.Addressees)
	}
	if p.title == "" {
		i.Archive = clean(d.Edition.Source)
	}
	i.Note = r.note(d, i)
	return i, nil
}

// ownTitle takes the title of the edition where that is the document's own and not that of the book it stands in.
func (i *Item) ownTitle(d *domain.Document, p publication) {
	own := d.Edition.Title
	switch {
	case own == "" || own == d.Title || p.isCalled(own):
	case strings.HasPrefix(i.Language, "en"):
		i.Title = clean(own)
	case i.Language != "":
		i.Title, i.OriginalTitle = clean(own)+" ["+clean(d.Title)+"]", clean(own)
	}
}

// date is that of publication for what is cited as published, and else the date of the document.
func (i *Item) date(d *domain.Document) {
	when := d.When().Value
	if i.Type == Newspaper || i.Type == Chapter || i.Type == Book {
		if when = d.Published.Value; when.IsZero() && i.Type != Chapter {
			when = d.When().Value
		}
		if d.Dated.Value != when {
			i.origin = d.Dated.Value.String()
		}
	}
	i.Issued = NewDate(when)
}

// genre names the kind of document where neither the type nor the title does.
func (i *Item) genre(d *domain.Document) {
	kind := string(d.Kind)
	switch {
	case d.Kind == domain.Letter || d.Kind == domain.Article || i.Type == Book || i.Type == Chapter || i.Type == Treaty:
	case i.Type != Letter && strings.Contains(strings.ToLower(i.Title), kind):
	default:
		i.Genre = kind
	}
}

// note says what no other field has room for.
func (r *Record) note(d *domain.Document, i Item) string {
	var notes []string
	if i.origin != "" {
		notes = append(notes, "Dated "+d.Dated.Value.Humanize()+".")
	}
	if len(i.Recipient) == 0 && len(d.Addressees) > 0 {
		notes = append(notes, "Addressed to "+names(r.names(d.Addressees), "and others")+".")
	}
	if i.Title != clean(d.Title) && i.OriginalTitle == "" {
		notes = append(notes, "In this record: "+clean(d.Title)+".")
	}
	if i.Archive == "" && d.Edition.Source != "" {
		notes = append(notes, "Read in: "+clean(d.Edition.Source)+".")
	}
	return strings.Join(notes, " ")
}

// names are the full names of parties, without the word that tells a government from its country.
func (r *Record) names(ids []string) []Name {
	var all []Name
	for _, id := range ids {
		name := id
		if p, err := r.ix.Party(id); err == nil {
			name = strings.TrimSuffix(p.Name, " (government)")
		}
		all = append(all, Name{clean(name)})
	}
	return all
}

var years = regexp.MustCompile(`\b(\d{4})-(\d{4})\b`)

// clean makes text fit to print: typographic, without a comma or colon at its end, years joined by a dash.
func clean(s string) string {
	return years.ReplaceAllString(strings.TrimRight(typographic(s), ",;: "), "$1–$2")
}
