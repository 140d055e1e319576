package handlers

import (
	"encoding/json"
	"net/url"
	"slices"
	"strconv"

	"github.com/labstack/echo/v4"

	"pourparler/api"
	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/export"
	"pourparler/views"
)

// place is where a page of the read interface begins and how long it is.
type place struct {
	api.Position
	base  api.Base
	limit int
}

// place reads where a request wants its page to begin.
func (s *server) place(c echo.Context) (at place, err error) {
	at.base = s.root
	query := asked(c)
	at.limit = usualLimit
	if n, err := strconv.Atoi(query.Get("limit")); err == nil {
		at.limit = n
	}
	version, err := s.library.Version(c.Request().Context(), c.Param("dossier"))
	if err != nil {
		return at, err
	}
	at.Position = api.Position{Version: version, Query: c.Request().URL.Path + "?" + lasting(query).Encode()}
	if cursor := query.Get("cursor"); cursor != "" {
		at.Position, err = at.At(cursor)
	}
	return at, err
}

// lasting is the part of a query that all pages of a list share.
func lasting(query url.Values) url.Values {
	out := url.Values{}
	for name, values := range query {
		if name != "cursor" && name != "limit" {
			out[name] = values
		}
	}
	return out
}

// part is a part of a list: the table without its rows, how many rows there are in all, and those wanted.
type part struct {
	table.Table
	total   int
	stream  table.Stream
	site    *views.Site
	section domain.Section // whose records the rows are, if they are
	asOf    string
}

// register answers with rows of a register, straight from the library.
func (s *server) register(c echo.Context, name string, section domain.Section) (any, error) {
	at, err := s.place(c)
	if err != nil {
		return nil, err
	}
	query, err := table.Parse(asked(c))
	if err != nil {
		return nil, err
	}
	p := part{section: section}
	if p.site, err = s.heading(c); err != nil {
		return nil, err
	}
	ctx, dossier := c.Request().Context(), c.Param("dossier")
	query.Limit = 1
	l, err := s.library.Listing(ctx, dossier, name, query)
	if err != nil {
		return nil, err
	}
	if err := s.recorded(c, query.Filter, l.Total); err != nil {
		return nil, err
	}
	query.Offset, query.Limit = at.Offset, at.limit
	if p.stream, err = s.library.Stream(ctx, dossier, name, query); err != nil {
		return nil, err
	}
	p.Table, p.total = p.stream.Table, l.Total
	return p.answer(c, at)
}

// answer is the answer with the rows of a part.
func (p part) answer(c echo.Context, at place) (any, error) {
	items := []any{}
	for batch, err := range p.stream.Batches {
		if err != nil {
			return nil, err
		}
		for line := range table.Lines(batch) {
			items = append(items, p.row(line, at.base))
		}
	}
	page, err := p.page(c, at, items)
	page.Columns = api.Columns(p.Columns)
	return page, err
}

func (p part) row(line []byte, base api.Base) api.Row {
	row := api.Row{Columns: p.Columns, Cells: make([]json.RawMessage, 0, len(p.Columns))}
	texts := make([]string, 0, len(p.Columns))
	for cell := range table.Cells(line) {
		row.Cells = append(row.Cells, export.AppendCell(nil, cell, p.Columns[len(texts)]))
		texts = append(texts, string(cell))
	}
	if p.section != "" {
		row.Links = p.links(texts, base)
	}
	return row
}

// links are the addresses of the record that a row tells of.
func (p part) links(texts []string, base api.Base) *api.Links {
	ref := table.Ref{Section: p.section, ID: texts[p.Index("id")]}
	if i := p.Index("proposal"); i >= 0 {
		ref.Of = texts[i]
	}
	dossier := p.site.Index().Dossier.ID
	return &api.Links{Self: base.Record(dossier, ref.Section, ref.ID), Page: base.Page(p.site.Href(ref))}
}

// page is the answer around the items of a part, and the same links in the header.
func (p part) page(c echo.Context, at place, items []any) (api.Page, error) {
	if at.Offset > 0 && at.Offset >= p.total {
		return api.Page{}, domain.Errorf(domain.Invalid, "the cursor lies behind the last of %d items: leave it out to begin anew", p.total)
	}
	d := p.site.Index().Dossier
	page := api.Page{Dossier: d.ID, Release: api.Say(d.Release), Name: p.Name, Title: p.Title, AsOf: api.Say(p.asOf),
		Query: lasting(asked(c)), Total: p.total, Limit: at.limit, Items: items, Columns: []api.Column{}}
	page.Links = at.links(c, p.total)
	c.Response().Header().Set("Link", linkHeader(page.Links))
	return page, nil
}

// links are the addresses around a page of a list of that many items.
func (at place) links(c echo.Context, total int) api.PageLinks {
	l := api.PageLinks{Self: at.address(c, at.Offset), First: at.address(c, 0)}
	if at.Offset > 0 {
		l.Prev = api.Say(at.address(c, max(0, at.Offset-at.limit)))
	}
	if at.Offset+at.limit < total {
		l.Next = api.Say(at.address(c, at.Offset+at.limit))
	}
	return l
}

// address is the address of the page that asks the same from another offset.
func (at place) address(c echo.Context, offset int) string {
	query := lasting(asked(c))
	if at.limit != usualLimit {
		query.Set("limit", strconv.Itoa(at.limit))
	}
	if at.Offset = offset; offset > 0 {
		query.Set("cursor", at.String())
	}
	u := url.URL{Path: c.Request().URL.Path, RawPath: c.Request().URL.RawPath, RawQuery: query.Encode()}
	return string(at.base) + u.String()
}

// linkHeader writes the addresses around a page as RFC 8288 has them.
func linkHeader(l api.PageLinks) string {
	header := "<" + l.First + `>; rel="first"`
	for _, link := range []struct {
		rel string
		to  api.Maybe[string]
	}{{"prev", l.Prev}, {"next", l.Next}} {
		if to, ok := link.to.Value(); ok {
			header += ", <" + to + `>; rel="` + link.rel + `"`
		}
	}
	return header
}

// registerTable is a register without rows: its columns are those of every dossier.
func registerTable(name string) table.Table {
	all := compare.Registers(domain.NewIndex(&domain.Dossier{}))
	i := slices.IndexFunc(all, func(g table.Register) bool { return g.Name == name })
	return all[i].Table
}
