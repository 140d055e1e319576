package views

import (
	"slices"

	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/views/chart"
)

// The layout of the drift chart, in pixels of its canvas.
const (
	driftWidth  = 1090.0
	driftLeft   = 96.0
	driftRight  = 1056.0
	driftPlot   = 390.0 // height of the plot
	driftRow    = 26.0  // height of a row of the key and of the lane of words
	driftFade   = 60.0  // length of a bar with an open end
	driftRadius = 7.0
)

// driftChart draws one series.
type driftChart struct {
	*chart.Canvas
	site        *Site
	series      compare.DriftSeries
	x, y        chart.Time
	top, bottom float64 // of the plot
	worded      []wordedDate
	rows        int   // of the lane of words
	taken       []box // where labels cannot stand
	marks       map[markKey]chart.Point
}

// driftSVG draws the chart of a series that names a day at least.
func (s *Site) driftSVG(d compare.DriftSeries, description string) string {
	c := driftChart{site: s, series: d, marks: map[markKey]chart.Point{}}
	c.scales()
	lane := 0.0
	if c.rows > 0 {
		lane = float64(c.rows)*driftRow + 12
	}
	c.Canvas = chart.New("drift-"+d.Track.ID, driftWidth, c.bottom+lane+66)
	c.key()
	c.past()
	c.axes(lane)
	for _, line := range d.Lines {
		c.line(line)
	}
	c.reserve()
	c.meetings()
	for _, line := range d.Lines {
		c.points(line)
	}
	for _, line := range d.Lines {
		c.labels(line)
	}
	c.words()
	return c.SVG("Drift of the dates: "+d.Track.Title, description)
}

// mostAfter is how many days after the last mark are drawn at least, if they have passed.
const mostAfter = 30

// scales fits the days on which proposals were made on x, those that they propose on y: those of this track, whatever happened
// on others.
func (c *driftChart) scales() {
	var made, proposed []edtf.Day
	for _, m := range c.series.Meetings {
		made, proposed = append(made, ends(m.Date)...), append(proposed, ends(m.Date)...)
	}
	for _, line := range c.series.Lines {
		for _, p := range line.Points {
			made = append(made, p.From)
			proposed = append(proposed, ends(p.Date)...)
		}
	}
	keys := c.keyRows()
	c.top = float64(keys)*driftRow + 60
	c.bottom = c.top + driftPlot
	slices.SortFunc(made, edtf.Day.Compare)
	first, last := made[0], made[len(made)-1]
	if after := last.DaysUntil(c.series.AsOf); after > 0 { // of the time that has passed since as much as tells of lines that go on
		made = append(made, last.AddDays(min(after, max(first.DaysUntil(last)/4, mostAfter))))
	}
	c.x = chart.NewTime(driftLeft, driftRight, made...)
	c.y = chart.NewTime(c.bottom, c.top, proposed...)
	c.worded, c.rows = c.layWords()
}

// ends are the ends of a date that are known.
func ends(d edtf.Date) []edtf.Day {
	var days []edtf.Day
	if day, edge := d.Earliest(); edge == edtf.Known {
		days = append(days, day)
	}
	if day, edge := d.Latest(); edge == edtf.Known {
		days = append(days, day)
	}
	return days
}

// The looks of the diagonal and of what lies below it.
var (
	shade = chart.Look{Class: "past", Fill: "#f2ecdf"}
	dots  = chart.Look{Class: "diagonal", Stroke: chart.Quiet, Width: 2, Dash: "2 4"}
)

// past shades what lies below the diagonal on which the day made is the day proposed.
func (c *driftChart) past() {
	from, to := c.x.From, c.x.To
	if c.y.From.Compare(from) > 0 {
		from = c.y.From
	}
	if c.y.To.Compare(to) < 0 {
		to = c.y.To
	}
	switch {
	case c.y.To.Compare(c.x.From) <= 0: // every day proposed had passed
		c.Rect(shade, chart.Point{X: driftLeft, Y: c.top}, chart.Point{X: driftRight, Y: c.bottom})
		return
	case to.Compare(from) <= 0:
		return // every day proposed lies ahead of every day on the scale
	}
	start, end := chart.Point{X: c.x.At(from), Y: c.y.At(from)}, chart.Point{X: c.x.At(to), Y: c.y.At(to)}
	corners := []chart.Point{start, end, {X: driftRight, Y: end.Y}, {X: driftRight, Y: c.bottom}, {X: start.X, Y: c.bottom}}
	if end.X < driftRight-1 { // the diagonal leaves at the top, and all to the right of it is past
		corners[2].Y = c.top
	}
	c.Line(shade, corners...)
	c.Line(dots, start, end)
}

