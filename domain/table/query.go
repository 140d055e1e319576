package table

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Query says which rows of a table are wanted, in which order, and which part of them.
type Query struct {
	Filter
	Sort       string // name of a column; empty is the order of the table
	Descending bool
	Offset     int // rows to leave out first
	Limit      int // rows at most; 0 is all
}

// longestText is how many bytes of words a filter may have.
const longestText = 300

// Parse reads which rows the words of an address want and in which order. What cannot be read is an error of kind
// [domain.Invalid].
func Parse(words url.Values) (q Query, err error) {
	q = Query{Sort: words.Get("sort"), Descending: words.Get("order") == "desc", Filter: Filter{
		Track: ID(words.Get("track")), Party: ID(words.Get("party")), Document: ID(words.Get("document")),
		Stance: words.Get("stance"), Text: words.Get("text")}}
	if len(q.Text) > longestText {
		return q, domain.Errorf(domain.Invalid, "the words to look for are longer than %d bytes: give fewer", longestText)
	}
	if q.From, err = parseDate(words, "from"); err != nil {
		return q, err
	}
	q.To, err = parseDate(words, "to")
	return q, err
}

func parseDate(words url.Values, name string) (edtf.Date, error) {
	if words.Get(name) == "" {
		return edtf.Date{}, nil
	}
	date, err := edtf.Read(words.Get(name))
	if err != nil {
		return date, domain.Errorf(domain.Invalid, "the date in %q cannot be read: %w: write a date such as 1964, March 1964, 7 March 1964 or 1964-03-07",
			name, err)
	}
	return date, nil
}

// ID returns the id that somebody means who typed words: those words as ids have them, if there are any.
func ID(typed string) string {
	if words := Words(typed); len(words) > 0 {
		return strings.Join(words, "-")
	}
	return typed
}

// Listing is a part of a table: what a page of records shows.
type Listing struct {
	Table          // the columns, and the rows wanted
	Total  int     // rows that meet the filter
	All    int     // rows there are
	Fields []Field // what the table can be filtered by
}

// Field is a filter of a table with its choices, from the table as a whole.
type Field struct {
	Facet   Facet
	Choices []Choice // in the order to show; none if there are too many
	Many    bool     // there are more choices than that
}

// Choice is a value that a filter may ask for.
type Choice struct {
	ID    string
	Label string
	Rows  int // that have it
}

// mostChoices is how many choices of a field are told.
const mostChoices = 500

// Facets by which rows are filtered, by their names in addresses.
const (
	FacetTrack    Facet = "track"
	FacetParty    Facet = "party"
	FacetDocument Facet = "document"
	FacetStance   Facet = "stance"
)

// Facet is a filter by one of a fixed set of values that stand in a table.
type Facet string

// Facets returns all facets in the order to show.
func Facets() []Facet { return []Facet{FacetTrack, FacetParty, FacetDocument, FacetStance} }

// sections are the facets of columns; stances have no column of their own.
var sections = map[domain.Section]Facet{domain.SectionTracks: FacetTrack, domain.SectionParties: FacetParty,
	domain.SectionDocuments: FacetDocument}

// FacetValues calls found for each value of a facet that stands in a row; the same may come twice.
func (t Table) FacetValues(row Row, found func(Facet, Value)) {
	for i, c := range t.Columns {
		if c.Facet == "" {
			continue
		}
		if facet, ok := sections[c.Facet]; ok {
			for _, v := range row.Cells[i] {
				found(facet, v)
			}
		}
	}
	for _, stance := range row.Stances {
		found(FacetStance, Value{Text: stance})
	}
}

// Pick returns the part of the table that a query asks for, or an error of kind [domain.Invalid] if it sorts by a column
// that the table does not have.
func (t Table) Pick(q Query) (Listing, error) {
	l := Listing{Table: t, All: len(t.Rows), Fields: t.Fields()}
	l.Table = t.Filter(q.Filter)
	l.Total = len(l.Rows)
	if q.Sort != "" {
		var err error
		if l.Table, err = l.Table.Sort(q.Sort, q.Descending); err != nil {
			return Listing{}, err
		}
	}
	l.Rows = l.Rows[min(q.Offset, l.Total):]
	if q.Limit > 0 {
		l.Rows = l.Rows[:min(q.Limit, len(l.Rows))]
	}
	return l, nil
}

// Fields returns what the table can be filtered by.
func (t Table) Fields() []Field {
	choices := map[Facet][]Choice{}
	place := map[Facet]map[string]int{}
	for _, row := range t.Rows {
		counted := map[string]bool{}
		t.FacetValues(row, func(f Facet, v Value) {
			if place[f] == nil {
				place[f] = map[string]int{}
			}
			i, ok := place[f][v.Text]
			if !ok {
				i = len(choices[f])
				place[f][v.Text] = i
				choices[f] = append(choices[f], Choice{ID: v.Text, Label: v.Display()})
			}
			if key := string(f) + v.Text; !counted[key] {
				counted[key] = true
				choices[f][i].Rows++
			}
		})
	}
	var fields []Field
	for _, f := range Facets() {
		if found := choices[f]; len(found) > 0 {
			fields = append(fields, NewField(f, found))
		}
	}
	return fields
}

// NewField returns a field with its choices, which are given in the order in which they first come in the table. That is
// the order to show of tracks; all else is shown in the order of the words that a reader sees.
func NewField(f Facet, choices []Choice) Field {
	if len(choices) > mostChoices {
		return Field{Facet: f, Many: true}
	}
	if f != FacetTrack {
		slices.SortStableFunc(choices, func(a, b Choice) int {
			return cmp.Or(strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label)), strings.Compare(a.ID, b.ID))
		})
	}
	return Field{Facet: f, Choices: choices}
}
