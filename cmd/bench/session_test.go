package main

import (
	"context"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
)

func TestSample(t *testing.T) {
	tests := []struct {
		name string
		s    sample
		want string
	}{
		{"nothing", nil, "–"},
		{"one", sample{0.123456}, "0.12"},
		{"close", sample{10, 11, 12}, "11.0 (10.0–12.0)"},
		{"even number", sample{1.1, 1.2, 1, 1.3}, "1.15 (1.00–1.30)"},
		{"far apart", sample{10, 11, 14}, "11.0 (10.0–14.0) *"},
		{"large", sample{1234567}, "1 234 567"},
		{"no number", sample{math.NaN()}, "–"},
	}
	for _, tt := range tests {
		if got := tt.s.String(); got != tt.want {
			t.Errorf("%s: %v = %q, want %q", tt.name, []float64(tt.s), got, tt.want)
		}
	}
}

func TestSame(t *testing.T) {
	tests := []struct {
		name, ours, theirs string
		rows               int
		problem            string
	}{
		{"same", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r\n1,2\r\n3,4\r\n", 2, ""},
		{"quoted otherwise", "a,b\r\n1,x y\r\n", "c0,c1\n1,\"x y\"\n", 1, ""},
		{"no rows", "a\r\n", "a\r\n", 0, ""},
		{"a cell differs", "a,b\n1,2\n", "a,b\n1,3\n", 1, `row 1 is ["1" "2"] here and ["1" "3"] from sqlite3`},
		{"a row is missing", "a\n1\n", "a\n1\n2\n", 2, "ours: EOF"},
		{"a column is missing", "a,b\n", "a\n", 0, "row 0"},
		{"ends within a cell", "a\n\"1", "a\n1\n", 1, "ours: "},
	}
	for _, tt := range tests {
		rows, err := same(strings.NewReader(tt.ours), strings.NewReader(tt.theirs))
		switch {
		case tt.problem == "" && err != nil:
			t.Errorf("%s: Same = %v", tt.name, err)
		case tt.problem != "" && (domain.KindOf(err) != domain.Conflict || !strings.Contains(err.Error(), tt.problem)):
			t.Errorf("%s: Same = %v, want a conflict with %q", tt.name, err, tt.problem)
		case rows != tt.rows:
			t.Errorf("%s: Same = %d rows, want %d", tt.name, rows, tt.rows)
		}
	}
}

// printed returns a table in Markdown.
func printed(title, lead string, head []string, rows ...[]string) string {
	var b strings.Builder
	t := table{title: title, lead: lead, head: head, rows: rows}
	if err := t.print(&b); err != nil {
		return err.Error()
	}
	return b.String()
}

func TestTable(t *testing.T) {
	got := printed("Speed", "As measured.", []string{"rows", "s"}, []string{"1 000", "0.10 (0.09–0.20) *"}, []string{"邓", "–"})
	want := `
### Speed

As measured.

| rows  | s                  |
| ----- | ------------------ |
| 1 000 | 0.10 (0.09–0.20) * |
| 邓     | –                  |

* the runs lie more than 30 % apart.
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
}

// addresses returns, by the name of each view, up to n addresses of it in the dossier of a size.
func addresses(size, n int) map[string][]string {
	all := map[string][]string{}
	for _, v := range append(registerViews, wholeViews...) {
		all[v.name] = v.addresses(database{size: size}, n)
	}
	return all
}

// TestAddresses wants every view to have addresses of its own at every size, and none twice.
func TestAddresses(t *testing.T) {
	seen := map[string]string{}
	for _, size := range []int{100, 1000, 1_000_000} {
		for name, found := range addresses(size, 100) {
			if len(found) == 0 || size > 1000 && len(found) < 90 {
				t.Errorf("%s of %d proposals has %d addresses", name, size, len(found))
			}
			for _, a := range found {
				if other, ok := seen[a]; ok {
					t.Errorf("%s is an address of %s and of %s", a, name, other)
				}
				seen[a] = name
			}
		}
	}
}

func TestRunRefuses(t *testing.T) {
	tests := []struct {
		name   string
		config config
		want   string
	}{
		{"no runs", config{Sizes: []int{1000}}, "0 runs measure nothing"},
		{"no sizes", config{Runs: 1}, "no size to measure"},
		{"a small size", config{Runs: 1, Sizes: []int{99}}, "99 proposals is too small"},
		{"an unknown part", config{Runs: 1, Sizes: []int{1000}, Skip: []string{"tea"}},
			`no part "tea" to skip: write one of ` + strings.Join(partNames(), ", ")},
		{"no folder", config{Runs: 1, Sizes: []int{1000}, Dir: "main.go/x"}, "cannot make the folder main.go/x"},
	}
	for _, tt := range tests {
		tt.config.Out = io.Discard
		err := run(context.Background(), tt.config)
		if domain.KindOf(err) != domain.Invalid || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: Run = %v, want an invalid %q", tt.name, err, tt.want)
		}
	}
}
