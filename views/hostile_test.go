package views_test

import (
	"net/url"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/views"
)

// hostile are texts that would do harm on a page that does not escape them.
var hostile = []string{
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`' onmouseover='alert(1)`,
	`javascript:alert(1)`,
	`</title></textarea></style><svg onload=alert(1)>`,
	`{{.Title}}`,
	"\u202Eesrever",
	"a\x00b",
}

// TestHostileText puts each text wherever a dossier has words and looks for what a browser would make of it.
func TestHostileText(t *testing.T) {
	for _, text := range hostile {
		t.Run(text, func(t *testing.T) {
			for _, a := range pages(t, siteOf(spoiled(t, text))) {
				root := parsed(t, a.page)
				checkScripts(t, root)
				if found := find(root, "script, img, svg:not(.chart), svg svg, title ~ title, textarea"); len(found) > 0 {
					t.Errorf("%s: the text became %s", a.path, describe(found[0]))
				}
				for _, link := range find(root, "a") {
					if !strings.HasPrefix(attr(link, "href"), "/") && !strings.HasPrefix(attr(link, "href"), "#") {
						t.Errorf("%s: %s leads off the site", a.path, describe(link))
					}
				}
			}
			site := siteOf(spoiled(t, text))
			heading := words(one(t, parsed(t, detail(t, site.NewParty, "yasny")), "h1"))
			want := strings.Join(strings.Fields(strings.ReplaceAll(text, "\x00", "\uFFFD")), " ")
			if heading != want {
				t.Errorf("the heading is %q, want the words as they were given: %q", heading, want)
			}
		})
	}
}

// spoiled is the harbour dossier with a text in the place of every sort of words.
func spoiled(t *testing.T, text string) *domain.Dossier {
	t.Helper()
	d := harbour(t)
	d.Title, d.Summary, d.Source, d.Licence, d.Release = text, text, text, text, text
	for i := range d.Tracks {
		d.Tracks[i].Title, d.Tracks[i].Summary = text, text
	}
	for i := range d.Parties {
		p := &d.Parties[i]
		p.Name, p.Short, p.Country, p.Note = text, text, text, text
		p.Names = append(p.Names, domain.Name{Text: text, Lang: text})
	}
	for i := range d.Persons {
		p := &d.Persons[i]
		p.Name, p.Note = text, text
		p.Names = append(p.Names, domain.Name{Text: text, Lang: text})
	}
	for i := range d.Documents {
		doc := &d.Documents[i]
		doc.Title, doc.Archive, doc.PublishedIn.Text, doc.Note = text, text, text, text
	}
	for i := range d.Proposals {
		p := &d.Proposals[i]
		p.Summary, p.Note = text, text
		for j := range p.Terms {
			p.Terms[j].Text, p.Terms[j].Note = text, text
		}
	}
	for i := range d.Responses {
		d.Responses[i].Reason, d.Responses[i].Note = text, text
	}
	for i := range d.Statements {
		d.Statements[i].Summary, d.Statements[i].Topic, d.Statements[i].Note = text, text, text
	}
	for i := range d.Claims {
		d.Claims[i].Summary, d.Claims[i].Note = text, text
	}
	for i := range d.Lists {
		d.Lists[i].Name, d.Lists[i].Rule, d.Lists[i].Note = text, text, text
	}
	for i := range d.Meetings {
		d.Meetings[i].Name, d.Meetings[i].Outcome, d.Meetings[i].Note = text, text, text
	}
	for i := range d.Places {
		d.Places[i].Name = text
	}
	for i := range d.Questions {
		d.Questions[i].Text = text
	}
	return d
}

// TestHostileIDs makes the addresses of records whose ids need escaping: each stays one path segment.
func TestHostileIDs(t *testing.T) {
	s := siteOf(&domain.Dossier{ID: "harbour"})
	for _, id := range []string{"a/b", "../x", "a?b=c", "a#b", "a b", `a"b`, "a%2fb", "邓小平"} {
		for _, section := range []domain.Section{domain.SectionPersons, domain.SectionDocuments, domain.SectionProposals} {
			href := s.Href(table.Ref{Section: section, ID: id})
			u, err := url.Parse(href)
			if err != nil {
				t.Errorf("Href(%s, %q) = %q, which is no address: %v", section, id, href, err)
				continue
			}
			prefix := "/harbour/" + string(section) + "/"
			if got := strings.TrimPrefix(u.Path, prefix); got != id || strings.Count(u.EscapedPath(), "/") != 3 ||
				u.RawQuery != "" || u.Fragment != "" {
				t.Errorf("Href(%s, %q) = %q, want the id as one segment after %s", section, id, href, prefix)
			}
		}
		href := s.Href(table.Ref{Section: domain.SectionTracks, ID: id})
		if u, err := url.Parse(href); err != nil || u.Query().Get("track") != id || u.Fragment != "" {
			t.Errorf("Href(tracks, %q) = %q, want the id as the value of track", id, href)
		}
	}
}

// TestHostileQuery shows what a reader asked for in the form, as words.
func TestHostileQuery(t *testing.T) {
	s := siteOf(harbour(t))
	all := compare.Whole(s.Index(), "proposals")
	for _, text := range hostile[:6] {
		q := url.Values{"text": {text}, "from": {text}, "sort": {text}, "track": {text}}
		root := parsed(t, listing(t, s, all, text, table.Query{}, views.RecordsQuery{Values: q, Page: 1}))
		checkScripts(t, root)
		if found := find(root, "script, img, svg"); len(found) > 0 {
			t.Errorf("%q became %s", text, describe(found[0]))
		}
		if got := attr(one(t, root, "main input[name=text]"), "value"); got != text {
			t.Errorf("the form shows %q, want %q", got, text)
		}
		page := comparison(t, s, views.Wanted{})
		page.From, page.To = text, text
		if got := attr(one(t, parsed(t, page), "input[name=from]"), "value"); got != text {
			t.Errorf("the comparison's form shows %q, want %q", got, text)
		}
	}
}
