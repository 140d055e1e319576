package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
)

func TestSilence(t *testing.T) {
	tests := []struct {
		asOf string
		want []string
	}{
		{"1901-02-27", nil},
		{"1901-03-11", []string{
			"talks | s0 | north | 11",
			"talks | n1 | south | 10",
			"talks | n1 | islands | 10",
		}},
		{"1901-04-02", []string{ // South answers n1 and proposes on that day
			"talks | s0 | north | 33",
			"talks | n1 | islands | 32",
			"talks | s1 | north | 0",
		}},
		{"1901-08-01", []string{ // n2 amends n1; its rejection is alleged, and an answer in the record all the same
			"talks | s0 | north | 154",
			"talks | n3 | south | 88",
			"tolls | t1 | south | 88",
		}},
	}
	for _, tt := range tests {
		table := compare.Silence(index(t), day(t, tt.asOf))
		if diff := cmp.Diff(tt.want, lines(t, table, "track", "proposal", "party", "days")); diff != "" {
			t.Errorf("Silence(%s) (-want +got):\n%s", tt.asOf, diff)
		}
	}
}

// TestSilenceUnknown takes a stance that is not of the vocabulary for no answer, in a record that nobody checked.
func TestSilenceUnknown(t *testing.T) {
	d := harbour(t)
	d.Responses = append(d.Responses, domain.Response{ID: "s-hums", Proposal: "t1", By: "south", Stance: "hums", Document: "south-1"})
	ix := domain.NewIndex(d)
	table := compare.Silence(ix, day(t, "1901-12-31")).Filter(table.Filter{Track: "tolls"})
	if diff := cmp.Diff([]string{"t1 | south"}, lines(t, table, "proposal", "party")); diff != "" {
		t.Errorf("Silence on tolls (-want +got):\n%s", diff)
	}
	for _, name := range []string{"proposals", "responses"} {
		if rows := len(compare.Whole(ix, name).Rows); rows == 0 {
			t.Errorf("no row in %s", name)
		}
	}
}

// TestSilenceAlleged keeps an alleged silence a silence.
func TestSilenceAlleged(t *testing.T) {
	d := harbour(t)
	d.Responses = append(d.Responses, domain.Response{ID: "s-ignores", Proposal: "t1", By: "south", Stance: domain.Ignores,
		Document: "north-3", AttestedBy: "north"})
	table := compare.Silence(domain.NewIndex(d), day(t, "1901-12-31")).Filter(table.Filter{Track: "tolls"})
	if diff := cmp.Diff([]string{"t1 | south"}, lines(t, table, "proposal", "party")); diff != "" {
		t.Errorf("Silence on tolls (-want +got):\n%s", diff)
	}
}

func TestWaited(t *testing.T) {
	tests := []struct {
		made, asOf string
		days       int64
		known      bool
	}{
		{"1901-03-01", "1901-03-01", 0, true},
		{"1901-03-01", "1902-03-01", 365, true},
		{"1901-03", "1901-04-01", 1, true},
		{"../1901-03-01", "1901-03-03", 2, true},
		{"1901/..", "1901-03-03", 0, false},
		{"1901/", "1901-03-03", 0, false},
	}
	for _, tt := range tests {
		if days, known := compare.Waited(date(t, tt.made), day(t, tt.asOf)); days != tt.days || known != tt.known {
			t.Errorf("Waited(%s, %s) = %d, %v, want %d, %v", tt.made, tt.asOf, days, known, tt.days, tt.known)
		}
	}
}
