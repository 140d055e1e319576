package handlers_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestCitations(t *testing.T) {
	h := serve(t, newLibrary(bundled(t)))
	tests := []struct {
		path, media, name, begins string
	}{
		{"/sino-soviet.bib", "application/x-bibtex; charset=utf-8", "sino-soviet.bib", "@online{sino-soviet,"},
		{"/sino-soviet/state.bib?on=1964-04-01", "application/x-bibtex; charset=utf-8", "sino-soviet-state-on-1964-04-01.bib", "@online{sino-soviet-state-on-1964-04-01,"},
		{"/sino-soviet/lists/compare.ris?a=seventeen&b=twenty-six", "application/x-research-info-systems; charset=utf-8", "", "TY  - DATA\r\n"},
		{"/sino-soviet/proposals.csl.json?track=bilateral-talks&page=1", "application/vnd.citationstyles.csl+json", "sino-soviet-proposals-track-bilateral-talks.csl.json", "[\n  {\n"},
		{"/sino-soviet/documents/cpc-1964-05-07.bib", "application/x-bibtex; charset=utf-8", "sino-soviet-document-cpc-1964-05-07.bib", "@incollection{cpc-1964-05-07,"},
		{"/sino-soviet/proposals/cpc-1964-05-07-bilateral-talks.ris", "application/x-research-info-systems; charset=utf-8", "", "TY  - CHAP\r\nID  - cpc-1964-05-07\r\n"},
	}
	for _, tt := range tests {
		t.Run(tt.path, func(t *testing.T) {
			a := h.do(http.MethodGet, tt.path)
			if got := a.header.Get("Content-Type"); a.status != http.StatusOK || got != tt.media {
				t.Errorf("status %d, type %q, want 200 and %q", a.status, got, tt.media)
			}
			if got := a.header.Get("Content-Disposition"); tt.name != "" && got != "attachment; filename="+tt.name {
				t.Errorf("disposition = %q, want the file %s", got, tt.name)
			}
			if !strings.HasPrefix(a.body, tt.begins) {
				t.Errorf("the file begins %.60q, want %q", a.body, tt.begins)
			}
			if b := h.do(http.MethodGet, tt.path, "If-None-Match", a.header.Get("ETag")); b.status != http.StatusNotModified {
				t.Errorf("with the tag of the first answer: status %d, want 304", b.status)
			}
		})
	}
}

// TestCitationsApart: the file and its page do not take each other's place among the kept bodies.
func TestCitationsApart(t *testing.T) {
	h := serve(t, newLibrary(bundled(t)))
	for range 2 {
		if a := h.do(http.MethodGet, "/sino-soviet/lists"); !strings.HasPrefix(a.body, "<!DOCTYPE html>") {
			t.Errorf("the page begins %.40q", a.body)
		}
		if a := h.do(http.MethodGet, "/sino-soviet/lists.bib"); !strings.HasPrefix(a.body, "@online{") {
			t.Errorf("the file begins %.40q", a.body)
		}
	}
}

// TestNoCitations: what is no page of a dossier has none.
func TestNoCitations(t *testing.T) {
	h := serve(t, newLibrary(bundled(t)))
	for _, path := range []string{"/nowhere.bib", "/sino-soviet/nothing.ris", "/sino-soviet/documents/nothing.bib", "/sino-soviet/drift.svg.bib",
		"/sino-soviet/proposals.csv.bib", "/sino-soviet/documents/cpc-1964-05-07.csv.ris", "/sino-soviet/seats.bib", "/.bib", "/manual/guide.bib"} {
		if a := h.do(http.MethodGet, path); a.status != http.StatusNotFound {
			t.Errorf("%s: status %d, want 404", path, a.status)
		}
	}
}
