package views

import (
	"net/url"
	"slices"
	"strconv"
	"sync"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Site makes the pages of one dossier.
type Site struct {
	ix     *domain.Index
	path   string // of its first page
	copied bool   // its pages are files, see InCopy

	kept  []edtf.Day // the days of a copy
	oneIn int        // so many days of the record is one in a copy

	sought func() []soughtFinding // what the search looks into, made when somebody first looks
}

// NewSite returns the site of the dossier that ix indexes.
func NewSite(ix *domain.Index) *Site {
	s := &Site{ix: ix, path: "/" + ix.Dossier.ID}
	s.sought = sync.OnceValue(func() []soughtFinding { return soughtFindings(s.Findings()) })
	return s
}

// forPage returns the site with what is worked out for one page kept while the page is made.
func (s *Site) forPage() *Site {
	page := *s
	page.ix = s.ix.ForPage()
	return &page
}

// Index returns the index the site was made from.
func (s *Site) Index() *domain.Index { return s.ix }

func (s *Site) root() string { return s.path }

// Path returns the address of a page of the dossier.
func (s *Site) Path(section domain.Section, id string) string {
	return s.path + "/" + string(section) + "/" + url.PathEscape(id)
}

// paged are the sections whose records have pages of their own.
var paged = []domain.Section{domain.SectionProposals, domain.SectionDocuments, domain.SectionMeetings, domain.SectionLists,
	domain.SectionParties, domain.SectionPersons, domain.SectionClaims, domain.SectionStatements}

// Href returns the address of the record that ref points to, or "" if it points to none.
func (s *Site) Href(ref table.Ref) string {
	switch ref.Section {
	case "":
		return ""
	case domain.SectionDocuments:
		if ref.Paragraph > 0 {
			return s.path + "/documents/" + url.PathEscape(ref.ID) + "#p" + strconv.Itoa(ref.Paragraph)
		}
	case domain.SectionResponses:
		return s.Path(domain.SectionProposals, ref.Of) + "#" + ref.ID
	case domain.SectionTracks:
		return s.root() + "/comparison?track=" + url.QueryEscape(ref.ID)
	case domain.SectionQuestions:
		return s.root() + "/claims#" + ref.ID
	case domain.SectionSeats:
		return s.root() + "/lists#seat-" + ref.ID
	case domain.SectionAlignments, domain.SectionOverrides, domain.SectionPlaces, domain.SectionRetired, domain.SectionDossier:
		return ""
	}
	if slices.Contains(paged, ref.Section) {
		return s.Path(ref.Section, ref.ID)
	}
	return s.root() + "/" + string(ref.Section) + "#" + ref.ID
}

// link returns a value as words that lead to its record.
func (s *Site) link(v table.Value) Link {
	l := Link{Label: v.Display(), Href: s.Href(v.Ref), Lang: v.Lang}
	if l.Label != v.Text {
		l.Hint = v.Text
	}
	return l
}

// links are the values of a cell.
func (s *Site) links(c table.Cell) []Link { return s.fill(make([]Link, len(c)), c) }

// fill makes as many links as a cell has values; citations to one document name it once.
func (s *Site) fill(links []Link, c table.Cell) []Link {
	for i, v := range c {
		links[i] = s.link(v)
		if i > 0 && v.Ref.Paragraph > 0 && v.Ref.Section == c[i-1].Ref.Section && v.Ref.ID == c[i-1].Ref.ID {
			links[i].Label = "para. " + strconv.Itoa(v.Ref.Paragraph)
		}
	}
	return links
}
