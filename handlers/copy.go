package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/views"
)

// rendererOf returns the renderer of a site that is served, or of the pages of a copy.
func rendererOf(c Config) (*views.Renderer, error) {
	if c.Copy != nil {
		return views.NewForCopy()
	}
	return views.New()
}

// whole reports whether tables have all their rows on one page: in a copy they do, since a script there can look only
// at what the page holds.
func (s *server) whole() bool { return s.copy != nil }

// about answers with the page that says what a copy is.
func (s *server) about(c echo.Context) error {
	cards, err := s.cards(c.Request().Context(), s.sites.site)
	if err != nil {
		return err
	}
	return s.page(c, views.NewAbout(*s.copy, cards))
}

// search answers with the search page of a copy.
func (s *server) search(c echo.Context) error { return s.page(c, views.NewSearch()) }
