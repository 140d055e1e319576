package chart

import "slices"

// Upset draws sets as rows and their exclusive intersections as columns, after Lex, Gehlenborg and others (UpSet, 2014), with the
// members written into the columns.
type Upset struct {
	ID          string
	Title       string
	Description string
	Sets        []UpsetSet
	Groups      []UpsetGroup
	Filled      string // what a filled member means; empty leaves it out of the legend
	Diamond     string // what a member drawn as a diamond means
}

// UpsetSet is one set: how many members it is said to have and how many are named. None named means that nobody can be placed.
type UpsetSet struct {
	Label   string
	Numbers string // the numbers in words
	Named   int
	Claimed int
	Name    string // of the link, for readers who listen
	Href    string
}

// UpsetGroup is one exclusive intersection: In says of each set whether it has part in it.
type UpsetGroup struct {
	In      []bool
	Members []UpsetMember
	Name    string
	Href    string
}

// UpsetMember is one member of a group.
type UpsetMember struct {
	Label   string
	Name    string
	Href    string
	Filled  bool
	Diamond bool
}

const (
	upsetLeft  = 140.0 // least room for the names of the sets
	upsetUnit  = 26.0  // height of a member
	upsetRow   = 58.0  // height of a set
	upsetMost  = 30    // members one above the other; more stand side by side
	upsetHead  = 34.0  // room for the sizes
	upsetKey   = 22.0  // height of a line of the legend
	upsetGap   = 22.0
	upsetInset = 14.0
	chartEdge  = 8.0 // free on the left
)

// SVG returns the picture.
func (u Upset) SVG() string {
	widths, total := u.widths()
	tall := 1
	for _, g := range u.Groups {
		tall = max(tall, min(len(g.Members), upsetMost))
	}
	base := upsetHead + float64(tall)*upsetUnit
	height := base + 18 + float64(len(u.Sets))*upsetRow + 8
	left := u.left()
	c := New(u.ID, max(left+total+upsetInset, left+TextWidth(nobodyNamed), 440), height+3*upsetKey)
	c.Fix()
	u.rows(c, left, base+18, left+total)
	x := left
	for i, g := range u.Groups {
		u.group(c, g, Point{x, base}, widths[i])
		x += widths[i] + upsetGap
	}
	u.legend(c, height+upsetKey)
	return c.SVG(u.Title, u.Description)
}

// left is the room for the names of the sets: no more than they take, so that a narrow screen shows members beside them.
func (u Upset) left() float64 {
	left := upsetLeft
	for _, s := range u.Sets {
		left = max(left, chartEdge+TextWidth(s.Label), chartEdge+TextWidth(s.Numbers))
	}
	return left + upsetInset
}

// widths returns the width of each column, and of all with the gaps between them.
func (u Upset) widths() ([]float64, float64) {
	unit := 110.0
	for _, g := range u.Groups {
		for _, m := range g.Members {
			unit = max(unit, TextWidth(m.Label)+38)
		}
	}
	widths, total := make([]float64, len(u.Groups)), 0.0
	for i, g := range u.Groups {
		widths[i] = unit * float64(max(1, (len(g.Members)+upsetMost-1)/upsetMost))
		total += widths[i] + upsetGap
	}
	return widths, total
}

// rows draws the sets: name, numbers, and a bar as long as the members named within an outline as long as those claimed.
func (u Upset) rows(c *Canvas, left, top, right float64) {
	most := 1
	for _, s := range u.Sets {
		most = max(most, s.Named, s.Claimed)
	}
	scale := Linear{To: float64(most), Start: chartEdge, End: left - 2*upsetInset}
	for i, s := range u.Sets {
		y := top + float64(i)*upsetRow
		c.Line(Look{Class: "rule", Stroke: Rule}, Point{chartEdge, y}, Point{right, y})
		c.Link(s.Href, s.Name, func() {
			c.Area(Point{chartEdge, y + 4}, Point{left - upsetInset, y + upsetRow - 4})
			c.Text(Look{Class: "label strong", Fill: Ink}, Point{chartEdge, y + 20}, Start, s.Label)
			c.Text(Look{Class: "label quiet", Fill: Quiet}, Point{chartEdge, y + 37}, Start, s.Numbers)
			if s.Claimed != s.Named && s.Claimed > 0 {
				c.Rect(Look{Class: "outline", Stroke: Ink, Dash: "4 3"}, Point{chartEdge + 0.5, y + 43}, Point{scale.At(float64(s.Claimed)), y + 51})
			}
			if s.Named > 0 {
				c.Rect(Look{Class: "bar", Fill: Ink, Stroke: Ink}, Point{chartEdge + 0.5, y + 43}, Point{scale.At(float64(s.Named)), y + 51})
			}
		})
		if s.Named == 0 {
			c.Line(Look{Class: "outline", Stroke: Quiet, Dash: "2 5"}, Point{left, y + upsetRow/2}, Point{right - upsetGap, y + upsetRow/2})
			c.Rect(Look{Class: "paper", Fill: Paper}, Point{left, y + upsetRow/2 - 12}, Point{left + TextWidth(nobodyNamed), y + upsetRow/2 + 12})
			c.Text(Look{Class: "label quiet", Fill: Quiet}, Point{left, y + upsetRow/2 + 5}, Start, nobodyNamed)
		}
	}
}

