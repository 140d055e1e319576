package handlers

import "github.com/labstack/echo/v4"

func (s *server) overview(c echo.Context) error {
	site, err := s.site(c)
	if err != nil {
		return err
	}
	return s.page(c, site.NewOverview())
}

func (s *server) claims(c echo.Context) error {
	site, err := s.site(c)
	if err != nil {
		return err
	}
	p, err := site.NewClaims(asked(c).Get("track"))
	if err != nil {
		return err
	}
	return s.page(c, p)
}
