package chart

import (
	"fmt"
	"strings"
	"unicode"
)

// TextSize is the size of plain text, in the pixels of the canvas.
const TextSize = 14

const fonts = "Noto Sans, system-ui, sans-serif"

// Inks that charts share. Sides have their own, see [Side].
const (
	Ink   = "#1d1b18"
	Quiet = "#5c564c"
	Rule  = "#d9d2c3"
	Paper = "#fffefb"
)

// Look is how a mark is drawn: a class for the style sheet, and the colours, width and pattern of its lines where the
// style sheet says nothing. An empty colour is none.
type Look struct {
	Class  string
	Fill   string
	Stroke string
	Width  float64 // of the line, 1 if 0
	Dash   string  // lengths of stroke and gap
}

// String returns the look as the attributes of an SVG element.
func (l Look) String() string {
	var b strings.Builder
	if l.Class != "" {
		fmt.Fprintf(&b, " class=%q", l.Class)
	}
	fill := l.Fill
	if fill == "" {
		fill = "none"
	}
	fmt.Fprintf(&b, " fill=%q", fill)
	if l.Stroke != "" {
		fmt.Fprintf(&b, " stroke=%q", l.Stroke)
		if l.Width > 0 {
			fmt.Fprintf(&b, " stroke-width=\"%s\"", number(l.Width))
		}
		if l.Dash != "" {
			fmt.Fprintf(&b, " stroke-dasharray=%q", l.Dash)
		}
	}
	return b.String()
}

// Point is a position on the canvas.
type Point struct{ X, Y float64 }

// Line draws a line through the points.
func (c *Canvas) Line(look Look, points ...Point) {
	var b strings.Builder
	for i, p := range points {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(number(p.X) + "," + number(p.Y))
	}
	fmt.Fprintf(&c.body, "<polyline points=\"%s\"%s/>\n", b.String(), look)
}

// Rect draws a rectangle between two opposite corners.
func (c *Canvas) Rect(look Look, a, b Point) {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	fmt.Fprintf(&c.body, "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>\n",
		number(x), number(y), number(max(a.X, b.X)-x), number(max(a.Y, b.Y)-y), look)
}

// Area draws a surface that a link can be hit on, at least 24 pixels each way, and that nobody sees.
func (c *Canvas) Area(a, b Point) {
	grow := func(low, high float64) (float64, float64) {
		if short := (24 - (high - low)) / 2; short > 0 {
			return low - short, high + short
		}
		return low, high
	}
	x1, x2 := grow(min(a.X, b.X), max(a.X, b.X))
	y1, y2 := grow(min(a.Y, b.Y), max(a.Y, b.Y))
	c.Rect(Look{Class: "area", Fill: "transparent"}, Point{x1, y1}, Point{x2, y2})
}

// Where text stands against its point.
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// Anchor says which part of a text stands at its point.
type Anchor string

// Text writes words on one line; the point is on their base line. Their colour is the fill of the look.
func (c *Canvas) Text(look Look, at Point, anchor Anchor, words string) {
	if look.Fill == "" {
		look.Fill = Ink
	}
	fmt.Fprintf(&c.body, "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\"%s>%s</text>\n",
		number(at.X), number(at.Y), anchor, look, lettered(words))
}

// TextWidth estimates the width of words in plain text, generously: no font is at hand to measure with.
func TextWidth(words string) float64 {
	width := 0.0
	for _, r := range words {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			width += 1
		case strings.ContainsRune(" .,;:'|()[]iljtfr-1", r):
			width += 0.42
		case unicode.IsUpper(r) || strings.ContainsRune("mw—", r):
			width += 0.78
		default:
			width += 0.6
		}
	}
	return width * TextSize
}
