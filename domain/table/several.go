package table

import (
	"bytes"
	"iter"
	"regexp"
	"slices"
	"strings"
)

// Separator stands between several values in one cell of a file. No value holds it: see [Escape].
const Separator = "; "

// A backslash keeps apart the semicolon and the space of a value that holds [Separator], so that whoever splits a cell
// there, without knowing more, gets as many values as there are. Where backslashes stand between them already, one more does.
var (
	parting = regexp.MustCompile(`;(\\*) `)
	parted  = regexp.MustCompile(`;\\(\\*) `)
)

// Escape returns a value as it stands in a cell that may hold several: with ";\ " for each "; ", and a backslash for a
// value that is empty. [unescape] undoes it. All other values are as they are, but for those of backslashes alone.
func Escape(value string) string {
	switch {
	case isBackslashes(value):
		return value + `\`
	case strings.Contains(value, ";"):
		return parting.ReplaceAllString(value, `;\$1 `)
	}
	return value
}

// unescape returns the value that [Escape] wrote.
func unescape(written string) string {
	switch {
	case !strings.Contains(written, `\`):
		return written
	case isBackslashes(written):
		return written[1:]
	}
	return parted.ReplaceAllString(written, `;$1 `)
}

// Written returns the text of a value as the record has it, without what [Escape] adds where a column holds several.
func (v Value) Written() string {
	if text := unescape(v.Text); text == v.Label {
		return text
	}
	return v.Text
}

// isBackslashes reports whether a text has nothing but backslashes, if that.
func isBackslashes(s string) bool { return strings.Trim(s, `\`) == "" }

// Values returns the values of a cell of a column with several, as files have it. An empty cell has none.
func Values(cell []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		for more := len(cell) > 0; more; {
			var value []byte
			value, cell, more = bytes.Cut(cell, []byte(Separator))
			if !yield(unescape(string(value))) {
				return
			}
		}
	}
}

// escaped is the cell of a column with several values, which other rows may share. A reader is shown what the record has.
func escaped(cell Cell) Cell {
	shared := cell
	for i, v := range shared {
		if text := Escape(v.Text); text != v.Text {
			if &cell[0] == &shared[0] {
				cell = slices.Clone(shared)
			}
			cell[i].Text, cell[i].Label = text, v.Display()
		}
	}
	return cell
}
