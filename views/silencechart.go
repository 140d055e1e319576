package views

import (
	"html/template"
	"strings"

	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/views/chart"
)

// Measures of a picture of silence, in pixels of its canvas.
const (
	silenceWidth = 1120
	silenceLabel = 232 // where the words of a proposal begin
	silenceStart = 640 // where the time scale begins
	silenceEnd   = 1072
	silenceHead  = 26 // above the first row
	silenceRow   = 26
	markRadius   = 6
	generous     = 1.1 // by which the width of text is estimated too wide
)

// picture is what a chart says of itself.
type picture struct{ id, title, description string }

// silenceScale holds the days on which the proposals of a table were made, and the day asked about.
func silenceScale(t table.Table, day edtf.Day) chart.Time {
	on := []edtf.Day{day}
	for _, r := range table.Typed[compare.Received](t) {
		if made, edge := r.Made.Latest(); edge == edtf.Known {
			on = append(on, made)
		}
	}
	scale := chart.NewTime(silenceStart, silenceEnd, on...)
	scale.To = day
	return scale
}

// silencePicture draws a line for each proposal: what became of it as a mark and a word, its day and words, and the days
// it waited as a bar.
func (s *Site) silencePicture(t table.Table, is picture, scale chart.Time, day edtf.Day) string {
	height := silenceHead + silenceRow*len(t.Rows) + 6
	c := chart.New(is.id, silenceWidth, float64(height))
	for _, tick := range scale.Ticks(7) {
		if tick.At > silenceEnd-90 { // where the day asked about has its label
			continue
		}
		c.Line(chart.Look{Class: "grid", Stroke: chart.Rule}, chart.Point{X: tick.At, Y: silenceHead - 4}, chart.Point{X: tick.At, Y: float64(height)})
		c.Text(chart.Look{Class: "tick", Fill: chart.Quiet}, chart.Point{X: tick.At, Y: silenceHead - 10}, chart.Middle, tickWords(tick))
	}
	c.Line(chart.Look{Class: "today", Stroke: chart.Ink, Dash: "2 3"}, chart.Point{X: silenceEnd, Y: silenceHead - 4}, chart.Point{X: silenceEnd, Y: float64(height)})
	c.Text(chart.Look{Class: "tick"}, chart.Point{X: silenceEnd, Y: silenceHead - 10}, chart.Middle, dayWords(day))
	labels := silenceLabels(t)
	for i, row := range t.Rows {
		s.silenceLine(c, t, row, labels[i], scale, float64(silenceHead+silenceRow*i))
	}
	return c.SVG(is.title, is.description)
}

func tickWords(t chart.Tick) string {
	if t.Year == "" {
		return t.Label
	}
	return t.Label + " " + t.Year
}

// silenceLine draws one proposal below y: what became of it first, so that a narrow screen shows it without scrolling.
func (s *Site) silenceLine(c *chart.Canvas, t table.Table, row table.Row, label string, scale chart.Time, y float64) {
	r := row.Of.(compare.Received)
	word := outcomeWords(r)
	middle := y + silenceRow/2
	seen := dateWords(r.Made) + " · " + r.Proposal.Summary
	if !strings.HasPrefix(seen, strings.TrimSuffix(label, "…")) { // the beginning is left out
		seen = strings.TrimRight(label, " .…") + ": " + r.Proposal.Summary
	}
	name := word + ", " + seen + " (proposed by " + display(get(t, row, "proposer")) + ")" // begins with what is seen
	c.Link(s.Href(row.Ref), name, func() {
		c.Area(chart.Point{X: 0, Y: y + 1}, chart.Point{X: silenceWidth, Y: y + silenceRow - 1})
		drawOutcome(c, r.Outcome, chart.Point{X: 9, Y: middle})
		c.Text(chart.Look{Class: "label outcome"}, chart.Point{X: 24, Y: middle + 5}, chart.Start, word)
		c.Text(chart.Look{Class: "label"}, chart.Point{X: silenceLabel, Y: middle + 5}, chart.Start, label)
		if end := waitingBar(c, r, scale, middle); r.Outcome != compare.ReceivedUnanswered {
			drawOutcome(c, r.Outcome, chart.Point{X: end, Y: middle})
		}
	})
}

// waitingBar draws the days from the proposal to the first answer, or without an end to the day asked about, and returns
// where it ends.
func waitingBar(c *chart.Canvas, r compare.Received, scale chart.Time, y float64) float64 {
	made, edge := r.Made.Latest()
	if edge != edtf.Known {
		return silenceStart
	}
	start := scale.At(made)
	if !r.Known {
		return start
	}
	end := scale.At(made.AddDays(r.Days))
	look := chart.Look{Class: "bar answered", Fill: chart.Quiet, Stroke: chart.Ink}
	if r.Outcome == compare.ReceivedUnanswered {
		look = chart.Look{Class: "bar waiting", Fill: chart.Paper, Stroke: chart.Ink, Width: 1.5, Dash: "5 3"}
	}
	c.Rect(look, chart.Point{X: start, Y: y - 4}, chart.Point{X: end, Y: y + 4})
	return end
}

