package compare_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"pourparler/domain"
	"pourparler/domain/compare"
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
		if got := compare.Escape(tt.value); got != tt.want {
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
			written[i] = compare.Escape(v)
		}
		cell := strings.Join(written, compare.Separator)
		if diff := cmp.Diff(values, slices.Collect(compare.Values([]byte(cell))), cmp.Transformer("none", none)); diff != "" {
			t.Fatalf("%q (-values +split):\n%s", cell, diff)
		}
		if naive := strings.Split(cell, "; "); cell != "" && len(naive) != len(values) {
			t.Fatalf("%q splits into %d, want %d", cell, len(naive), len(values))
		}
	})
}

// none takes a list without values for no list.
func none(all []string) []string { return slices.Clip(append([]string{}, all...)) }

// TestSeveralInTables gives a party a name and a person a role that hold what stands between values.
func TestSeveralInTables(t *testing.T) {
	d := harbour(t)
	d.Parties[0].Names = []domain.Name{{Text: "Pilots; of the North"}, {Text: "北港领航员"}}
	d.Persons[0].Roles = []domain.Role{{Text: "pilot; later clerk"}, {Text: "envoy"}}
	ix := domain.NewIndex(d)
	for _, tt := range []struct {
		table  compare.Table
		column string
		want   []string
	}{
		{compare.Parties(ix), "names", []string{"Pilots; of the North", "北港领航员"}},
		{compare.Persons(ix), "roles", []string{"pilot; later clerk", "envoy"}},
	} {
		cell := tt.table.Rows[0].Cells[tt.table.Index(tt.column)]
		if got := slices.Collect(compare.Values([]byte(cell.String()))); !slices.Equal(got, tt.want) {
			t.Errorf("%s.%s = %q, which is %q, want %q", tt.table.Name, tt.column, cell, got, tt.want)
		}
		for i, v := range cell {
			if v.Display() != tt.want[i] {
				t.Errorf("%s.%s shows %q, want %q", tt.table.Name, tt.column, v.Display(), tt.want[i])
			}
		}
	}
}
