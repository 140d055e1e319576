package views

import (
	"strings"

	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/views/chart"
)

// points draws the dates of a line as links to their proposals, each with its label.
func (c *driftChart) points(line compare.DriftLine) {
	side := chart.NewSide(line.Number)
	for _, p := range line.Points {
		if !p.Dated() {
			continue
		}
		at := c.marks[keyOf(line, p)]
		c.Link(c.site.Href(p.Proposal.Ref), c.name(line, p), func() {
			c.Area(at, at)
			c.bar(side, line.Number, p, at)
			c.whisker(side, p, at)
			c.mark(side, p, at)
		})
	}
}

// labels writes the date beside each mark of a line, and beneath it what became of it.
func (c *driftChart) labels(line compare.DriftLine) {
	for _, p := range line.Points {
		if p.Dated() {
			c.label(c.marks[keyOf(line, p)], driftRadius, line.Party.Display()+": "+p.Date.Humanize(), fateWords(p))
		}
	}
}

func (c *driftChart) mark(side chart.Side, p compare.DriftPoint, at chart.Point) {
	look := side.Hollow()
	if p.Fate == compare.FateKept {
		look = side.Filled()
	}
	c.Mark(side, look, at, driftRadius)
	if !p.Withdrawn.IsZero() {
		c.Cross(chart.Look{Class: "strike", Stroke: chart.Ink, Width: 2}, at, driftRadius+3)
	}
}

// bar draws the days that a date can mean; an end that is not known fades.
func (c *driftChart) bar(side chart.Side, n int, p compare.DriftPoint, at chart.Point) {
	const half = 4
	first, last, ok := p.Date.Bounds()
	if ok {
		c.days(side, n, chart.Point{X: at.X - half, Y: c.y.At(first)}, chart.Point{X: at.X + half, Y: c.y.At(last)}, doubtful(p.Date))
		return
	}
	end, to := at.Y-driftFade, chart.FadeUp
	if _, start := p.Date.Earliest(); start != edtf.Known {
		end, to = at.Y+driftFade, chart.FadeDown
	}
	end = max(min(end, c.bottom), c.top)
	c.Rect(chart.Look{Class: "bar open", Fill: c.Fade(side, to)}, chart.Point{X: at.X - half, Y: at.Y}, chart.Point{X: at.X + half, Y: end})
}

// days draws the bar of a date whose ends are known, broken if it is in doubt.
func (c *driftChart) days(side chart.Side, n int, a, b chart.Point, doubt bool) {
	c.Rect(chart.Look{Fill: chart.Paper}, a, b)
	look := chart.Look{Class: "bar " + side.Class, Fill: c.Hatch(n), Stroke: side.Colour, Width: 1}
	if doubt {
		look.Fill, look.Dash = "", "4 3"
	}
	c.Rect(look, a, b)
}

func doubtful(d edtf.Date) bool { return d.Approximate() || d.Uncertain() }

// whisker draws the days on which a proposal can have been made, where that is more than one.
func (c *driftChart) whisker(side chart.Side, p compare.DriftPoint, at chart.Point) {
	first, edge := p.Made.Earliest()
	look := chart.Look{Class: "whisker " + side.Class, Stroke: side.Colour, Width: 1.5}
	switch {
	case edge != edtf.Known:
		left := max(at.X-driftFade, driftLeft)
		c.Rect(chart.Look{Class: "bar open", Fill: c.Fade(side, chart.FadeLeft)}, chart.Point{X: left, Y: at.Y - 2}, chart.Point{X: at.X, Y: at.Y + 2})
	case first.Compare(p.From) < 0:
		left := max(c.x.At(first), driftLeft)
		c.Line(look, chart.Point{X: left, Y: at.Y}, at)
		c.Line(look, chart.Point{X: left, Y: at.Y - 5}, chart.Point{X: left, Y: at.Y + 5})
	}
}

// name says a proposal to who hears or points at its mark.
func (c *driftChart) name(line compare.DriftLine, p compare.DriftPoint) string {
	words := line.Party.Display() + ", " + p.Made.Humanize() + ": "
	if p.Dated() {
		words += p.Date.Humanize()
	} else {
		words += "in words, “" + p.Wording + "”"
	}
	if fate := fateWords(p); fate != "" {
		words += "; " + fate
	}
	return words
}

func fateWords(p compare.DriftPoint) string {
	accepted := ""
	if p.Accepted != nil {
		accepted = "accepted; "
	}
	switch p.Fate {
	case compare.FateWithdrawn:
		return accepted + "withdrawn " + p.Withdrawn.Humanize()
	case compare.FateKept, compare.FateMissed:
		return accepted + string(p.Fate)
	}
	return strings.TrimSuffix(accepted, "; ")
}

// wordedDate is a date in words with its place in the lane.
type wordedDate struct {
	line  compare.DriftLine
	point compare.DriftPoint
	words string
	row   int
	at    float64
	left  bool // the words stand to the left of the mark
}

// layWords gives each date in words a row of the lane in which it covers no other, and returns how many rows there are.
func (c *driftChart) layWords() ([]wordedDate, int) {
	var all []wordedDate
	var rows [][]box
	for _, line := range c.series.Lines {
		for _, p := range line.Points {
			if p.Dated() {
				continue
			}
			w := wordedDate{line: line, point: p, words: line.Party.Display() + ": “" + shortened(p.Wording, 48) + "”", at: c.x.At(p.From)}
			width := chart.TextWidth(w.words) + 2*driftRadius + 8
			w.left = w.at+width > driftRight
			b := box{w.at - driftRadius, 0, w.at + width, 1}
			if w.left {
				b = box{w.at - width, 0, w.at + driftRadius, 1}
			}
			for w.row < len(rows) && b.hitsAny(rows[w.row]) {
				w.row++
			}
			if w.row == len(rows) {
				rows = append(rows, nil)
			}
			rows[w.row] = append(rows[w.row], b)
			all = append(all, w)
		}
	}
	return all, len(rows)
}

// words draws the lane of the dates in words.
func (c *driftChart) words() {
	for _, w := range c.worded {
		side := chart.NewSide(w.line.Number)
		at := chart.Point{X: w.at, Y: c.bottom + 6 + driftRow*(float64(w.row)+0.5)}
		c.Link(c.site.Href(w.point.Proposal.Ref), c.name(w.line, w.point), func() {
			c.Area(at, at)
			c.mark(side, w.point, at)
		})
		text, anchor := chart.Point{X: at.X + driftRadius + 8, Y: at.Y + 5}, chart.Start
		if w.left {
			text.X, anchor = at.X-driftRadius-8, chart.End
		}
		c.Text(chart.Look{Class: "label"}, text, anchor, w.words)
	}
}

// shortened cuts words to so many characters.
func shortened(words string, most int) string {
	runes := []rune(words)
	if len(runes) <= most {
		return words
	}
	return string(runes[:most-1]) + "…"
}
