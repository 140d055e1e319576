package handlers_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"pourparler/api"
	"pourparler/domain"
	"pourparler/handlers"
)

// apiPage is a page of a list as a client reads it.
type apiPage struct {
	AsOf  *string `json:"as_of"`
	Total int
	Items []map[string]any
	Links struct{ Self, First, Prev, Next string }
}

// walk reads all pages of a list from its first address on.
func walk(t *testing.T, h *host, address string) []map[string]any {
	t.Helper()
	items, before := []map[string]any{}, ""
	for address != "" {
		a := h.get(address)
		p := decoded[apiPage](t, a)
		items = append(items, p.Items...)
		if len(items) > p.Total || p.Links.Self != address {
			t.Fatalf("GET %s = %d items up to here of %d, itself at %s", address, len(items), p.Total, p.Links.Self)
		}
		if p.Links.Prev != before {
			t.Errorf("GET %s: the page before is %q, want %q", address, p.Links.Prev, before)
		}
		if link := a.header.Get("Link"); p.Links.Next != "" && !strings.Contains(link, "<"+p.Links.Next+`>; rel="next"`) {
			t.Errorf("GET %s: the header Link is %s, want %s", address, link, p.Links.Next)
		}
		before, address = address, p.Links.Next
	}
	return items
}

// TestPages reads every list of the bundled dossier in small pages, forward and with a look back, and wants what one large
// page has.
func TestPages(t *testing.T) {
	h := serve(t, newLibrary(bundled(t)))
	for _, o := range handlers.Operations() {
		if !o.Has("cursor") {
			continue
		}
		all := decoded[apiPage](t, h.get(o.Address()+"?limit=1000"))
		got := walk(t, h, o.Address()+"?limit=41")
		if diff := gocmp.Diff(all.Items, got); diff != "" || all.Total != len(got) {
			t.Errorf("GET %s: %d items in pages of %d (-at once +in pages):\n%.500s", o.Address(), len(got), all.Total, diff)
		}
	}
}

// TestRowsAreThoseOfFiles compares the rows of every table with those of its JSON file.
func TestRowsAreThoseOfFiles(t *testing.T) {
	h := serve(t, newLibrary(bundled(t)))
	for _, o := range handlers.Operations() {
		if o.Answer.Rows == nil || strings.Contains(o.Path, "{id}") {
			continue
		}
		name := o.Path[strings.LastIndex(o.Path, "/")+1:]
		want := decoded[struct{ Rows []map[string]any }](t, h.get("/sino-soviet/"+name+".json")).Rows
		got := decoded[apiPage](t, h.get(o.Address()+"?limit=1000")).Items
		for _, row := range got {
			delete(row, "links")
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("GET %s (-file +answer):\n%.500s", o.Address(), diff)
		}
	}
}

// TestCursor goes on only where it was given: in the same list of the same version.
func TestCursor(t *testing.T) {
	l := newLibrary(harbour(t))
	h := serve(t, l)
	const list = "/api/v1/dossiers/harbour/documents"
	next := decoded[apiPage](t, h.get(list+"?limit=2&sort=title")).Links.Next
	u, err := url.Parse(next)
	if err != nil || u.Query().Get("cursor") == "" {
		t.Fatalf("the page after is at %q: %v", next, err)
	}
	cursor := "cursor=" + u.Query().Get("cursor")
	tests := []struct {
		name, path string
		status     int
	}{
		{"the page after", next, 200},
		{"in larger steps", list + "?sort=title&limit=3&" + cursor, 200},
		{"spelled otherwise", list + "?" + cursor + "&sort=%74itle&track=", 400},
		{"another order", list + "?sort=id&" + cursor, 400},
		{"the other direction", list + "?sort=title&order=desc&" + cursor, 400},
		{"a filter", list + "?sort=title&text=letter&" + cursor, 400},
		{"another list", "/api/v1/dossiers/harbour/persons?" + cursor, 400},
		{"cut short", list + "?sort=title&" + cursor[:len(cursor)-2], 400},
		{"made up", list + "?sort=title&cursor=%F0%9F%9A%A2", 400},
		{"very long", list + "?sort=title&cursor=" + strings.Repeat("A", 20_000), 400},
	}
	for _, tt := range tests {
		if got := h.get(tt.path); got.status != tt.status {
			t.Errorf("%s: GET %.200s = status %d, want %d: %s", tt.name, tt.path, got.status, tt.status, got.body)
		}
	}
	l.put(harbour(t))
	if got := h.get(next); got.status != http.StatusConflict || !strings.Contains(got.body, "begin anew") {
		t.Errorf("after a change GET %s = status %d, want 409: %s", next, got.status, got.body)
	}
	past := api.Position{Version: "2", Query: list + "?", Offset: 1 << 30}
	if got := h.get(list + "?cursor=" + past.String()); got.status != 400 {
		t.Errorf("a cursor behind the last item = status %d, want 400: %s", got.status, got.body)
	}
}

