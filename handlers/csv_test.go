package handlers_test

import (
	"encoding/csv"
	"mime"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/handlers"
	"pourparler/views"
)

// TestDownload wants type, name and bytes that other programs can rely on.
func TestDownload(t *testing.T) {
	h := serve(t, newLibrary(harbour(t)))
	tests := []struct{ path, name string }{
		{"/harbour/proposals.csv", "harbour_0.2.0_proposals.csv"},
		{"/harbour/proposals.csv?track=conference", "harbour_0.2.0_proposals_conference.csv"},
		{"/harbour/proposals.csv?track=conference&party=yasny&from=1921-03&to=1921&text=the+ice",
			"harbour_0.2.0_proposals_conference_yasny_from-1921-03_to-1921_text-the-ice.csv"},
		{"/harbour/responses.csv?stance=rejects&document=yasny-1921-04-10", "harbour_0.2.0_responses_yasny-1921-04-10_rejects.csv"},
		{"/harbour/proposals.csv?sort=venue&order=desc", "harbour_0.2.0_proposals.csv"},
		{"/harbour/proposals.csv?safe=1", "harbour_0.2.0_proposals_safe.csv"},
		{"/harbour/proposals.csv?bom=1&safe=1&party=yasny", "harbour_0.2.0_proposals_yasny_safe.csv"},
		{"/harbour/persons.csv?text=陳海明", "harbour_0.2.0_persons_text-陳海明.csv"},
		{"/harbour/persons.csv?text=%22%3B+x%2F..%2F%0D%0A", "harbour_0.2.0_persons_text-x.csv"},
		{"/harbour/comparison.csv?p=norrholm-1921-03-01-conference&p=yasny-1921-04-10-conference",
			"harbour_0.2.0_comparison_norrholm-1921-03-01-conference_yasny-1921-04-10-conference.csv"},
		{"/harbour/documents/norrholm-1921-03-01.csv", "harbour_0.2.0_evidence_norrholm-1921-03-01.csv"},
		{"/harbour/lists.csv", "harbour_0.2.0_lists.csv"},
		{"/harbour/claims.csv?track=conference", "harbour_0.2.0_claims_conference.csv"},
		{"/harbour/state.csv?on=1921-04-12", "harbour_0.2.0_state_as-of-1921-04-12.csv"},
		{"/harbour/replies.csv", "harbour_0.2.0_replies.csv"},
		{"/harbour/replies.csv?on=1921-04-12", "harbour_0.2.0_replies_as-of-1921-04-12.csv"},
		{"/harbour/sheet.csv?track=conference&c=yasny@1921-04-12", "harbour_0.2.0_sheet_conference_yasny-1921-04-12.csv"},
	}
	for _, tt := range tests {
		a := h.get(strings.ReplaceAll(tt.path, "陳海明", url.QueryEscape("陳海明")))
		if got := a.header.Get("Content-Type"); a.status != 200 || got != "text/csv; charset=utf-8; header=present" {
			t.Errorf("GET %s = status %d and type %q", tt.path, a.status, got)
		}
		kind, params, err := mime.ParseMediaType(a.header.Get("Content-Disposition"))
		if err != nil || kind != "attachment" || params["filename"] != tt.name {
			t.Errorf("GET %s is named %q (%v), want %q", tt.path, a.header.Get("Content-Disposition"), err, tt.name)
		}
		if got := strings.HasPrefix(a.body, "\ufeff"); got != strings.Contains(tt.path, "bom=1") {
			t.Errorf("GET %s begins with a byte order mark: %t", tt.path, got)
		}
		if strings.Count(a.body, "\n") != strings.Count(a.body, "\r\n") {
			t.Errorf("GET %s has lines that do not end with CR LF", tt.path)
		}
	}
}

// TestSafe guards cells that a spreadsheet would run, and only when asked to.
func TestSafe(t *testing.T) {
	d := harbour(t)
	d.Persons[0].Name = "=HYPERLINK(1)"
	h := serve(t, newLibrary(d))
	column := slices.Index(readCSV(t, h, "/harbour/persons.csv")[0], "name")
	for path, want := range map[string]string{"/harbour/persons.csv": "=HYPERLINK(1)",
		"/harbour/persons.csv?bom=1":  "=HYPERLINK(1)",
		"/harbour/persons.csv?safe=1": "'=HYPERLINK(1)"} {
		if got := readCSV(t, h, path)[1][column]; got != want {
			t.Errorf("GET %s has the name %q, want %q", path, got, want)
		}
	}
}