const nobodyNamed = "names nobody: who is on it cannot be told"

// group draws one column: its members upwards from the base, and its dots below.
func (u Upset) group(c *Canvas, g UpsetGroup, at Point, width float64) {
	stacks := max(1, (len(g.Members)+upsetMost-1)/upsetMost)
	unit := width / float64(stacks)
	middle := at.X + width/2
	top := at.Y - float64(min(len(g.Members), upsetMost))*upsetUnit
	c.Link(g.Href, g.Name, func() {
		c.Area(Point{at.X, top - 28}, Point{at.X + width, top - 4})
		size := "none"
		if len(g.Members) > 0 {
			size = number(float64(len(g.Members)))
		}
		c.Text(Look{Class: "label strong", Fill: Ink}, Point{middle, top - 9}, Middle, size)
		u.dots(c, g, middle, at.Y+18)
	})
	for i, m := range g.Members {
		x := at.X + unit*float64(i/upsetMost)
		y := top + float64(i%upsetMost)*upsetUnit
		m.draw(c, Point{x, y}, Point{x + unit, y + upsetUnit})
	}
	c.Line(Look{Class: "axis", Stroke: Ink, Width: 2}, Point{at.X, at.Y}, Point{at.X + width, at.Y})
}

func (m UpsetMember) draw(c *Canvas, a, b Point) {
	c.Link(m.Href, m.Name, func() {
		c.Rect(Look{Class: "unit", Fill: Paper, Stroke: Rule}, a, b)
		m.mark(c, Point{a.X + 14, (a.Y + b.Y) / 2})
		c.Text(Look{Class: "label", Fill: Ink}, Point{a.X + 28, (a.Y+b.Y)/2 + 5}, Start, m.Label)
	})
}

func (m UpsetMember) mark(c *Canvas, at Point) {
	side := NewSide(0)
	if m.Diamond {
		side = NewSide(3)
	}
	look := Look{Class: "mark hollow", Fill: Paper, Stroke: Ink, Width: 1.5}
	if m.Filled {
		look.Class, look.Fill = "mark filled", Ink
	}
	c.Mark(side, look, at, 5)
}

// dots draws a filled dot on each set of the group, joined by a line, and a small ring on each other set.
func (u Upset) dots(c *Canvas, g UpsetGroup, x, top float64) {
	first, last := slices.Index(g.In, true), 0
	for i, in := range g.In {
		if in {
			last = i
		}
	}
	y := func(i int) float64 { return top + (float64(i)+0.5)*upsetRow }
	if last > first && first >= 0 {
		c.Line(Look{Class: "axis", Stroke: Ink, Width: 3}, Point{x, y(first)}, Point{x, y(last)})
	}
	for i, in := range g.In {
		switch {
		case in:
			c.Mark(NewSide(0), Look{Class: "mark filled", Fill: Ink, Stroke: Ink, Width: 1.5}, Point{x, y(i)}, 9)
		case u.Sets[i].Named > 0:
			c.Mark(NewSide(0), Look{Class: "mark hollow", Fill: Paper, Stroke: Rule, Width: 1.5}, Point{x, y(i)}, 5)
		}
	}
}

// legend says what the marks mean, below the picture.
func (u Upset) legend(c *Canvas, y float64) {
	for _, key := range []struct {
		words string
		mark  UpsetMember
	}{{u.Filled, UpsetMember{Filled: true}}, {u.Diamond, UpsetMember{Diamond: true}}} {
		if key.words == "" {
			continue
		}
		key.mark.mark(c, Point{upsetInset, y - 5})
		c.Text(Look{Class: "label quiet", Fill: Quiet}, Point{upsetInset + 12, y}, Start, key.words)
		y += upsetKey
	}
}