// TestProblems asks for what is wrong or not there. Every answer is a problem that names the fault.
func TestProblems(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	const root = "/api/v1/dossiers/harbour/"
	tests := []struct {
		path       string
		status     int
		detail     string
		parameters []string
	}{
		{root + "proposals?colour=red&author=x", 400, `no parameter "author", "colour"`, []string{"author", "colour"}},
		{root + "proposals/x?limit=1", 400, "it has none", []string{"limit"}},
		{root + "proposals?limit=0", 400, "from 1 to 1000", []string{"limit"}},
		{root + "proposals?limit=1001", 400, "from 1 to 1000", []string{"limit"}},
		{root + "proposals?limit=1e2", 400, "from 1 to 1000", []string{"limit"}},
		{root + "proposals?track=a&track=b", 400, "give it once", []string{"track"}},
		{root + "proposals?sort=colour", 400, "write one of id, track", []string{"sort"}},
		{root + "proposals?order=down", 400, "asc, desc", []string{"order"}},
		{root + "proposals?stance=maybe", 400, "write one of", []string{"stance"}},
		{root + "proposals?from=yesterday", 400, `"from" cannot be read`, nil},
		{root + "proposals?text=" + strings.Repeat("a", 400), 400, "give fewer", nil},
		{root + "proposals?text=a;b", 400, "cannot be read", nil},
		{root + "proposals?text=%zz", 400, "cannot be read", nil},
		{root + "parties?track=conference", 400, "no parameter", []string{"track"}},
		{root + "views/state?on=1921-04", 400, "write it as", nil},
		{root + "views/state?step=first", 400, "write a number", []string{"step"}},
		{root + "views/comparison?p=nothing", 404, `"nothing"`, nil},
		{root + "views/sheet?c=nobody@1921-01-01", 404, `"nobody"`, nil},
		{root + "views/ships", 404, "nothing stands", nil},
		{root + "ships", 404, "nothing stands", nil},
		{root + "persons/nobody", 404, `"nobody"`, nil},
		{root + "overrides/none", 404, `"none"`, nil},
		{root + "timeline/none", 404, `"none"`, nil},
		{root + "proposals/norrholm-1921-03-01-talks", 410, "no longer used", nil},
		{root + "documents/none/evidence", 404, `"none"`, nil},
		{root + "persons/orlova/letters", 404, "", nil},
		{root + "persons/..%2F..%2Fgo.mod", 404, "", nil},
		{root + "persons/%00", 404, "", nil},
		{"/api/v1/dossiers/atlantis", 404, `"atlantis"`, nil},
		{"/api/v1/dossiers/..%2F..", 404, "", nil},
		{"/api/v1/nothing", 404, "nothing stands", nil},
		{"/api/v2/dossiers", 404, "nothing stands", nil},
		{"/api", 404, "nothing stands", nil},
	}
	for _, tt := range tests {
		a := h.get(tt.path)
		if got := a.header.Get("Content-Type"); a.status != tt.status || got != api.ProblemType {
			t.Errorf("GET %.200s = status %d as %s, want a problem with %d: %.200s", tt.path, a.status, got, tt.status, a.body)
			continue
		}
		p := decoded[api.Problem](t, a)
		if p.Status != tt.status || !strings.Contains(p.Detail, tt.detail) || p.Title == "" || !strings.HasSuffix(tt.path, p.Instance) {
			t.Errorf("GET %.200s = %+v, want detail %q", tt.path, p, tt.detail)
		}
		if diff := gocmp.Diff(tt.parameters, p.Parameters); diff != "" {
			t.Errorf("GET %.200s: parameters at fault (-want +got):\n%s", tt.path, diff)
		}
		if got := a.header.Get("ETag"); got != "" {
			t.Errorf("GET %.200s: a problem has the ETag %s", tt.path, got)
		}
	}
}

