package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/domain/compare"
	"pourparler/views"
)

// sheet answers with parties on days side by side.
func (s *server) sheet(c echo.Context) error {
	site, err := s.site(c)
	if err != nil {
		return err
	}
	q, err := views.ParseSheet(site.Index(), c.QueryParams())
	if err != nil {
		return err
	}
	return s.page(c, site.NewSheet(q))
}

func sheetTable(c echo.Context, site *views.Site) (compare.Table, error) {
	q, err := views.ParseSheet(site.Index(), c.QueryParams())
	if err != nil {
		return compare.Table{}, err
	}
	return compare.Sheet(site.Index(), q.Track, q.Columns), nil
}