// axes draws the grid, its labels, and the day as of which it is drawn.
func (c *driftChart) axes(lane float64) {
	grid := chart.Look{Class: "grid-line", Stroke: chart.Rule, Width: 1}
	c.Group("axis", func() {
		for _, t := range c.y.Ticks(9) {
			c.Line(grid, chart.Point{X: driftLeft, Y: t.At}, chart.Point{X: driftRight, Y: t.At})
			words := t.Label
			if t.Year != "" {
				words += " " + t.Year
			}
			c.Text(chart.Look{Class: "tick"}, chart.Point{X: driftLeft - 10, Y: t.At + 5}, chart.End, words)
		}
		foot := c.bottom + lane
		for _, t := range c.x.Ticks(10) {
			c.Line(grid, chart.Point{X: t.At, Y: c.top}, chart.Point{X: t.At, Y: foot + 6})
			c.Text(chart.Look{Class: "tick"}, chart.Point{X: t.At, Y: foot + 22}, chart.Middle, t.Label)
			c.Text(chart.Look{Class: "tick"}, chart.Point{X: t.At, Y: foot + 40}, chart.Middle, t.Year)
		}
		frame := chart.Look{Class: "frame", Stroke: "#8d8371", Width: 1}
		c.Rect(frame, chart.Point{X: driftLeft, Y: c.top}, chart.Point{X: driftRight, Y: c.bottom})
		if lane > 0 {
			c.Rect(frame, chart.Point{X: driftLeft, Y: c.bottom}, chart.Point{X: driftRight, Y: foot})
			c.Text(chart.Look{Class: "tick"}, chart.Point{X: driftLeft - 10, Y: c.bottom + driftRow - 2}, chart.End, "in words")
		}
		c.Text(chart.Look{Class: "axis-title", Fill: chart.Quiet}, chart.Point{X: driftLeft - 10, Y: c.top - 12}, chart.Start, "↑ the day proposed")
		c.Text(chart.Look{Class: "axis-title", Fill: chart.Quiet}, chart.Point{X: driftRight, Y: foot + 58}, chart.End, "the day on which it was made →")
		c.today(foot)
	})
}

// today marks the day as of which the chart is drawn.
func (c *driftChart) today(foot float64) {
	x := min(c.x.At(c.series.AsOf), driftRight)
	c.Line(chart.Look{Class: "today", Stroke: chart.Ink, Width: 1}, chart.Point{X: x, Y: c.top}, chart.Point{X: x, Y: foot})
	c.Text(chart.Look{Class: "tick"}, chart.Point{X: min(x, driftRight-40), Y: c.top - 12}, chart.Middle, "as of "+dayWords(c.series.AsOf))
	c.taken = append(c.taken, box{x - 1, c.top, x + 1, c.bottom})
}

// meetings draws what took place as boxes on the diagonal: as wide and as high as the days it may have taken.
func (c *driftChart) meetings() {
	for _, m := range c.series.Meetings {
		first, last, ok := m.Date.Bounds()
		if !ok {
			if last = lastOf(m.Date); last.IsZero() {
				continue
			}
			first = last
		}
		a := chart.Point{X: c.x.At(first) - 5, Y: c.y.At(first) + 5}
		b := chart.Point{X: c.x.At(last) + 5, Y: c.y.At(last) - 5}
		c.Link(c.site.Href(m.Meeting.Ref), withDate(m.Meeting.Display(), m.Date)+": took place", func() {
			c.Area(a, b)
			c.box(a, b)
		})
		c.taken = append(c.taken, box{a.X, b.Y, b.X, a.Y})
		c.label(chart.Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}, (b.X-a.X)/2, "took place: "+m.Date.Humanize(), "")
	}
}

// box draws a meeting.
func (c *driftChart) box(a, b chart.Point) {
	c.Rect(chart.Look{Fill: chart.Paper}, a, b)
	c.Rect(chart.Look{Class: "mark meeting", Fill: c.Hatch(blackNumber), Stroke: chart.Ink, Width: 2}, a, b)
}

func lastOf(d edtf.Date) edtf.Day {
	days := ends(d)
	if len(days) == 0 {
		return edtf.Day{}
	}
	return days[len(days)-1]
}

// line draws how long each date was its party's latest word, and the steps from one to the next.
func (c *driftChart) line(line compare.DriftLine) {
	look := chart.NewSide(line.Number).Line()
	var path []chart.Point
	for _, p := range line.Points {
		if p.Beside {
			continue
		}
		if !p.Dated() {
			path = c.stroke(look, path)
			continue
		}
		y := c.height(p.Date)
		if len(path) > 0 && path[len(path)-1].X != c.x.At(p.From) {
			path = c.stroke(look, path)
		}
		path = append(path, chart.Point{X: c.x.At(p.From), Y: y}, chart.Point{X: min(c.x.At(p.Until), driftRight), Y: y})
	}
	c.stroke(look, path)
}

// stroke draws a path and returns an empty one.
func (c *driftChart) stroke(look chart.Look, path []chart.Point) []chart.Point {
	if len(path) > 0 {
		c.Line(look, path...)
	}
	for i := 1; i < len(path); i++ { // and no label on it
		a, b := path[i-1], path[i]
		c.taken = append(c.taken, box{min(a.X, b.X) - 2, min(a.Y, b.Y) - 2, max(a.X, b.X) + 2, max(a.Y, b.Y) + 2})
	}
	return nil
}

// height is where the mark of a date stands: in the middle of its days, or at the end that is known.
func (c *driftChart) height(d edtf.Date) float64 {
	first, last, ok := d.Bounds()
	if ok {
		return (c.y.At(first) + c.y.At(last)) / 2
	}
	return c.y.At(lastOf(d))
}
