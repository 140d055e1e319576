package chart_test

import (
	"testing"
	"time"

	"pourparler/domain/edtf"
	"pourparler/internal/golden"
	"pourparler/views/chart"
)

// TestSequence draws letters among three lanes: answered, unanswered, kept from a lane, only heard of, and without a day.
func TestSequence(t *testing.T) {
	on := func(month time.Month, day int) edtf.Day {
		d, err := edtf.NewDay(1921, month, day)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	s := chart.Sequence{ID: "s", Title: "Letters", Description: "Who answers whom.",
		Lanes: []chart.Lane{{"North", "North", "/n"}, {"South", "South", "/s"}, {"Isles", "Isles", ""}},
		Messages: []chart.Message{
			{Lane: 0, To: []int{1, 2}, Day: on(1, 2), When: "2 January", Label: "letter", Name: "first", Href: "/1"},
			{Lane: 0, To: []int{2}, Barred: []int{1}, Dashed: true, Day: on(1, 9), When: "9 January", Label: "circular <&>", Name: "second", Href: "/2"},
			{Lane: 1, To: []int{0}, Day: on(4, 3), When: "3 April", Label: "letter", Name: "third", Href: "/3"},
			{Lane: 0, To: []int{1}, Day: on(4, 3), When: "3 April", Label: "letter", Name: "fourth", Href: "/4"},
			{Lane: 2, Dashed: true, When: "no date", Label: "note", Name: "fifth", Href: "/5"}},
		Brackets: []chart.Bracket{{Lane: 1, From: 0, To: 2, Label: "91 days", Name: "third answers first", Href: "/3#p1"},
			{Lane: 0, From: 2, To: 3, Label: "0 days", Name: "fourth answers third", Href: "/4#p1"},
			{Lane: 0, From: 1, To: 3, Label: "84 days", Name: "fourth answers second", Href: "/4#p2"}}}
	svg := s.SVG()
	wellFormed(t, svg)
	golden.Assert(t, "sequence.svg", []byte(svg))
	wellFormed(t, chart.Sequence{}.SVG())
}
