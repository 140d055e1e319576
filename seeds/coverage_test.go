package seeds_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
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
	want := preamble + markdown(compare.Whole(domain.NewIndex(bundled(t)), "coverage"))
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

func markdown(tab table.Table) string {
	var b strings.Builder
	var titles []string
	for _, c := range tab.Columns {
		titles = append(titles, strings.ToLower(c.Title))
	}
	fmt.Fprintf(&b, "| %s |\n|%s\n", strings.Join(titles, " | "), strings.Repeat(" --- |", len(titles)))
	for _, row := range tab.Rows {
		var cells []string
		for _, cell := range row.Cells {
			cells = append(cells, strings.ReplaceAll(cell.String(), table.Separator, ", "))
		}
		cells[0] = "`" + cells[0] + "`"
		fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | "))
	}
	return b.String()
}

// afterThirdReading is a row of the table of how many rows each document has now.
var afterThirdReading = regexp.MustCompile("(?m)^\\| `?([a-z0-9-]+)`? \\| [0-9]+ \\| ([0-9]+) \\|$")

// TestReadings holds the numbers of rows in the manual to the bundled dossier.
func TestReadings(t *testing.T) {
	page, err := os.ReadFile("../docs/readings.md")
	if err != nil {
		t.Fatal(err)
	}
	d, want, got := bundled(t), map[string]int{}, map[string]int{}
	count := func(document string) { want[document]++; want["all"]++ }
	for _, held := range d.Documents {
		if held.Held {
			want[held.ID] = 0
		}
	}
	for _, r := range d.Proposals {
		count(r.Document)
	}
	for _, r := range d.Responses {
		count(r.Document)
	}
	for _, r := range d.Statements {
		count(r.Document)
	}
	for _, r := range d.Claims {
		count(r.Document)
	}
	for _, r := range d.Alignments {
		count(r.Document)
	}
	for _, m := range afterThirdReading.FindAllStringSubmatch(string(page), -1) {
		got[m[1]], _ = strconv.Atoi(m[2])
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows of each document (-dossier +docs/readings.md):\n%s", diff)
	}
}
