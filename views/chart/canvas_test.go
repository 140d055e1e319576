package chart_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"pourparler/internal/golden"
	"pourparler/views/chart"
)

// TestCanvas draws one of everything.
func TestCanvas(t *testing.T) {
	c := chart.New("sample", 400, 240)
	c.Group("axis", func() {
		c.Line(chart.Look{Stroke: chart.Rule}, chart.Point{X: 0, Y: 0}, chart.Point{X: 400, Y: 0})
		c.Text(chart.Look{Class: "label"}, chart.Point{X: 200, Y: 14}, chart.Middle, "Tom & <Jerry>")
	})
	for n := range 8 {
		side, at := chart.NewSide(n), chart.Point{X: 25 + 45*float64(n), Y: 60}
		c.Line(side.Line(), at, chart.Point{X: at.X, Y: 200})
		c.Link("/a?b=1&c=\"2\"", side.Words(), func() {
			c.Area(at, at)
			c.Mark(side, side.Filled(), at, 7)
		})
	}
	one := chart.NewSide(0)
	c.Link("", "leads nowhere", func() { c.Mark(one, one.Hollow(), chart.Point{X: 30, Y: 220}, 7) })
	c.Cross(chart.Look{Stroke: chart.Ink}, chart.Point{X: 30, Y: 220}, 6)
	c.Rect(chart.Look{Fill: c.Hatch(1)}, chart.Point{X: 90, Y: 230}, chart.Point{X: 60, Y: 210})
	for i, to := range []chart.Direction{chart.FadeUp, chart.FadeDown, chart.FadeLeft, chart.FadeRight, chart.FadeUp} {
		x := 100 + 40*float64(i)
		c.Rect(chart.Look{Fill: c.Fade(one, to)}, chart.Point{X: x, Y: 210}, chart.Point{X: x + 30, Y: 230})
	}
	svg := c.SVG("A sample", "One of everything, and a \"quote\".")
	wellFormed(t, svg)
	if n := strings.Count(svg, "<linearGradient"); n != 4 {
		t.Errorf("%d gradients defined, want each of 4 once", n)
	}
	golden.Assert(t, "sample.svg", []byte(svg))
}

func TestCanvasWithoutLinksIsAnImage(t *testing.T) {
	if svg := chart.New("x", 1, 1).SVG("", ""); !strings.Contains(svg, `role="img"`) {
		t.Errorf("no role img in %s", svg)
	}
}

func TestSidesDiffer(t *testing.T) {
	seen := map[string]int{}
	for n := range 35 {
		words := chart.NewSide(n).Words()
		if other, ok := seen[words]; ok {
			t.Errorf("sides %d and %d are both %q", other, n, words)
		}
		seen[words] = n
	}
}

func TestTextWidth(t *testing.T) {
	if a, b := chart.TextWidth("May"), chart.TextWidth("May 1965"); a <= 0 || b <= a {
		t.Errorf("widths %v and %v: want the longer one wider", a, b)
	}
	if a, b := chart.TextWidth("北京"), chart.TextWidth("ab"); a <= b {
		t.Errorf("widths %v and %v: want Chinese wider", a, b)
	}
}

func wellFormed(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
	}
}

// TestHostileWords puts what means something to a reader of markup into every place for words.
func TestHostileWords(t *testing.T) {
	for _, words := range []string{`"><script>alert(1)</script>`, "a\x00b\x1b", "]]>", "&lt;", "\uFFFE", "'"} {
		c := chart.New(words, 10, 10)
		c.Link("/"+words, words, func() {
			c.Text(chart.Look{}, chart.Point{}, chart.Start, words)
			c.Rect(chart.Look{Fill: c.Fade(chart.NewSide(0), chart.FadeUp)}, chart.Point{}, chart.Point{X: 1, Y: 1})
		})
		svg := c.SVG(words, words)
		wellFormed(t, svg)
		if strings.Contains(svg, "<script") {
			t.Errorf("%q became a script:\n%s", words, svg)
		}
	}
}
