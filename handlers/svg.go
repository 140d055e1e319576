package handlers

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// svg answers with a picture alone.
func svg(c echo.Context, picture string) error {
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.Blob(http.StatusOK, "image/svg+xml", []byte(picture))
}
