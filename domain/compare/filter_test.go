package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain/compare"
	"pourparler/domain/table"
)

func TestFilterProposals(t *testing.T) {
	tests := []struct {
		name   string
		filter table.Filter
		want   []string
	}{
		{"nothing asked", table.Filter{}, []string{"s0", "n1", "s1", "n2", "n3", "t1"}},
		{"a track", table.Filter{Track: "tolls"}, []string{"t1"}},
		{"a party as proposer or addressee", table.Filter{Party: "islands"}, []string{"n1"}},
		{"a party that is only a participant", table.Filter{Party: "cape"}, nil},
		{"a document", table.Filter{Document: "north-2"}, []string{"n2", "n3", "t1"}},
		{"a stance", table.Filter{Stance: "rejects"}, []string{"s1", "n2"}},
		{"a stance on one term", table.Filter{Stance: "withdraws"}, []string{"s1"}},
		{"unanswered by someone", table.Filter{Stance: compare.StanceUnanswered}, []string{"s0", "n3", "t1"}},
		{"a stance nobody took", table.Filter{Stance: "welcomes"}, nil},
		{"from a day", table.Filter{From: date(t, "1901-04-02")}, []string{"s1", "n2", "n3", "t1"}},
		{"to a day", table.Filter{To: date(t, "1901-04-02")}, []string{"s0", "n1", "s1"}},
		{"from within an uncertain month", table.Filter{From: date(t, "1901-02-20"), To: date(t, "1901-03")}, []string{"s0", "n1"}},
		{"from after an uncertain month", table.Filter{From: date(t, "1901-03-01"), To: date(t, "1901-03")}, []string{"n1"}},
		{"a year", table.Filter{From: date(t, "1901"), To: date(t, "1901")}, []string{"s0", "n1", "s1", "n2", "n3", "t1"}},
		{"a year before", table.Filter{To: date(t, "1900")}, nil},
		{"a word in any case", table.Filter{Text: "JULY"}, []string{"n2"}},
		{"a word that is nowhere", table.Filter{Text: "master october"}, nil},
		{"signs without a word", table.Filter{Text: " % "}, nil},
		{"quotes without a word", table.Filter{Text: "\"'*"}, nil},
		{"words of two cells", table.Filter{Text: "master may"}, []string{"n1"}},
		{"a word of an id", table.Filter{Text: "Quay"}, []string{"n1", "s1"}},
		{"a word of a label alone", table.Filter{Text: "february"}, []string{"s0"}},
		{"several facets", table.Filter{Track: "talks", Party: "north", Document: "north-2", Text: "january"}, []string{"n3"}},
		{"an id of nothing", table.Filter{Track: "fish"}, nil},
	}
	table := compare.Whole(index(t), "proposals")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(t, table.Filter(tt.filter), "id")); diff != "" {
				t.Errorf("Filter(%+v) (-want +got):\n%s", tt.filter, diff)
			}
		})
	}
	if len(table.Rows) != 6 {
		t.Errorf("filtering changed the table itself: %d rows left", len(table.Rows))
	}
}

func TestFilterOtherTables(t *testing.T) {
	ix := index(t)
	tests := []struct {
		name   string
		table  table.Table
		filter table.Filter
		column string
		want   []string
	}{
		{"a response by its stance", compare.Whole(ix, "responses"), table.Filter{Stance: "rejects"}, "id", []string{"n-talks", "s-july"}},
		{"responses have no unanswered", compare.Whole(ix, "responses"), table.Filter{Stance: compare.StanceUnanswered}, "id", nil},
		{"a response by the track of its proposal", compare.Whole(ix, "responses"), table.Filter{Track: "tolls"}, "id", nil},
		{"a party by its Chinese name", compare.Whole(ix, "parties"), table.Filter{Text: "领航"}, "id", []string{"north"}},
		{"a person by one Chinese character", compare.Whole(ix, "persons"), table.Filter{Text: "娜"}, "id", []string{"ann"}},
		{"Chinese words apart by a wide space", compare.Whole(ix, "parties"), table.Filter{Text: "北港　领航员"}, "id", []string{"north"}},
		{"a row without a date", compare.Whole(ix, "documents"), table.Filter{From: date(t, "1800")}, "id",
			[]string{"minutes", "north-1", "south-1", "north-2", "south-2", "north-3"}},
		{"a table without dates", compare.Whole(ix, "persons"), table.Filter{From: date(t, "1800")}, "id", nil},
		{"claims on a track", compare.Whole(ix, "claims"), table.Filter{Track: "talks", Party: "south"}, "id", []string{"south-first"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(t, tt.table.Filter(tt.filter), tt.column)); diff != "" {
				t.Errorf("Filter(%+v) (-want +got):\n%s", tt.filter, diff)
			}
		})
	}
}

func TestMadeBetween(t *testing.T) {
	ix := index(t)
	var got []string
	for _, p := range compare.MadeBetween(ix, proposals(t, ix, "n1", "s1", "n2"), date(t, "1901-04"), date(t, "1901-04")) {
		got = append(got, p.ID)
	}
	if diff := cmp.Diff([]string{"s1"}, got); diff != "" {
		t.Errorf("MadeBetween (-want +got):\n%s", diff)
	}
}
