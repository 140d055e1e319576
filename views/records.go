package views

import (
	"net/url"

	"pourparler/domain/compare"
	"pourparler/domain/table"
)

// PageSize is how many rows a page of records shows.
const PageSize = 100

// Records is a page of one table, with its filter, order and paging.
type Records struct {
	Base
	Lede     string
	Filter   FilterForm
	Showing  string // "Rows 1 to 100 of 240"
	Table    Table
	Previous string
	Next     string
}

func (Records) template() string { return "records.html" }

func (p Records) rowsToCome() func(*markup) { return p.Table.later }

// FilterForm is the filter of a table: the choices, and what is chosen.
type FilterForm struct {
	Action string
	Keep   []Option // hidden fields: the order, or what was chosen without being written
	Fields []FilterField
	Text   string
	From   string
	To     string
	Dates  bool
	Clear  string // the address without the filter, if one is set
}

// FilterField is one choice, such as the track. Where there are too many choices to offer, an id is written instead.
type FilterField struct {
	Name    string
	Label   string
	Options []Option
	ID      string // written, where there are no options
}

// Option is one choice of a field.
type Option struct {
	Value    string
	Label    string
	Selected bool
}

// RecordsQuery is what a reader asks of a table page: the address's query and what was understood of it.
type RecordsQuery struct {
	Values url.Values
	Page   int  // from 1
	Whole  bool // all rows on one page
}

// Offset is how many rows come before the page.
func (q RecordsQuery) Offset() int { return (q.Page - 1) * PageSize }

// Limit is how many rows the page has at most; 0 is all.
func (q RecordsQuery) Limit() int {
	if q.Whole {
		return 0
	}
	return PageSize
}

// NewRecords returns a page of a table: the rows that l holds are those of the page. The site may be of the dossier's
// heading alone.
func (s *Site) NewRecords(l table.Listing, lede string, q RecordsQuery) Records {
	path := s.root() + "/" + l.Name
	first, last := q.Offset(), q.Offset()+len(l.Rows)
	var hidden []string
	if q.Values.Get("track") != "" {
		hidden = []string{"track"}
	}
	table := s.tableToCome
	if q.Whole {
		table = s.table // a script orders it
	}
	p := Records{Base: s.base(l.Title, lede, "/"+l.Name), Lede: lede, Table: table(l.Table, l.Title, hidden...),
		Filter: filterForm(l, path, q.Values), Showing: showing(first, last, l.Total, l.All)}
	p.query, p.fields = with(q.Values, "page", ""), p.Filter.Fields
	p.Table.Empty = "No row meets the filter. Take a part of it away to see more."
	p.Table.sortable(path, q.Values, l.Table, hidden)
	p.Table.anchors(l.Rows)
	s.offerTracks(&p)
	if first > 0 {
		p.Previous = path + encode(with(q.Values, "page", itoa(q.Page-1)))
	}
	if last < l.Total {
		p.Next = path + encode(with(q.Values, "page", itoa(q.Page+1)))
	}
	p.Downloads = wholeView(path, p.query, l.Total)
	return p
}

func showing(first, last, total, all int) string {
	switch {
	case total == 0:
		return "0 of " + itoa(all) + " " + compare.Noun(all, "row")
	case total == 1 && all == 1:
		return "The only row"
	case total == all && last-first == total:
		return "All " + itoa(total) + " rows"
	}
	words := "Rows " + itoa(first+1) + " to " + itoa(last) + " of " + itoa(total)
	if total < all {
		words += ", chosen from " + itoa(all)
	}
	return words
}

func filterForm(l table.Listing, path string, query url.Values) FilterForm {
	f := FilterForm{Action: path, Text: query.Get("text"), From: query.Get("from"), To: query.Get("to")}
	for _, name := range []string{"sort", "order"} {
		if v := query.Get(name); v != "" {
			f.Keep = append(f.Keep, Option{Value: v, Label: name})
		}
	}
	for _, field := range l.Fields {
		if len(field.Choices) > 0 || field.Many {
			f.Fields = append(f.Fields, filterField(field, query.Get(string(field.Facet))))
		}
	}
	for _, c := range l.Columns {
		f.Dates = f.Dates || c.Type == table.TypeEDTF
	}
	cleared := with(query, "page", "", "text", "", "from", "", "to", "")
	for _, facet := range table.Facets() {
		cleared.Del(string(facet))
	}
	if len(cleared) < len(with(query, "page", "")) {
		f.Clear = path + encode(cleared)
	}
	return f
}