// TestProblemTypes wants every kind of problem to be a paragraph of the manual, and the manual to name every list and view.
func TestProblemTypes(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	page := h.page(api.Manual)
	for _, status := range []int{400, 403, 404, 405, 409, 410, 500} {
		p := api.NewProblem("", status, "", "")
		_, anchor, ok := strings.Cut(p.Type, "#")
		if !ok || len(find(page, "[id='"+anchor+"']")) != 1 || p.Title == "" {
			t.Errorf("a problem with status %d has type %q and title %q, which the manual does not have", status, p.Type, p.Title)
		}
	}
	text := h.get(api.Manual).body
	for _, o := range handlers.Operations() {
		if name := regexp.MustCompile(`/([a-z-]+)$`).FindStringSubmatch(o.Path); name != nil && !strings.Contains(text, name[1]) {
			t.Errorf("the manual does not name %s", o.Path)
		}
	}
}

// TestInterfaceFailure tells a client that the fault is ours without showing the fault.
func TestInterfaceFailure(t *testing.T) {
	l := newLibrary(harbour(t))
	h := serve(t, l)
	l.fail(errors.New("dial tcp 10.0.0.7: password=hunter2 refused"))
	for _, path := range []string{"/api/v1/dossiers", "/api/v1/dossiers/harbour", "/api/v1/dossiers/harbour/proposals",
		"/api/v1/dossiers/harbour/persons/orlova", "/api/v1/dossiers/harbour/views/state"} {
		a := h.get(path)
		if a.status != 500 || a.header.Get("Content-Type") != api.ProblemType || strings.Contains(a.body, "hunter2") {
			t.Errorf("GET %s = status %d as %s: %s", path, a.status, a.header.Get("Content-Type"), a.body)
		}
	}
	if !strings.Contains(h.log.String(), "hunter2") {
		t.Error("the log does not have the error")
	}
	for _, kind := range []domain.Kind{domain.Invalid, domain.NotFound, domain.Conflict} {
		l.fail(domain.Errorf(kind, "the words of %s", kind))
		if p := decoded[api.Problem](t, h.get("/api/v1/dossiers/harbour")); !strings.HasSuffix(p.Detail, "the words of "+string(kind)) {
			t.Errorf("an error of kind %s is told as %+v", kind, p)
		}
	}
}

// TestUnchanged answers 304 to those who have the answer, until the dossier changes.
func TestUnchanged(t *testing.T) {
	l := newLibrary(harbour(t))
	h := serve(t, l)
	for _, path := range []string{"/api/v1", "/api/v1/openapi.json", "/api/v1/dossiers", "/api/v1/dossiers/harbour",
		"/api/v1/dossiers/harbour/proposals?limit=2", "/api/v1/dossiers/harbour/persons/orlova"} {
		tag := h.get(path).header.Get("ETag")
		a := h.do(http.MethodGet, path, "If-None-Match", tag)
		if tag == "" || a.status != http.StatusNotModified || a.body != "" {
			t.Errorf("GET %s with its ETag %s = status %d and %q, want 304", path, tag, a.status, a.body)
		}
		if got := h.do(http.MethodGet, path, "If-None-Match", `"other"`).status; got != 200 {
			t.Errorf("GET %s with another ETag = status %d, want 200", path, got)
		}
		if got := a.header.Get("Vary"); got != "Accept-Encoding" {
			t.Errorf("GET %s: a 304 that varies with %q", path, got)
		}
	}
	tag := h.get("/api/v1/dossiers/harbour/persons/orlova").header.Get("ETag")
	l.put(harbour(t))
	if got := h.do(http.MethodGet, "/api/v1/dossiers/harbour/persons/orlova", "If-None-Match", tag).status; got != 200 {
		t.Errorf("after a change the old ETag = status %d, want 200", got)
	}
}

