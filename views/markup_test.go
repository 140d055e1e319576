package views_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/views"
)

// TestMarkup looks at every page of the harbour dossier, and at one of the manual, as a reader's machine does.
func TestMarkup(t *testing.T) {
	for _, a := range append(pages(t, siteOf(harbour(t))), address{"/manual/guide", manual(t)}) {
		t.Run(a.path, func(t *testing.T) {
			cited(t, a)
			root := parsed(t, a.page)
			checkFrame(t, root)
			checkTables(t, root, !strings.HasPrefix(a.path, "/manual/"))
			checkLinks(t, root)
			checkForms(t, root)
			checkScripts(t, root)
		})
	}
}

func manual(t *testing.T) views.Page {
	t.Helper()
	page, err := views.NewManual("guide")
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// checkFrame wants the skip link before everything, one main part, one first heading and no heading left out.
func checkFrame(t *testing.T, root *html.Node) {
	t.Helper()
	if got := attr(one(t, root, "html"), "lang"); got != "en" {
		t.Errorf("the language of the page is %q, want en", got)
	}
	first := one(t, root, "body > :first-child")
	if attr(first, "class") != "skip" || attr(first, "href") != "#main" {
		t.Errorf("the page begins with %s, want the skip link", describe(first))
	}
	one(t, root, "main#main[tabindex='-1']")
	one(t, root, "main h1")
	if title := words(one(t, root, "head > title")); !strings.Contains(title, words(one(t, root, "h1"))) {
		t.Errorf("the title %q does not name the page as its heading does", title)
	}
	level := 0
	for _, h := range find(root, "h1, h2, h3, h4, h5, h6") {
		now := int(h.Data[1] - '0')
		if now > level+1 {
			t.Errorf("%s follows a heading of level %d", describe(h), level)
		}
		if words(h) == "" {
			t.Errorf("%s has no words", describe(h))
		}
		level = now
	}
}

// checkTables wants a caption and header cells that say what they head. Tables of the manual come from Markdown,
// which has no captions; the region around them is named instead.
func checkTables(t *testing.T, root *html.Node, captioned bool) {
	t.Helper()
	for _, table := range find(root, "table") {
		if first := table.FirstChild; captioned && words(one(t, table, "caption")) == "" {
			t.Errorf("a table begins with %q, want a caption with words", first.Data)
		}
		if region := table.Parent; attr(region, "role") != "region" || attr(region, "tabindex") != "0" ||
			attr(region, "aria-label") == "" {
			t.Errorf("the table stands in %s, want a named region that scrolls by keyboard", region.Data)
		}
		columns, spanning := len(find(table, "thead th")), len(find(table, "[rowspan]"))
		for i, row := range find(table, "tbody tr") {
			if n := len(find(row, "td, th")); n != columns && (i == 0 || n+spanning != columns) {
				t.Errorf("row %d has %d cells under %d headings", i+1, n, columns)
			}
		}
	}
	for _, th := range find(root, "th") {
		if s := attr(th, "scope"); s != "col" && s != "row" {
			t.Errorf("%s has the scope %q", describe(th), s)
		}
	}
}

// checkLinks wants links with words and an address, and ids that occur once.
func checkLinks(t *testing.T, root *html.Node) {
	t.Helper()
	seen := map[string]bool{}
	for _, n := range find(root, "[id]") {
		id := attr(n, "id")
		if id == "" || seen[id] || strings.ContainsFunc(id, unicode.IsSpace) {
			t.Errorf("the id %q is empty, given twice or has a space", id)
		}
		seen[id] = true
	}
	for _, a := range find(root, "a") {
		href := attr(a, "href")
		u, err := url.Parse(href)
		switch {
		case err != nil || href == "":
			t.Errorf("%s leads nowhere: %v", describe(a), err)
		case u.Scheme != "" || u.Host != "":
			t.Errorf("%s leads off the site", describe(a))
		case words(a) == "":
			t.Errorf("%s has no words", describe(a))
		case u.Path == "" && u.RawQuery == "" && u.Fragment != "" && !seen[u.Fragment]:
			t.Errorf("%s leads to no element of its own page", describe(a))
		}
	}
}

// checkForms wants a label for every field, and forms that only ask.
func checkForms(t *testing.T, root *html.Node) {
	t.Helper()
	for _, field := range find(root, "input:not([type=hidden]), select") {
		inLabel := false
		for p := range field.Ancestors() {
			inLabel = inLabel || p.DataAtom == atom.Label
		}
		if !inLabel && !has(field, "aria-label") {
			t.Errorf("%s has no label", describe(field))
		}
	}
	for _, form := range find(root, "form") {
		if attr(form, "method") != "get" || !strings.HasPrefix(attr(form, "action"), "/") {
			t.Errorf("%s does not ask this site by GET", describe(form))
		}
	}
}

// checkScripts wants nothing that a content security policy would have to allow.
func checkScripts(t *testing.T, root *html.Node) {
	t.Helper()
	if found := find(root, "script:not([src]):not([type='application/ld+json']), style, iframe, object, embed, base, meta[http-equiv]"); len(found) > 0 {
		t.Errorf("the page has %s", describe(found[0]))
	}
	for _, n := range find(root, "*") {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.HasPrefix(strings.ToLower(a.Val), "javascript:") &&
				(a.Key == "href" || a.Key == "src" || a.Key == "action") {
				t.Errorf("%s has the attribute %s=%q", describe(n), a.Key, a.Val)
			}
		}
	}
}

