package views_test

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/dossier"
	"pourparler/views"
)

// harbour returns the invented dossier, read anew so that a test may change it.
func harbour(t testing.TB) *domain.Dossier {
	t.Helper()
	d, err := dossier.Read(os.DirFS("../dossier/testdata/harbour"))
	if err != nil {
		t.Fatalf("reading the harbour dossier: %v", err)
	}
	return d
}

func siteOf(d *domain.Dossier) *views.Site { return views.NewSite(domain.NewIndex(d)) }

// address is a page with the path and query that lead to it.
type address struct {
	path string
	page views.Page
}

// tables are the tables of a dossier that have a page of their own.
func tables(ix *domain.Index) []table.Table {
	return []table.Table{compare.Whole(ix, "proposals"), compare.Whole(ix, "responses"), compare.Whole(ix, "documents"), compare.Whole(ix, "timeline"),
		compare.Whole(ix, "parties"), compare.Whole(ix, "persons"), compare.Whole(ix, "meetings"), compare.Whole(ix, "statements"), compare.Whole(ix, "coverage")}
}

// listing is a page of a table as the handlers would have it for a query.
func listing(t testing.TB, s *views.Site, table table.Table, lede string, q table.Query, page views.RecordsQuery) views.Page {
	t.Helper()
	q.Offset, q.Limit = page.Offset(), views.PageSize
	l, err := table.Pick(q)
	if err != nil {
		t.Fatal(err)
	}
	return s.NewRecords(l, lede, page)
}

// pages returns every page of a site: one of each table, list and comparison, and one of each record.
func pages(t testing.TB, s *views.Site) []address {
	t.Helper()
	ix := s.Index()
	root := "/" + ix.Dossier.ID
	all := []address{{"/", views.NewHome([]views.DossierCard{s.Card()})}, {root, s.NewOverview()},
		{root + "/state", s.NewState(compare.LastDay(ix))}, {root + "/silence", s.NewSilence(onDay(s, compare.SilenceMap, compare.LastDay(ix)))},
		{root + "/ledger", s.NewLedger(onDay(s, ledgerOfAll, compare.LastDay(ix)))}, {root + "/lists", s.NewLists()},
		{root + "/replies", s.NewReplies(edtf.Day{})}, {"/nowhere", views.NewFailure("There is no such page", "No record.")}}
	if len(ix.Dossier.Lists) > 0 {
		all = append(all, address{root + "/lists/compare", listPair(t, s, "", "")})
	}
	for _, tab := range tables(ix) {
		q := views.RecordsQuery{Values: url.Values{}, Page: 1}
		all = append(all, address{root + "/" + tab.Name, listing(t, s, tab, "A lede.", table.Query{}, q)})
	}
	for _, track := range append([]string{""}, ids(ix.Dossier.Tracks, func(r domain.Track) string { return r.ID })...) {
		claims, err := s.NewClaims(track)
		if err != nil {
			t.Fatalf("NewClaims(%q): %v", track, err)
		}
		if track != "" {
			all = append(all, address{root + "/sheet" + trackQuery(track), sheet(t, s, "track="+track)})
		}
		all = append(all, address{root + "/claims" + trackQuery(track), claims},
			address{root + "/drift" + trackQuery(track), drift(t, s, track, compare.LastDay(ix).String())},
			address{root + "/comparison" + trackQuery(track), comparison(t, s, views.Wanted{Track: track})})
	}
	for _, day := range compare.Steps(ix) {
		all = append(all, address{root + "/state?on=" + day.String(), s.NewState(day)})
	}
	return append(all, records(t, s)...)
}

// onDay is a table of a day, unfiltered.
func onDay(s *views.Site, table func(*domain.Index, edtf.Day) table.Table, day edtf.Day) views.OnDay {
	t := table(s.Index(), day)
	return views.OnDay{Day: day, All: t, Shown: t, Query: url.Values{}}
}

