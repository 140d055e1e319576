package domain_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
)

// TestChecksAreDocumented holds the headings of docs/checks.md to the rules in code, in their order, and asks for words
// under each.
func TestChecksAreDocumented(t *testing.T) {
	manual, err := os.ReadFile("../docs/checks.md")
	if err != nil {
		t.Fatal(err)
	}
	var headings []string
	for section := range strings.SplitSeq(string(manual), "\n### ") {
		heading, body, _ := strings.Cut(section, "\n")
		if strings.HasPrefix(heading, "# ") {
			continue
		}
		headings = append(headings, heading)
		body, _, _ = strings.Cut(body, "\n## ")
		if len(strings.Fields(body)) < 8 {
			t.Errorf("docs/checks.md says too little of %q: %q", heading, strings.TrimSpace(body))
		}
	}
	var rules []string
	for _, rule := range domain.Rules() {
		rules = append(rules, strings.ToUpper(string(rule[:1]))+string(rule[1:]))
	}
	if diff := cmp.Diff(rules, headings); diff != "" {
		t.Errorf("the headings of docs/checks.md differ from the rules (-rules +headings):\n%s", diff)
	}
}