// TestLinksLead follows each link of the harbour dossier: its page exists, and so does the element it points to.
func TestLinksLead(t *testing.T) {
	all := pages(t, siteOf(harbour(t)))
	known := map[string]*html.Node{}
	for _, a := range all {
		known[a.path] = parsed(t, a.page)
	}
	for _, a := range all {
		for _, link := range find(known[a.path], "a[href^='/']") {
			u, err := url.Parse(attr(link, "href"))
			if err != nil || strings.HasPrefix(u.Path, "/manual/") || strings.HasSuffix(u.Path, ".csv") {
				continue // the handlers' tests follow these
			}
			target, ok := known[u.Path+"?"+u.RawQuery]
			if !ok {
				target, ok = known[u.EscapedPath()]
			}
			if !ok {
				continue // a view of a table that has no page here; the handlers' tests follow it
			}
			if u.Fragment != "" && len(byID(target, u.Fragment)) != 1 {
				t.Errorf("%s: %s: no element there has that id", a.path, describe(link))
			}
		}
	}
}

func byID(root *html.Node, id string) []*html.Node {
	return slices.DeleteFunc(find(root, "[id]"), func(n *html.Node) bool { return attr(n, "id") != id })
}

// TestForeignScripts wants each word in Chinese or Russian to say its language, for the voice that reads it out and
// for the choice of the glyphs.
func TestForeignScripts(t *testing.T) {
	scripts := map[string]*unicode.RangeTable{"zh": unicode.Han, "ru": unicode.Cyrillic}
	found := 0
	for _, a := range pages(t, siteOf(harbour(t))) {
		for n := range parsed(t, a.page).Descendants() {
			for lang, script := range scripts {
				if n.Type != html.TextNode || !strings.ContainsFunc(n.Data, func(r rune) bool { return unicode.Is(script, r) }) {
					continue
				}
				found++
				if got := language(n); got != lang && !strings.HasPrefix(got, lang+"-") {
					t.Errorf("%s: %q is said to be in %q, want %s", a.path, n.Data, got, lang)
				}
			}
		}
	}
	if found == 0 {
		t.Error("no page has a word in Chinese or Russian: the fixture or this test is wrong")
	}
}

// language is the language of the nearest element that names one.
func language(n *html.Node) string {
	for p := range n.Ancestors() {
		if has(p, "lang") {
			return attr(p, "lang")
		}
	}
	return ""
}

// TestMenu marks the part of the site in which the reader is, and no other.
func TestMenu(t *testing.T) {
	s := siteOf(harbour(t))
	entry := map[string]string{"/harbour": "Overview", "/harbour/proposals": "Proposals",
		"/harbour/proposals/yasny-1921-04-10-conference": "Proposals", "/harbour/comparison?track=dues": "Offers one by one",
		"/harbour/lists": "Lists", "/harbour/lists/four": "Lists", "/harbour/claims": "Disputed claims", "/harbour/timeline": "Timeline",
		"/harbour/documents/norrholm-1920-11": "Documents", "/harbour/persons/orlova": "Persons", "/harbour/state": "State of play", "/": "", "/nowhere": ""}
	for _, a := range pages(t, s) {
		want, tested := entry[a.path]
		if !tested {
			continue
		}
		delete(entry, a.path)
		var got []string
		for _, n := range find(parsed(t, a.page), "[aria-current=page]") {
			got = append(got, words(n))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: the menu marks %q, want %q", a.path, got, want)
		}
		if rooms := find(parsed(t, a.page), "[aria-label=Rooms] [aria-current]"); (len(rooms) == 1) != (want != "") {
			t.Errorf("%s: %d rooms are marked", a.path, len(rooms))
		}
	}
	for path := range entry {
		t.Errorf("there is no page %s", path)
	}
}

