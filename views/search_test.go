package views_test

import (
	"slices"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/views"
)

// foundBy is what a search finds of all but places: the last part of the address of each finding.
func foundBy(s *views.Site, text string) []string {
	var ids []string
	for _, g := range s.NewFound(text).Groups {
		if g.Kind == "Places" { // which are found on the page of a proposal
			continue
		}
		for _, item := range g.Items {
			ids = append(ids, item.Href[strings.LastIndexByte(item.Href, '/')+1:])
		}
	}
	return ids
}

// TestSearch finds a record by any name of whom and what it speaks of, and marks what was looked for.
func TestSearch(t *testing.T) {
	d := harbour(t)
	place := &d.Places[0]
	place.Names = append(place.Names, domain.Name{Text: "Old Ha Ven"}, domain.Name{Text: "港口", Lang: "zh"})
	s := siteOf(d)
	var at []string
	for _, p := range d.Proposals {
		if slices.ContainsFunc(p.Terms, func(t domain.Term) bool { return slices.Contains(t.Places, place.ID) }) {
			at = append(at, p.ID)
		}
	}
	if len(at) == 0 {
		t.Fatal("no proposal names the place")
	}
	for _, typed := range []string{place.Name, "old ha ven", "Haven old", "港口"} {
		found := foundBy(s, typed)
		for _, id := range at {
			if !slices.Contains(found, id) {
				t.Errorf("%q finds %q, not %s", typed, found, id)
			}
		}
	}
	for _, typed := range []string{"", "?", "hav en", "口港", "no such word"} {
		if found := foundBy(s, typed); len(found) > 0 {
			t.Errorf("%q finds %q", typed, found)
		}
	}
	if day := s.NewFound("4 April 1921").Day; day.Href != "/harbour/state?on=1921-04-04" {
		t.Errorf("a day leads to %+v, not to the state of play on it", day)
	}
}

// TestSearchMarks keeps hostile text text, marks overlapping words once, and cuts long words around what was found.
func TestSearchMarks(t *testing.T) {
	d := harbour(t)
	p := &d.Proposals[0]
	p.Summary = `<script>alert(1)</script> & so on`
	p.Note = strings.Repeat("long ", 200) + "needle" + strings.Repeat(" tail", 200)
	s := siteOf(d)
	item := s.NewFound("script alert").Groups[0].Items[0]
	if want := "&lt;<mark>script</mark>&gt;<mark>alert</mark>(1)&lt;/<mark>script</mark>&gt; &amp; so on"; string(item.Title) != want {
		t.Errorf("title %q, want %q", item.Title, want)
	}
	d.Lists[0].Rule = strings.Repeat("no ", 200)
	if got := foundBy(siteOf(d), strings.Repeat("no", 130)); len(got) != 1 { // a mark longer than what is shown
		t.Errorf("a long word finds %q", got)
	}
	words := string(s.NewFound("needle").Groups[0].Items[0].Words)
	if !strings.Contains(words, "<mark>needle</mark>") || !strings.HasPrefix(words, "… ") || !strings.HasSuffix(words, " …") || len(words) > 400 {
		t.Errorf("%d bytes of words: %q", len(words), words)
	}
}
