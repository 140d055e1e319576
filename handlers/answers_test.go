package handlers_test

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"pourparler/domain"
	"pourparler/handlers"
	"pourparler/internal/crawl"
)

// TestStatus asks for what there is and for what there is not. The page for what is wrong names the thing.
func TestStatus(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	tests := []struct {
		path   string
		status int
		words  string // on the page
	}{
		{"/", 200, "The harbour of Vell"},
		{"/healthz", 200, "ok"},
		{"/manual/guide", 200, "Guide"},
		{"/harbour", 200, "The harbour of Vell"},
		{"/harbour/proposals", 200, "All 3 rows"},
		{"/harbour/state?on=1921-04-12", 200, "12 April 1921"},
		{"/harbour/documents/norrholm-1921-03-01", 200, "Letter of the Harbour Board"},
		{"/harbour/proposals?text=zeppelin", 200, "0 of 3 rows"},
		{"/harbour/proposals?text=DR%C3%89D", 200, "Rows 1 to 1 of 1, chosen from 3"}, // DRÉD
		{"/harbour/proposals?text=dre%CC%81d", 200, "Rows 1 to 1 of 1, chosen from 3"},
		{"/harbour/proposals?party=Yasny", 200, "Rows 1 to 2 of 2, chosen from 3"},
		{"/harbour/comparison?track=conference&from=1999", 200, "Choose a track"},

		{"/atlantis", 404, `"atlantis"`},
		{"/atlantis/proposals.csv", 404, `"atlantis"`},
		{"/harbour/ships", 404, `"ships"`},
		{"/harbour/ships.csv", 404, `"ships"`},
		{"/harbour/membership", 404, `"membership"`},
		{"/harbour/persons/nobody", 404, `"nobody"`},
		{"/harbour/proposals/nothing", 404, `"nothing"`},
		{"/harbour/documents/lost.csv", 404, `"lost"`},
		{"/harbour/claims?track=nowhere", 404, `"nowhere"`},
		{"/harbour/comparison?track=nowhere", 404, `"nowhere"`},
		{"/harbour/comparison?p=nothing", 404, `"nothing"`},
		{"/manual/nothing", 404, `"nothing"`},
		{"/harbour/persons/orlova/letters", 404, `"orlova/letters"`},

		{"/harbour/proposals?page=0", 404, "pages 1 to 1"},
		{"/harbour/proposals?page=2", 404, "pages 1 to 1"},
		{"/harbour/proposals?page=-1", 404, "pages 1 to 1"},
		{"/harbour/proposals?page=99999999999999999999", 404, "pages 1 to 1"},
		{"/harbour/proposals?page=one", 404, `"one"`},

		{"/harbour/proposals?from=yesterday", 400, `"from" cannot be read`},
		{"/harbour/proposals.csv?to=1921-13", 400, `"to" cannot be read`},
		{"/harbour/comparison?from=1921-02-30", 400, `"from" cannot be read`},
		{"/harbour/state?on=1921-04", 400, "write it as"},
		{"/harbour/proposals?sort=colour", 400, "write one of id, track, act"},
	}
	for _, tt := range tests {
		a := h.get(tt.path)
		if a.status != tt.status {
			t.Errorf("GET %s = status %d, want %d", tt.path, a.status, tt.status)
		}
		if got := a.words(t); !strings.Contains(strings.ToLower(got), strings.ToLower(tt.words)) {
			t.Errorf("GET %s says %q, want %q", tt.path, got, tt.words)
		}
		if tt.status >= 400 && len(find(a.parsed(t), "main a[href='/']")) == 0 {
			t.Errorf("GET %s: the page leads nowhere", tt.path)
		}
	}
}

