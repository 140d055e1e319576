package views_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/views"
)

// TestCopyHasNoForms wants every page of a copy to be without what needs a server, and to say itself what it may load.
func TestCopyHasNoForms(t *testing.T) {
	r, err := views.NewForCopy()
	if err != nil {
		t.Fatal(err)
	}
	s := siteOf(harbour(t)).InCopy()
	all := append(pages(t, s), address{"/copy/search", views.NewSearch()},
		address{"/copy/about", views.NewAbout(views.Copy{Program: "Pourparler 1.2.3"}, []views.DossierCard{s.Card()})})
	for _, a := range all {
		var b bytes.Buffer
		if err := r.Render(&b, a.page); err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(&b)
		if err != nil {
			t.Fatal(err)
		}
		for selector, want := range map[string]int{"form": 0, "select": 0, "button": 0, "nav.copied": 1,
			"meta[http-equiv=Content-Security-Policy]": 1} {
			if got := len(cascadia.QueryAll(root, cascadia.MustCompile(selector))); got != want {
				t.Errorf("%s has %d of %s, want %d", a.path, got, selector, want)
			}
		}
	}
}

// TestOffers wants the pages of a copy to lead from day to day and to every track, and those of a site not to.
func TestOffers(t *testing.T) {
	s := siteOf(harbour(t))
	steps := compare.Steps(s.Index())
	day := steps[1]
	served := s.NewReplies(day).Offers
	copied := s.InCopy().NewReplies(day).Offers
	if len(served) != 0 || len(copied) != 1 {
		t.Fatalf("%d offers on a site and %d in a copy, want 0 and 1", len(served), len(copied))
	}
	o := copied[0]
	root := "/" + s.Index().Dossier.ID
	for _, test := range []struct {
		what string
		got  string
		on   edtf.Day
	}{{"previous", o.Previous.Href, steps[0]}, {"next", o.Next.Href, steps[2]}, {"this", o.Items[1].Href, day}} {
		if want := root + "/replies?on=" + test.on.String(); test.got != want {
			t.Errorf("%s day = %q, want %q", test.what, test.got, want)
		}
	}
	if len(o.Items) != len(steps) || !o.Items[1].Current || o.Items[0].Current {
		t.Errorf("offered days = %+v, want %d with the second current", o.Items, len(steps))
	}
	tracks := comparison(t, s, views.Wanted{}).Offers
	if len(tracks) != 1 || len(tracks[0].Items) != len(s.Index().Dossier.Tracks) {
		t.Errorf("offered tracks = %+v, want each of the dossier", tracks)
	}
}

// TestFindings wants a record to be found by its title and by every form of a name.
func TestFindings(t *testing.T) {
	s := siteOf(harbour(t))
	kinds := map[string]int{}
	for _, f := range s.Findings() {
		kinds[f.Kind]++
		if f.Title == "" || !strings.HasPrefix(f.Address, "/harbour/") {
			t.Errorf("finding %+v has no title or no address", f)
		}
	}
	d := s.Index().Dossier
	for kind, want := range map[string]int{"document": len(d.Documents), "proposal": len(d.Proposals), "response": len(d.Responses),
		"party": len(d.Parties), "person": len(d.Persons), "claim": len(d.Claims), "list": len(d.Lists), "meeting": len(d.Meetings), "statement": len(d.Statements)} {
		if kinds[kind] != want {
			t.Errorf("%d findings of the kind %s, want %d", kinds[kind], kind, want)
		}
	}
	p := d.Persons[0]
	for _, f := range s.Findings() {
		if f.Kind == "person" && f.Title == p.Name && !strings.Contains(f.Words, p.Names[0].Text) {
			t.Errorf("%q has the words %q, want %q among them", f.Title, f.Words, p.Names[0].Text)
		}
	}
}
