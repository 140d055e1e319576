package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/views"
)

func (s *server) home(c echo.Context) error {
	ctx := c.Request().Context()
	ids, err := s.library.IDs(ctx)
	if err != nil {
		return err
	}
	var cards []views.DossierCard
	for _, id := range ids {
		d, err := s.library.Heading(ctx, id)
		if err != nil {
			return err
		}
		cards = append(cards, views.NewSite(domain.NewIndex(d)).Card())
	}
	return s.page(c, views.NewHome(cards))
}
