package compare_test

import (
	"strconv"
	"testing"

	made "pourparler/cmd/bench/invented"
	"pourparler/domain"
	"pourparler/domain/compare"
)

// TestCoverageCountsEvidence wants the coverage of every document to count the rows of what it is evidence for.
func TestCoverageCountsEvidence(t *testing.T) {
	ix := domain.NewIndex(made.Dossier(200))
	table := compare.Whole(ix, "coverage")
	document, records, cited := table.Index("document"), table.Index("records"), table.Index("paragraphs_cited")
	if len(table.Rows) == 0 {
		t.Fatal("no document is held")
	}
	for _, row := range table.Rows {
		evidence := compare.Evidence(ix, row.Cells[document].String())
		paragraphs := map[string]bool{}
		for _, e := range evidence.Rows {
			paragraphs[e.Cells[evidence.Index("paragraph")].String()] = true
		}
		if got, want := row.Cells[records].String(), strconv.Itoa(len(evidence.Rows)); got != want {
			t.Errorf("records that cite %s = %s, want %s", row.Cells[document], got, want)
		}
		if got, want := row.Cells[cited].String(), strconv.Itoa(len(paragraphs)); got != want {
			t.Errorf("paragraphs cited of %s = %s, want %s", row.Cells[document], got, want)
		}
	}
}
