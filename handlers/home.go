package handlers

import (
	"context"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/views"
)

func (s *server) home(c echo.Context) error {
	cards, err := s.cards(c.Request().Context(), s.sites.heading)
	if err != nil {
		return err
	}
	return s.page(c, views.NewHome(cards))
}

// cards are all dossiers, in the order of their ids, each with as much of its site as read returns.
func (s *server) cards(ctx context.Context, read func(context.Context, string) (*views.Site, error)) ([]views.DossierCard, error) {
	ids, err := s.library.IDs(ctx)
	if err != nil {
		return nil, err
	}
	var cards []views.DossierCard
	for _, id := range ids {
		site, err := read(ctx, id)
		if domain.KindOf(err) == domain.Damaged { // the others are shown
			cards = append(cards, views.DossierCard{Link: views.Link{Label: id, Href: "/" + id}, Summary: sentence(plain(err))})
			continue
		}
		if err != nil {
			return nil, err
		}
		cards = append(cards, site.Card())
	}
	return cards, nil
}
