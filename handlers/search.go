package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/views"
)

// search is the page of what the words in text find.
func search(c echo.Context, site *views.Site) (views.Page, error) {
	return site.NewFound(asked(c).Get("text")), nil
}
