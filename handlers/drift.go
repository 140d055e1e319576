package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/views"
)

// drift answers with the drift charts of all tracks, or of the one asked for, as of a day.
func (s *server) drift(c echo.Context) error {
	site, err := s.site(c)
	if err != nil {
		return err
	}
	day, err := asOf(c, site)
	if err != nil {
		return err
	}
	p, err := site.NewDrift(asked(c).Get("track"), day)
	if err != nil {
		return err
	}
	return s.page(c, p)
}

// driftPicture draws the drift chart of one track.
func driftPicture(c echo.Context, site *views.Site) (string, error) {
	if asked(c).Get("track") == "" {
		return "", domain.Errorf(domain.NotFound, "a picture of the drift is of one track: add track= and an id")
	}
	day, err := asOf(c, site)
	if err != nil {
		return "", err
	}
	return site.DriftPicture(asked(c).Get("track"), day)
}
