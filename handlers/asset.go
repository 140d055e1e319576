package handlers

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// asset answers with a file that pages refer to. Mostly its address changes with its content, so it may be kept for ever.
func (s *server) asset(c echo.Context) error {
	for _, a := range s.renderer.Assets() {
		if a.Path == c.Request().URL.Path {
			keep := "public, max-age=31536000, immutable"
			if a.Changes() {
				keep = "public, max-age=86400"
			}
			c.Response().Header().Set("Cache-Control", keep)
			return whole(c, http.StatusOK, a.Type, a.Data)
		}
	}
	return echo.ErrNotFound
}
