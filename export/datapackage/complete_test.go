package datapackage_test

import (
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/internal/filled"
)

// TestEverythingIsPacked wants everything that a record says in the tables of its package.
func TestEverythingIsPacked(t *testing.T) {
	d, said := filled.Dossier(t)
	_, files := packed(t, domain.NewIndex(d))
	var packed strings.Builder
	for name, data := range files {
		if strings.HasPrefix(name, "tables/") && strings.HasSuffix(name, ".csv") {
			packed.Write(data)
		}
	}
	for path, text := range said {
		if record := strings.Count(path, ".") > 1; record && !strings.Contains(packed.String(), text) {
			t.Errorf("%s says %s, which no table has", path, text)
		}
	}
}