// TestSameRows reads a view as a page and as a file: the same rows in the same order, and every word of the page in
// the cell of the file that bears its column's name.
func TestSameRows(t *testing.T) {
	h := serve(t, newLibrary(harbour(t), bundled(t)))
	queries := []string{"", "?track=bilateral-talks", "?party=cpsu", "?document=cpc-1964-05-07",
		"?from=1964-02&to=1964-05-07", "?text=meeting", "?sort=id", "?sort=id&order=desc",
		"?sort=citation&order=desc&party=cpc", "?text=letter&to=1964", "?stance=rejects", "?stance=unanswered"}
	compared := 0
	for _, name := range []string{"proposals", "responses", "documents", "timeline", "parties", "persons", "meetings",
		"statements", "coverage"} {
		for _, dossier := range []string{"harbour", "sino-soviet"} {
			for _, query := range queries {
				path := "/" + dossier + "/" + name
				if h.get(path+".csv"+query).status >= 400 {
					continue // a table without that column, or a dossier without that record
				}
				t.Run(dossier+"/"+name+query, func(t *testing.T) { compared += sameRows(t, h, path, query) })
			}
		}
	}
	if compared < 1000 {
		t.Errorf("%d rows compared, want many more: the pages have changed and this test reads nothing", compared)
	}
}

// sameRows compares one view and returns how many rows it has.
func sameRows(t *testing.T, h *host, path, query string) int {
	t.Helper()
	records := readCSV(t, h, path+".csv"+query)
	columns, rows := records[0], records[1:]
	shown := rowsOnScreen(t, h, path+query)
	if len(shown) != len(rows) {
		t.Fatalf("the pages show %d rows, the file has %d", len(shown), len(rows))
	}
	for i, cells := range shown {
		for name, text := range cells {
			j := slices.Index(columns, name)
			if j < 0 {
				t.Fatalf("the page has a column %q, the file has %q", name, columns)
			}
			// The file keeps what parts values apart from what stands in one, and the page has no need to. Where a cell of the
			// file is empty, the page may show what stands beside it.
			value := strings.Join(slices.Collect(table.Values([]byte(rows[i][j]))), "; ")
			if value != text && rows[i][j] != text && (rows[i][j] != "" || !slices.Contains(rows[i], text)) {
				t.Errorf("row %d, %s: the page shows %q, the file has %q", i+1, name, text, rows[i][j])
			}
		}
	}
	return len(rows)
}

func readCSV(t testing.TB, h *host, path string) [][]string {
	t.Helper()
	a := h.get(path)
	if a.status != 200 {
		t.Fatalf("GET %s = status %d: %s", path, a.status, a.words(t))
	}
	records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(a.body, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatalf("GET %s: %v", path, err)
	}
	return records
}

// rowsOnScreen reads the table of a view from all its pages: for each row the values by the name of the column, as
// files have them.
func rowsOnScreen(t testing.TB, h *host, path string) []map[string]string {
	t.Helper()
	var rows []map[string]string
	for path != "" {
		root := h.page(path)
		names := columnNames(t, root)
		for _, tr := range find(root, "table.records tbody tr") {
			row := map[string]string{}
			for i, cell := range find(tr, "td, th") {
				row[names[i]] = valueOf(cell)
			}
			rows = append(rows, row)
		}
		path = ""
		for _, next := range find(root, "a[rel=next]") {
			path = attr(next, "href")
		}
	}
	return rows
}

// columnNames are the columns that the headings sort by.
func columnNames(t testing.TB, root *html.Node) []string {
	t.Helper()
	var names []string
	for _, a := range find(root, "table.records thead th a") {
		u, err := url.Parse(attr(a, "href"))
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, u.Query().Get("sort"))
	}
	return names
}

