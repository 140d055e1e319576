package table

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Filter says which rows of a table are wanted. The zero value wants all of them.
type Filter struct {
	Track    string
	Party    string
	Document string
	Stance   string    // one of [Row.Stances]
	From     edtf.Date // no row that lies wholly before it
	To       edtf.Date // no row that lies wholly after it
	Text     string    // words that must all begin a word somewhere in the row, or together be an id in it; signs alone find nothing
}

// IsZero reports whether the filter wants every row.
func (f Filter) IsZero() bool { return f == Filter{} }

// Named reports whether the filter names a record of the dossier.
func (f Filter) Named() bool { return f.Track != "" || f.Party != "" || f.Document != "" }

// Filter returns the table with only the rows that f wants, in their order.
func (t Table) Filter(f Filter) Table {
	if f.IsZero() {
		return t
	}
	rows := make([]Row, 0, len(t.Rows))
	for _, row := range t.Rows {
		if t.wanted(row, f) {
			rows = append(rows, row)
		}
	}
	t.Rows = rows
	return t
}

func (t Table) wanted(row Row, f Filter) bool {
	return t.points(row, domain.SectionTracks, f.Track) &&
		t.points(row, domain.SectionParties, f.Party) &&
		t.points(row, domain.SectionDocuments, f.Document) &&
		(f.Stance == "" || slices.Contains(row.Stances, f.Stance)) &&
		t.within(row, f.From, f.To) && hasWords(row, f.Text)
}

// points reports whether a cell of a column with that facet holds the id; no id is always held.
func (t Table) points(row Row, facet domain.Section, id string) bool {
	if id == "" {
		return true
	}
	for i, c := range t.Columns {
		if c.Facet == facet && slices.ContainsFunc(row.Cells[i], func(v Value) bool { return v.Text == id }) {
			return true
		}
	}
	return false
}

// within reports whether the first date of a row may lie between from and to. A row without a date does not, if
// either is asked for.
func (t Table) within(row Row, from, to edtf.Date) bool {
	if from.IsZero() && to.IsZero() {
		return true
	}
	when, ok := t.When(row)
	return ok && Within(when, from, to)
}

// Within reports whether a date may lie between two others; a zero one sets no limit.
func Within(when, from, to edtf.Date) bool { return !wholly(when, from, -1) && !wholly(when, to, 1) }

// wholly reports whether date lies entirely on one side of limit: before it for -1, after it for 1.
func wholly(date, limit edtf.Date, side int64) bool {
	if limit.IsZero() {
		return false
	}
	days, _ := edtf.DaysBetween(limit, date)
	return days*side > 0
}

// When returns the date by which a row is found in time: that of the first column of dates that says something.
func (t Table) When(row Row) (edtf.Date, bool) {
	for i, c := range t.Columns {
		if c.Type == TypeEDTF && len(row.Cells[i]) > 0 {
			return row.Cells[i][0].Date, true
		}
	}
	return edtf.Date{}, false
}

// Sort returns the table ordered by the column of that name, rows that say nothing last in either direction, or an error
// of kind [domain.Invalid] if there is no such column. Dates are ordered as [Chronological] has them, numbers by size
// and everything else by the words a reader sees. Equal rows keep the order of the table.
func (t Table) Sort(name string, descending bool) (Table, error) {
	i := t.Index(name)
	if i < 0 {
		return t, t.NoColumn(name)
	}
	order := NewOrder(t.Columns[i], len(t.Rows))
	for _, row := range t.Rows {
		order.Add(row.Cells[i])
	}
	ordering := order.Ordering()
	ordinals := ordering.Ordinals
	if descending {
		ordinals = ordering.Descending()
	}
	rows := make([]Row, len(ordinals))
	for i, ordinal := range ordinals {
		rows[i] = t.Rows[ordinal]
	}
	t.Rows = rows
	return t, nil
}

// NoColumn returns the error of a table that was asked to sort by a column it does not have.
func (t Table) NoColumn(name string) error {
	return domain.Errorf(domain.Invalid, "the table %s has no column %q to sort by: write one of %s",
		t.Name, name, strings.Join(t.names(), ", "))
}

func (t Table) names() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Chronological orders dates as a reader of a list expects: by the first day known of each, or by the last where the
// beginning is open or unknown, so that "by 30 July 1964" stands in July 1964 and not before everything; then as
// [edtf.Compare] does. A date not stated comes last.
func Chronological(a, b edtf.Date) int {
	x, placedA := placeInTime(a)
	y, placedB := placeInTime(b)
	if placedA && placedB && x != y {
		return x.Compare(y)
	}
	return edtf.Compare(a, b)
}

func placeInTime(d edtf.Date) (edtf.Day, bool) {
	if first, edge := d.Earliest(); edge == edtf.Known {
		return first, true
	}
	last, edge := d.Latest()
	return last, edge == edtf.Known
}
