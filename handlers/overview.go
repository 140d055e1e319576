package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/views"
)

func overview(_ echo.Context, site *views.Site) (views.Page, error) { return site.NewOverview(), nil }

func claims(c echo.Context, site *views.Site) (views.Page, error) {
	return site.NewClaims(asked(c).Get("track"))
}
