package seeds_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	_ "pourparler/internal/golden" // for its flag -update
)

const (
	coverage = "../docs/coverage.md"
	preamble = `# Coverage

For each edition: how many paragraphs it has, how many of them at least one record cites, how many citations they carry together, and which carry none.
A paragraph that carries none was read all the same; it leads over, argues, or says again what another paragraph is cited for.

`
)

// TestCoverage holds the page of the manual to the bundled dossier.
func TestCoverage(t *testing.T) {
	want := preamble + markdown(compare.Coverage(domain.NewIndex(bundled(t))))
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(coverage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(coverage)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("%s differs (-dossier +page); if that is meant, run go test ./seeds -update:\n%s", coverage, diff)
	}
}

func markdown(table compare.Table) string {
	var b strings.Builder
	var titles []string
	for _, c := range table.Columns {
		titles = append(titles, strings.ToLower(c.Title))
	}
	fmt.Fprintf(&b, "| %s |\n|%s\n", strings.Join(titles, " | "), strings.Repeat(" --- |", len(titles)))
	for _, row := range table.Rows {
		var cells []string
		for _, cell := range row.Cells {
			cells = append(cells, strings.ReplaceAll(cell.String(), compare.Separator, ", "))
		}
		cells[0] = "`" + cells[0] + "`"
		fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | "))
	}
	return b.String()
}
