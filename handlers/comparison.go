package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/views"
)

// comparison answers with proposals side by side: those named by p, or all of a track.
func (s *server) comparison(c echo.Context) error {
	site, err := s.site(c)
	if err != nil {
		return err
	}
	track := c.QueryParam("track")
	proposals, err := compared(c, site)
	if err != nil {
		return err
	}
	return s.page(c, site.NewComparison(track, proposals))
}

func compared(c echo.Context, site *views.Site) ([]*domain.Proposal, error) {
	return views.Compared(site.Index(), c.QueryParam("track"), c.QueryParams()["p"])
}

// comparisonTable is the comparison as a table for files.
func comparisonTable(c echo.Context, site *views.Site) (compare.Table, error) {
	proposals, err := compared(c, site)
	if err != nil {
		return compare.Table{}, err
	}
	return compare.Comparison(site.Index(), proposals), nil
}
