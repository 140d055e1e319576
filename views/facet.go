package views

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
)

// facet is a field of the filter whose choices are the values that stand in the table.
type facet struct {
	name    string
	label   string
	section domain.Section // the facet of the columns it looks into; none for stances
}

var facets = []facet{
	{"track", "Track", domain.SectionTracks},
	{"party", "Party", domain.SectionParties},
	{"document", "Document", domain.SectionDocuments},
	{"stance", "Answer", ""},
}

func (f facet) options(t compare.Table, chosen string) []Option {
	options := []Option{{Label: "any"}}
	for i, c := range t.Columns {
		if f.section == "" || c.Facet != f.section {
			continue
		}
		for _, row := range t.Rows {
			for _, v := range row.Cells[i] {
				options = addOption(options, Option{v.Text, v.Display(), v.Text == chosen})
			}
		}
	}
	if f.section == "" {
		for _, row := range t.Rows {
			for _, stance := range row.Stances {
				options = addOption(options, Option{stance, stance, stance == chosen})
			}
		}
	}
	if f.name != "track" {
		slices.SortFunc(options[1:], func(a, b Option) int {
			return strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label))
		})
	}
	return options
}

func addOption(options []Option, o Option) []Option {
	if slices.ContainsFunc(options, func(p Option) bool { return p.Value == o.Value }) {
		return options
	}
	return append(options, o)
}
