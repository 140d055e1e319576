package views

import (
	"fmt"
	"html/template"
	"net/url"
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/views/chart"
)

// Silence is the map of what became of every proposal with each of those it was put to, on a day.
type Silence struct {
	Base
	On      string // the day, YYYY-MM-DD
	Lede    string // computed
	Filter  FilterForm
	Totals  Table
	Legend  []LegendItem
	Order   string // the rule of which answer decides
	Parties []SilenceParty
	Untold  string // how many parties are left out
	Showing string
	Table   Table
}

func (Silence) template() string { return "silence.html" }

// LegendItem is one outcome: its mark, the word and the rule.
type LegendItem struct {
	Mark template.HTML
	Word string
	Rule string
}

// SilenceParty is what became of the proposals put to one party, a picture a track.
type SilenceParty struct {
	Link
	ID      string
	Summary string
	Figures []SilenceFigure
}

// SilenceFigure is a chart with the sentence that describes it.
type SilenceFigure struct {
	Title   string
	Label   string // the title of the picture, which says whom it is about
	Caption string
	Picture template.HTML
	Alone   Link // the picture as a file
}

// OnDay is a table of a day: whole, and what the query left of it.
type OnDay struct {
	Day   edtf.Day
	All   table.Table
	Shown table.Table
	Query url.Values
}

// NewSilence returns the silence map of a day.
func (s *Site) NewSilence(d OnDay) Silence {
	path := s.root() + "/silence"
	lede := "What became of every proposal with each of those it was put to: accepted, welcomed, refused, or no answer in this record."
	p := Silence{Base: s.base("Answers and silence on "+dayWords(d.Day), lede, "/silence"), On: d.Day.String(),
		Lede: compare.SilenceSentence(d.Shown, d.Day), Filter: filterForm(table.Listing{Table: d.All, Fields: d.All.Fields()}, path, d.Query), Order: compare.ReceptionOrder,
		Totals: s.totals(compare.SilenceTotals(inOrder(d)), d.All.Columns[d.All.Index("outcome")].Values, path, d.Query), Legend: legend(),
		Parties: s.silenceParties(inOrder(d), d), Showing: showing(0, min(len(d.Shown.Rows), mostRows), len(d.Shown.Rows), len(d.All.Rows)),
		Table: s.table(firstRows(d.Shown), "Every proposal and whom it was put to")}
	if n := len(d.Shown.Rows) - mostRows; n > 0 {
		p.Showing += ", " + leftOutWords(n, "row", ", which the files have")
	}
	if n := len(p.Totals.Rows) - len(p.Parties); n > 0 {
		p.Untold = "Drawn are the answers of the first " + itoa(len(p.Parties)) + " parties asked, " + leftOutWords(n, "party", "") + ". Each has its number above."
	}
	p.onDay(d.Day, d.Query)
	p.Filter.label("stance", "Outcome")
	s.offerDays(&p.Base, d.Day, s.onDays("/silence"))
	p.Table.Empty = "No row meets the filter. Take a part of it away to see more."
	p.Table.sortable(path, d.Query, d.All, nil)
	p.Downloads = s.dayDownloads(d, "silence-map", "silence-totals")
	p.Downloads = append(p.Downloads, download("Without an answer", s.root()+"/silence", with(d.Query, "stance", "", "sort", "", "order", ""),
		"only the proposals that wait for an answer"))
	return p
}

// dayDownloads are the files of a table of a day and of its totals.
func (s *Site) dayDownloads(d OnDay, table, totals string) []Download {
	query := with(d.Query, "page", "")
	return append(wholeView(s.root()+"/"+table, query, len(d.Shown.Rows)),
		download("Totals", s.root()+"/"+totals, with(query, "sort", "", "order", ""), "a row a party"))
}

// label renames a field of the filter for this page.
func (f *FilterForm) label(name, label string) {
	for i := range f.Fields {
		if f.Fields[i].Name == name {
			f.Fields[i].Label = label
		}
	}
}

// inOrder returns what the query left, in the order of the whole table, whatever it is sorted by.
func inOrder(d OnDay) table.Table {
	t := d.All
	if len(d.Shown.Rows) == len(t.Rows) {
		return t
	}
	shown := map[string]bool{}
	for _, row := range d.Shown.Rows {
		shown[rowKey(row)] = true
	}
	t.Rows = slices.DeleteFunc(slices.Clone(t.Rows), func(row table.Row) bool { return !shown[rowKey(row)] })
	return t
}

// rowKey is what a row has in files, by which it is told from others.
func rowKey(row table.Row) string {
	return fmt.Sprint(row.Ref) + string(table.AppendLine(nil, row))
}

