package golden_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"pourparler/internal/golden"
)

// verdict keeps what a test would have said.
type verdict struct {
	testing.TB
	said []string
}

func (v *verdict) Helper() {}
func (v *verdict) Errorf(format string, args ...any) {
	v.said = append(v.said, fmt.Sprintf(format, args...))
}
func (v *verdict) Fatalf(format string, args ...any) { v.Errorf(format, args...) }

func assert(t *testing.T, name, got string) string {
	t.Helper()
	v := &verdict{TB: t}
	golden.Assert(v, name, []byte(got))
	return strings.Join(v.said, "\n")
}

func setUpdate(t *testing.T, value string) {
	t.Helper()
	if err := flag.Set("update", value); err != nil {
		t.Fatal(err)
	}
}

func TestAssert(t *testing.T) {
	t.Chdir(t.TempDir())
	defer setUpdate(t, flag.Lookup("update").Value.String())

	setUpdate(t, "false")
	if said := assert(t, "a/page.html", "one\n"); !strings.Contains(said, "-update") {
		t.Errorf("a missing file: said %q, want how to write it", said)
	}

	setUpdate(t, "true")
	if said := assert(t, "a/page.html", "one\n"); said != "" {
		t.Errorf("-update: said %q, want nothing", said)
	}
	got, err := os.ReadFile("testdata/golden/a/page.html")
	if err != nil || string(got) != "one\n" {
		t.Errorf("-update wrote %q, %v, want %q", got, err, "one\n")
	}

	setUpdate(t, "false")
	if said := assert(t, "a/page.html", "one\n"); said != "" {
		t.Errorf("equal bytes: said %q, want nothing", said)
	}
	said := assert(t, "a/page.html", "two\n")
	if !strings.Contains(said, "one") || !strings.Contains(said, "two") {
		t.Errorf("other bytes: said %q, want both in the difference", said)
	}
}

func TestAssertEmpty(t *testing.T) {
	t.Chdir(t.TempDir())
	defer setUpdate(t, flag.Lookup("update").Value.String())

	setUpdate(t, "true")
	assert(t, "empty", "")
	setUpdate(t, "false")
	if said := assert(t, "empty", ""); said != "" {
		t.Errorf("an empty file: said %q, want nothing", said)
	}
}

func TestAssertName(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"../page.html", "/page.html", ""} {
		if said := assert(t, name, "x"); !strings.Contains(said, "leaves") {
			t.Errorf("Assert(%q) said %q, want a refusal", name, said)
		}
	}
}
