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
	xs          []float64 // where the lanes stand, and the words of the messages
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
	out      float64 // how far from the lane its line is
	at       float64 // how low its words stand
}

const (
	sequenceDates = 168.0 // room for the dates
	sequenceSide  = 138.0 // least room for brackets left of the first lane
	sequenceLane  = 138.0 // least distance from lane to lane
	sequenceWords = 80.0  // least distance of the words from the last lane
	sequenceHead  = 40.0
	sequenceRow   = 36.0 // least distance of messages
	sequenceNear  = 16.0 // from a lane to its nearest bracket
	sequenceLevel = 13.0 // least distance of brackets
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
	brackets := s.place(ys)
	s.xs = s.lanes(brackets)
	width := s.words() + 20 + labels
	c := New(s.ID, max(width, 760), bottom+sequenceFoot)
	c.Fix()
	for i, l := range s.Lanes {
		s.lane(c, i, l, bottom)
	}
	for _, b := range brackets {
		s.bracket(c, b, ys)
	}
	for i, m := range s.Messages {
		s.message(c, i, m, ys[i])
	}
	s.legend(c, bottom+34)
	return c.SVG(s.Title, s.Description)
}

// x is where a lane stands.
func (s Sequence) x(lane int) float64 { return s.xs[lane] }

// words is where the words of the messages begin.
func (s Sequence) words() float64 { return s.xs[len(s.xs)-1] }

// lanes returns where the lanes stand and, last, where the words of the messages begin: so far from each other that the
// brackets between them have room.
func (s Sequence) lanes(brackets []Bracket) []float64 {
	side, room := sequenceSide, make([]float64, max(1, len(s.Lanes)))
	for i := range room {
		room[i] = sequenceLane
	}
	room[len(room)-1] = sequenceWords
	for _, b := range brackets {
		if b.Lane == 0 {
			side = max(side, b.far()+sequenceLevel)
		} else {
			room[b.Lane] = max(room[b.Lane], b.far()+2*sequenceLevel)
		}
	}
	xs := []float64{sequenceDates + side}
	for i, r := range room {
		xs = append(xs, xs[i]+r)
	}
	return xs
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
	right := s.words()
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

// place gives each bracket its distance from the lane and its words a place between two messages. The shorter brackets are
// the nearer, and those beside them stand beyond their words, so that nothing crosses the words.
func (s Sequence) place(ys []float64) []Bracket {
	all := slices.Clone(s.Brackets)
	slices.SortStableFunc(all, func(a, b Bracket) int { return cmp.Compare(a.To-a.From, b.To-b.From) })
	for i := range all {
		b := &all[i]
		b.out = sequenceNear
		for _, o := range all[:i] {
			if !b.beside(o) {
				continue
			}
			b.out = max(b.out, o.out+sequenceLevel)
			if ys[b.From] < o.at && o.at < ys[b.To] {
				b.out = max(b.out, o.far()+sequenceLevel/2)
			}
		}
		b.at = b.between(ys, all[i+1:])
	}
	return all
}

// beside reports whether two brackets stand on one lane at one height.
func (b Bracket) beside(o Bracket) bool {
	return o.Lane == b.Lane && o.From <= b.To && b.From <= o.To
}

// far is how far from the lane the words of a bracket end.
func (b Bracket) far() float64 { return b.out + 7 + TextWidth(b.Label)*0.9 }

// between returns the height between two messages for the words of a bracket: where the fewest of the longer ones pass, and
// there nearest to its middle.
func (b Bracket) between(ys []float64, longer []Bracket) float64 {
	middle := (ys[b.From] + ys[b.To]) / 2
	best, fewest := middle, math.MaxInt
	for k := b.From; k < b.To; k++ {
		y, pass := (ys[k]+ys[k+1])/2, 0
		for _, o := range longer {
			if o.Lane == b.Lane && o.From <= k && k < o.To {
				pass++
			}
		}
		if pass < fewest || pass == fewest && math.Abs(y-middle) < math.Abs(best-middle) {
			best, fewest = y, pass
		}
	}
	return best
}

// bracket draws the time of an answer left of the first lane and right of every other.
func (s Sequence) bracket(c *Canvas, b Bracket, ys []float64) {
	way, anchor := 1.0, Start
	if b.Lane == 0 {
		way, anchor = -1, End
	}
	lane, from, to := s.x(b.Lane), ys[b.From], ys[b.To]
	x, far := lane+way*b.out, lane+way*b.far()
	look := NewSide(b.Lane).Line()
	look.Dash = ""
	c.Link(b.Href, b.Name, func() {
		c.Area(Point{x - 8, from}, Point{x + 8, to})
		c.Line(look, Point{lane + way*3, from + 3}, Point{x, from + 3}, Point{x, to - 3}, Point{lane + way*10, to - 3})
		c.Line(look, Point{lane + way*15, to - 7}, Point{lane + way*10, to - 3}, Point{lane + way*15, to + 1})
		c.Rect(Look{Class: "paper", Fill: Paper}, Point{min(x+way*5, far), b.at - 9}, Point{max(x+way*5, far), b.at + 9})
		c.Text(Look{Class: "label", Fill: Ink}, Point{x + way*6, b.at + 5}, anchor, b.Label)
	})
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
