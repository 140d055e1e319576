package crawl_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/internal/crawl"
)

// pages serves a site from a table of paths; a path that ends in .css, .csv or
// .json is served as such. A path with a query wins over the one without.
type pages map[string]string

func (p pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, ok := p[r.URL.RequestURI()]
	if !ok {
		body, ok = p[r.URL.Path]
	}
	if !ok {
		http.NotFound(w, r)
		return
	}
	types := map[string]string{"css": "text/css", "csv": "text/csv; charset=utf-8",
		"json": "application/json", "bib": "application/x-bibtex", "ris": "application/x-research-info-systems"}
	media := "text/html; charset=utf-8"
	if i := strings.LastIndex(r.URL.Path, "."); i >= 0 && types[r.URL.Path[i+1:]] != "" {
		media = types[r.URL.Path[i+1:]]
	}
	w.Header().Set("Content-Type", media)
	fmt.Fprint(w, body)
}

func visit(t *testing.T, handler http.Handler, o crawl.Options) *crawl.Site {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	site, err := crawl.Crawl(t.Context(), server.URL, o)
	if err != nil {
		t.Fatal(err)
	}
	return site
}

func paths(pages []*crawl.Page) []string {
	var all []string
	for _, p := range pages {
		all = append(all, p.Path)
	}
	return all
}

func TestCrawl(t *testing.T) {
	site := visit(t, pages{
		"/": `<link rel="stylesheet" href="a.css"><a href="d/parties">x</a>
			<a href="#top">x</a><a href="/d/parties#p">x</a><a href="mailto:a@b.example">x</a>
			<a href="http://other.example/">x</a><form method="post" action="/delete"></form>
			<form action="/find"></form>`,
		"/a.css":           `body { background: url("/b.css") }`,
		"/b.css":           ``,
		"/d/parties":       `<p id="p">x</p><a href="parties/cpc">x</a><img src="/i.csv" alt="">`,
		"/d/parties/cpc":   `<a href="../../">home</a><a href="/d/parties.csv?bom=1">x</a>`,
		"/d/parties.csv":   "a,b\n1,2\n",
		"/find":            ``,
		"/i.csv":           "\uFEFF\"a\"\n",
		"/never-linked-to": ``,
	}, crawl.Options{})

	want := []string{"/", "/a.css", "/d/parties", "/find", "/b.css", "/d/parties/cpc", "/i.csv",
		"/d/parties.csv?bom=1"}
	if diff := cmp.Diff(want, paths(site.Pages)); diff != "" {
		t.Errorf("pages visited (-want +got):\n%s", diff)
	}
	checks := map[string][]crawl.Problem{"Links": site.Links(), "Fragments": site.Fragments(),
		"External": site.External(), "Downloads": site.Downloads()}
	for name, problems := range checks {
		if len(problems) != 0 {
			t.Errorf("%s of a good site = %v, want nothing", name, problems)
		}
	}
	if from := site.Pages[5].From; from != "/d/parties" {
		t.Errorf("From of the party = %q, want /d/parties", from)
	}
}

