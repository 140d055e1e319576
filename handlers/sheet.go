package handlers

import (
	"strings"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/views"
)

// sheet is the page of parties on days side by side.
func sheet(c echo.Context, site *views.Site) (views.Page, error) {
	q, err := sheetAsked(c, site)
	if err != nil {
		return nil, err
	}
	return site.NewSheet(q), nil
}

func sheetTable(c echo.Context, site *views.Site) (table.Table, error) {
	q, err := sheetAsked(c, site)
	if err != nil {
		return table.Table{}, err
	}
	return compare.Sheet(site.Index(), q.Track, q.Columns), nil
}

// sheetAsked is the sheet that a request asks for; a day that cannot be read is named with the parameter it stands in.
func sheetAsked(c echo.Context, site *views.Site) (views.SheetQuery, error) {
	for _, column := range c.QueryParams()["c"] {
		_, on, _ := strings.Cut(column, "@")
		if _, err := views.Day(site.Index(), on, 0); err != nil {
			return views.SheetQuery{}, domain.Errorf(domain.Invalid, "the column %q in \"c\" has no day that can be read: write it as party@1964-03-06", column)
		}
	}
	return views.ParseSheet(site.Index(), c.QueryParams())
}
