package views_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/internal/golden"
	"pourparler/views"
)

// cited fills in how a page is cited, as the handlers do.
func cited(t testing.TB, a address) {
	t.Helper()
	if err := views.Cite(a.page, func(path string) string { return "https://talks.example" + path }); err != nil {
		t.Fatal(err)
	}
}

// TestCitationGolden keeps the whole of what a document's page says of how it is cited: the head, the block and the span.
func TestCitationGolden(t *testing.T) {
	page := address{"/harbour/documents/norrholm-1921-03-01", detail(t, siteOf(harbour(t)).NewDocument, "norrholm-1921-03-01")}
	cited(t, page)
	html := string(stable(render(t, page.page)))
	_, head, _ := strings.Cut(html, "style.css\">")
	head, _, _ = strings.Cut(head, "<body>")
	_, block, _ := strings.Cut(html, "<details class=\"cite\"")
	block, _, _ = strings.Cut(block, "</main>")
	golden.Assert(t, "cite.html", []byte(strings.TrimSpace(head)+"\n<details class=\"cite\""+block+"\n"))
}

// TestEveryPageIsCited: each page of a dossier has both footnotes of itself, the three files, a span and JSON-LD; a page
// of no dossier has none.
func TestEveryPageIsCited(t *testing.T) {
	for _, a := range pages(t, siteOf(harbour(t))) {
		t.Run(a.path, func(t *testing.T) {
			cited(t, a)
			root := parsed(t, a.page)
			if !strings.HasPrefix(a.path, "/harbour") {
				if found := find(root, ".cite, .Z3988"); len(found) > 0 {
					t.Errorf("the page has %s", describe(found[0]))
				}
				return
			}
			if n := len(find(root, "details.cite > section:last-of-type .citation")); n != 2 {
				t.Errorf("%d footnotes of the page itself, want 2", n)
			}
			if n := len(find(root, ".cite .more a")); n != 4 {
				t.Errorf("%d links for reference managers and to the manual, want 4", n)
			}
			if span := one(t, root, "span.Z3988"); !strings.Contains(attr(span, "title"), "rft.") {
				t.Errorf("the span says %q", attr(span, "title"))
			}
			var data map[string]any
			if err := json.Unmarshal([]byte(words(one(t, root, "script[type='application/ld+json']"))), &data); err != nil || data["@type"] == nil {
				t.Errorf("JSON-LD cannot be read: %v", err)
			}
		})
	}
}

// TestCitedViews: the title of a view says what was chosen and the day, once; its address brings it back.
func TestCitedViews(t *testing.T) {
	s := siteOf(harbour(t))
	proposals := compare.Whole(s.Index(), "proposals")
	tests := []struct {
		name    string
		address address
		title   string
		link    string
	}{
		{"a table", address{"/harbour/proposals?party=yasny&track=conference&page=1&bom=1", listing(t, s, proposals, "A lede.", table.Query{}, views.RecordsQuery{Values: url.Values{"party": {"yasny"}, "track": {"conference"}, "page": {"1"}}, Page: 1})},
			"“Proposals [Track: Harbour Conference; Party: Yasny],”", "https://talks.example/harbour/proposals?party=yasny&track=conference."},
		{"words", address{"/harbour/proposals?text=bay&from=1921-03", listing(t, s, proposals, "A lede.", table.Query{}, views.RecordsQuery{Values: url.Values{"text": {"bay"}, "from": {"1921-03"}}, Page: 1})},
			"“Proposals [from: March 1921; words: ‘bay’],”", "https://talks.example/harbour/proposals?from=1921-03&text=bay."},
		{"a day of its own", address{"/harbour/state?step=2", state(t, s, "1921-04-12")}, "“State of Play on 12 April 1921,”", "https://talks.example/harbour/state?on=1921-04-12."},
		{"a day beside the title", address{"/harbour/drift", drift(t, s, "", "1921-05-04")}, "“Drift of the Dates [as of 4 May 1921],”", "https://talks.example/harbour/drift?on=1921-05-04."},
		{"a sheet that was not chosen", address{"/harbour/sheet", sheet(t, s, "track=conference&c=yasny@1921-04-10")},
			"[Columns: Yasny on 10 April 1921],”", "https://talks.example/harbour/sheet?c=yasny%401921-04-10&track=conference."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cited(t, tt.address)
			note := words(find(parsed(t, tt.address.page), ".citation")[0])
			if !strings.Contains(note, tt.title) || !strings.HasSuffix(note, tt.link) {
				t.Errorf("footnote = %q,\nwant the title %q and the address %q", note, tt.title, tt.link)
			}
		})
	}
}

// TestCitationEscapes: what a dossier says cannot end the script or the attribute it stands in.
func TestCitationEscapes(t *testing.T) {
	ix := siteOf(harbour(t)).Index()
	ix.Dossier.Title = `</script><b>"x"</b>`
	a := address{"/harbour", siteOf(ix.Dossier).NewOverview()}
	cited(t, a)
	if html := string(render(t, a.page)); strings.Contains(html, "</script><b>") || strings.Contains(html, "<b>") {
		t.Error("the title of the dossier became markup")
	}
}
