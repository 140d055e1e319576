package table

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Order gathers the cells of one column, one for each row in the order of the table, and orders the rows by them.
// It keeps equal cells once.
type Order struct {
	column Column
	ranks  []uint32          // for each row the number of its cell
	known  map[string]uint32 // numbers of the cells seen
	cells  []sortable        // by their numbers
	dates  map[uint32]Cell   // those that are ordered by their dates, by their numbers
	name   []byte            // of the cell under way

	last     Cell // the one added before, if it has one value
	lastRank uint32
	empty    uint32 // number of the empty cell, if there is one
	hasEmpty bool
}

// sortable is what a cell is compared by: the words a reader sees, in small letters, and after the place split what files
// have.
type sortable struct {
	name  string
	split int
}

func (s sortable) key() string { return s.name[:s.split] }

func (s sortable) text() string { return s.name[s.split+1:] }

// empty reports whether the cell says nothing: there is only the mark between the two.
func (s sortable) empty() bool { return len(s.name) == 1 }

// NewOrder returns an order of about so many rows by a column.
func NewOrder(c Column, rows int) *Order {
	return &Order{column: c, ranks: make([]uint32, 0, rows), known: map[string]uint32{}, dates: map[uint32]Cell{}}
}

// Add appends the cell of the next row.
func (o *Order) Add(c Cell) {
	if len(c) == 0 && o.hasEmpty {
		o.ranks = append(o.ranks, o.empty)
		return
	}
	if len(c) == 1 && len(o.last) == 1 && c[0].Text == o.last[0].Text && c[0].Label == o.last[0].Label {
		o.ranks = append(o.ranks, o.lastRank)
		return
	}
	var split int
	o.name, split = appendName(o.name[:0], c)
	rank, ok := o.known[string(o.name)]
	if !ok {
		name := string(o.name)
		rank = uint32(len(o.cells))
		o.known[name] = rank
		o.cells = append(o.cells, sortable{name, split})
		if slices.ContainsFunc(c, func(v Value) bool { return !v.Date.IsZero() }) {
			o.dates[rank] = c
		}
	}
	switch len(c) {
	case 0:
		o.empty, o.hasEmpty = rank, true
	case 1:
		o.last, o.lastRank = c, rank
	}
	o.ranks = append(o.ranks, rank)
}

// appendName appends the words of a cell that a reader sees, in small letters, and after the place that it returns what
// files have.
func appendName(name []byte, c Cell) (all []byte, split int) {
	for i, v := range c {
		if i > 0 {
			name = append(name, 0)
		}
		name = appendLower(name, v.Display())
	}
	split = len(name)
	name = append(name, Unit)
	for i, v := range c {
		if i > 0 {
			name = append(name, Separator...)
		}
		name = append(name, v.Text...)
	}
	return name, split
}

// appendLower appends a text in small letters.
func appendLower(to []byte, s string) []byte {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			return append(to, strings.ToLower(s[i:])...)
		case 'A' <= c && c <= 'Z':
			to = append(to, c-'A'+'a')
		default:
			to = append(to, c)
		}
	}
	return to
}

// Ordering is the order of the rows of a table by one column.
type Ordering struct {
	Ordinals []uint32 // of the rows, ascending, equal ones in the order of the table; last those that say nothing
	Starts   []uint32 // where in Ordinals each run of equal rows begins, and last where those that say nothing do
}

// Ordering returns the order of the rows added.
func (o *Order) Ordering() Ordering {
	byRank := make([]uint32, len(o.cells))
	for i := range byRank {
		byRank[i] = uint32(i)
	}
	slices.SortFunc(byRank, o.compare)
	counts := make([]uint32, len(o.cells))
	for _, rank := range o.ranks {
		counts[rank]++
	}
	result := Ordering{Ordinals: make([]uint32, len(o.ranks))}
	start, next := make([]uint32, len(o.cells)), uint32(0)
	for _, rank := range byRank {
		start[rank] = next
		if !o.cells[rank].empty() {
			result.Starts = append(result.Starts, next)
			next += counts[rank]
		}
	}
	result.Starts = append(result.Starts, next)
	for row, rank := range o.ranks {
		result.Ordinals[start[rank]] = uint32(row)
		start[rank]++
	}
	return result
}

// Ranks returns for each row the place of its cell in the order of a column, from 1, the same for equal cells; 0 for a
// cell that says nothing.
func (t Table) Ranks(column int) []int {
	order := NewOrder(t.Columns[column], len(t.Rows))
	for _, row := range t.Rows {
		order.Add(row.Cells[column])
	}
	o, ranks := order.Ordering(), make([]int, len(t.Rows))
	for run := range len(o.Starts) - 1 {
		for _, row := range o.Ordinals[o.Starts[run]:o.Starts[run+1]] {
			ranks[row] = run + 1
		}
	}
	return ranks
}

// Descending returns the rows in descending order, equal ones still in the order of the table and those that say nothing
// still last.
func (o Ordering) Descending() []uint32 {
	ordinals := make([]uint32, 0, len(o.Ordinals))
	for i := len(o.Starts) - 2; i >= 0; i-- {
		ordinals = append(ordinals, o.Ordinals[o.Starts[i]:o.Starts[i+1]]...)
	}
	return append(ordinals, o.Ordinals[len(ordinals):]...)
}

// compare orders cells, by their numbers, as [Table.Sort] says.
func (o *Order) compare(i, j uint32) int {
	a, b := o.cells[i], o.cells[j]
	switch {
	case a.empty() || b.empty():
		return boolToInt(a.empty()) - boolToInt(b.empty())
	case len(o.dates) > 0 && (len(o.dates[i]) > 0 || len(o.dates[j]) > 0):
		if order := slices.CompareFunc(o.dates[i], o.dates[j], inTimeOrder); order != 0 {
			return order
		}
	case o.column.Type == TypeDay:
		if order := byDay(a.text(), b.text()); order != 0 {
			return order
		}
	case o.column.Type == TypeInteger:
		if order := BySize(a.text(), b.text()); order != 0 {
			return order
		}
	}
	return cmp.Or(strings.Compare(a.key(), b.key()), strings.Compare(a.text(), b.text()))
}

func inTimeOrder(a, b Value) int { return Chronological(a.Date, b.Date) }

// byDay orders days as [edtf.Day.String] writes them: by their years, then by the rest.
func byDay(a, b string) int {
	x, restOfA := yearOf(a)
	y, restOfB := yearOf(b)
	return cmp.Or(cmp.Compare(x, y), strings.Compare(restOfA, restOfB))
}

func yearOf(day string) (year int64, rest string) {
	end := max(len(day)-len("-01-31"), 0)
	year, _ = strconv.ParseInt(strings.TrimPrefix(day[:end], "Y"), 10, 64) // what is no day is of the year 0
	return year, day[end:]
}

// BySize orders lists of numbers as files have them, number by number: a longer one is larger.
func BySize(a, b string) int {
	for {
		x, restOfA, moreOfA := strings.Cut(a, Separator)
		y, restOfB, moreOfB := strings.Cut(b, Separator)
		if order := cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y)); order != 0 {
			return order
		}
		if !moreOfA || !moreOfB {
			return boolToInt(moreOfA) - boolToInt(moreOfB)
		}
		a, b = restOfA, restOfB
	}
}
