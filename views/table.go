package views

import (
	"net/url"
	"strconv"

	"pourparler/domain/table"
)

// Table is a table as a page shows it: only the columns meant for a reader.
type Table struct {
	Caption string
	Heads   []Head
	Rows    []TableRow
	Empty   string // what to say when there is no row

	later func(*markup) // writes the rows, which then have no cells here; see [Renderer.Bytes]
}

// Head is the heading of a column; Href sorts by it and Sorted is "ascending", "descending" or empty.
type Head struct {
	Link
	Sorted string
	Number bool
}

// TableRow is one row. ID is its anchor on the page, if it has one.
type TableRow struct {
	ID    string
	Cells []TableCell
}

// TableCell is the values of one cell under the heading Label. The first cell that names the record is its Header.
type TableCell struct {
	Label  string
	Values []Link
	Header bool
	Number bool
	Order  int // its place among the cells of its column, from 1, by which a script orders the rows of a copy; 0 if there is none
}

// table keeps the columns of t that are for pages, except those named in hide.
func (s *Site) table(t table.Table, caption string, hide ...string) Table {
	view, f := s.tableWithoutCells(t, caption, hide)
	width := len(view.Heads)
	all := make([]TableCell, len(t.Rows)*width)
	f.some = min(len(all), someLinks)
	for n, row := range t.Rows {
		view.Rows[n].Cells = all[n*width:][:width:width]
		f.fill(view.Rows[n].Cells, row)
	}
	if s.copied {
		view.orderable(t, f.columns)
	}
	return view
}

// tableToCome is such a table, the cells of which are made row by row as they are written.
func (s *Site) tableToCome(t table.Table, caption string, hide ...string) Table {
	view, f := s.tableWithoutCells(t, caption, hide)
	f.some = someLinks
	view.later = func(m *markup) {
		cells := make([]TableCell, len(view.Heads))
		links := make([]Link, someLinks)
		for n, row := range t.Rows {
			f.spare = links // of the row before
			f.fill(cells, row)
			m.tableRow(TableRow{ID: view.Rows[n].ID, Cells: cells})
		}
	}
	return view
}

func (s *Site) tableWithoutCells(t table.Table, caption string, hide []string) (Table, *filler) {
	view := Table{Caption: caption, Empty: "Nothing in this record.", Rows: make([]TableRow, len(t.Rows))}
	columns := pageColumns(t, hide)
	for _, i := range columns {
		view.Heads = append(view.Heads, Head{Link: Link{Label: t.Columns[i].Title, Hint: t.Columns[i].Doc},
			Number: t.Columns[i].Type == table.TypeInteger})
	}
	return view, &filler{linker: linker{site: s}, table: t, columns: columns, header: headerColumn(t, columns)}
}

// filler makes the cells of rows.
type filler struct {
	linker
	table   table.Table
	columns []int
	header  int
}

func (f *filler) fill(cells []TableCell, row table.Row) {
	for k, i := range f.columns {
		c := &f.table.Columns[i]
		cells[k] = TableCell{Label: c.Title, Values: f.links(f.table.Shown(row, i)),
			Header: i == f.header, Number: c.Type == table.TypeInteger}
	}
}

// linker makes the links of many cells, which share their memory.
type linker struct {
	site  *Site
	some  int // for how many memory is asked for at a time
	spare []Link
}

// someLinks is for how many links memory is asked for where there are many cells.
const someLinks = 100

func (l *linker) links(c table.Cell) []Link {
	n := len(c)
	if len(l.spare) < n {
		l.spare = make([]Link, max(n, l.some))
	}
	links := l.spare[:n:n]
	l.spare = l.spare[n:]
	return l.site.fill(links, c)
}

func pageColumns(t table.Table, hide []string) []int {
	var columns []int
	for i, c := range t.Columns {
		hidden := !c.Page
		for _, name := range hide {
			hidden = hidden || c.Name == name
		}
		if !hidden {
			columns = append(columns, i)
		}
	}
	return columns
}

// headerColumn is the column whose cell names the row: the first that leads to the row's own record, or the first.
func headerColumn(t table.Table, columns []int) int {
	for _, i := range columns {
		if len(t.Rows) > 0 && len(t.Rows[0].Cells[i]) > 0 && t.Rows[0].Cells[i][0].Ref == t.Rows[0].Ref {
			return i
		}
	}
	if len(columns) == 0 {
		return -1
	}
	return columns[0]
}

// anchors gives each row the id of its record as its anchor, once for each record.
func (t *Table) anchors(rows []table.Row) {
	seen := map[string]bool{}
	for i, row := range rows {
		if !seen[row.Ref.ID] {
			t.Rows[i].ID = row.Ref.ID
		}
		seen[row.Ref.ID] = true
	}
}

// orderable numbers the cells of the columns in the order in which the server sorts by them.
func (t *Table) orderable(of table.Table, columns []int) {
	for j, i := range columns {
		for row, place := range of.Ranks(i) {
			t.Rows[row].Cells[j].Order = place
		}
	}
}

// sortable makes the headings links that sort by their column and keep the rest of the address.
func (t *Table) sortable(path string, query url.Values, all table.Table, hide []string) {
	for j, i := range pageColumns(all, hide) {
		c, h := all.Columns[i], &t.Heads[j]
		order := ""
		if query.Get("sort") == c.Name {
			h.Sorted, order = "ascending", "desc"
			if query.Get("order") == "desc" {
				h.Sorted, order = "descending", ""
			}
		}
		h.Href = path + encode(with(query, "sort", c.Name, "order", order, "page", ""))
	}
}

// with returns a copy of query with pairs of name and value set; an empty value removes the name.
func with(query url.Values, pairs ...string) url.Values {
	out := url.Values{}
	for name, values := range query {
		out[name] = values
	}
	for i := 0; i < len(pairs); i += 2 {
		out.Del(pairs[i])
		if pairs[i+1] != "" {
			out.Set(pairs[i], pairs[i+1])
		}
	}
	return out
}

func encode(query url.Values) string {
	if len(query) == 0 {
		return ""
	}
	return "?" + query.Encode()
}

func itoa(n int) string { return strconv.Itoa(n) }