// totals shows the counts of a table by party and word; each leads to the rows behind it, and a column without any is
// left out.
func (s *Site) totals(t table.Table, words []string, path string, query url.Values) Table {
	var empty []string
	for i, c := range t.Columns {
		if i > 1 && !slices.ContainsFunc(t.Rows, func(r table.Row) bool { return !zero(r.Cells[i]) }) {
			empty = append(empty, c.Name)
		}
	}
	view := s.table(t, t.Title, empty...)
	for j, i := range pageColumns(t, empty) {
		stance, counts := countedWord(t.Columns[i], words, query)
		for k, row := range view.Rows {
			if counts && !zero(t.Rows[k].Cells[i]) {
				row.Cells[j].Values[0].Href = path + encode(with(query, "party", t.Rows[k].Ref.ID, "stance", stance, "sort", "", "order", "")) + "#rows"
			}
		}
	}
	return view
}

// countedWord returns the word that a column of totals counts, or that of the query if it counts all rows.
func countedWord(c table.Column, words []string, query url.Values) (string, bool) {
	if c.Name == "rows" {
		return query.Get("stance"), true
	}
	i := slices.IndexFunc(words, func(w string) bool { return strings.ReplaceAll(w, " ", "_") == c.Name })
	if i < 0 {
		return "", false
	}
	return words[i], true
}

func zero(c table.Cell) bool { return len(c) == 0 || c.String() == "0" }

func (s *Site) silenceParties(t table.Table, d OnDay) []SilenceParty {
	day, scale := d.Day, silenceScale(t, d.Day)
	var parties []SilenceParty
	asked := split(t, "party")
	for _, of := range asked[:min(len(asked), mostAsked)] {
		v := of.Rows[0].Of.(compare.Received).Party
		p := SilenceParty{Link: s.link(v), ID: v.Text, Summary: compare.SilenceSentence(of, day)}
		for _, on := range split(of, "track") {
			f := s.silenceFigure(on, scale, day)
			f.Alone.Href = s.root() + "/silence-map.svg" + encode(with(d.Query, "on", day.String(), "party", v.Text,
				"track", on.Rows[0].Of.(compare.Received).Track.Text, "sort", "", "order", "", "page", ""))
			p.Figures = append(p.Figures, f)
		}
		if len(p.Figures) == 1 {
			p.Summary = "" // which its caption says
		}
		parties = append(parties, p)
	}
	return parties
}

// firstRows returns a table with as many of its rows as a page shows.
func firstRows(t table.Table) table.Table {
	t.Rows = t.Rows[:min(len(t.Rows), mostRows)]
	return t
}

// split parts a table into runs of rows with the same value in a column.
func split(t table.Table, column string) []table.Table {
	var parts []table.Table
	for i, row := range t.Rows {
		if i == 0 || get(t, row, column).String() != get(t, t.Rows[i-1], column).String() {
			part := t
			part.Rows = nil
			parts = append(parts, part)
		}
		last := &parts[len(parts)-1]
		last.Rows = append(last.Rows, row)
	}
	return parts
}

func (s *Site) silenceFigure(t table.Table, scale chart.Time, day edtf.Day) SilenceFigure {
	first := t.Rows[0].Of.(compare.Received)
	party, track := first.Party, first.Track
	f := SilenceFigure{Alone: Link{Label: "picture\u00a0as\u00a0SVG"}, Title: track.Display(), Label: "Put to " + party.Display() + ": " + track.Display(), Caption: compare.SilenceSentence(t, day)}
	f.Picture = template.HTML(s.silencePicture(t, picture{"silence-" + party.Text + "-" + track.Text, f.Label, f.Caption}, scale, day))
	return f
}

// SilencePicture returns the chart of a silence map as a file of its own: the rows put to one party on one track. It is an
// error of kind NotFound if there are none, or of several.
func (s *Site) SilencePicture(t table.Table, day edtf.Day) (string, error) {
	if len(t.Rows) == 0 {
		return "", domain.Errorf(domain.NotFound, "nothing on this silence map meets the filter: choose another party, track or day")
	}
	for _, column := range []string{"party", "track"} {
		if len(split(t, column)) > 1 {
			return "", domain.Errorf(domain.NotFound, "the picture of a silence map is of one party and one track: add %s= and an id", column)
		}
	}
	return string(s.silenceFigure(t, silenceScale(t, day), day).Picture), nil
}

// class is a word as a class of the style sheet.
func class(word string) string { return strings.ReplaceAll(word, " ", "-") }
