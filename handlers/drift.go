package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/views"
)

// drift is the page of the drift charts of all tracks, or of the one asked for, as of a day.
func drift(c echo.Context, site *views.Site) (views.Page, error) {
	day, err := asOf(c, site)
	if err != nil {
		return nil, err
	}
	return site.NewDrift(asked(c).Get("track"), day)
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
