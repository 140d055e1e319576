package handlers

import (
	"github.com/labstack/echo/v4"

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
		site, err := s.shelf.site(ctx, id)
		if err != nil {
			return err
		}
		cards = append(cards, site.Card())
	}
	return s.page(c, views.NewHome(cards))
}
