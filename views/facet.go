package views

import (
	"html/template"
	"slices"

	"pourparler/domain/table"
)

// facetLabels are the headings of the fields of a filter.
var facetLabels = map[table.Facet]string{
	table.FacetTrack:    "Track",
	table.FacetParty:    "Party",
	table.FacetDocument: "Document",
	table.FacetStance:   "Answer",
}

// filterField shows the choices of a field, with one chosen or none.
func filterField(f table.Field, chosen string) FilterField {
	field := FilterField{Name: string(f.Facet), Label: facetLabels[f.Facet], ID: chosen}
	if f.Many {
		return field
	}
	field.Options = make([]Option, 1, len(f.Choices)+1)
	field.Options[0] = Option{Label: "any"}
	for _, c := range f.Choices {
		field.Options = append(field.Options, Option{Value: c.ID, Label: c.Label, Selected: c.ID == chosen})
	}
	return field
}

// Body returns the options as HTML.
func (f FilterField) Body() template.HTML {
	var m markup
	for _, o := range f.Options {
		m.raw(`<option value="`)
		m.text(o.Value)
		m.raw(`"`)
		if o.Selected {
			m.raw(" selected")
		}
		m.raw(">")
		m.text(o.Label)
		m.raw("</option>")
	}
	return m.html()
}

func addOption(options []Option, o Option) []Option {
	if slices.ContainsFunc(options, func(p Option) bool { return p.Value == o.Value }) {
		return options
	}
	return append(options, o)
}
