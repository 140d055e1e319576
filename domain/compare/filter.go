package compare

import (
	"cmp"
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
	Stance   string    // a stance, or [StanceUnanswered]
	From     edtf.Date // no row that lies wholly before it
	To       edtf.Date // no row that lies wholly after it
	Text     string    // words that must all stand somewhere in the row
}

// IsZero reports whether the filter wants every row.
func (f Filter) IsZero() bool { return f == Filter{} }

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
	when, ok := t.when(row)
	return ok && !wholly(when, from, -1) && !wholly(when, to, 1)
}

// wholly reports whether date lies entirely on one side of limit: before it for -1, after it for 1.
func wholly(date, limit edtf.Date, side int64) bool {
	if limit.IsZero() {
		return false
	}
	days, _ := edtf.DaysBetween(limit, date)
	return days*side > 0
}

func (t Table) when(row Row) (edtf.Date, bool) {
	for i, c := range t.Columns {
		if c.Type == TypeEDTF && len(row.Cells[i]) > 0 {
			return row.Cells[i][0].Date, true
		}
	}
	return edtf.Date{}, false
}

func hasWords(row Row, words string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(words)) {
		found := slices.ContainsFunc(row.Cells, func(c Cell) bool {
			return slices.ContainsFunc(c, func(v Value) bool {
				return strings.Contains(strings.ToLower(v.Text), word) || strings.Contains(strings.ToLower(v.Label), word)
			})
		})
		if !found {
			return false
		}
	}
	return true
}

// Sort returns the table ordered by the column of that name, rows that say nothing last in either direction and
// equal rows in the order of the record, or an error of kind [domain.Invalid] if there is no such column.
func (t Table) Sort(name string, descending bool) (Table, error) {
	i := t.Index(name)
	if i < 0 {
		return t, domain.Errorf(domain.Invalid, "the table %s has no column %q to sort by: write one of %s",
			t.Name, name, strings.Join(t.names(), ", "))
	}
	t.Rows = slices.Clone(t.Rows)
	slices.SortStableFunc(t.Rows, func(a, b Row) int { return compareCells(a.Cells[i], b.Cells[i], descending) })
	return t, nil
}

func (t Table) names() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

func compareCells(a, b Cell, descending bool) int {
	if len(a) == 0 || len(b) == 0 {
		return cmp.Compare(boolToInt(len(a) == 0), boolToInt(len(b) == 0))
	}
	order := compareValues(a[0], b[0])
	if order == 0 {
		order = cmp.Compare(a.String(), b.String())
	}
	if descending {
		return -order
	}
	return order
}

func compareValues(a, b Value) int {
	if !a.Date.IsZero() || !b.Date.IsZero() {
		return edtf.Compare(a.Date, b.Date)
	}
	x, y := a.Display(), b.Display()
	if digits(x) && digits(y) && len(x) != len(y) {
		return cmp.Compare(len(x), len(y))
	}
	return cmp.Compare(strings.ToLower(x), strings.ToLower(y))
}

func digits(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
