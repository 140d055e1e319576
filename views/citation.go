package views

import (
	"encoding/json"
	"html/template"
	"path"
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/export/cite"
)

// Citation is how a page is cited: footnotes ready to copy, files for reference managers, and what such programs read in
// the page itself. It is empty until [Cite] fills it in, and on pages that belong to no dossier.
type Citation struct {
	Groups  []CitedGroup // what the page shows first, then the page itself
	Files   []Link
	Printed template.HTML // the page itself, in the first style, for paper
	COinS   string
	Meta    []cite.Meta
	Linked  template.JS // JSON-LD; made by encoding/json, which escapes what could end the script

	Canonical  string // the one public address of the page, or ""
	Alternates []Alternate

	site  *Site
	items []cite.Item
}

// Alternate is the same page as a file.
type Alternate struct{ Type, Title, Href string }

// CitedGroup is one thing to cite, in every style.
type CitedGroup struct {
	Title string
	Notes []Footnote
}

// Footnote is a footnote in one style.
type Footnote struct {
	Style   string
	Manual  string        // that the style follows
	Edition string        // of the manual
	HTML    template.HTML // escaped by package cite, with italics
	Caution string        // what the style leaves out
}

// frame is what a page shares with all others.
func (b Base) frame() Base { return b }

// Cite fills in how a page is cited. address is the public address of a path of the site, or "" where it has none. Pages of
// no dossier are told their one address and nothing else.
func Cite(p Page, address func(path string) string) error {
	b := p.frame()
	c := b.Cite
	if c == nil {
		return nil
	}
	if c.site == nil {
		if address != nil {
			c.Canonical = address(b.path)
		}
		return nil
	}
	return c.fill(citing{Base: b, site: c.site, cited: cite.New(c.site.ix, address)})
}

// citing is a page on its way to being cited.
type citing struct {
	Base
	site  *Site
	cited *cite.Record
}

func (c *Citation) fill(q citing) error {
	*c = Citation{site: c.site}
	view := q.view()
	own := q.cited.View(view)
	if q.path == q.site.root() {
		own = q.cited.Dossier()
	}
	main := own
	if q.record.ID != "" {
		sources, err := q.cited.Sources(q.record.Section, q.record.ID)
		if err != nil {
			return err
		}
		c.add("The source", sources...)
		if q.record.Section == domain.SectionDocuments && len(sources) > 0 {
			main = sources[0].Item
		}
	}
	c.add(q.ownTitle(), cite.Cite{Item: own})
	c.Printed = c.Groups[len(c.Groups)-1].Notes[0].HTML
	c.files(q)
	return c.metadata(q, main, q.cited.Address(view.Path))
}

func (q *citing) ownTitle() string {
	switch {
	case q.record.ID != "":
		return "This entry of the record"
	case q.path == q.site.root():
		return "The dossier"
	}
	return "This view"
}

// add puts sources into a group of footnotes, and their items into the files.
func (c *Citation) add(title string, sources ...cite.Cite) {
	if len(sources) == 0 {
		return
	}
	g := CitedGroup{Title: title}
	for _, style := range cite.Styles() {
		g.Notes = append(g.Notes, Footnote{Style: string(style), Manual: style.Title(), Edition: style.Edition(),
			HTML: template.HTML(style.Footnote(sources...).HTML), Caution: style.Caution(sources...)})
	}
	c.Groups = append(c.Groups, g)
	for _, s := range sources {
		c.items = append(c.items, s.Item)
	}
}

func (c *Citation) files(q citing) {
	for _, f := range cite.Formats() {
		c.Files = append(c.Files, Link{Label: f.Label, Href: q.path + f.Suffix + encode(q.query)})
	}
}

// metadata is what programs read in the page: of a document the document, of any other page the page.
func (c *Citation) metadata(q citing, main cite.Item, link string) error {
	c.COinS, c.Meta, c.Canonical = main.COinS(link), main.DublinCore(link), link
	c.alternates(q)
	data, err := json.Marshal(q.cited.Linked(main, link, q.downloads()))
	c.Linked = template.JS(data)
	return err
}

// alternates are the files of the page's own rows, and those for reference managers.
func (c *Citation) alternates(q citing) {
	for _, d := range q.Downloads {
		for _, l := range d.Files {
			file, query, _ := strings.Cut(l.Href, "?")
			media, ok := tableMedia[path.Ext(file)]
			if ok && strings.TrimSuffix(file, path.Ext(file)) == q.path && !strings.Contains("&"+query, "&safe=") && !strings.Contains("&"+query, "&bom=") {
				c.Alternates = append(c.Alternates, Alternate{media, l.Label, l.Href})
			}
		}
	}
	for i, f := range cite.Formats() {
		media, _, _ := strings.Cut(f.Media, ";")
		c.Alternates = append(c.Alternates, Alternate{media, f.Label, c.Files[i].Href})
	}
}

// downloads are the tables to be taken from the page.
func (q *citing) downloads() []cite.Download {
	var all []cite.Download
	for _, d := range q.Downloads {
		for _, l := range d.Files {
			file, _, _ := strings.Cut(l.Href, "?")
			media, ok := tableMedia[path.Ext(file)]
			if a := q.cited.Address(l.Href); ok && a != "" && !q.site.copied {
				all = append(all, cite.Download{Type: "DataDownload", Name: strings.TrimPrefix(d.Title+": "+l.Label, ": "), Encoding: media, URL: a})
			}
		}
	}
	return all
}

// tableMedia are the media types of the files that tables are offered as.
var tableMedia = map[string]string{".csv": "text/csv", ".json": "application/json", ".zip": "application/zip",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}

// Items are what the files for reference managers hold, in the order of the footnotes.
func Items(p Page) []cite.Item {
	if c := p.frame().Cite; c != nil {
		return slices.Clone(c.items)
	}
	return nil
}
