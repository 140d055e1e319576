package publish_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"pourparler/dossier"
	"pourparler/internal/crawl"
)

// TestUnderPrefix puts a copy below a folder of a web host that only hands out files, and follows every link there.
func TestUnderPrefix(t *testing.T) {
	d, err := dossier.Read(os.DirFS("../dossier/testdata/harbour"))
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "copy")
	if err := publishDossier(out, d); err != nil {
		t.Fatal(err)
	}
	const prefix = "/people/historian/talks"
	files := http.StripPrefix(prefix, http.FileServer(http.Dir(out)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.RawQuery != "" {
			t.Errorf("%s is asked of a file", r.URL.RawQuery)
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	site, err := crawl.Crawl(t.Context(), server.URL+prefix+"/", crawl.Options{})
	if err != nil {
		t.Fatal(err)
	}
	problems := append(append(site.Links(), site.Fragments()...), site.External()...)
	for _, p := range problems {
		t.Error(p)
	}
	if len(site.Pages) < 200 {
		t.Errorf("%d files are reached from the first page, want the whole copy", len(site.Pages))
	}
}
