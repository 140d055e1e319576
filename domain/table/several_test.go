package table_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain/table"
)

// TestEscape holds the rule of the codebook, value by value.
func TestEscape(t *testing.T) {
	tests := []struct{ name, value, want string }{
		{"a word", "cpsu", "cpsu"},
		{"a backslash elsewhere", `a\b`, `a\b`},
		{"a semicolon without a space", "a;b;", "a;b;"},
		{"a separator", "Bay; or Cape", `Bay;\ or Cape`},
		{"two in a row", "a; ; b", `a;\ ;\ b`},
		{"at the end", "a; ", `a;\ `},
		{"what an escape looks like", `a;\ b`, `a;\\ b`},
		{"nothing", "", `\`},
		{"a backslash alone", `\`, `\\`},
		{"a space", " ", " "},
	}
	for _, tt := range tests {
		if got := table.Escape(tt.value); got != tt.want {
			t.Errorf("%s: Escape(%q) = %q, want %q", tt.name, tt.value, got, tt.want)
		}
	}
}

// TestSeveralValues joins any values as cells do and splits them again; a program that knows nothing of the escape finds as
// many.
func TestSeveralValues(t *testing.T) {
	value := rapid.StringOfN(rapid.SampledFrom([]rune(`;;  \\ab`)), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(value, 0, 4).Draw(t, "values")
		written := make([]string, len(values))
		for i, v := range values {
			written[i] = table.Escape(v)
		}
		cell := strings.Join(written, table.Separator)
		if diff := cmp.Diff(values, slices.Collect(table.Values([]byte(cell))), cmp.Transformer("none", none)); diff != "" {
			t.Fatalf("%q (-values +split):\n%s", cell, diff)
		}
		if naive := strings.Split(cell, "; "); cell != "" && len(naive) != len(values) {
			t.Fatalf("%q splits into %d, want %d", cell, len(naive), len(values))
		}
	})
}

// none takes a list without values for no list.
func none(all []string) []string { return slices.Clip(append([]string{}, all...)) }
