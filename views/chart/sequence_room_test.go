package chart_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"pourparler/views/chart"
)

var (
	// bracketOf finds what a bracket is drawn with.
	bracketOf = regexp.MustCompile(`(?s)<a href="/b(\d+)".*?</a>`)
	lineOf    = regexp.MustCompile(`<polyline points="([^"]*)"|<path d="([^"]*)"`)
	roomOf    = regexp.MustCompile(`<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)" class="paper"`)
	decimals  = regexp.MustCompile(`-?\d[\d.]*`)
)

// TestBracketsRoom: the words of a bracket lie on no line and no words of another.
func TestBracketsRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 9).Draw(t, "messages")
		s := chart.Sequence{ID: "s", Lanes: []chart.Lane{{Label: "North"}, {Label: "South"}, {Label: "Isles"}}}
		for range n {
			s.Messages = append(s.Messages, chart.Message{Lane: rapid.IntRange(0, 2).Draw(t, "lane")})
		}
		for i := range rapid.IntRange(1, 7).Draw(t, "brackets") {
			from := rapid.IntRange(0, n-2).Draw(t, "from")
			s.Brackets = append(s.Brackets, chart.Bracket{Lane: rapid.IntRange(0, 2).Draw(t, "beside"), From: from, To: rapid.IntRange(from+1, n-1).Draw(t, "to"),
				Label: rapid.SampledFrom([]string{"7 days", "at least 7 days", "a time not known"}).Draw(t, "label"), Name: "b", Href: fmt.Sprint("/b", i)})
		}
		lines, rooms := parts(t, s.SVG())
		for i, room := range rooms {
			for j := range rooms {
				if i == j {
					continue
				}
				if room.meets(rooms[j]) {
					t.Fatalf("the words of brackets %d and %d overlap: %v, %v", i, j, room, rooms[j])
				}
				for _, l := range lines[j] {
					if room.meets(l) {
						t.Fatalf("the words of bracket %d, %v, lie on the line of %d, %v", i, room, j, l)
					}
				}
			}
		}
	})
}

// area is a rectangle; that of a line has no width or no height.
type area struct{ left, top, right, bottom float64 }

func (a area) meets(b area) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

// parts returns the lines and the room of the words of each bracket.
func parts(t *rapid.T, svg string) (lines map[int][]area, rooms map[int]area) {
	lines, rooms = map[int][]area{}, map[int]area{}
	for _, b := range bracketOf.FindAllStringSubmatch(svg, -1) {
		i := int(floats(b[1])[0])
		for _, line := range lineOf.FindAllStringSubmatch(b[0], -1) {
			at := floats(line[1] + line[2])
			for k := 0; k+3 < len(at); k += 2 {
				lines[i] = append(lines[i], area{min(at[k], at[k+2]), min(at[k+1], at[k+3]), max(at[k], at[k+2]), max(at[k+1], at[k+3])})
			}
		}
		room := roomOf.FindStringSubmatch(b[0])
		if room == nil || len(lines[i]) < 4 {
			t.Fatalf("bracket %d is not drawn: %s", i, b[0])
		}
		r := floats(strings.Join(room[1:], " "))
		rooms[i] = area{r[0], r[1], r[0] + r[2], r[1] + r[3]}
	}
	return lines, rooms
}

func floats(words string) (all []float64) {
	for _, w := range decimals.FindAllString(words, -1) {
		if x, err := strconv.ParseFloat(w, 64); err == nil {
			all = append(all, x)
		}
	}
	return all
}
