package handlers_test

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pourparler/docs"
	"pourparler/handlers"
)

// written is a table in the guide's list of addresses, such as `proposals` or `proposals.csv`.
var written = regexp.MustCompile("`([a-z-]+)\\.csv`")

// TestGuideNamesTables wants every table that has an address to be in the guide, and the reverse.
func TestGuideNamesTables(t *testing.T) {
	guide, err := fs.ReadFile(docs.Files, "guide.md")
	if err != nil {
		t.Fatal(err)
	}
	_, addresses, found := strings.Cut(string(guide), "\n## Addresses\n")
	if !found {
		t.Fatal("the guide has no section Addresses")
	}
	addresses, _, _ = strings.Cut(addresses, "\n## ")
	var named []string
	for _, m := range written.FindAllStringSubmatch(addresses, -1) {
		named = append(named, m[1])
	}
	for _, name := range handlers.Tables() {
		if !slices.Contains(named, name) {
			t.Errorf("the guide does not name the table %s.csv", name)
		}
	}
	for _, name := range named {
		if !slices.Contains(handlers.Tables(), name) {
			t.Errorf("the guide names a table %s.csv, which has no address", name)
		}
	}
}