// TestBadDateSaysWhatToWrite tells a reader how a date is written, not only that this one is not.
func TestBadDateSaysWhatToWrite(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	for _, date := range []string{"yesterday", "7/3/1964", "7 Brumaire 1964", "1964-02-30", "30 February 1964"} {
		got := h.get("/harbour/proposals?from=" + url.QueryEscape(date)).words(t)
		if !strings.Contains(got, "1964") || !strings.Contains(got, "write") && !strings.Contains(got, "such as") &&
			!strings.Contains(got, "days") {
			t.Errorf("the date %q: the page says %q, want what to write instead", date, got)
		}
	}
}

// TestDatesAsWritten takes a date as people write it for what the notation says.
func TestDatesAsWritten(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	for _, tt := range []struct{ path, typed, notation string }{
		{"/harbour/state?on=", "4 April 1921", "1921-04-04"},
		{"/harbour/sheet?track=conference&party=norrholm&day=", "4.4.1921", "1921-04-04"},
		{"/harbour/timeline.csv?to=", "March 1921", "1921-03"},
		{"/harbour/comparison.json?track=conference&from=", "April 10, 1921", "1921-04-10"},
		{"/api/v1/dossiers/harbour/proposals?from=", "10 April 1921", "1921-04-10"},
	} {
		typed, notation := h.get(tt.path+url.QueryEscape(tt.typed)), h.get(tt.path+tt.notation)
		if typed.status != http.StatusOK || notation.status != http.StatusOK {
			t.Errorf("GET %s%s = status %d, as %s %d", tt.path, tt.typed, typed.status, tt.notation, notation.status)
		}
		same := func(a answer) string {
			return strings.NewReplacer(url.QueryEscape(tt.typed), "", strings.ReplaceAll(tt.typed, " ", "%20"), "", tt.typed, "", tt.notation, "").Replace(a.body)
		}
		if same(typed) != same(notation) {
			t.Errorf("GET %s: %q gives other rows than %s", tt.path, tt.typed, tt.notation)
		}
	}
}

// TestErrorKeepsForm shows what was typed again where it cannot be read, with all else that was asked for.
func TestErrorKeepsForm(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	page := h.get("/harbour/proposals?track=conference&text=pilots&from=soon&to=1921-05").parsed(t)
	form := find(page, "main form")
	if len(form) != 1 || attr(form[0], "action") != "/harbour/proposals" {
		t.Fatalf("%d forms on the page of the error, want one that leads to where it came from", len(form))
	}
	for name, want := range map[string]string{"track": "conference", "text": "pilots", "from": "soon", "to": "1921-05"} {
		if field := find(form[0], "input[name="+name+"]"); len(field) != 1 || attr(field[0], "value") != want {
			t.Errorf("the form has %d fields %q, want one with %q", len(field), name, want)
		}
	}
	if form := find(h.get("/harbour/proposals?sort=colour").parsed(t), "main form"); len(form) != 0 {
		t.Error("a form without a field that anybody typed")
	}
}

// TestMethods answers HEAD wherever GET is answered, without a body, and refuses what would change something.
func TestMethods(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	paths := []string{"/", "/harbour", "/harbour/proposals", "/harbour/persons/nobody", "/harbour/documents/norrholm-1921-03-01.csv", "/healthz"}
	for _, table := range handlers.Tables() {
		paths = append(paths, "/harbour/"+table+".csv")
	}
	for _, path := range paths {
		get, head := h.get(path), h.do(http.MethodHead, path)
		if head.status != get.status || head.body != "" {
			t.Errorf("HEAD %s = status %d and %d bytes, want %d and none", path, head.status, len(head.body), get.status)
		}
		for _, name := range []string{"Content-Type", "Content-Disposition", "Cache-Control"} {
			if head.header.Get(name) != get.header.Get(name) {
				t.Errorf("HEAD %s: %s is %q, want %q as with GET", path, name, head.header.Get(name), get.header.Get(name))
			}
		}
	}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch} {
		a := h.do(method, "/harbour/proposals", "Sec-Fetch-Site", "same-origin")
		if a.status != http.StatusMethodNotAllowed || !strings.Contains(a.header.Get("Allow"), http.MethodGet) {
			t.Errorf("%s = status %d, Allow %q, want 405 and GET", method, a.status, a.header.Get("Allow"))
		}
		if got := a.words(t); strings.Contains(got, "no such page") {
			t.Errorf("%s: the page says %q of an address that exists", method, got)
		}
	}
}

