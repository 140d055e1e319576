package views

import (
	"slices"

	"pourparler/domain/compare"
	"pourparler/views/chart"
)

// keyItem is an entry of the key: a sample and its words.
type keyItem struct {
	words  string
	sample func(at chart.Point)
}

// keySample is the length of the sample before the words of an entry.
const keySample = 48.0

// keyItems are the sides in the order of their lines, and then the marks that occur.
func (c *driftChart) keyItems() []keyItem {
	var items []keyItem
	for _, line := range c.series.Lines {
		side := chart.NewSide(line.Number)
		items = append(items, keyItem{line.Party.Display(), func(at chart.Point) {
			c.Line(side.Line(), at, chart.Point{X: at.X + 40, Y: at.Y})
			c.Mark(side, side.Hollow(), chart.Point{X: at.X + 20, Y: at.Y}, driftRadius)
		}})
	}
	items = append(items, c.keyBars()...)
	items = append(items, c.keyFates()...)
	return append(items, keyItem{"made = proposed; shaded: the day had passed", func(at chart.Point) {
		corner := chart.Point{X: at.X + 36, Y: at.Y + 8}
		c.Line(shade, chart.Point{X: at.X + 4, Y: at.Y + 8}, chart.Point{X: at.X + 36, Y: at.Y - 8}, corner)
		c.Line(dots, chart.Point{X: at.X + 4, Y: at.Y + 8}, chart.Point{X: at.X + 36, Y: at.Y - 8})
	}})
}

// keyBars explain the bars.
func (c *driftChart) keyBars() []keyItem {
	bar := func(doubt bool) func(chart.Point) {
		return func(at chart.Point) {
			c.days(black, blackNumber, chart.Point{X: at.X + 16, Y: at.Y - 9}, chart.Point{X: at.X + 24, Y: at.Y + 9}, doubt)
		}
	}
	bounded := func(p compare.DriftPoint) bool { _, _, ok := p.Date.Bounds(); return ok }
	var items []keyItem
	if c.any(bounded) {
		items = append(items, keyItem{"first to last day", bar(false)})
	}
	if c.any(func(p compare.DriftPoint) bool { return p.Dated() && !bounded(p) }) {
		items = append(items, keyItem{"open or unknown end", func(at chart.Point) {
			c.Rect(chart.Look{Class: "bar open", Fill: c.Fade(black, chart.FadeUp)}, chart.Point{X: at.X + 16, Y: at.Y - 9}, chart.Point{X: at.X + 24, Y: at.Y + 9})
		}})
	}
	if c.any(func(p compare.DriftPoint) bool { return doubtful(p.Date) }) {
		items = append(items, keyItem{"about", bar(true)})
	}
	return items
}

// The sixth side's ink is black, and its hatch is what has no side.
const blackNumber = 5

var black = chart.NewSide(blackNumber)

// keyFates explain what became of a date.
func (c *driftChart) keyFates() []keyItem {
	circle, strike := chart.NewSide(0), chart.Look{Class: "strike", Stroke: chart.Ink, Width: 2}
	mark := func(look chart.Look) func(chart.Point) {
		return func(at chart.Point) { c.Mark(circle, look, chart.Point{X: at.X + 20, Y: at.Y}, driftRadius) }
	}
	var items []keyItem
	if c.fated(compare.FateKept) {
		items = append(items, keyItem{"took place", mark(black.Filled())})
	}
	if c.fated(compare.FateMissed, compare.FateAhead, compare.FateUntold) {
		items = append(items, keyItem{"did not, or not yet", mark(black.Hollow())})
	}
	if c.fated(compare.FateWithdrawn) {
		items = append(items, keyItem{"withdrawn", func(at chart.Point) {
			mark(black.Hollow())(at)
			c.Cross(strike, chart.Point{X: at.X + 20, Y: at.Y}, driftRadius+3)
		}})
	}
	if len(c.series.Meetings) > 0 {
		items = append(items, keyItem{"meeting held", func(at chart.Point) {
			c.box(chart.Point{X: at.X + 12, Y: at.Y - 8}, chart.Point{X: at.X + 28, Y: at.Y + 8})
		}})
	}
	return items
}

func (c *driftChart) fated(fates ...compare.Fate) bool {
	return c.any(func(p compare.DriftPoint) bool { return slices.Contains(fates, p.Fate) })
}

func (c *driftChart) any(is func(compare.DriftPoint) bool) bool {
	return slices.ContainsFunc(c.series.Lines, func(l compare.DriftLine) bool { return slices.ContainsFunc(l.Points, is) })
}

// keyPlaces returns where each entry of the key stands, row by row, and the number of rows.
func (c *driftChart) keyPlaces(items []keyItem) ([]chart.Point, int) {
	at, rows := chart.Point{X: driftLeft, Y: driftRow - 4}, 1
	places := make([]chart.Point, len(items))
	for i, item := range items {
		width := keySample + chart.TextWidth(item.words) + 28
		if at.X+width > driftRight && at.X > driftLeft {
			at, rows = chart.Point{X: driftLeft, Y: at.Y + driftRow}, rows+1
		}
		places[i] = at
		at.X += width
	}
	return places, rows
}

func (c *driftChart) keyRows() int {
	_, rows := c.keyPlaces(c.keyItems())
	return rows
}

func (c *driftChart) key() {
	items := c.keyItems()
	places, _ := c.keyPlaces(items)
	c.Group("key", func() {
		for i, item := range items {
			item.sample(places[i])
			c.Text(chart.Look{Class: "label"}, chart.Point{X: places[i].X + keySample, Y: places[i].Y + 5}, chart.Start, item.words)
		}
	})
}