// TestInterfaceMethods answers HEAD as GET without a body, OPTIONS with what may be asked, and refuses to be written to.
func TestInterfaceMethods(t *testing.T) {
	h := serveAs(t, handlers.Config{Library: newLibrary(harbour(t)), URL: "https://example.org"})
	const path = "/api/v1/dossiers/harbour/proposals"
	get, head := h.do(http.MethodGet, path, "Accept-Encoding", "zstd"), h.do(http.MethodHead, path, "Accept-Encoding", "zstd")
	if head.status != 200 || head.body != "" || head.header.Get("ETag") != get.header.Get("ETag") ||
		head.header.Get("Link") != get.header.Get("Link") || get.header.Get("Content-Type") != "application/json" {
		t.Errorf("HEAD %s = status %d, %q, %v; GET has %v", path, head.status, head.body, head.header, get.header)
	}
	options := h.do(http.MethodOptions, path, "Origin", "https://example.org", "Access-Control-Request-Method", "GET",
		"Access-Control-Request-Headers", "if-none-match")
	for name, want := range map[string]string{"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
		"Access-Control-Allow-Headers": "If-None-Match", "Allow": "OPTIONS, GET, HEAD"} {
		if got := options.header.Get(name); got != want || options.status != http.StatusNoContent {
			t.Errorf("OPTIONS %s = status %d with %s: %q, want %q", path, options.status, name, got, want)
		}
	}
	for _, method := range []string{"POST", "PUT", "PATCH", "DELETE"} {
		if a := h.do(method, path); a.status != 405 || a.header.Get("Content-Type") != api.ProblemType {
			t.Errorf("%s %s = status %d as %s, want a problem with 405", method, path, a.status, a.header.Get("Content-Type"))
		}
		if a := h.do(method, path, "Sec-Fetch-Site", "cross-site"); a.status != 403 || decoded[api.Problem](t, a).Status != 403 {
			t.Errorf("%s %s from another site = status %d, want a problem with 403", method, path, a.status)
		}
	}
}

// TestBrokenQuery is refused on pages and files too, as what is left of it would answer another question.
func TestBrokenQuery(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	for _, path := range []string{"/", "/harbour", "/harbour/proposals", "/harbour/proposals.csv", "/harbour/state", "/manual/guide"} {
		for _, query := range []string{"track=a;party=b", "track=%zz", "%", "a=b&%g1=2"} {
			if a := h.get(path + "?" + query); a.status != 400 || !strings.Contains(a.words(t), "after the question mark") {
				t.Errorf("GET %s?%s = status %d, want 400: %.200s", path, query, a.status, a.words(t))
			}
		}
		if a := h.get(path + "?track=%3B&text=%25"); a.status >= 500 || strings.Contains(a.words(t), "after the question mark") {
			t.Errorf("GET %s with an escaped semicolon = status %d", path, a.status)
		}
	}
}

// TestRecordIsComplete reads a proposal and wants what the record has of it.
func TestRecordIsComplete(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	d := harbour(t)
	for _, p := range d.Proposals {
		got := decoded[map[string]any](t, h.get("/api/v1/dossiers/harbour/proposals/"+p.ID))
		if got["summary"] != p.Summary || len(got["terms"].([]any)) != len(p.Terms) || len(got["citations"].([]any)) != len(p.Citations) {
			t.Errorf("proposal %s is told as %v", p.ID, got)
		}
		page, _ := got["links"].(map[string]any)["page"].(string)
		if a := h.get(page); a.status != 200 {
			t.Errorf("proposal %s: its page %s = status %d", p.ID, page, a.status)
		}
	}
}

// FuzzInterface asks with any path and query: nothing fails, and whatever comes is JSON.
func FuzzInterface(f *testing.F) {
	f.Add("dossiers/harbour/proposals", "limit=2&sort=made_on&order=desc")
	f.Add("dossiers/harbour/views/state", "on=1921-04-12&step=2&text=%22")
	f.Add("dossiers/harbour/views/sheet", "c=norrholm@1921-04-01&c=@")
	f.Add("dossiers/harbour/views/list-pair", "a=board&b=%00")
	f.Add("dossiers/../x", "cursor=////&limit=-1")
	h := serve(f, newLibrary(harbour(f)))
	f.Fuzz(func(t *testing.T, path, query string) {
		u := url.URL{Path: "/api/v1/" + path, RawQuery: query}
		if _, err := http.NewRequest(http.MethodGet, h.url+u.String(), nil); err != nil {
			t.Skip("no request")
		}
		a := (&host{t, h.url, h.log}).get(u.String())
		if a.status >= 500 || a.status != http.StatusPermanentRedirect && !json.Valid([]byte(a.body)) && a.header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("GET %s = status %d: %.300s", u.String(), a.status, a.body)
		}
	})
}