// TestHeaders wants the headers that protect a reader on every answer, whatever it is.
func TestHeaders(t *testing.T) {
	l := newLibrary(harbour(t))
	h := serve(t, l)
	asset := attr(find(h.page("/"), "link[rel=stylesheet]")[0], "href")
	answers := map[string]answer{"asset": h.get(asset), "page": h.get("/harbour"), "404": h.get("/atlantis"),
		"400": h.get("/harbour/proposals?from=x"), "csv": h.get("/harbour/proposals.csv"),
		"405": h.do(http.MethodPost, "/", "Sec-Fetch-Site", "same-origin"),
		"403": h.do(http.MethodPost, "/", "Sec-Fetch-Site", "cross-site")}
	l.fail(errors.New("disk full"))
	answers["500"] = h.get("/harbour")
	for name, a := range answers {
		for header, want := range map[string]string{"Content-Security-Policy": "default-src 'none'",
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
			"Permissions-Policy": "camera=()"} {
			if got := a.header.Get(header); !strings.Contains(got, want) {
				t.Errorf("%s: %s is %q, want %q in it", name, header, got, want)
			}
		}
		if csp := a.header.Get("Content-Security-Policy"); strings.Contains(csp, "unsafe") ||
			!strings.Contains(csp, "frame-ancestors 'none'") || !strings.Contains(csp, "base-uri 'none'") {
			t.Errorf("%s: the policy is %q", name, csp)
		}
		if a.header.Get("Content-Type") == "" {
			t.Errorf("%s: no content type", name)
		}
	}
	if got := answers["403"].status; got != http.StatusForbidden {
		t.Errorf("a POST from another site = status %d, want 403", got)
	}
}

// TestAssets may be kept for ever, because their address changes with them.
func TestAssets(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	found := find(h.page("/harbour"), "link[href^='/assets/'], script[src^='/assets/'], img[src^='/assets/']")
	if len(found) < 2 {
		t.Fatalf("%d assets on the page, want the style sheet and the icon at least", len(found))
	}
	for _, n := range found {
		path := attr(n, "href") + attr(n, "src")
		a := h.get(path)
		if a.status != http.StatusOK || a.body == "" {
			t.Errorf("GET %s = status %d and %d bytes", path, a.status, len(a.body))
		}
		if got := a.header.Get("Cache-Control"); !strings.Contains(got, "immutable") || !strings.Contains(got, "max-age=31536000") {
			t.Errorf("GET %s: Cache-Control is %q", path, got)
		}
		if got := a.header.Get("Content-Type"); strings.HasSuffix(path, ".css") && got != "text/css; charset=utf-8" {
			t.Errorf("GET %s: Content-Type is %q", path, got)
		}
	}
	for _, path := range []string{"/harbour", "/harbour/proposals.csv"} {
		if got := h.get(path).header.Get("Cache-Control"); got != "no-cache" {
			t.Errorf("GET %s: Cache-Control is %q, want no-cache: the record may change", path, got)
		}
	}
}

// TestTraversal asks for files that are none of the reader's business.
func TestTraversal(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	for _, path := range []string{"/assets/../../go.mod", "/assets/..%2f..%2fgo.mod", "/assets/%2e%2e/%2e%2e/etc/passwd",
		"/assets/style.css", "/assets", "/assets//etc/passwd", `/assets/..%5c..%5cgo.mod`, "/assets/style.00000000.css",
		"/manual/..%2fREADME", "/manual/%2fetc%2fpasswd", "/manual/guide.md%00", "/harbour/documents/..%2f..%2fgo.mod.csv",
		"/..%2f..%2fetc/passwd", "/harbour/..%2f..%2fgo.csv"} {
		a := h.get(path)
		if a.status != http.StatusNotFound {
			t.Errorf("GET %s = status %d, want 404", path, a.status)
		}
		if strings.Contains(a.body, "module pourparler") || strings.Contains(a.body, "root:") {
			t.Errorf("GET %s hands out a file of the machine", path)
		}
	}
}

