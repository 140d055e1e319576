package site_test

import (
	"slices"
	"strings"
	"testing"

	"pourparler/internal/browser"
	"pourparler/internal/crawl"
	"pourparler/internal/vnu"
)

// sampled is how many pages are opened in the browser, at about a second each.
const sampled = 150

// pages are the kinds that a reader must be able to reach from the first page
// by links alone.
var pages = []string{
	"/", "/sino-soviet", "/sino-soviet/proposals", "/sino-soviet/proposals/*",
	"/sino-soviet/responses", "/sino-soviet/responses/*", "/sino-soviet/comparison", "/sino-soviet/lists",
	"/sino-soviet/lists/*", "/sino-soviet/timeline", "/sino-soviet/documents",
	"/sino-soviet/documents/*", "/sino-soviet/parties", "/sino-soviet/parties/*",
	"/sino-soviet/persons", "/sino-soviet/persons/*", "/sino-soviet/meetings",
	"/sino-soviet/meetings/*", "/sino-soviet/statements", "/sino-soviet/statements/*", "/sino-soviet/claims",
	"/sino-soviet/claims/*", "/sino-soviet/proposals?track", "/sino-soviet/state",
	"/sino-soviet/sheet", "/sino-soviet/silence", "/sino-soviet/ledger", "/sino-soviet/lists/*?a&b", "/sino-soviet/replies", "/manual/guide", "/manual/codebook",
	"/sino-soviet/drift", "/sino-soviet/drift?on&track", "/manual/citing",
}

// files are kinds of file to which links must lead too.
var files = []string{"/sino-soviet.bib", "/sino-soviet/documents/*.bib", "/sino-soviet/responses/*.bib", "/sino-soviet/state.csl.json?on",
	"/sino-soviet/proposals.xlsx", "/sino-soviet/proposals.json", "/sino-soviet/datapackage.zip"}

// TestSite is the crawl; go test -short leaves it out.
func TestSite(t *testing.T) {
	if testing.Short() {
		t.Skip("visits every page of the site")
	}
	address := start(t)
	site, err := crawl.Crawl(t.Context(), address, crawl.Options{Views: 8})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d addresses of %d kinds of page; views left out: %v",
		len(site.Pages), len(site.Kinds()), site.Skipped)

	t.Run("kinds", func(t *testing.T) { reached(t, site) })
	t.Run("links", func(t *testing.T) { report(t, site.Links()) })
	t.Run("fragments", func(t *testing.T) { report(t, site.Fragments()) })
	t.Run("external", func(t *testing.T) { report(t, site.External()) })
	t.Run("downloads", func(t *testing.T) { report(t, site.Downloads()) })
	t.Run("html", func(t *testing.T) { valid(t, site) })
	t.Run("looks", func(t *testing.T) { looks(t, site, address) })
}

// report says a thing once that is wrong in the same words on many pages, as
// what stands in every footer is.
func report(t *testing.T, problems []crawl.Problem) {
	t.Helper()
	pages := map[string]int{}
	for _, p := range problems {
		pages[p.Detail]++
	}
	for _, p := range problems {
		if n := pages[p.Detail]; n > 0 {
			t.Errorf("%v (%d times)", p, n)
		}
		delete(pages, p.Detail)
	}
}

func reached(t *testing.T, site *crawl.Site) {
	kinds := site.Kinds()
	for _, kind := range pages {
		if !slices.Contains(kinds, kind) {
			t.Errorf("no link leads to a page of the kind %s", kind)
		}
	}
	for _, kind := range files {
		if !slices.ContainsFunc(site.Pages, func(p *crawl.Page) bool { return crawl.Kind(p.Path) == kind }) {
			t.Errorf("no link leads to a file of the kind %s", kind)
		}
	}
}

func valid(t *testing.T, site *crawl.Site) {
	html := map[string][]byte{}
	for _, p := range site.Pages {
		if p.HTML() {
			html[p.Path] = p.Body
		}
	}
	for _, m := range vnu.Check(t, html) {
		t.Error(m)
	}
}

// looks opens a sample of the pages in the browser; of each template one page,
// the longest, is also tried with the keyboard and without JavaScript.
func looks(t *testing.T, site *crawl.Site, address string) {
	b := browser.New(t)
	sample := site.Sample(sampled)
	t.Logf("the browser opens %d pages", len(sample))
	tried := map[string]bool{}
	for _, p := range sample {
		template, _, _ := strings.Cut(crawl.Kind(p.Path), "?")
		ways := []look{inspect}
		if !tried[template] {
			ways = append(ways, operate, without)
		}
		tried[template] = true
		t.Run(p.Path, func(t *testing.T) {
			t.Parallel()
			for _, look := range ways {
				for _, line := range look(t, b, address+p.Path) {
					t.Errorf("%s: %s", p.Path, line)
				}
			}
		})
	}
}
