package chart

import (
	"cmp"
	"math"
	"slices"

	"pourparler/domain/edtf"
)

// Sequence draws messages between lanes, one below the other in the order of time: a lane is a line downwards, a message an arrow
// from the lane of its author to those of its addressees, and a bracket beside a lane joins a message to the one it answers.
// A longer pause is drawn longer, but not to scale.
type Sequence struct {
	ID          string
	Title       string
	Description string
	Lanes       []Lane
	Messages    []Message
	Brackets    []Bracket
}

// Lane is one line.
type Lane struct {
	Label string
	Name  string
	Href  string
}

// Message is one mark on a lane; Dashed is one that is only heard of, Barred are lanes that it was kept from.
type Message struct {
	Lane   int
	To     []int
	Barred []int
	Dashed bool
	Day    edtf.Day // where it stands in time; no day if that is not known
	When   string
	Label  string
	Name   string
	Href   string
}

// Bracket joins the messages From and To, the earlier one first, beside a lane.
type Bracket struct {
	Lane     int
	From, To int
	Label    string
	Name     string
	Href     string
	level    int
}

const (
	sequenceDates = 168.0 // room for the dates
	sequenceSide  = 138.0 // room for brackets left of the first lane
	sequenceLane  = 138.0 // from lane to lane
	sequenceHead  = 40.0
	sequenceRow   = 36.0 // least distance of messages
	sequenceLevel = 13.0 // distance of brackets
	sequenceFoot  = 96.0
)

// SVG returns the picture.
func (s Sequence) SVG() string {
	ys := s.rows()
	bottom := sequenceHead + sequenceRow
	if len(ys) > 0 {
		bottom = ys[len(ys)-1] + sequenceRow
	}
	labels := 120.0
	for _, m := range s.Messages {
		labels = max(labels, TextWidth(m.Label))
	}
	width := s.x(len(s.Lanes)-1) + 100 + labels
	c := New(s.ID, max(width, 760), bottom+sequenceFoot)
	c.Fix()
	for i, l := range s.Lanes {
		s.lane(c, i, l, bottom)
	}
	var taken []box
	for _, b := range s.levels() {
		taken = append(taken, s.bracket(c, b, ys, taken))
	}
	for i, m := range s.Messages {
		s.message(c, i, m, ys[i])
	}
	s.legend(c, bottom+34)
	return c.SVG(s.Title, s.Description)
}

// x is where a lane stands.
func (s Sequence) x(lane int) float64 {
	return sequenceDates + sequenceSide + float64(max(lane, 0))*sequenceLane
}

// rows returns the height of each message: the longer the pause before it, the lower.
func (s Sequence) rows() []float64 {
	ys := make([]float64, len(s.Messages))
	y := sequenceHead + sequenceRow
	for i, m := range s.Messages {
		if i > 0 {
			y += sequenceRow + pause(s.Messages[i-1].Day, m.Day)
		}
		ys[i] = y
	}
	return ys
}

// pause is the room that days take beyond the least distance.
func pause(a, b edtf.Day) float64 {
	if a.IsZero() || b.IsZero() {
		return sequenceRow
	}
	return 8 * math.Log2(1+float64(max(a.DaysUntil(b), 0))/7)
}

func (s Sequence) lane(c *Canvas, i int, l Lane, bottom float64) {
	x := s.x(i)
	c.Line(Look{Class: "lane", Stroke: Rule, Width: 2}, Point{x, sequenceHead}, Point{x, bottom})
	c.Link(l.Href, l.Name, func() {
		c.Area(Point{x - 60, 6}, Point{x + 60, 32})
		c.Text(Look{Class: "label strong", Fill: Ink}, Point{x, 25}, Middle, l.Label)
	})
	c.Text(Look{Class: "label strong", Fill: Ink}, Point{x, bottom + 14}, Middle, l.Label)
}

// message draws the date, the mark, the arrows and the words of a message as one link.
func (s Sequence) message(c *Canvas, i int, m Message, y float64) {
	x := s.x(m.Lane)
	right := s.x(len(s.Lanes)-1) + 80
	side := NewSide(m.Lane)
	c.Link(m.Href, m.Name, func() {
		c.Area(Point{chartEdge, y - 14}, Point{sequenceDates - 10, y + 14})
		c.Area(Point{right - 8, y - 14}, Point{right + TextWidth(m.Label), y + 14})
		c.Text(Look{Class: "label", Fill: Ink}, Point{chartEdge, y + 5}, Start, m.When)
		for _, to := range m.To {
			s.arrow(c, m, s.x(to), y)
		}
		for _, to := range m.Barred {
			s.barred(c, m, s.x(to), y)
		}
		look := side.Filled()
		if m.Dashed {
			look = side.Hollow()
			look.Dash = "3 2"
		}
		c.Mark(side, look, Point{x, y}, 8)
		c.Text(Look{Class: "label quiet", Fill: Quiet}, Point{right, y + 5}, Start, m.Label)
	})
}

func (m Message) line() Look {
	look := Look{Class: "arrow", Stroke: Ink, Width: 1.5}
	if m.Dashed {
		look.Dash = "5 4"
	}
	return look
}