// TestFailure shows a reader that the fault is ours without showing the fault, and logs it.
func TestFailure(t *testing.T) {
	l := newLibrary(harbour(t))
	h := serve(t, l)
	h.page("/harbour")
	l.fail(errors.New("dial tcp 10.0.0.7: password=hunter2 refused"))
	for _, path := range []string{"/", "/harbour", "/harbour/proposals", "/harbour/proposals.csv", "/harbour/persons/orlova",
		"/harbour/documents/norrholm-1921-03-01.csv", "/harbour/comparison.csv?track=conference"} {
		a := h.get(path)
		if a.status != http.StatusInternalServerError {
			t.Errorf("GET %s = status %d, want 500", path, a.status)
		}
		if strings.Contains(a.body, "hunter2") || strings.Contains(a.body, "10.0.0.7") {
			t.Errorf("GET %s shows the error: %s", path, a.words(t))
		}
		if got := a.header.Get("Content-Type"); !strings.HasPrefix(got, "text/html") || a.header.Get("Content-Disposition") != "" {
			t.Errorf("GET %s: the failure is a file: %q, %q", path, got, a.header.Get("Content-Disposition"))
		}
		if !strings.Contains(h.log.String(), "path="+strings.SplitN(path, "?", 2)[0]+" ") {
			t.Errorf("GET %s: the log does not name the path", path)
		}
	}
	if !strings.Contains(h.log.String(), "hunter2") {
		t.Error("the log does not have the error")
	}
	l.fail(nil)
	h.page("/harbour")
}

// TestNotOurFaultIsNotLogged keeps the log for what somebody has to look into.
func TestNotOurFaultIsNotLogged(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	for _, path := range []string{"/atlantis", "/harbour/proposals?from=x", "/harbour/persons/nobody"} {
		h.get(path)
	}
	if got := h.log.String(); got != "" {
		t.Errorf("the log has %s", got)
	}
}

// TestChange shows a dossier as it is now, and not as it was when it was first asked for.
func TestChange(t *testing.T) {
	l := newLibrary(harbour(t))
	h := serve(t, l)
	if got := h.get("/harbour/persons/orlova").words(t); !strings.Contains(got, "Vera Orlova") {
		t.Fatalf("the page says %q", got)
	}
	d := harbour(t)
	for i := range d.Persons {
		d.Persons[i].Name = "Renamed " + d.Persons[i].ID
	}
	l.put(d)
	for _, path := range []string{"/harbour/persons/orlova", "/harbour/persons"} {
		if got := h.get(path).words(t); !strings.Contains(got, "Renamed orlova") {
			t.Errorf("GET %s after the change says %q", path, got)
		}
	}
	if got := h.get("/harbour/persons.csv").body; !strings.Contains(got, "Renamed orlova") {
		t.Errorf("the CSV after the change has %q", got)
	}
}

// TestTogether asks for many pages at once while the dossier changes; the race detector looks on.
func TestTogether(t *testing.T) {
	l := newLibrary(harbour(t))
	h := serve(t, l)
	other := harbour(t)
	paths := []string{"/", "/harbour", "/harbour/proposals", "/harbour/proposals.csv", "/harbour/lists", "/harbour/state",
		"/harbour/comparison?track=conference", "/harbour/documents/norrholm-1921-03-01"}
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for range 5 {
				for j := range paths {
					if a := h.get(paths[(i+j)%len(paths)]); a.status != http.StatusOK {
						t.Errorf("GET %s = status %d", paths[(i+j)%len(paths)], a.status)
					}
				}
				l.put(other)
			}
		})
	}
	wg.Wait()
}

