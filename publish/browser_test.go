package publish_test

import (
	"net/url"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/dossier"
	"pourparler/internal/browser"
	"pourparler/seeds"
)

// open opens a file of the copy as a double click does.
func open(t *testing.T, b *browser.Browser, noScript bool, name, query string) *browser.Page {
	t.Helper()
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(copyOfBundled(t), name)), RawQuery: query}
	return b.Open(t, browser.Visit{URL: u.String(), NoScript: noScript})
}

// quiet fails if anything went wrong behind a page.
func quiet(t *testing.T, p *browser.Page) {
	t.Helper()
	if diff := cmp.Diff(browser.Log{}, p.Log()); diff != "" {
		t.Errorf("behind the page (-want +got):\n%s", diff)
	}
}

// TestFromDisk opens the copy without a server: pages have their style, the search finds words in two scripts, a table
// is ordered and narrowed down, and nothing is asked of any host.
func TestFromDisk(t *testing.T) {
	b := browser.New(t)
	t.Run("style", func(t *testing.T) {
		p := open(t, b, false, "sino-soviet/state/on=1964-03-07.html", "")
		if got := browser.Eval[string](p, `getComputedStyle(document.querySelector("thead th")).borderBottomStyle`); got != "solid" {
			t.Errorf("the border below a heading = %q, want solid", got)
		}
		quiet(t, p)
	})
	for _, test := range []struct{ words, link string }{
		{"teng hsiao-ping", "../sino-soviet/persons/deng-xiaoping.html"},
		{"TÉNG hsiao", "../sino-soviet/persons/deng-xiaoping.html"},
		{"te\u0301ng hsiao", "../sino-soviet/persons/deng-xiaoping.html"},
		{"邓小平", "../sino-soviet/persons/deng-xiaoping.html"},
		{"seventeen", "../sino-soviet/lists/seventeen.html"},
	} {
		t.Run("search "+test.words, func(t *testing.T) {
			p := open(t, b, false, "copy/search.html", url.Values{"q": {test.words}}.Encode())
			links := browser.Eval[[]string](p, `Array.from(document.querySelectorAll("#findings a"), (a) => a.getAttribute("href"))`)
			found := false
			for _, link := range links {
				found = found || link == test.link
			}
			if !found {
				t.Errorf("search for %q = %q, want %q among them", test.words, links, test.link)
			}
			if test.words == "邓小平" && browser.Eval[int](p, `document.querySelectorAll("#findings [lang=zh]").length`) == 0 {
				t.Error("no finding says that its words are Chinese")
			}
			quiet(t, p)
		})
	}
	t.Run("table", func(t *testing.T) { checkTable(t, open(t, b, false, "sino-soviet/documents.html", "")) })
	t.Run("without scripts", func(t *testing.T) {
		p := open(t, b, true, "sino-soviet/documents.html", "")
		if n := browser.Eval[int](p, `document.querySelectorAll("tbody tr").length`); n < 80 {
			t.Errorf("%d rows, want all", n)
		}
		if n := browser.Eval[int](p, `document.querySelectorAll("main button, main input").length`); n != 0 {
			t.Errorf("%d controls that do nothing", n)
		}
		quiet(t, p)
	})
}

// TestLooks asks axe-core about pages that only a copy has or that scripts change, at the widths of a phone and a laptop,
// and wants them to fit.
func TestLooks(t *testing.T) {
	b := browser.New(t)
	for _, name := range []string{"copy/search.html", "copy/about.html", "sino-soviet/proposals.html", "sino-soviet/comparison.html",
		"sino-soviet/drift/on=1964-03-07.html", "sino-soviet/ledger.html"} {
		t.Run(name, func(t *testing.T) {
			p := open(t, b, false, name, "q=Peking")
			quiet(t, p) // before axe-core, which asks for the style sheets again and may not
			for _, width := range []int{1280, 360} {
				p.Resize(width, 800)
				for _, v := range p.Axe() {
					t.Errorf("at %d px: %v", width, v)
				}
				if l := p.Layout(); l.Overflows() {
					t.Errorf("at %d px: %d px wide, because of %q", width, l.ScrollWidth, l.TooWide)
				}
			}
		})
	}
}

func indexOfBundled(t *testing.T) *domain.Index {
	t.Helper()
	files, err := seeds.SinoSoviet()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	return domain.NewIndex(d)
}

// TestOrder presses every heading of tables and wants the rows in the order in which the server puts them.
func TestOrder(t *testing.T) {
	b := browser.New(t)
	ix := indexOfBundled(t)
	for _, name := range []string{"timeline", "documents", "proposals", "coverage"} {
		t.Run(name, func(t *testing.T) {
			register, err := compare.Find(ix, name)
			if err != nil {
				t.Fatal(err)
			}
			tab := register.Whole()
			tab.Columns = append(tab.Columns, table.Column{Name: "place"})
			for i := range tab.Rows {
				tab.Rows[i].Cells = append(tab.Rows[i].Cells, table.Cell{{Text: strconv.Itoa(i)}})
			}
			p := open(t, b, false, "sino-soviet/"+name+".html", "")
			browser.Eval[any](p, `document.querySelectorAll("table.records tbody tr").forEach((row, i) => { row.dataset.place = i })`)
			for _, c := range tab.Columns {
				if c.Page {
					pressed(t, p, tab, c)
				}
			}
			quiet(t, p)
		})
	}
}

// pressed presses the heading of a column twice and wants the order of the column, up and down, with equal rows in the order of
// the table, whatever was pressed before. Each row says its place in the table.
func pressed(t *testing.T, p *browser.Page, table table.Table, c table.Column) {
	t.Helper()
	for _, down := range []bool{false, true} {
		sorted, err := table.Sort(c.Name, down)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, row := range sorted.Rows {
			want = append(want, row.Cells[len(row.Cells)-1].String())
		}
		browser.Eval[any](p, `Array.from(document.querySelectorAll("table.records thead button")).find((b) => b.textContent === `+
			strconv.Quote(c.Title)+`).click()`)
		got := browser.Eval[[]string](p, `Array.from(document.querySelectorAll("table.records tbody tr"), (row) => row.dataset.place)`)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("by %s, down %v (-want +got):\n%s", c.Title, down, diff)
		}
	}
}

// table orders the table of documents by their dates, both ways, and narrows it down.
func checkTable(t *testing.T, p *browser.Page) {
	t.Helper()
	const press = `Array.from(document.querySelectorAll("thead button")).find((b) => b.textContent === "Dated").click()`
	const first = `document.querySelector("tbody tr").id`
	browser.Eval[any](p, press)
	up := browser.Eval[string](p, first)
	browser.Eval[any](p, press)
	down := browser.Eval[string](p, first)
	if up == down || up == "" {
		t.Errorf("first by date = %q, last = %q, want two different records", up, down)
	}
	browser.Eval[any](p, `(() => { const f = document.querySelector(".finder input"); f.value = "Hongqi"; f.dispatchEvent(new Event("input")) })()`)
	shown := browser.Eval[int](p, `document.querySelectorAll("tbody tr:not([hidden])").length`)
	if all := browser.Eval[int](p, `document.querySelectorAll("tbody tr").length`); shown == 0 || shown >= all {
		t.Errorf("%d of %d rows are shown, want some", shown, all)
	}
	quiet(t, p)
}
