package handlers_test

import (
	"net/http"
	"strings"
	"testing"
)

// TestFavicon answers with an icon where browsers look for one, to be kept for a while but not for ever.
func TestFavicon(t *testing.T) {
	a := serve(t, newLibrary(harbour(t))).get("/favicon.ico")
	if a.status != http.StatusOK || a.header.Get("Content-Type") != "image/x-icon" || !strings.HasPrefix(a.body, "\x00\x00\x01\x00") {
		t.Errorf("GET /favicon.ico = %d, %s, %d bytes", a.status, a.header.Get("Content-Type"), len(a.body))
	}
	if got := a.header.Get("Cache-Control"); got != "public, max-age=86400" {
		t.Errorf("Cache-Control = %q", got)
	}
}
