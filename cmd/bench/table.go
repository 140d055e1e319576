package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// table is what one part of the measurement found, as it is printed.
type table struct {
	title string
	lead  string // what is measured, and how
	head  []string
	rows  [][]string
	notes []string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// note says something below the table, once.
func (t *table) note(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	for _, n := range t.notes {
		if n == text {
			return
		}
	}
	t.notes = append(t.notes, text)
}

// print writes the table in Markdown, its columns under one another.
func (t *table) print(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "\n### %s\n\n%s\n\n", t.title, t.lead)
	widths := t.widths()
	rule := make([]string, len(t.head))
	for i, width := range widths {
		rule[i] = strings.Repeat("-", width)
	}
	for _, row := range append([][]string{t.head, rule}, t.rows...) {
		for i, cell := range row {
			b.WriteString("| " + cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)) + " ")
		}
		b.WriteString("|\n")
	}
	if strings.Contains(b.String(), wideMark+" ") {
		t.note("* the runs lie more than %.0f %% apart", widest*100)
	}
	for _, n := range t.notes {
		b.WriteString("\n" + n + ".\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t *table) widths() []int {
	widths := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	return widths
}
