package views_test

import (
	"net/url"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/views"
)

// TestHead wants every page of a dossier to describe itself, to name its one address without what the address leaves as
// it is, and to lead to the same as files.
func TestHead(t *testing.T) {
	for _, a := range pages(t, siteOf(harbour(t))) {
		if !strings.HasPrefix(a.path, "/harbour") {
			continue
		}
		u, err := url.Parse(a.path)
		if err != nil {
			t.Fatal(err)
		}
		public := func(path string) string { return "https://example.org" + path }
		if err := views.Cite(a.page, public); err != nil {
			t.Fatal(err)
		}
		root := parsed(t, a.page)
		if strings.TrimSpace(attr(one(t, root, "meta[name=description]"), "content")) == "" {
			t.Errorf("%s has no description", a.path)
		}
		canonical := attr(one(t, root, "link[rel=canonical]"), "href")
		if path, _, _ := strings.Cut(canonical, "?"); path != "https://example.org"+u.EscapedPath() || strings.Contains(canonical, "page=") {
			t.Errorf("%s: the canonical address is %q", a.path, canonical)
		}
		one(t, root, "link[rel=alternate][type='application/x-bibtex']")
		for _, link := range find(root, "link[rel=alternate]") {
			if href := attr(link, "href"); !strings.HasPrefix(href, u.EscapedPath()+".") {
				t.Errorf("%s: %s is not the same page", a.path, href)
			}
		}
	}
	root := parsed(t, proposals(t, siteOf(harbour(t)), ""))
	if attr(one(t, root, "link[rel=icon][sizes]"), "href") != "/favicon.ico" {
		t.Error("the page names no favicon.ico")
	}
}

// TestCSVAlternate wants tables to lead to their rows as CSV and JSON.
func TestCSVAlternate(t *testing.T) {
	p := proposals(t, siteOf(harbour(t)), "track=conference")
	if err := views.Cite(p, func(string) string { return "" }); err != nil {
		t.Fatal(err)
	}
	root := parsed(t, p)
	for media, want := range map[string]string{"text/csv": "/harbour/proposals.csv?track=conference", "application/json": "/harbour/proposals.json?track=conference"} {
		if got := attr(one(t, root, "link[rel=alternate][type='"+media+"']"), "href"); got != want {
			t.Errorf("%s: %q, want %q", media, got, want)
		}
	}
	if found := find(root, "link[rel=canonical]"); len(found) > 0 {
		t.Error("a page without a public address names one")
	}
}

// TestPlacesAreFound finds a place under every form of its name, where the record first names it.
func TestPlacesAreFound(t *testing.T) {
	d := harbour(t)
	d.Places = append(d.Places, domain.Place{ID: "mill", Name: "The Mill"}) // which no record names
	want := map[string]bool{}
	for _, p := range d.Places {
		want[p.Name] = true
	}
	s := siteOf(d)
	paths := map[string]bool{}
	for _, a := range pages(t, s) {
		paths[a.path] = true
	}
	for _, f := range s.Findings() {
		if strings.HasPrefix(f.Kind, "place") {
			delete(want, f.Title)
			if !paths[f.Address] {
				t.Errorf("%s is found at %q, which is no page", f.Title, f.Address)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

// TestHeadOfOthers wants a description, and the one address where there is one, on pages of no dossier.
func TestHeadOfOthers(t *testing.T) {
	guide, err := views.NewManual("guide")
	if err != nil {
		t.Fatal(err)
	}
	reading, err := views.NewManual("cpc-1963-03-09")
	if err != nil {
		t.Fatal(err)
	}
	for path, page := range map[string]views.Page{"/": views.NewHome(nil), "/manual/guide": guide, "/manual/cpc-1963-03-09": reading,
		"/copy/about": views.NewAbout(views.Copy{}, nil), "/copy/search": views.NewSearch()} {
		for _, base := range []string{"https://example.org/talks", ""} {
			if err := views.Cite(page, func(path string) string {
				if base == "" {
					return ""
				}
				return base + path
			}); err != nil {
				t.Fatal(err)
			}
			root := parsed(t, page)
			found := find(root, "link[rel=canonical]")
			if got := len(found); got != len(base)/len("https://example.org/talks") || got == 1 && attr(found[0], "href") != base+path {
				t.Errorf("%s at %q: %d canonical addresses, want that of the page or none", path, base, got)
			}
			if words := attr(one(t, root, "meta[name=description]"), "content"); len(words) < 20 || !strings.HasSuffix(words, ".") || strings.ContainsAny(words, "`*[]") {
				t.Errorf("%s: the description is %q", path, words)
			}
		}
	}
}
