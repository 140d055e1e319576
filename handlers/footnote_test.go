package handlers_test

import (
	"log/slog"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"pourparler/handlers"
)

// footnoteAddress is the address in the footnote of a page.
var footnoteAddress = regexp.MustCompile(`https://example\.org(/[^\s<>]+)`)

// TestFootnoteAddress asks for the address in the footnote of a view, and wants the view.
func TestFootnoteAddress(t *testing.T) {
	s, err := handlers.New(handlers.Config{Library: newLibrary(bundled(t)), Logger: slog.New(slog.DiscardHandler),
		Address: func(path string) string { return "https://example.org" + path }})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s)
	defer server.Close()
	h := &host{t, server.URL, &lockedBuffer{}}
	for _, path := range []string{"/state?on=1964-04-01", "/drift?track=bilateral-talks&on=1964-03-07", "/silence?party=cpc&sort=days&order=desc",
		"/ledger?track=preparatory-meeting&stance=same", "/lists/compare?a=seventeen&b=twenty-six", "/replies?on=1964-03-06",
		"/sheet?c=cpsu@1964-03-07&c=cpc@1964-05-07", "/proposals?track=bilateral-talks&from=1964-02&text=meeting&sort=venue"} {
		asked := h.page("/sino-soviet" + path)
		footnote := words(find(asked, ".citeprint")[0])
		found := footnoteAddress.FindStringSubmatch(footnote)
		if found == nil {
			t.Errorf("%s: the footnote has no address: %q", path, footnote)
			continue
		}
		address := strings.TrimRight(found[1], ".>")
		if got, want := statements(h, address), statements(h, "/sino-soviet"+path); got != want || len(want) < 200 {
			t.Errorf("%s: its footnote leads to %s, which shows %.300q, want %.300q", path, address, got, want)
		}
	}
}

// statements are the words of a page without those of forms and citations.
func statements(h *host, path string) string {
	h.t.Helper()
	var b strings.Builder
	for _, n := range find(h.page(path), "main h1, main .lede, main table, main figure") {
		b.WriteString(words(n) + "\n")
	}
	return b.String()
}
