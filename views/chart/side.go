package chart

import (
	"fmt"
	"math"
	"strings"
)

// Side is how one of several sides is drawn: its shape and the pattern of its lines tell it apart without its colour.
type Side struct {
	Class  string // side1, side2, ... for the style sheet
	Colour string
	Dash   string
	shape  shape
}

type shape struct {
	word    string
	corners int     // of a regular polygon or star; 0 is a circle
	turn    float64 // of the first corner from the top, in degrees
	waist   float64 // of a star, as a part of its radius; 0 is no star
}

var (
	colours = []string{"#8c2318", "#1f3a5f", "#4a5a1e", "#6b3a72", "#7a4b00", "#1d1b18"}
	shapes  = []shape{{"circle", 0, 0, 0}, {"square", 4, 45, 0}, {"triangle", 3, 0, 0}, {"diamond", 4, 0, 0},
		{"pentagon", 5, 0, 0}, {"star", 5, 0, 0.45}, {"triangle pointing down", 3, 180, 0}}
	dashes     = []string{"", "9 4", "2 4", "12 4 2 4", "5 3"}
	dashWords  = []string{"unbroken", "dashed", "dotted", "dash and dot", "short dashes"}
	classCount = len(colours)
)

// NewSide returns the look of side n, counted from 0. Shapes and patterns come round at different turns, so that thirty-five
// sides differ.
func NewSide(n int) Side {
	return Side{Class: fmt.Sprintf("side%d", n%classCount+1), Colour: colours[n%classCount],
		Dash: dashes[n%len(dashes)], shape: shapes[n%len(shapes)]}
}

// Words describe the side's mark and line, as "circle, unbroken line".
func (s Side) Words() string {
	for i, d := range dashes {
		if d == s.Dash {
			return s.shape.word + ", " + dashWords[i] + " line"
		}
	}
	return s.shape.word
}

// Line is the look of the side's lines.
func (s Side) Line() Look {
	return Look{Class: "line " + s.Class, Stroke: s.Colour, Width: 2, Dash: s.Dash}
}

// Filled and Hollow are the two looks of the side's mark.
func (s Side) Filled() Look {
	return Look{Class: "mark filled " + s.Class, Fill: s.Colour, Stroke: s.Colour, Width: 2}
}

// Hollow is the side's mark as an outline.
func (s Side) Hollow() Look {
	return Look{Class: "mark hollow " + s.Class, Fill: Paper, Stroke: s.Colour, Width: 2}
}

// Mark draws the shape of a side around a point.
func (c *Canvas) Mark(s Side, look Look, at Point, radius float64) {
	if s.shape.corners == 0 {
		fmt.Fprintf(&c.body, "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>\n", number(at.X), number(at.Y), number(radius), look)
		return
	}
	corners := s.shape.corners
	if s.shape.waist > 0 {
		corners *= 2
	}
	points := make([]string, corners)
	for i := range corners {
		r := radius * 1.2 // corners reach further than a circle of the same weight
		if s.shape.waist > 0 && i%2 == 1 {
			r *= s.shape.waist
		}
		sin, cos := math.Sincos((s.shape.turn + 360*float64(i)/float64(corners)) * math.Pi / 180)
		points[i] = number(at.X+r*sin) + "," + number(at.Y-r*cos)
	}
	fmt.Fprintf(&c.body, "<polygon points=\"%s\"%s/>\n", strings.Join(points, " "), look)
}

// Cross draws a cross over a point, as what strikes a mark out.
func (c *Canvas) Cross(look Look, at Point, radius float64) {
	c.Line(look, Point{at.X - radius, at.Y - radius}, Point{at.X + radius, at.Y + radius})
	c.Line(look, Point{at.X - radius, at.Y + radius}, Point{at.X + radius, at.Y - radius})
}

// Hatch returns a fill of lines in the side's colour, each of the first four sides in a direction of its own.
func (c *Canvas) Hatch(n int) string {
	side := NewSide(n)
	return c.define(fmt.Sprintf("hatch%d", n), fmt.Sprintf("<pattern id=\"%%s\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""+
		" patternTransform=\"rotate(%d)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"%s\" stroke-width=\"2\"/></pattern>", []int{45, 135, 90, 20}[n%4], side.Colour))
}

// Directions in which a fill fades out.
const (
	FadeUp    Direction = "up"
	FadeDown  Direction = "down"
	FadeLeft  Direction = "left"
	FadeRight Direction = "right"
)

// Direction is where a fading fill ends in nothing.
type Direction string

// Fade returns a fill in the side's colour that fades out in a direction.
func (c *Canvas) Fade(s Side, to Direction) string {
	ends := map[Direction][4]int{FadeUp: {0, 1, 0, 0}, FadeDown: {0, 0, 0, 1}, FadeLeft: {1, 0, 0, 0}, FadeRight: {0, 0, 1, 0}}[to]
	return c.define("fade-"+string(to)+"-"+s.Class, fmt.Sprintf("<linearGradient id=\"%%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\">"+
		"<stop offset=\"0\" stop-color=\"%s\"/><stop offset=\"1\" stop-color=\"%s\" stop-opacity=\"0\"/></linearGradient>",
		ends[0], ends[1], ends[2], ends[3], s.Colour, s.Colour))
}
