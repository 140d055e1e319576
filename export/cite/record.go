package cite

import (
	"regexp"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
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
		Publisher: p.tidy(p.Publisher), PublisherPlace: clean(p.Place), Page: strings.ReplaceAll(p.Pages, "–", "-"), words: p.words}
	if i.Type != Book {
		i.ContainerTitle = p.tidy(p.Title)
	}
	if d.Edition.Translator != "" {
		i.Translator = []Name{{clean(d.Edition.Translator)}}
	}
	i.ownTitle(d, p)
	i.Issued = NewDate(issued(d, p, i.Type))
	if i.Type == Letter && len(i.Author) > 0 {
		i.Recipient = r.names(d.Addressees)
	}
	i.genre(d)
	if !i.Type.printed() {
		i.Archive, i.ArchiveLocation = clean(d.Edition.Source), clean(d.Archive)
	}
	i.Note = r.note(d, p, i)
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
		i.Title = clean(own) + " [" + clean(d.Title) + "]"
	}
}

// issued is the date of publication for what is cited as published, and else the date of the document.
func issued(d *domain.Document, p publication, as Type) edtf.Date {
	when := d.When().Value
	if as.printed() {
		if published := p.date(d); as == Chapter || !published.IsZero() {
			return published
		}
	}
	return when
}

// genre names the kind of document where neither the type nor the title does, before its recipient ("letter to"), and of
// what is read in an archive, which a style would call an unpublished manuscript.
func (i *Item) genre(d *domain.Document) {
	kind := string(d.Kind)
	switch {
	case len(i.Recipient) > 0 || i.Type == Archival:
		i.Genre = kind
	case d.Kind == domain.Letter || d.Kind == domain.Article || i.Type == Book || i.Type == Chapter || i.Type == Treaty:
	case i.Type != Letter && strings.Contains(strings.ToLower(i.Title), kind):
	default:
		i.Genre = kind
	}
}

// note says what no other field has room for.
func (r *Record) note(d *domain.Document, p publication, i Item) string {
	var notes []string
	if d.Dated.Value != issued(d, p, i.Type) && !d.Dated.Value.IsZero() {
		notes = append(notes, "Dated "+d.Dated.Value.Humanize()+".")
	}
	if len(i.Recipient) == 0 && len(d.Addressees) > 0 {
		notes = append(notes, "Addressed to "+names(r.names(d.Addressees), "and others")+".")
	}
	if own := words(d.PublishedIn); own != "" && own != p.words {
		notes = append(notes, "Published in: "+own+".")
	}
	if p.Column != "" {
		notes = append(notes, "Column "+clean(p.Column)+".")
	}
	if i.Title != clean(d.Title) && !strings.Contains(i.Title, " ["+clean(d.Title)+"]") {
		notes = append(notes, "In this record: "+clean(d.Title)+".")
	}
	if i.Type.printed() && d.Archive != "" {
		notes = append(notes, "Kept in: "+clean(d.Archive)+".")
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

// clean makes text fit to print: typographic, with our quotation marks, without a comma or colon at its end, years joined by a dash.
func clean(s string) string {
	return years.ReplaceAllString(strings.TrimRight(typographic(ourQuotes(s)), ",;: "), "$1–$2")
}
