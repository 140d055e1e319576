package views

import "html/template"

// Charted is a page around a chart: the chart first, then the tables it was drawn from and what else belongs to it.
type Charted struct {
	Base
	Lede     string
	Form     *ChartForm
	Figure   *Drawing
	Sections []Section
}

func (Charted) template() string { return "charted.html" }

// Drawing is a chart with the sentence that describes it.
type Drawing struct {
	Title       string
	Description string
	SVG         template.HTML // drawn by package chart, which escapes what it is given
	File        string        // the address of the same chart as a file
	Tall        bool          // higher than wide, so that it prints on an upright page
}

// ChartForm chooses what a chart shows.
type ChartForm struct {
	Label  string
	Action string
	Fields []FilterField
	Days   []DayField
	Button string
}

// DayField asks for a day.
type DayField struct {
	Name  string
	Label string
	Value string
}

// drawing makes a drawing of a picture that package chart drew.
func drawing(title, description, file, svg string) *Drawing {
	return &Drawing{Title: title, Description: description, File: file, SVG: template.HTML(svg)} // #nosec: chart escapes all words
}
