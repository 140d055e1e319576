package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/views"
)

// comparison is the page of proposals side by side: those named by p, or all of a track between two dates.
func comparison(c echo.Context, site *views.Site) (views.Page, error) {
	w, proposals, err := compared(c, site)
	if err != nil {
		return nil, err
	}
	return site.NewComparison(w, proposals), nil
}

func compared(c echo.Context, site *views.Site) (w views.Wanted, proposals []*domain.Proposal, err error) {
	q, err := table.Parse(asked(c))
	if err != nil {
		return w, nil, err
	}
	w = views.Wanted{Track: q.Track, IDs: asked(c)["p"], From: q.From, To: q.To}
	proposals, err = views.Compared(site.Index(), w)
	return w, proposals, err
}

// comparisonTable is the comparison as a table for files.
func comparisonTable(c echo.Context, site *views.Site) (table.Table, error) {
	_, proposals, err := compared(c, site)
	if err != nil {
		return table.Table{}, err
	}
	return compare.Comparison(site.Index(), proposals), nil
}