// arrow draws a line to a lane with a point at its end.
func (s Sequence) arrow(c *Canvas, m Message, to, y float64) {
	from, way := s.x(m.Lane), 1.0
	if to < from {
		way = -1
	}
	c.Line(m.line(), Point{from + 12*way, y}, Point{to - 3*way, y})
	c.Line(Look{Class: "arrow", Stroke: Ink, Width: 1.5}, Point{to - 11*way, y - 5}, Point{to - 3*way, y}, Point{to - 11*way, y + 5})
}

// barred draws a line that ends at a bar before it reaches a lane.
func (s Sequence) barred(c *Canvas, m Message, to, y float64) {
	from, way := s.x(m.Lane), 1.0
	if to < from {
		way = -1
	}
	end := to - 36*way
	bar := Look{Class: "barred", Stroke: NewSide(0).Colour, Width: 4}
	c.Line(m.line(), Point{from + 12*way, y}, Point{end, y})
	c.Line(bar, Point{end, y - 10}, Point{end, y + 10})
	c.Line(bar, Point{end + 7*way, y - 10}, Point{end + 7*way, y + 10})
}

// levels gives brackets that overlap beside one lane a distance from it of their own: the shorter, the nearer. Those further off
// come first, so that the words of the nearer lie on top.
func (s Sequence) levels() []Bracket {
	all := slices.Clone(s.Brackets)
	slices.SortStableFunc(all, func(a, b Bracket) int { return cmp.Compare(a.To-a.From, b.To-b.From) })
	for i := range all {
		for taken := true; taken; {
			taken = slices.ContainsFunc(all[:i], func(o Bracket) bool {
				return o.Lane == all[i].Lane && o.level == all[i].level && o.From <= all[i].To && all[i].From <= o.To
			})
			if taken {
				all[i].level++
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Bracket) int { return cmp.Compare(b.level, a.level) })
	return all
}

// box is the room that words take.
type box struct{ a, b Point }

func (o box) overlaps(p box) bool {
	return o.a.X < p.b.X && p.a.X < o.b.X && o.a.Y < p.b.Y && p.a.Y < o.b.Y
}

// bracket draws the time of an answer left of the first lane and right of every other, and returns the room of its words,
// which keep clear of those taken.
func (s Sequence) bracket(c *Canvas, b Bracket, ys []float64, taken []box) box {
	way, anchor := 1.0, Start
	if b.Lane == 0 {
		way, anchor = -1, End
	}
	lane, from, to := s.x(b.Lane), ys[b.From], ys[b.To]
	x := lane + way*(16+sequenceLevel*float64(b.level))
	look := NewSide(b.Lane).Line()
	look.Dash = ""
	words := b.room(x+way*5, way, (from+to)/2, taken)
	c.Link(b.Href, b.Name, func() {
		c.Area(Point{x - 8, from}, Point{x + 8, to})
		c.Line(look, Point{lane + way*3, from + 3}, Point{x, from + 3}, Point{x, to - 3}, Point{lane + way*10, to - 3})
		c.Line(look, Point{lane + way*15, to - 7}, Point{lane + way*10, to - 3}, Point{lane + way*15, to + 1})
		c.Rect(Look{Class: "paper", Fill: Paper}, words.a, words.b)
		c.Text(Look{Class: "label", Fill: Ink}, Point{x + way*6, words.b.Y - 4}, anchor, b.Label)
	})
	return words
}

// room returns where the words of a bracket stand: in the middle or, where that is taken, a little higher or lower.
func (b Bracket) room(x, way, middle float64, taken []box) box {
	far := x + way*(TextWidth(b.Label)*0.9+2)
	at := func(y float64) box { return box{Point{min(x, far), y - 9}, Point{max(x, far), y + 9}} }
	for _, shift := range []float64{0, -18, 18, -36, 36, -54, 54} {
		free := at(middle + shift)
		if !slices.ContainsFunc(taken, free.overlaps) {
			return free
		}
	}
	return at(middle)
}

// legend says what the marks mean.
func (s Sequence) legend(c *Canvas, y float64) {
	text := func(x, y float64, words string) {
		c.Text(Look{Class: "label quiet", Fill: Quiet}, Point{x, y + 5}, Start, words)
	}
	side := NewSide(0)
	c.Mark(side, side.Filled(), Point{chartEdge + 8, y}, 7)
	text(32, y, "text held")
	hollow := side.Hollow()
	hollow.Dash = "3 2"
	c.Mark(side, hollow, Point{150, y}, 7)
	text(166, y, "only mentioned by others")
	key := Message{}
	c.Line(key.line(), Point{382, y}, Point{410, y}, Point{404, y - 5}, Point{410, y}, Point{404, y + 5})
	text(420, y, "addressed to")
	bar := Look{Class: "barred", Stroke: side.Colour, Width: 4}
	c.Line(key.line(), Point{548, y}, Point{572, y})
	c.Line(bar, Point{572, y - 8}, Point{572, y + 8})
	c.Line(bar, Point{579, y - 8}, Point{579, y + 8})
	text(590, y, "kept from")
	c.Line(Look{Class: "line", Stroke: Ink, Width: 2}, Point{18, y + 16}, Point{12, y + 16}, Point{12, y + 34}, Point{20, y + 34})
	text(32, y+25, "from a letter to its answer. A longer pause is drawn longer, but not to scale.")
}
