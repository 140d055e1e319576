package api_test

import (
	"strings"
	"testing"

	"pourparler/api"
	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/internal/filled"
)

// TestRecordsAreComplete wants everything that a record says in what is told of it.
func TestRecordsAreComplete(t *testing.T) {
	d, said := filled.Dossier(t)
	records := api.NewRecords(domain.NewIndex(d), "", func(table.Ref) string { return "" })
	var told strings.Builder
	for _, section := range domain.Sections()[1:] {
		all := records.All(section)
		if len(all) != 1 {
			t.Errorf("%d records of %s are told, want 1", len(all), section)
		}
		body, err := api.Encode(all)
		if err != nil {
			t.Fatal(err)
		}
		told.Write(body)
	}
	for path, text := range said {
		if section := strings.Count(path, ".") > 1; section && !strings.Contains(told.String(), text) {
			t.Errorf("%s says %s, which is not told", path, text)
		}
	}
}
