package views_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/jba/templatecheck"

	"pourparler/views"
)

// pageOf names the page struct of each template that lays one out.
var pageOf = map[string]views.Page{
	"about.html":      views.About{},
	"found.html":      views.Found{},
	"charted.html":    views.Charted{},
	"claims.html":     views.Claims{},
	"comparison.html": views.Comparison{},
	"detail.html":     views.Detail{},
	"drift.html":      views.Drift{},
	"failure.html":    views.Failure{},
	"home.html":       views.Home{},
	"manual.html":     views.Manual{},
	"overview.html":   views.Overview{},
	"records.html":    views.Records{},
	"search.html":     views.Search{},
	"ledger.html":     views.Ledger{},
	"sheet.html":      views.Sheet{},
	"silence.html":    views.Silence{},
	"state.html":      views.State{},
}

var (
	defined = regexp.MustCompile(`\{\{-?\s*define "([^"]+)"`)
	invoked = regexp.MustCompile(`\{\{-?\s*template "([^"]+)"`)
)

// TestTemplates checks every template against the struct that it lays out: each field it names exists there and has
// a type that the template can use.
func TestTemplates(t *testing.T) {
	r := renderer(t)
	for file, page := range pageOf {
		t.Run(file, func(t *testing.T) {
			tmpl := r.Template(page)
			if tmpl == nil || tmpl.Lookup(file) == nil {
				t.Fatalf("%T is not laid out by %s", page, file)
			}
			if err := templatecheck.CheckHTMLStrict(tmpl, page); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestEveryTemplateIsChecked makes sure that no template escapes TestTemplates: a file that lays out a page has its
// page above, and every part that a file defines is used by some template.
func TestEveryTemplateIsChecked(t *testing.T) {
	files, err := filepath.Glob("templates/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no templates found: %v", err)
	}
	definedIn, used := map[string]string{}, map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range defined.FindAllSubmatch(text, -1) {
			name := string(m[1])
			if _, known := pageOf[filepath.Base(file)]; name == "content" && !known {
				t.Errorf("%s lays out a page, and pageOf does not say which struct", file)
			}
			definedIn[name] = file
		}
		for _, m := range invoked.FindAllSubmatch(text, -1) {
			used[string(m[1])] = true
		}
	}
	for name, file := range definedIn {
		if !used[name] {
			t.Errorf("%s defines %q, which no template uses", file, name)
		}
	}
	for name := range pageOf {
		if _, err := os.Stat(filepath.Join("templates", name)); err != nil {
			t.Errorf("pageOf names a template that is not there: %v", err)
		}
	}
}
