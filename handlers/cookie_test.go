package handlers_test

import (
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/api"
	"pourparler/handlers"
	"pourparler/internal/crawl"
)

// everyAddress is everything that the site leads to, every record that the interface has, and what is refused.
func everyAddress(t *testing.T) []string {
	t.Helper()
	h := serve(t, newLibrary(harbour(t)))
	site, err := crawl.Crawl(t.Context(), h.url, crawl.Options{Views: 2})
	if err != nil {
		t.Fatal(err)
	}
	paths := map[string]bool{"/nowhere": true, "/harbour/proposals?page=99": true, "/harbour/proposals?from=soon": true, "/api/v1/nothing": true}
	for _, p := range site.Pages {
		paths[p.Path] = true
	}
	for _, o := range handlers.Operations() {
		for _, address := range records(t, h, api.Root+strings.ReplaceAll(o.Path, "{dossier}", "harbour")) {
			paths[address] = true
		}
	}
	return slices.Sorted(maps.Keys(paths))
}

// TestCookiesChangeNothing asks for everything without a cookie, with some, and without again what was kept for those: what
// the public is sent is the same in every byte, and depends on no cookie and sets none.
func TestCookiesChangeNothing(t *testing.T) {
	site := func() http.Handler {
		h, err := handlers.New(handlers.Config{Library: newLibrary(harbour(t)), Logger: slog.New(slog.DiscardHandler), Package: one})
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	get := func(h http.Handler, path, cookie string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		if cookie != "" {
			r.Header.Set("Cookie", cookie)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	alone, shared, paths := site(), site(), everyAddress(t)
	for _, path := range paths {
		plain := get(alone, path, "")
		with, after := get(shared, path, "session=c0ffee; pourparler=editor; lang=zh; theme=dark"), get(shared, path, "")
		if with.Code != plain.Code || with.Body.String() != plain.Body.String() {
			t.Errorf("%s: with cookies status %d and %d bytes, without %d and %d", path, with.Code, with.Body.Len(), plain.Code, plain.Body.Len())
		}
		if after.Code != plain.Code || after.Body.String() != plain.Body.String() {
			t.Errorf("%s: after somebody with cookies status %d and %d bytes, before %d and %d", path, after.Code, after.Body.Len(), plain.Code, plain.Body.Len())
		}
		if d := cmp.Diff(after.Header(), with.Header()); d != "" {
			t.Errorf("%s: headers (-without +with cookies):\n%s", path, d)
		}
		for _, w := range []*httptest.ResponseRecorder{plain, with} {
			if vary := strings.Join(w.Header().Values("Vary"), ", "); w.Header().Get("Set-Cookie") != "" || strings.Contains(vary, "Cookie") {
				t.Errorf("%s: sets the cookie %q and varies with %s", path, w.Header().Get("Set-Cookie"), vary)
			}
		}
	}
	if len(paths) < 150 {
		t.Errorf("only %d addresses were found", len(paths))
	}
}
