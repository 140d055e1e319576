package views

import (
	"html/template"
	"net/url"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Base is what every page has.
type Base struct {
	Title       string // of the page, for the browser and the first heading
	Description string // one sentence for search engines and previews
	Dossier     *Masthead
	Nav         []NavGroup
	Crumbs      []Link
	Downloads   []Download // the files of what is on the page
	Manual      []Link     // how the record was made and is to be read
	Offers      []Offer
	Cite        *Citation // empty but for its address on pages of no dossier, nil on those that have none

	path   string
	record table.Ref     // that the page is of, if it is of one
	query  url.Values    // what was chosen for the page: with its path it brings the page back
	asOf   edtf.Day      // that the page shows
	fields []FilterField // whose labels say what was chosen, where the site does not know the records
}

// Masthead is what pages say of the dossier they belong to.
type Masthead struct {
	Title   string
	Href    string
	Source  string
	Licence string
	Release string // "release 0.1.0 of 22 November 2026"
}

// NavGroup is a line of the menu.
type NavGroup struct {
	Label string
	Items []NavItem
	rooms bool // an item is current whose pages hold the one shown
}

// NavItem is an entry of the dossier's menu.
type NavItem struct {
	Link
	Current bool
}

// Body returns the items as HTML, each text escaped.
func (g NavGroup) Body() template.HTML {
	var m markup
	for _, item := range g.Items {
		m.raw("<li><a")
		m.href(item.Href)
		switch {
		case item.Current && g.rooms:
			m.raw(` aria-current="true"`)
		case item.Current:
			m.raw(` aria-current="page"`)
		}
		m.raw(">")
		m.text(item.Label)
		m.raw("</a></li>\n")
	}
	return m.html()
}

// Link is words and where they lead; no Href means words alone.
type Link struct {
	Label string
	Href  string
	Lang  string // BCP 47, where the words are not English
	Hint  string // more words for a reader who asks
}

// rooms are the site of a dossier in its order: each room has pages, of which the first is its entrance.
var rooms = []struct {
	label string
	items []menuItem
}{
	{"Story", []menuItem{{"Overview", ""}, {"Timeline", "/timeline"}}},
	{"Positions", []menuItem{{"State of play", "/state"}, {"Side by side", "/sheet"}, {"How the dates moved", "/drift"}, {"Offers one by one", "/comparison"}, {"Who gave way", "/ledger"}}},
	{"Answers", []menuItem{{"Who answered", "/silence"}, {"Letters and replies", "/replies"}}},
	{"Who comes", []menuItem{{"Lists", "/lists"}, {"Parties", "/parties"}, {"Persons", "/persons"}}},
	{"Sources", []menuItem{{"Documents", "/documents"}, {"Meetings", "/meetings"}, {"What was said", "/statements"}, {"Disputed claims", "/claims"}, {"Coverage", "/coverage"}}},
	{"All tables", []menuItem{{"Proposals", "/proposals"}, {"Responses", "/responses"}, {"Documents", "/documents"}, {"Meetings", "/meetings"},
		{"Statements", "/statements"}, {"Claims", "/claims"}, {"Lists", "/lists"}, {"Parties", "/parties"}, {"Persons", "/persons"}, {"Timeline", "/timeline"}}},
}

type menuItem struct{ label, path string }

// base returns the base of a page in a dossier; path is where it stands in the menu, and, unless the page says otherwise,
// its own.
func (s *Site) base(title, description, path string) Base {
	d := s.ix.Dossier
	if description == "" {
		description = title + ", in the record of “" + d.Title + "”."
	}
	b := Base{Title: title, Description: description, Manual: manual(), path: s.root() + path, Cite: &Citation{site: s}, Dossier: &Masthead{Title: d.Title, Href: s.root(),
		Source: d.Source, Licence: d.Licence, Release: release(d)}}
	b.Nav = s.menu(path)
	return b
}

// menu are the rooms, and the pages of the room in which a page is.
func (s *Site) menu(path string) []NavGroup {
	all := NavGroup{Label: "Rooms", rooms: true}
	var within []NavGroup
	for _, room := range rooms {
		g := NavGroup{Label: room.label}
		here := false
		for _, m := range room.items {
			here = here || m.path == path
			g.Items = append(g.Items, NavItem{Link: Link{Label: m.label, Href: s.root() + m.path}, Current: m.path == path})
		}
		here = here && within == nil
		if here {
			within = append(within, g)
		}
		all.Items = append(all.Items, NavItem{Link: Link{Label: room.label, Href: g.Items[0].Href}, Current: here})
	}
	return append([]NavGroup{all}, within...)
}

// onDay says that a page shows a day, and what else was chosen for it.
func (b *Base) onDay(day edtf.Day, query url.Values) {
	b.asOf, b.query = day, with(query, "on", day.String(), "page", "")
}

func release(d *domain.Dossier) string {
	if d.Release == "" {
		return ""
	}
	words := "release " + d.Release
	if !d.Released.IsZero() {
		words += " of " + d.Released.Humanize()
	}
	return words
}