// valueOf is what a cell of a file has where a page shows words for a reader: those stand in the title.
func valueOf(cell *html.Node) string {
	var values []string
	for _, n := range find(cell, "a, span:not(.sep)") {
		value := attr(n, "title")
		if value == "" {
			value = text(n)
		}
		values = append(values, value)
	}
	return strings.Join(values, table.Separator)
}

// text is what an element holds, with its spaces.
func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// TestAllRowsBeyondOnePage wants every row in the file, however many pages there are, in the order asked for.
func TestAllRowsBeyondOnePage(t *testing.T) {
	d := bundled(t)
	h := serve(t, newLibrary(d))
	if len(d.Proposals) <= views.PageSize {
		t.Fatalf("the bundled dossier has %d proposals, which fit on one page", len(d.Proposals))
	}
	for _, page := range []string{"", "?page=2", "?page=1000"} {
		if got := len(readCSV(t, h, "/sino-soviet/proposals.csv"+page)) - 1; got != len(d.Proposals) {
			t.Errorf("the file has %d rows with %q, want %d", got, page, len(d.Proposals))
		}
	}
	ids := func(path string) []string {
		var all []string
		for _, record := range readCSV(t, h, path)[1:] {
			all = append(all, record[0])
		}
		return all
	}
	up, down := ids("/sino-soviet/proposals.csv?sort=id"), ids("/sino-soviet/proposals.csv?sort=id&order=desc")
	slices.Reverse(down)
	if diff := cmp.Diff(up, down); diff != "" {
		t.Errorf("one order is not the other backwards (-up +down):\n%s", diff)
	}
}

// TestEveryTable downloads the tables that an export writes: the site and the program hand out the same.
func TestEveryTable(t *testing.T) {
	d := bundled(t)
	h := serve(t, newLibrary(d))
	for _, g := range compare.Registers(domain.NewIndex(d)) {
		if got := len(readCSV(t, h, "/sino-soviet/"+g.Name+".csv")) - 1; got != g.Size {
			t.Errorf("%s.csv has %d rows, want %d", g.Name, got, g.Size)
		}
	}
}

// TestEveryTableIsOffered wants a page that leads to the file of each table.
func TestEveryTableIsOffered(t *testing.T) {
	h := serve(t, newLibrary(bundled(t)))
	offered := map[string]bool{}
	pages := []string{"", "/state", "/sheet", "/comparison?track=bilateral-talks", "/lists/compare?a=seventeen&b=twenty-six"}
	for _, table := range handlers.Tables() {
		if h.get("/sino-soviet/"+table).status == 200 {
			pages = append(pages, "/"+table)
		}
	}
	for _, page := range pages {
		for _, a := range find(h.page("/sino-soviet"+page), "nav.downloads a[href]") {
			name, query, _ := strings.Cut(attr(a, "href"), "?")
			if table, ok := strings.CutSuffix(name, ".csv"); ok && h.get(name+"?"+query).status == 200 {
				offered[strings.TrimPrefix(table, "/sino-soviet/")] = true
			}
		}
	}
	for _, table := range handlers.Tables() {
		if !offered[table] {
			t.Errorf("no page leads to %s.csv", table)
		}
	}
}

// TestSameOrder reads the page of the silences and its file, sorted: the rows stand in the same order.
func TestSameOrder(t *testing.T) {
	h := serve(t, newLibrary(bundled(t)))
	for _, query := range []string{"", "?sort=party", "?sort=party&order=desc", "?sort=track&order=desc&party=cpc"} {
		file, root := readCSV(t, h, "/sino-soviet/silence-map.csv"+query), h.page("/sino-soviet/silence"+query)
		page, names := stating(root), columnNames(t, root)
		if len(page) != len(file)-1 || len(page) < 10 {
			t.Fatalf("silence%s: the page shows %d rows, the file has %d", query, len(page), len(file)-1)
		}
		for i, tr := range page {
			for j, cell := range find(tr, "td, th")[:3] {
				if got, want := valueOf(cell), file[i+1][slices.Index(file[0], names[j])]; got != want {
					t.Fatalf("silence%s, row %d, %s: the page shows %q, the file has %q", query, i+1, names[j], got, want)
				}
			}
		}
	}
}
