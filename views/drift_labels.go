package views

import (
	"math"
	"slices"

	"pourparler/domain/compare"
	"pourparler/views/chart"
)

// box is a rectangle on the canvas.
type box struct{ left, top, right, bottom float64 }

func (b box) hits(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

func (b box) hitsAny(all []box) bool { return slices.ContainsFunc(all, b.hits) }

// markKey tells the marks of a chart apart: a proposal made by two parties has two.
type markKey struct {
	line     int
	proposal string
}

func keyOf(line compare.DriftLine, p compare.DriftPoint) markKey {
	return markKey{line.Number, p.Proposal.Text}
}

// reserve finds where each mark stands and keeps the room of marks and bars free of labels. Marks that would cover one
// another stand side by side.
func (c *driftChart) reserve() {
	const room = driftRadius + 2
	for _, line := range c.series.Lines {
		for _, p := range line.Points {
			if !p.Dated() {
				continue
			}
			at := chart.Point{X: c.x.At(p.From), Y: c.height(p.Date)}
			for c.covered(at) {
				at.X += 2*driftRadius + 4
			}
			c.marks[keyOf(line, p)] = at
			b := box{at.X - room, at.Y - room, at.X + room, at.Y + room}
			if first, last, ok := p.Date.Bounds(); ok {
				b.top, b.bottom = min(b.top, c.y.At(last)), max(b.bottom, c.y.At(first))
			}
			c.taken = append(c.taken, b)
		}
	}
}

func (c *driftChart) covered(at chart.Point) bool {
	for _, o := range c.marks {
		if math.Abs(o.X-at.X) < 2*driftRadius && math.Abs(o.Y-at.Y) < 2*driftRadius {
			return true
		}
	}
	return false
}

// label writes one or two lines beside a mark of that radius where they cover nothing: to the right if there is room, else to the
// left, above or below, nearer places first. Where there is none the label stands to the right all the same.
func (c *driftChart) label(at chart.Point, radius float64, words, below string) {
	width := max(chart.TextWidth(words), chart.TextWidth(below))
	height := float64(chart.TextSize) + 4
	if below != "" {
		height *= 2
	}
	place := c.room(at, radius+6, width, height)
	c.taken = append(c.taken, place)
	halo := chart.Look{Class: "label halo", Fill: chart.Ink}
	c.Text(halo, chart.Point{X: place.left, Y: place.top + chart.TextSize}, chart.Start, words)
	if below != "" {
		c.Text(chart.Look{Class: "label halo fate", Fill: chart.Quiet}, chart.Point{X: place.left, Y: place.top + 2*chart.TextSize + 3}, chart.Start, below)
	}
}

// room finds a free box of that size near a point.
func (c *driftChart) room(at chart.Point, gap, width, height float64) box {
	var first box
	for _, away := range []float64{0, 12, 24, 40, 60} {
		for i, corner := range []chart.Point{
			{X: at.X + gap, Y: at.Y - height - away},             // right, above the line
			{X: at.X + gap, Y: at.Y + 3 + away},                  // right, below the line
			{X: at.X - gap - width, Y: at.Y - height - away},     // left
			{X: at.X - gap - width, Y: at.Y + 3 + away},          //
			{X: at.X + gap + 2*away, Y: at.Y - height - away},    // further right
			{X: at.X + gap + 2*away, Y: at.Y + 3 + away},         //
			{X: at.X - width/2, Y: at.Y - gap - height - away*2}, // above
			{X: at.X - width/2, Y: at.Y + gap + away*2},          // below
		} {
			b := box{corner.X, corner.Y, corner.X + width, corner.Y + height}
			if away == 0 && i == 0 {
				first = b
			}
			if b.left >= driftLeft+2 && b.right <= driftRight-2 && b.top >= c.top+2 && b.bottom <= c.bottom-2 && !b.hitsAny(c.taken) {
				return b
			}
		}
	}
	return first
}
