package publish_test

import (
	"path/filepath"
	"strings"
	"testing"

	"pourparler/publish"
)

// TestMissing wants the page for what is not there to lead to the first page: from any depth by the path of the public
// address where there is one, else from the first folder.
func TestMissing(t *testing.T) {
	for address, want := range map[string]string{"": `href="index.html"`, "https://example.org": `href="/index.html"`, "https://example.org/a/talks": `href="/a/talks/index.html"`} {
		out := filepath.Join(t.TempDir(), "copy")
		if _, err := publish.Write(t.Context(), publish.Config{Handler: pages{"/": page("")}, Out: out, URL: address}); err != nil {
			t.Fatal(err)
		}
		got := readFile(t, out, "404.html")
		if !strings.Contains(got, want) || strings.Count(got, "href=") != 1 || strings.Contains(got, "src=") {
			t.Errorf("with the address %q the page is %s, want one link, %s", address, got, want)
		}
		if !strings.Contains(readFile(t, out, "manifest-sha256.txt"), "404.html") {
			t.Error("the manifest does not name the page")
		}
	}
}
