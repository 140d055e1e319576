package views_test

import (
	"bytes"
	"net/url"
	"regexp"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/internal/golden"
	"pourparler/views"
)

// TestGolden keeps every kind of page, made from the harbour dossier. The frame around the content is kept once, in
// overview.html; the other files hold the content alone.
func TestGolden(t *testing.T) {
	s := siteOf(harbour(t))
	golden.Assert(t, "overview.html", stable(render(t, s.NewOverview())))
	for name, page := range kinds(t, s) {
		t.Run(name, func(t *testing.T) { golden.Assert(t, name+".html", content(t, render(t, page))) })
	}
}

// kinds returns one page of every kind but the overview.
func kinds(t *testing.T, s *views.Site) map[string]views.Page {
	t.Helper()
	claims, err := s.NewClaims("")
	if err != nil {
		t.Fatal(err)
	}
	two := []string{"norrholm-1921-03-01-conference", "yasny-1921-04-10-conference"}
	return map[string]views.Page{
		"home":             views.NewHome([]views.DossierCard{s.Card()}),
		"home-empty":       views.NewHome(nil),
		"failure":          views.NewFailure("There is no such page", "No record \"x\" in persons."),
		"manual":           views.Manual{Base: views.Base{Title: "Guide"}, Text: "<p>A paragraph.</p>"},
		"proposals":        proposals(t, s, "track=conference&party=yasny&sort=made_on&order=desc&text=bay"),
		"comparison":       comparison(t, s, views.Wanted{Track: "conference"}),
		"comparison-two":   comparison(t, s, views.Wanted{IDs: two}),
		"comparison-none":  comparison(t, s, views.Wanted{}),
		"drift":            drift(t, s, "", "1921-05-04"),
		"state":            state(t, s, "1921-04-12"),
		"sheet":            sheet(t, s, "track=conference&c=norrholm@1921-03-01&c=yasny@1921-04-10&compromise=1"),
		"claims":           claims,
		"lists":            s.NewLists(),
		"lists-compared":   listPair(t, s, "four", "norrholm-1921-03-01-conference"),
		"replies":          s.NewReplies(edtf.Day{}),
		"list":             detail(t, s.NewList, "four"),
		"claim":            detail(t, s.NewClaim, "baiwan-talks-1921-05-norrholm-first"),
		"document":         detail(t, s.NewDocument, "norrholm-1921-03-01"),
		"document-unseen":  detail(t, s.NewDocument, "norrholm-1920-11"),
		"proposal":         detail(t, s.NewProposal, "norrholm-1921-03-01-conference"),
		"proposal-unheard": detail(t, s.NewProposal, "yasny-1921-04-10-conference-of-1920"),
		"response":         detail(t, s.NewResponse, "baiwan-talks-1921-05-re-conference"),
		"statement":        detail(t, s.NewStatement, "baiwan-talks-1921-05-who-sits"),
		"party":            detail(t, s.NewParty, "baiwan"),
		"person":           detail(t, s.NewPerson, "chen-haiming"),
		"meeting":          detail(t, s.NewMeeting, "talks-1921-05"),
	}
}

// proposals is the table page for a query that the handlers would have filtered by.
func proposals(t *testing.T, s *views.Site, query string) views.Page {
	t.Helper()
	values, err := url.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	return listing(t, s, compare.Whole(s.Index(), "proposals"), "Every proposal.", table.Query{Sort: values.Get("sort"),
		Descending: values.Get("order") == "desc",
		Filter:     table.Filter{Track: values.Get("track"), Party: values.Get("party")}},
		views.RecordsQuery{Values: values, Page: 1})
}

func state(t *testing.T, s *views.Site, on string) views.Page {
	t.Helper()
	day, err := views.Day(s.Index(), on, 0)
	if err != nil {
		t.Fatal(err)
	}
	return s.NewState(day)
}

func detail(t *testing.T, page func(string) (views.Detail, error), id string) views.Page {
	t.Helper()
	p, err := page(id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var hashed = regexp.MustCompile(`(/assets/[a-z]+)\.[0-9a-f]{8}\.`)

// stable takes from a page what changes with every edit of a style sheet.
func stable(page []byte) []byte { return hashed.ReplaceAll(page, []byte("$1.")) }

// content is what stands in the main part of a page.
func content(t *testing.T, page []byte) []byte {
	t.Helper()
	start, end := bytes.Index(page, []byte("<main")), bytes.Index(page, []byte("</main>"))
	if start < 0 || end < start {
		t.Fatalf("the page has no main part:\n%s", page)
	}
	return append(bytes.TrimSpace(page[start:end+len("</main>")]), '\n')
}

// TestRenderIsSteady renders each page twice: nothing on it may hang on the order of a map.
func TestRenderIsSteady(t *testing.T) {
	s := siteOf(harbour(t))
	again := pages(t, siteOf(harbour(t)))
	for i, a := range pages(t, s) {
		if b := again[i]; !bytes.Equal(render(t, a.page), render(t, b.page)) {
			t.Errorf("%s differs from one rendering to the next", a.path)
		}
	}
}

// TestRenderAllOrNothing shows that a page that cannot be rendered writes nothing.
func TestRenderAllOrNothing(t *testing.T) {
	var buf bytes.Buffer
	page := views.Detail{Sections: []views.Section{{Grid: &views.Grid{Rows: []views.GridRow{{Term: "date"}}}}}}
	if err := (&views.Renderer{}).Render(&buf, page); err == nil || buf.Len() > 0 {
		t.Errorf("Render without templates = %v and %d bytes, want an error and none", err, buf.Len())
	}
}

// TestNotFound asks for what does not exist or cannot be read.
func TestNotFound(t *testing.T) {
	s := siteOf(harbour(t))
	for name, page := range map[string]func(string) (views.Detail, error){"documents": s.NewDocument,
		"proposals": s.NewProposal, "parties": s.NewParty, "persons": s.NewPerson, "meetings": s.NewMeeting,
		"lists": s.NewList, "claims": s.NewClaim} {
		if _, err := page("nobody"); domain.KindOf(err) != domain.NotFound {
			t.Errorf("the page of %s %q: %v, want an error of kind NotFound", name, "nobody", err)
		}
	}
	for _, on := range []string{"1921-04", "yesterday", "1921-04-01/1921-04-03"} {
		if _, err := views.Day(s.Index(), on, 0); domain.KindOf(err) != domain.Invalid {
			t.Errorf("Day(%q): %v, want an error of kind Invalid", on, err)
		}
	}
	if _, err := s.NewClaims("nowhere"); domain.KindOf(err) != domain.NotFound {
		t.Errorf("NewClaims of no track: %v, want an error of kind NotFound", err)
	}
	if _, err := views.NewManual("nothing"); domain.KindOf(err) != domain.NotFound {
		t.Errorf("NewManual of no page: %v, want an error of kind NotFound", err)
	}
}
