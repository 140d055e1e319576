package chart

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"
	"unicode"

	"pourparler/views/foreign"
)

// Canvas collects what is drawn, in the order in which it is drawn: what comes later lies on top.
type Canvas struct {
	id            string
	width, height float64
	defs, body    strings.Builder
	known         map[string]bool // definitions written
	links         int
	fixed         bool
}

// New returns an empty canvas of that size in pixels. The id begins every id inside the picture, so that several can
// stand on one page; what cannot stand in an id becomes a hyphen.
func New(id string, width, height float64) *Canvas {
	return &Canvas{id: strings.Map(plain, id), width: width, height: height, known: map[string]bool{}}
}

func plain(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
		return r
	}
	return '-'
}

// Fix keeps the picture at the size of its canvas however narrow the page: it scrolls and does not shrink.
func (c *Canvas) Fix() { c.fixed = true }

// Group draws what the function draws inside a group of that class.
func (c *Canvas) Group(class string, draw func()) {
	fmt.Fprintf(&c.body, "<g class=%q>\n", class)
	draw()
	c.body.WriteString("</g>\n")
}

// Link draws what the function draws as one link of that name, which readers hear and see when they point at it.
// Without an address it is only a group of that name. Text inside a link must be part of its name (WCAG 2.2, 2.5.3), so
// labels best stand beside their mark and outside it.
func (c *Canvas) Link(href, name string, draw func()) {
	if href == "" {
		fmt.Fprintf(&c.body, "<g><title>%s</title>\n", escape(name))
		draw()
		c.body.WriteString("</g>\n")
		return
	}
	c.links++
	fmt.Fprintf(&c.body, "<a href=\"%s\" aria-label=\"%s\"><title>%s</title>\n", escape(href), escape(name), escape(name))
	draw()
	c.body.WriteString("</a>\n")
}

// SVG returns the picture with its title and description. A picture with links in it is a group of links for readers
// who listen, any other an image.
func (c *Canvas) SVG(title, description string) string {
	role := "img"
	if c.links > 0 {
		role = "group"
	}
	size := ""
	if c.fixed {
		size = fmt.Sprintf(" width=\"%s\" height=\"%s\"", number(c.width), number(c.height))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" id=\"%s\"%s viewBox=\"0 0 %s %s\" role=\"%s\""+
		" aria-labelledby=\"%s-title\" aria-describedby=\"%s-desc\" font-family=\"%s\" font-size=\"%d\">\n",
		c.id, size, number(c.width), number(c.height), role, c.id, c.id, fonts, TextSize)
	fmt.Fprintf(&b, "<title id=\"%s-title\">%s</title>\n<desc id=\"%s-desc\">%s</desc>\n", c.id, escape(title), c.id, escape(description))
	if c.defs.Len() > 0 {
		b.WriteString("<defs>\n" + c.defs.String() + "</defs>\n")
	}
	b.WriteString(c.body.String() + "</svg>\n")
	return b.String()
}

// define writes a definition once and returns how to refer to it.
func (c *Canvas) define(name, markup string) string {
	id := c.id + "-" + name
	if !c.known[name] {
		c.known[name] = true
		fmt.Fprintf(&c.defs, markup+"\n", id)
	}
	return "url(#" + id + ")"
}

// escape makes words safe inside XML, which has no place for most control characters, and keeps passages that are read
// from the right in their places.
func escape(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return unicode.ReplacementChar
		}
		return r
	}, foreign.Isolated(s)))
}

// lettered makes words safe likewise, with their language where the script tells it.
func lettered(s string) string {
	var b strings.Builder
	done := 0
	for _, p := range foreign.Passages(s) {
		if p.Lang != "" {
			fmt.Fprintf(&b, "%s<tspan lang=%q>%s</tspan>", escape(s[done:p.Start]), p.Lang, escape(s[p.Start:p.End]))
			done = p.End
		}
	}
	return b.String() + escape(s[done:])
}

// number writes a length to a tenth of a pixel, as short as it goes.
func number(x float64) string {
	x = math.Round(x*10) / 10
	if x == 0 {
		return "0" // and not -0
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}