func ledgerOfAll(ix *domain.Index, day edtf.Day) table.Table { return compare.Ledger(ix, "", day) }

func trackQuery(track string) string {
	if track == "" {
		return ""
	}
	return "?track=" + url.QueryEscape(track)
}

func comparison(t testing.TB, s *views.Site, w views.Wanted) views.Comparison {
	t.Helper()
	proposals, err := views.Compared(s.Index(), w)
	if err != nil {
		t.Fatalf("Compared(%v): %v", w, err)
	}
	return s.NewComparison(w, proposals)
}

// sheet is the printable sheet that a query asks for.
func sheet(t testing.TB, s *views.Site, query string) views.Page {
	t.Helper()
	values, err := url.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	q, err := views.ParseSheet(s.Index(), values)
	if err != nil {
		t.Fatalf("ParseSheet(%q): %v", query, err)
	}
	return s.NewSheet(q)
}

// records returns the pages of single records.
func records(t testing.TB, s *views.Site) []address {
	t.Helper()
	d := s.Index().Dossier
	var all []address
	for _, kind := range []struct {
		section domain.Section
		page    func(string) (views.Detail, error)
		ids     []string
	}{
		{domain.SectionDocuments, s.NewDocument, ids(d.Documents, func(r domain.Document) string { return r.ID })},
		{domain.SectionProposals, s.NewProposal, ids(d.Proposals, func(r domain.Proposal) string { return r.ID })},
		{domain.SectionParties, s.NewParty, ids(d.Parties, func(r domain.Party) string { return r.ID })},
		{domain.SectionPersons, s.NewPerson, ids(d.Persons, func(r domain.Person) string { return r.ID })},
		{domain.SectionMeetings, s.NewMeeting, ids(d.Meetings, func(r domain.Meeting) string { return r.ID })},
		{domain.SectionLists, s.NewList, ids(d.Lists, func(r domain.List) string { return r.ID })},
		{domain.SectionClaims, s.NewClaim, ids(d.Claims, func(r domain.Claim) string { return r.ID })},
	} {
		for _, id := range kind.ids {
			page, err := kind.page(id)
			if err != nil {
				t.Fatalf("the page of %s %q: %v", kind.section, id, err)
			}
			all = append(all, address{s.Path(kind.section, id), page})
		}
	}
	return all
}

func ids[T any](records []T, id func(T) string) []string {
	names := make([]string, len(records))
	for i, r := range records {
		names[i] = id(r)
	}
	return names
}

// parseTemplates is done once for all tests; a renderer is safe for use by several of them.
var parseTemplates = sync.OnceValues(views.New)

func renderer(t testing.TB) *views.Renderer {
	t.Helper()
	r, err := parseTemplates()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func render(t testing.TB, p views.Page) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := renderer(t).Render(&buf, p); err != nil {
		t.Fatalf("rendering %T: %v", p, err)
	}
	return buf.Bytes()
}

// parsed is a page as a browser reads it.
func parsed(t testing.TB, p views.Page) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(render(t, p)))
	if err != nil {
		t.Fatalf("parsing %T: %v", p, err)
	}
	return root
}

func find(root *html.Node, selector string) []*html.Node {
	return cascadia.QueryAll(root, cascadia.MustCompile(selector))
}

// one returns the only element that a selector finds.
func one(t testing.TB, root *html.Node, selector string) *html.Node {
	t.Helper()
	found := find(root, selector)
	if len(found) != 1 {
		t.Fatalf("%d elements match %q, want 1", len(found), selector)
	}
	return found[0]
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// words is the text of an element with single spaces.
func words(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// describe writes an element as its opening tag, for messages.
func describe(n *html.Node) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<%s", n.Data)
	for _, a := range n.Attr {
		fmt.Fprintf(&b, " %s=%q", a.Key, a.Val)
	}
	return b.String() + "> " + words(n)
}
