package chart_test

import (
	"fmt"
	"strings"
	"testing"

	"pourparler/internal/golden"
	"pourparler/views/chart"
)

// TestUpset draws three sets that share members, one of which claims more than it names, and one that names nobody.
func TestUpset(t *testing.T) {
	members := func(names ...string) (all []chart.UpsetMember) {
		for i, n := range names {
			all = append(all, chart.UpsetMember{Label: n, Name: n, Href: "/p/" + n, Filled: i%2 == 0, Diamond: i == 2})
		}
		return all
	}
	u := chart.Upset{ID: "u", Title: "Sets", Description: "Four sets.", Filled: "first of two", Diamond: "third",
		Sets: []chart.UpsetSet{{Label: "Ports", Numbers: "4 named", Named: 4, Claimed: 4, Name: "Ports", Href: "/l/ports"},
			{Label: "Bays & <coves>", Numbers: "≠ 5 claimed, 3 named", Named: 3, Claimed: 5, Name: "Bays", Href: "/l/bays"},
			{Label: "Capes", Numbers: "1 named", Named: 1, Claimed: 1, Name: "Capes", Href: "/l/capes"},
			{Label: "All", Numbers: "9 claimed, nobody named", Claimed: 9, Name: "All", Href: "/l/all"}},
		Groups: []chart.UpsetGroup{{In: []bool{true, false, true, false}, Members: members("a"), Name: "two", Href: "#1"},
			{In: []bool{true, true, false, false}, Members: members("b", "c", "d"), Name: "three", Href: "#2"},
			{In: []bool{false, false, true, false}, Name: "none", Href: "#3"}}}
	svg := u.SVG()
	wellFormed(t, svg)
	golden.Assert(t, "upset.svg", []byte(svg))
}

// TestUpsetStacks lays many members side by side, so that the picture does not grow without end.
func TestUpsetStacks(t *testing.T) {
	g := chart.UpsetGroup{In: []bool{true}}
	for i := range 81 {
		g.Members = append(g.Members, chart.UpsetMember{Label: fmt.Sprint(i)})
	}
	tall := chart.Upset{Sets: []chart.UpsetSet{{Named: 81}}, Groups: []chart.UpsetGroup{g}}.SVG()
	g.Members = g.Members[:30]
	short := chart.Upset{Sets: []chart.UpsetSet{{Named: 30}}, Groups: []chart.UpsetGroup{g}}.SVG()
	if height(t, tall) != height(t, short) {
		t.Errorf("81 members make a picture %s high, 30 one %s", height(t, tall), height(t, short))
	}
	if n := strings.Count(tall, `class="unit"`); n != 81 {
		t.Errorf("%d members drawn, want 81", n)
	}
}

func height(t *testing.T, svg string) string {
	t.Helper()
	_, rest, _ := strings.Cut(svg, ` height="`)
	value, _, _ := strings.Cut(rest, `"`)
	return value
}

// TestUpsetEmpty draws nothing at all without failing.
func TestUpsetEmpty(t *testing.T) { wellFormed(t, chart.Upset{}.SVG()) }