// TestFilterForm shows in the form what the address asks for.
func TestFilterForm(t *testing.T) {
	root := parsed(t, proposals(t, siteOf(harbour(t)),
		"track=conference&party=yasny&stance=counters&from=1921-01&to=1922&text=in+May&sort=venue&order=desc"))
	for name, want := range map[string]string{"track": "conference", "party": "yasny", "stance": "counters"} {
		if got := attr(one(t, root, "form.filter select[name="+name+"] option[selected]"), "value"); got != want {
			t.Errorf("the form shows %s %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]string{"from": "1921-01", "to": "1922", "text": "in May", "sort": "venue", "order": "desc"} {
		if got := attr(one(t, root, "form.filter input[name="+name+"]"), "value"); got != want {
			t.Errorf("the form shows %s %q, want %q", name, got, want)
		}
	}
	if href := attr(one(t, root, "form.filter a"), "href"); href != "/harbour/proposals?order=desc&sort=venue" {
		t.Errorf("the link that shows all leads to %q", href)
	}
}

// TestSortedColumn says which column orders the table, in which direction, and offers the other.
func TestSortedColumn(t *testing.T) {
	s := siteOf(harbour(t))
	tests := []struct{ query, sorted, next string }{
		{"sort=venue", "ascending", "/harbour/proposals?order=desc&sort=venue"},
		{"sort=venue&order=desc", "descending", "/harbour/proposals?sort=venue"},
		{"sort=venue&page=2&party=yasny", "ascending", "/harbour/proposals?order=desc&party=yasny&sort=venue"},
	}
	for _, tt := range tests {
		th := one(t, parsed(t, proposals(t, s, tt.query)), "th[aria-sort]")
		if words(th) != "Venue ↑" && words(th) != "Venue ↓" {
			t.Errorf("%s: the sorted column is %q, want Venue with an arrow", tt.query, words(th))
		}
		if got := attr(th, "aria-sort"); got != tt.sorted {
			t.Errorf("%s: aria-sort = %q, want %q", tt.query, got, tt.sorted)
		}
		if got := attr(one(t, th, "a"), "href"); got != tt.next {
			t.Errorf("%s: the heading leads to %q, want %q", tt.query, got, tt.next)
		}
	}
}

// TestPages says how many rows there are on every page of a long table, and leads on and back.
func TestPages(t *testing.T) {
	d := harbour(t)
	for len(d.Parties) < 2*views.PageSize+50 {
		id := "party-" + string(rune('a'+len(d.Parties)%26)) + "-" + string(rune('a'+len(d.Parties)/26))
		d.Parties = append(d.Parties, domain.Party{ID: id, Name: id, Kind: domain.PartyParty})
	}
	s := siteOf(d)
	all := compare.Whole(s.Index(), "parties")
	tests := []struct {
		page          int
		count         string
		rows          int
		before, after string
	}{
		{1, "Rows 1 to 100 of 250", 100, "", "/harbour/parties?page=2"},
		{2, "Rows 101 to 200 of 250", 100, "/harbour/parties?page=1", "/harbour/parties?page=3"},
		{3, "Rows 201 to 250 of 250", 50, "/harbour/parties?page=2", ""},
	}
	for _, tt := range tests {
		root := parsed(t, listing(t, s, all, "", table.Query{}, views.RecordsQuery{Values: url.Values{}, Page: tt.page}))
		if got := words(one(t, root, "p.count[role=status]")); got != tt.count {
			t.Errorf("page %d says %q, want %q", tt.page, got, tt.count)
		}
		if got := len(find(root, "tbody tr")); got != tt.rows {
			t.Errorf("page %d has %d rows, want %d", tt.page, got, tt.rows)
		}
		if got := hrefs(root, "a[rel=prev]"); got != tt.before {
			t.Errorf("page %d leads back to %q, want %q", tt.page, got, tt.before)
		}
		if got := hrefs(root, "a[rel=next]"); got != tt.after {
			t.Errorf("page %d leads on to %q, want %q", tt.page, got, tt.after)
		}
	}
}

func hrefs(root *html.Node, selector string) string {
	var all []string
	for _, n := range find(root, selector) {
		all = append(all, attr(n, "href"))
	}
	return strings.Join(all, " ")
}

// TestEmptyView says what to do when no row is left, and hides nothing of how many there are.
func TestEmptyView(t *testing.T) {
	s := siteOf(harbour(t))
	all := compare.Whole(s.Index(), "proposals")
	none := table.Query{Filter: table.Filter{Text: "zeppelin"}}
	root := parsed(t, listing(t, s, all, "", none, views.RecordsQuery{Values: url.Values{"text": {"zeppelin"}}, Page: 1}))
	if got := words(one(t, root, "p.count")); got != "0 of 3 rows" {
		t.Errorf("an empty view says %q, want %q", got, "0 of 3 rows")
	}
	if got := words(one(t, root, "p.empty")); !strings.Contains(got, "Take a part of it away") {
		t.Errorf("an empty view says %q, want what to do", got)
	}
}

// TestEmptyDossier makes the pages of a dossier that has a name and nothing else.
func TestEmptyDossier(t *testing.T) {
	for _, a := range pages(t, siteOf(&domain.Dossier{ID: "empty", Title: "An empty dossier"})) {
		t.Run(a.path, func(t *testing.T) {
			root := parsed(t, a.page)
			checkFrame(t, root)
			checkTables(t, root, true)
			checkLinks(t, root)
			checkForms(t, root)
		})
	}
}

// TestNumberNotGiven shows no number for a list whose author gives none.
func TestNumberNotGiven(t *testing.T) {
	d := harbour(t)
	d.Lists[0].Claimed = 0
	s := siteOf(d)
	if got := words(one(t, parsed(t, s.NewLists()), "#numbers td[data-label=Claimed]")); got != "" {
		t.Errorf("the page of lists says that %q are claimed, want nothing", got)
	}
	for _, dt := range find(parsed(t, detail(t, s.NewList, "four")), "dl.facts dt") {
		if words(dt) == "Claimed" {
			t.Errorf("the page of the list says that %q are claimed, want nothing", words(dt.NextSibling))
		}
	}
}
