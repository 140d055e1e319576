package handlers_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"pourparler/handlers"
	"pourparler/internal/crawl"
)

// proxied serves the site below the path of a public address, behind a proxy that knows nothing else, and that takes the
// path off or leaves it.
func proxied(t testing.TB, l handlers.Library, path string, strips bool) string {
	t.Helper()
	u := &url.URL{Path: path}
	escaped := u.EscapedPath()
	var to *url.URL
	proxy := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		if strips {
			r.Out.URL.Path = strings.TrimPrefix(r.Out.URL.Path, path)
			r.Out.URL.RawPath = strings.TrimPrefix(r.Out.URL.RawPath, escaped)
		}
		r.Out.URL.Scheme, r.Out.URL.Host = to.Scheme, to.Host
	}}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != path && !strings.HasPrefix(r.URL.Path, path+"/") {
			http.Error(w, "this proxy has another site at "+r.URL.Path, http.StatusTeapot)
			return
		}
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	public := server.URL + escaped
	to, err := url.Parse(serveAs(t, handlers.Config{Library: l, URL: public, Address: func(path string) string { return public + path }}).url)
	if err != nil {
		t.Fatal(err)
	}
	return public
}

// TestBelowAPath serves a site whose public address has a path, also one that is the id of a dossier or a word of ours,
// behind proxies of both kinds: every link of every page, picture and answer begins with the path and is answered.
func TestBelowAPath(t *testing.T) {
	for _, path := range []string{"/talks", "/harbour", "/api", "/a b/ü&'c"} {
		for _, strips := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s strips=%t", path, strips), func(t *testing.T) {
				public := proxied(t, newLibrary(harbour(t)), path, strips)
				site, err := crawl.Crawl(t.Context(), public+"/", crawl.Options{Views: 4})
				if err != nil {
					t.Fatal(err)
				}
				for _, p := range append(site.Links(), site.Fragments()...) {
					t.Error(p)
				}
				root := (&url.URL{Path: path}).EscapedPath()
				for _, p := range site.Pages {
					if !strings.HasPrefix(p.Path, root+"/") {
						t.Errorf("%s leads to %s", p.From, p.Path)
					}
					checkRooted(t, p, root)
					if host := strings.TrimSuffix(public, root); path == "/talks" && strings.Count(string(p.Body), host+"/") != strings.Count(string(p.Body), public+"/") {
						t.Errorf("%s names an address of the host without the path", p.Path)
					}
				}
				if len(site.Pages) < 100 {
					t.Errorf("only %d addresses were found", len(site.Pages))
				}
			})
		}
	}
}

// checkRooted wants every attribute of a page that begins with a slash to begin with the path.
func checkRooted(t *testing.T, p *crawl.Page, root string) {
	t.Helper()
	if !p.HTML() && p.Type != "image/svg+xml" {
		return
	}
	node, err := html.Parse(strings.NewReader(string(p.Body)))
	if err != nil {
		t.Fatal(err)
	}
	for n := range node.Descendants() {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, root+"/") {
				t.Errorf("%s: %s %s=%q", p.Path, n.Data, a.Key, a.Val)
			}
		}
	}
}

// TestInterfaceBelowAPath follows every address that the read interface gives, from its first answer.
func TestInterfaceBelowAPath(t *testing.T) {
	for _, strips := range []bool{true, false} {
		public := proxied(t, newLibrary(harbour(t)), "/talks", strips)
		h := &host{t: t, url: strings.TrimSuffix(public, "/talks")}
		seen := map[string]bool{}
		queue := []string{"/talks/api/v1", "/talks/api/v1/dossiers/harbour/proposals?limit=1", "/talks/api/v1/dossiers/harbour/lists?limit=1"}
		for len(queue) > 0 {
			path := queue[0]
			queue = queue[1:]
			if seen[path] || len(seen) > 400 {
				continue
			}
			seen[path] = true
			a := h.get(path)
			if a.status != 200 {
				t.Fatalf("GET %s = %d", path, a.status)
			}
			for _, link := range strings.Split(a.header.Get("Link"), ",") {
				if link != "" && !strings.HasPrefix(strings.TrimSpace(link), "</talks/api/v1/") {
					t.Errorf("GET %s has the header Link: %s", path, link)
				}
			}
			var body any
			if a.header.Get("Content-Type") != "application/json" || strings.HasSuffix(path, ".json") {
				continue
			}
			if err := json.Unmarshal([]byte(a.body), &body); err != nil {
				t.Fatal(err)
			}
			for _, link := range slashed(body) {
				if !strings.HasPrefix(link, "/talks/") {
					t.Errorf("GET %s gives %s", path, link)
				}
				queue = append(queue, link)
			}
		}
		if len(seen) < 100 {
			t.Errorf("only %d addresses were found", len(seen))
		}
		var description struct{ Servers []struct{ URL string } }
		if err := json.Unmarshal([]byte(h.get("/talks/api/v1/openapi.json").body), &description); err != nil || description.Servers[0].URL != "/talks" {
			t.Errorf("the description names the servers %v, %v", description.Servers, err)
		}
		var problem struct{ Type, Instance string }
		if err := json.Unmarshal([]byte(h.get("/talks/api/v1/dossiers/none").body), &problem); err != nil ||
			problem.Type != "/talks/manual/api#nothing-there" || problem.Instance != "/talks/api/v1/dossiers/none" {
			t.Errorf("a problem is told as %+v, %v", problem, err)
		}
	}
}