// TestChecks shows each check something to find.
func TestChecks(t *testing.T) {
	tests := []struct {
		name  string
		pages pages
		check func(*crawl.Site) []crawl.Problem
		want  []string
	}{
		{"start", pages{}, (*crawl.Site).Links, []string{`/: status 404`}},
		{"broken link", pages{"/": `<a href="/gone">x</a>`}, (*crawl.Site).Links,
			[]string{`/: a href="/gone": status 404`}},
		{"broken picture", pages{"/": `<img srcset="gone.png 2x">`}, (*crawl.Site).Links,
			[]string{`/: img srcset="gone.png": status 404`}},
		{"broken style sheet", pages{"/": `<style>@import "gone.css"</style>`}, (*crawl.Site).Links,
			[]string{`/: style="gone.css": status 404`}},
		{"unreadable link", pages{"/": `<a href="http://[">x</a>`}, (*crawl.Site).Links,
			[]string{`/: a href="http://[": parse "http://[": missing ']' in host`}},
		{"broken fragment", pages{"/": `<a href="#a">x</a><a href="/b#b">x</a>`, "/b": `<p id="a">`},
			(*crawl.Site).Fragments, []string{
				`/: a href="#a": no element has this id`, `/: a href="/b#b": no element has this id`}},
		{"external script", pages{"/": `<script src="//cdn.example/x.js"></script>`},
			(*crawl.Site).External,
			[]string{`/: script src="//cdn.example/x.js": loaded from another host`}},
		{"external font", pages{"/": `<link rel="stylesheet" href="/a.css">`,
			"/a.css": `@font-face { src: url(http://fonts.example/f.woff) }`},
			(*crawl.Site).External,
			[]string{`/a.css: style sheet="http://fonts.example/f.woff": loaded from another host`}},
		{"external picture in a style", pages{"/": `<p style="background: url(http://a.example/)">`},
			(*crawl.Site).External,
			[]string{`/: p style="http://a.example/": loaded from another host`}},
		{"ragged CSV", pages{"/": `<a href="a.csv">x</a>`, "/a.csv": "a,b\n1\n"},
			(*crawl.Site).Downloads, []string{`/a.csv: record on line 2: wrong number of fields`}},
		{"empty CSV", pages{"/": `<a href="a.csv">x</a>`, "/a.csv": ""},
			(*crawl.Site).Downloads, []string{`/a.csv: CSV without a header`}},
		{"no JSON", pages{"/": `<a href="a.json">x</a>`, "/a.json": "{"},
			(*crawl.Site).Downloads, []string{`/a.json: unexpected end of JSON input`}},
		{"BibTeX that does not end", pages{"/": `<a href="a.bib">x</a>`, "/a.bib": "@book{a, title = {\\}}"},
			(*crawl.Site).Downloads, []string{`/a.bib: BibTeX without an entry, or with braces that do not match`}},
		{"RIS that does not end", pages{"/": `<a href="a.ris">x</a>`, "/a.ris": "TY  - BOOK\r\n"},
			(*crawl.Site).Downloads, []string{`/a.ris: RIS with 1 beginnings and 0 ends`}},
		{"page instead of XLSX", pages{"/": `<a href="a.xlsx">x</a>`, "/a.xlsx": "<p>Sorry"},
			(*crawl.Site).Downloads, []string{"/a.xlsx: served as text/html, want " +
				"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range tt.check(visit(t, tt.pages, crawl.Options{})) {
				got = append(got, p.String())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDownloadXLSX(t *testing.T) {
	site := visit(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
		fmt.Fprint(w, "not a zip")
	}), crawl.Options{})
	if got := site.Downloads(); len(got) != 1 {
		t.Errorf("Downloads = %v, want one file that does not open", got)
	}
}

func TestViews(t *testing.T) {
	var links strings.Builder
	for i := range 10 {
		fmt.Fprintf(&links, `<a href="/d/proposals?track=%d">x</a>`, i)
	}
	fmt.Fprint(&links, `<a href="/d/proposals?sort=date">x</a>`)
	site := visit(t, pages{"/": links.String(), "/d/proposals": links.String()},
		crawl.Options{Views: 3})
	if got := len(site.Pages); got != 5 {
		t.Errorf("visited %d pages, want 5: %q", got, paths(site.Pages))
	}
	if diff := cmp.Diff(map[string]int{"/d/proposals?track": 7}, site.Skipped); diff != "" {
		t.Errorf("Skipped (-want +got):\n%s", diff)
	}
	if got := site.Links(); len(got) != 0 {
		t.Errorf("Links = %v, want nothing of the views that were left out", got)
	}
}

func TestUnreachable(t *testing.T) {
	server := httptest.NewServer(pages{})
	server.Close()
	if _, err := crawl.Crawl(t.Context(), server.URL, crawl.Options{}); err == nil {
		t.Error("Crawl of a closed server: no error, want one")
	}
}

func TestKind(t *testing.T) {
	tests := []struct{ address, want string }{
		{"/", "/"},
		{"/d", "/d"},
		{"/d/parties", "/d/parties"},
		{"/d/parties/cpc", "/d/parties/*"},
		{"/d/documents/cpc-1964.02", "/d/documents/*"},
		{"/d/parties/cpc.csv", "/d/parties/*.csv"},
		{"/d/proposals.csv?track=a&bom=1&bom=1", "/d/proposals.csv?bom&track"},
	}
	for _, tt := range tests {
		if got := crawl.Kind(tt.address); got != tt.want {
			t.Errorf("Kind(%q) = %q, want %q", tt.address, got, tt.want)
		}
	}
}

func TestSample(t *testing.T) {
	site := visit(t, pages{
		"/": `<a href="/d/a/1">x</a><a href="/d/a/2">x</a><a href="/d/a/3">x</a>
			<a href="/d/b.csv">x</a><a href="/d?s=1">x</a><a href="/d?s=2">x</a>`,
		"/d/a/1": `<p>middling`, "/d/a/2": `<p>longest of all`, "/d/a/3": `<p>short`,
		"/d/b.csv": "a\n", "/d?s=1": "<p>view", "/d?s=2": "<p>a longer view",
	}, crawl.Options{})
	all := []string{"/", "/d/a/2", "/d?s=2", "/d/a/3", "/d/a/1", "/d?s=1"}
	for _, n := range []int{1, 3, 4, 6, 9} {
		want := all[:min(n, len(all))]
		if diff := cmp.Diff(want, paths(site.Sample(n))); diff != "" {
			t.Errorf("Sample(%d) (-want +got):\n%s", n, diff)
		}
	}
	if diff := cmp.Diff([]string{"/", "/d/a/*", "/d?s"}, site.Kinds()); diff != "" {
		t.Errorf("Kinds (-want +got):\n%s", diff)
	}
}
