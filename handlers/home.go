package handlers

import (
	"context"

	"github.com/labstack/echo/v4"

	"pourparler/views"
)

func (s *server) home(c echo.Context) error {
	cards, err := s.cards(c.Request().Context())
	if err != nil {
		return err
	}
	return s.page(c, views.NewHome(cards))
}

// cards are all dossiers, in the order of their ids.
func (s *server) cards(ctx context.Context) ([]views.DossierCard, error) {
	ids, err := s.library.IDs(ctx)
	if err != nil {
		return nil, err
	}
	var cards []views.DossierCard
	for _, id := range ids {
		site, err := s.sites.heading(ctx, id)
		if err != nil {
			return nil, err
		}
		cards = append(cards, site.Card())
	}
	return cards, nil
}
