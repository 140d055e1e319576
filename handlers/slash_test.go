package handlers_test

import (
	"net/http"
	"testing"
)

// TestSlash leads from an address with a slash at its end to the one without, and never to another host.
func TestSlash(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	for path, want := range map[string]string{
		"/harbour/":                                "/harbour",
		"/harbour/proposals/":                      "/harbour/proposals",
		"/harbour/proposals/?text=a%20b&sort=id":   "/harbour/proposals?text=a%20b&sort=id",
		"/harbour/documents/norrholm-1921-03-01//": "/harbour/documents/norrholm-1921-03-01",
		"/harbour/proposals.csv/":                  "/harbour/proposals.csv",
		"/healthz/":                                "/healthz",
		"/api/v1/":                                 "/api/v1",
		"/api/v1/dossiers/?limit=1":                "/api/v1/dossiers?limit=1",
		"//":                                       "/",
		"//evil.example/":                          "/evil.example",
		"///evil.example/":                         "/evil.example",
		`/\evil.example/`:                          "/%5Cevil.example",
		"/%2F/evil.example/":                       "/%2F/evil.example",
		"//evil.example/%2F..%2F/":                 "/evil.example/%2F..%2F",
	} {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			a := h.do(method, path)
			if got := a.header.Get("Location"); a.status != http.StatusPermanentRedirect || got != want {
				t.Errorf("%s %s = %d to %q, want 308 to %q", method, path, a.status, got, want)
			}
		}
	}
	if a := h.get("/"); a.status != http.StatusOK {
		t.Errorf("GET / = %d", a.status)
	}
	if a := h.do(http.MethodPost, "/harbour/"); a.status == http.StatusPermanentRedirect {
		t.Error("what cannot be written to is led on")
	}
}
