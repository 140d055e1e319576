package views

import (
	"html/template"
	"strings"

	"pourparler/domain/table"
)

// DriftFigure is a chart with what stands beside it: what it shows in a sentence, what follows from it in sentences with
// their evidence, its table and its files.
type DriftFigure struct {
	ID          string
	Title       string
	Description string
	SVG         template.HTML // drawn by package chart, which escapes every word; empty if there is nothing to draw
	Said        []Said
	Untold      string // what the sentences leave out
	Table       Table
	Downloads   []Link
}

// Said is a sentence that was computed, with the records that it rests on.
type Said struct {
	Words    string
	Evidence []Link
}

func (s *Site) said(words string, evidence table.Cell) Said {
	said := Said{Words: words, Evidence: s.links(evidence)}
	for i, l := range said.Evidence {
		said.Evidence[i].Label, _, _ = strings.Cut(l.Label, ": ") // who and when; the sentence has said of what
	}
	return said
}