// outcomeWords say what became of a proposal and how long it took.
func outcomeWords(r compare.Received) string {
	switch outcome := string(r.Outcome); {
	case !r.Known:
		return outcome
	case r.Outcome == compare.ReceivedUnanswered:
		return outcome + ", " + compare.Days(r.Days)
	case r.Days == 0:
		return outcome + ", same day"
	default:
		return outcome + " after " + compare.Days(r.Days)
	}
}

// silenceLabels are the words of each row, as many as there is room for. Rows that would read alike leave out what they
// begin with in common.
func silenceLabels(t table.Table) []string {
	const room = (silenceStart - silenceLabel - 20) * generous
	all := table.Typed[compare.Received](t)
	labels, alike := make([]string, len(all)), map[string][]int{}
	for i, r := range all {
		labels[i] = clip(dateWords(r.Made)+" · "+r.Proposal.Summary, room)
		alike[labels[i]] = append(alike[labels[i]], i)
	}
	for _, rows := range alike {
		first := all[rows[0]].Proposal.Summary
		common := len(first)
		for _, i := range rows[1:] {
			common = min(common, sharedWords(first, all[i].Proposal.Summary))
		}
		if len(rows) == 1 || common == 0 || common == len(first) {
			continue
		}
		for _, i := range rows {
			labels[i] = clip(dateWords(all[i].Made)+" · …"+all[i].Proposal.Summary[common:], room)
		}
	}
	return labels
}

// sharedWords is how long the whole words are with which both begin.
func sharedWords(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	if n == len(a) && n == len(b) {
		return n
	}
	return strings.LastIndexByte(a[:n], ' ') + 1
}

// clip shortens words to a width, at the end of a word if one ends near.
func clip(words string, width float64) string {
	if chart.TextWidth(words) <= width {
		return words
	}
	short, used := words, chart.TextWidth("…")
	for i, letter := range words {
		if used += chart.TextWidth(string(letter)); used > width {
			short = words[:i]
			break
		}
	}
	if cut := strings.LastIndexByte(short, ' '); cut > len(short)*3/4 {
		short = short[:cut]
	}
	return strings.TrimRight(short, " ,;:.") + "…"
}

// drawOutcome draws the mark of an outcome: rounds grant, squares and corners do not, and silence is an empty dashed
// square.
func drawOutcome(c *chart.Canvas, outcome compare.Reception, at chart.Point) {
	round, square := chart.NewSide(0), chart.NewSide(1)
	full := chart.Look{Class: "sign", Fill: chart.Ink, Stroke: chart.Ink, Width: 1.5}
	hollow := chart.Look{Class: "sign", Fill: chart.Paper, Stroke: chart.Ink, Width: 1.5}
	stroke := chart.Look{Class: "sign", Stroke: chart.Ink, Width: 1.5}
	switch outcome {
	case compare.ReceivedAccepted:
		c.Mark(round, full, at, markRadius)
	case compare.ReceivedWelcomed:
		c.Mark(round, hollow, at, markRadius)
	case compare.ReceivedInPrinciple:
		c.Mark(round, hollow, at, markRadius)
		c.Mark(round, full, at, markRadius-4)
	case compare.ReceivedConditional:
		c.Mark(chart.NewSide(3), hollow, at, markRadius)
	case compare.ReceivedDeferred:
		c.Mark(chart.NewSide(6), hollow, at, markRadius)
	case compare.ReceivedCountered:
		c.Mark(chart.NewSide(2), full, at, markRadius)
	case compare.ReceivedRejected:
		c.Cross(chart.Look{Class: "sign", Stroke: chart.Ink, Width: 3}, at, markRadius-1)
	case compare.ReceivedWithdrawn:
		c.Mark(square, hollow, at, markRadius)
		c.Cross(stroke, at, markRadius-1)
	case compare.ReceivedAlleged:
		c.Mark(chart.NewSide(4), chart.Look{Class: "sign", Fill: chart.Paper, Stroke: chart.Ink, Width: 1.5, Dash: "2 2"}, at, markRadius)
	case compare.ReceivedReplaced:
		c.Mark(square, hollow, at, markRadius)
		c.Mark(square, full, at, markRadius-4)
	case compare.ReceivedGivenUp:
		c.Mark(chart.NewSide(2), hollow, at, markRadius)
	case compare.ReceivedLapsed:
		c.Mark(square, hollow, at, markRadius)
	case compare.ReceivedOvertaken:
		c.Mark(square, full, at, markRadius)
	case compare.ReceivedUnanswered:
		c.Mark(square, chart.Look{Class: "sign", Fill: chart.Paper, Stroke: chart.Ink, Width: 1.5, Dash: "3 2"}, at, markRadius)
	}
}

// legend returns the mark, word and rule of every outcome.
func legend() []LegendItem {
	var items []LegendItem
	for _, o := range compare.Receptions() {
		c := chart.New("sign-"+class(string(o)), 18, 18)
		drawOutcome(c, o, chart.Point{X: 9, Y: 9})
		items = append(items, LegendItem{template.HTML(c.SVG(string(o), o.Rule())), string(o), o.Rule()})
	}
	return items
}
