package views

import (
	"slices"
	"strings"

	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Copy says of what a published copy is made: files that no server answers for. Pages of a copy have no forms; in their
// place they offer links to the views that are files too.
type Copy struct {
	Program string // name and version of the program that wrote it
	URL     string // public address of the copy without a slash at its end, or ""
}

// Offer is a choice between views that all are pages: what a copy has in place of a form.
type Offer struct {
	Label    string
	Previous Link
	Next     Link
	Items    []NavItem
	Folded   bool // too many to stand open
}

// InCopy makes the pages of the site offer views in place of forms, and returns the site.
func (s *Site) InCopy() *Site {
	s.copied = true
	s.keepDays()
	return s
}

// onDays is the address of a view by day.
func (s *Site) onDays(path string) func(edtf.Day) string {
	return func(day edtf.Day) string { return s.root() + path + "?on=" + day.String() }
}

// ofTracks is the address of a view by track, and of the whole view for no track.
func (s *Site) ofTracks(path string) func(string) string {
	return func(track string) string { return s.root() + path + encode(with(nil, "track", track)) }
}

// offerDays offers the days that are in a copy; href is the address of the view of a day.
func (s *Site) offerDays(b *Base, day edtf.Day, href func(edtf.Day) string) {
	if !s.copied {
		return
	}
	o := Offer{Label: s.daysLabel(), Folded: true}
	for _, d := range s.days() {
		link := Link{Label: dayWords(d), Href: href(d)}
		o.Items = append(o.Items, NavItem{Link: link, Current: d == day})
		switch {
		case d.Compare(day) < 0:
			o.Previous = link
		case d.Compare(day) > 0 && o.Next.Href == "":
			o.Next = link
		}
	}
	b.Offers = append(b.Offers, o)
}

// offer offers the choices of a field; href is the address of the view of a choice.
func (s *Site) offer(b *Base, label string, options []Option, href func(string) string) {
	if !s.copied {
		return
	}
	o := Offer{Label: label}
	chosen := slices.ContainsFunc(options, func(o Option) bool { return o.Selected })
	for _, option := range options {
		o.Items = append(o.Items, NavItem{Link{Label: option.Label, Href: href(option.Value)}, option.Selected || !chosen && option.Value == ""})
	}
	if len(o.Items) > 0 {
		b.Offers = append(b.Offers, o)
	}
}

// offerTracks offers the tracks by which a table can be filtered.
func (s *Site) offerTracks(p *Records) {
	for _, f := range p.Filter.Fields {
		if f.Name == string(table.FacetTrack) {
			s.offer(&p.Base, f.Label, f.Options, s.ofTracks(strings.TrimPrefix(p.Filter.Action, s.root())))
		}
	}
}

// About is the page of a copy that says what it is a copy of and what is left out.
type About struct {
	Base
	Copy
	Dossiers []DossierCard
	LeftOut  []string
}

func (About) template() string { return "about.html" }

// leftOut says what a copy cannot do, a sentence each.
var leftOut = []string{
	"Filters by answer, by dates, and by several things at once: a table here is whole, or of one track. Type words above a table to narrow it down.",
	"Orders: press the heading of a column. This and the search need JavaScript; everything else does not.",
	"Days on which nothing happened: step from one day on which something did to the next.",
	"Proposals chosen one by one for a comparison, and sheets of any parties on any days: each track has its comparison and its sheet.",
	"Lists compared with the participants that proposals ask for, except where a page leads to it.",
	"The interface for programs: the downloads hold the same data.",
}

// NewAbout returns the page about a copy of the given dossiers.
func NewAbout(c Copy, dossiers []DossierCard) About {
	without := leftOut
	for _, d := range dossiers {
		if d.LeftOut != "" {
			without = append(without[:len(without):len(without)], d.LeftOut)
		}
	}
	return About{Base: Base{path: "/copy/about", Title: "About this copy", Manual: manual(), Cite: &Citation{}, Description: "What this is a copy of, what is left out of it, and how to cite it."},
		Copy: c, Dossiers: dossiers, LeftOut: without}
}

// Search is the page of a copy on which a script looks for records.
type Search struct{ Base }

func (Search) template() string { return "search.html" }

// NewSearch returns the search page of a copy.
func NewSearch() Search {
	return Search{Base{path: "/copy/search", Title: "Search", Manual: manual(), Cite: &Citation{}, Description: "Every record by its title, its summary, and every form of a name in any script."}}
}