// TestUnknownParameters are left out of account, and out of the addresses that a page leads to.
func TestUnknownParameters(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	root := h.page("/harbour/proposals?utm_source=mail&track=conference&track=&colour=red&fbclid=1")
	if got := words(find(root, "p.count")[0]); got != "All 3 rows" {
		t.Errorf("the page says %q, want all rows", got)
	}
	for _, n := range find(root, "a") {
		if href := attr(n, "href"); strings.Contains(href, "utm_source") || strings.Contains(href, "colour") {
			t.Errorf("the page leads to %s", href)
		}
	}
}

// TestHostileQueries asks with words that look like markup, are not UTF-8 or are very long.
func TestHostileQueries(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	hostile := []string{`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, "\xff\xfe", "a\x00b", "%", "../..",
		"\u202Eabc", "=cmd|' /C calc'!A0", "a\r\nSet-Cookie: x=1", strings.Repeat("é", 300), strings.Repeat("a b ", 4000)}
	for _, text := range hostile {
		for _, name := range []string{"text", "track", "party", "document", "stance", "from", "sort", "page", "p", "on", "step",
			"c", "day"} {
			for _, path := range []string{"/harbour/proposals", "/harbour/proposals.csv", "/harbour/comparison", "/harbour/state",
				"/harbour/comparison.csv", "/harbour/claims", "/harbour/sheet", "/harbour/sheet.csv"} {
				a := h.get(path + "?" + name + "=" + url.QueryEscape(text))
				if a.status >= 500 {
					t.Errorf("GET %s with %s=%.40q = status %d", path, name, text, a.status)
				}
				if a.header.Get("Set-Cookie") != "" || len(a.header.Get("Content-Disposition")) > 600 {
					t.Errorf("GET %s with %s=%.40q: the words reach the header: %v", path, name, text, a.header)
				}
				if strings.HasPrefix(a.header.Get("Content-Type"), "text/html") && len(find(a.parsed(t), "script:not([src^='/assets/']):not([type='application/ld+json']), img")) > 0 {
					t.Errorf("GET %s with %s=%.40q: the words became markup", path, name, text)
				}
			}
		}
	}
}

// TestKinds shows that a kind of error decides the status, whoever reports it.
func TestKinds(t *testing.T) {
	l := newLibrary(harbour(t))
	h := serve(t, l)
	for kind, status := range map[domain.Kind]int{domain.Invalid: 400, domain.NotFound: 404, domain.Conflict: 409, domain.Internal: 500,
		domain.Unavailable: 503, domain.Damaged: 503} {
		l.fail(domain.Errorf(kind, "the words of %s", kind))
		a := h.get("/harbour")
		if a.status != status {
			t.Errorf("an error of kind %s = status %d, want %d", kind, a.status, status)
		}
		if shown := strings.Contains(a.body, "The words of"); shown != (kind != domain.Internal) {
			t.Errorf("an error of kind %s: its words are shown: %t", kind, shown)
		}
	}
}

// TestLinks follows every link of the harbour dossier, as a patient reader would.
func TestLinks(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	site, err := crawl.Crawl(t.Context(), h.url+"/", crawl.Options{Views: 40})
	if err != nil {
		t.Fatal(err)
	}
	if len(site.Pages) < 60 {
		t.Errorf("the crawl saw %d pages, want the whole site", len(site.Pages))
	}
	seen := map[string]bool{} // what every page leads to is reported once
	for name, problems := range map[string][]crawl.Problem{"links": site.Links(), "fragments": site.Fragments(),
		"external": site.External(), "downloads": site.Downloads()} {
		for _, p := range problems {
			if !seen[p.Detail] {
				t.Errorf("%s: %s", name, p)
			}
			seen[p.Detail] = true
		}
	}
}