// slashed are all texts of an answer that are addresses.
func slashed(v any) []string {
	var all []string
	switch v := v.(type) {
	case map[string]any:
		for _, member := range v {
			all = append(all, slashed(member)...)
		}
	case []any:
		for _, item := range v {
			all = append(all, slashed(item)...)
		}
	case string:
		if strings.HasPrefix(v, "/") {
			all = append(all, v)
		}
	}
	return all
}

// TestRedirectBelowAPath leads to the public address, and never to another host.
func TestRedirectBelowAPath(t *testing.T) {
	h := serveAs(t, handlers.Config{Library: newLibrary(harbour(t)), URL: "https://example.org/talks/"})
	for path, want := range map[string]string{
		"/harbour/": "/talks/harbour", "/talks/harbour/": "/talks/harbour", "/talks//evil.example/": "/talks/evil.example",
		"//evil.example/": "/talks/evil.example", "/%74alks/harbour/?sort=id": "/talks/harbour?sort=id",
	} {
		if a := h.get(path); a.status != http.StatusPermanentRedirect || a.header.Get("Location") != want {
			t.Errorf("GET %s = %d to %q, want %q", path, a.status, a.header.Get("Location"), want)
		}
	}
	for path, want := range map[string]int{"/talks": 200, "/talks/": 200, "/": 200, "/talks/harbour": 200, "/harbour": 200, "/talksharbour": 404,
		"/talks/talks/harbour": 404, "/talks/talks": 404} {
		if a := h.get(path); a.status != want {
			t.Errorf("GET %s = %d, want %d", path, a.status, want)
		}
	}
	for _, public := range []string{"https://example.org//talks", "https://example.org/a/../b", "https://example.org/a/%2e%2e/b", "%"} {
		if _, err := handlers.New(handlers.Config{URL: public}); err == nil {
			t.Errorf("New takes the public address %s", public)
		}
	}
}

// numbered writes a path with some of its unreserved characters as their numbers.
func numbered(t *rapid.T, path string) string {
	var b strings.Builder
	for _, c := range []byte(path) {
		plain := strings.IndexByte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~", c) >= 0
		if !plain || rapid.IntRange(0, 3).Draw(t, "numbered") > 0 {
			b.WriteByte(c)
			continue
		}
		b.WriteString(fmt.Sprintf(rapid.SampledFrom([]string{"%%%02x", "%%%02X"}).Draw(t, "digits"), c))
	}
	return b.String()
}

// TestNumberedCharacters gives the same answer at every form of an address (RFC 3986, section 6.2.2), and none where a
// character that is not the same as its number stands as that.
func TestNumberedCharacters(t *testing.T) {
	for _, public := range []string{"", "https://example.org/talks"} {
		h := serveAs(t, handlers.Config{Library: newLibrary(harbour(t)), URL: public})
		paths := []string{"/", "/healthz", "/harbour", "/harbour.bib", "/harbour/proposals", "/harbour/proposals.csv", "/harbour/state.json",
			"/harbour/documents/norrholm-1921-03-01", "/harbour/documents/norrholm-1921-03-01.csv", "/harbour/datapackage.zip", "/manual/dossier-format",
			"/api/v1/openapi.json", "/api/v1/dossiers/harbour/persons/orlova", "/harbour/drift.svg?track=conference", "/harbour/", "/harbour/nothing"}
		rapid.Check(t, func(rt *rapid.T) {
			path, query, _ := strings.Cut(rapid.SampledFrom(paths).Draw(rt, "path"), "?")
			if query != "" {
				query = "?" + query
			}
			want, got := h.get(path+query), h.get(numbered(rt, path)+query)
			if got.status != want.status || got.body != want.body || got.header.Get("ETag") != want.header.Get("ETag") ||
				got.header.Get("Location") != want.header.Get("Location") {
				rt.Errorf("status %d and %d bytes, want %d and %d", got.status, len(got.body), want.status, len(want.body))
			}
			at := rapid.IntRange(1, len(path)).Draw(rt, "at")
			other := path[:at] + rapid.SampledFrom([]string{"%2F", "%2f", "%3F", "%00", "%23", "%25", "%5C", "%FF", "%0A", "%3B"}).Draw(rt, "reserved") + path[at:]
			if got := h.get(other + query); got.status != 404 && got.status != 308 {
				rt.Errorf("GET %s = %d, want 404", other, got.status)
			}
		})
	}
}

// TestUnspeakablePath asks no library for what no text has: PostgreSQL refuses the question.
func TestUnspeakablePath(t *testing.T) {
	h := serve(t, broken{})
	for _, path := range []string{"/%00", "/har%00bour/state", "/har%FFbour.csv", "/api/v1/dossiers/a%0Ab", "/a/b%7Fc"} {
		if a := h.get(path); a.status != 404 {
			t.Errorf("GET %s = %d, want 404", path, a.status)
		}
	}
}
