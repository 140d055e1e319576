package handlers

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
)

// healthPaths are where whoever looks after the server asks how it is.
var healthPaths = []string{"/healthz", "/livez", "/readyz"}

// alive answers as long as the process does, whatever became of the database.
func (s *server) alive(c echo.Context) error { return c.String(http.StatusOK, "ok\n") }

// ready says whether the record can be read, and why not, for who decides whether readers are to be sent here.
func (s *server) ready(c echo.Context) error {
	c.Response().Header().Set("Cache-Control", "no-store")
	note, err := "", error(nil)
	if s.condition != nil {
		note, err = s.condition(c.Request().Context())
	}
	switch {
	case err != nil && domain.KindOf(err) == domain.Internal:
		note = "the database cannot be read"
		s.outage.note(s.log, err)
	case err != nil:
		note = plain(err)
		s.outage.note(s.log, err)
	case note != "":
		s.outage.over(s.log)
		return c.String(http.StatusOK, "ready: "+note+"\n")
	default:
		s.outage.over(s.log)
		return c.String(http.StatusOK, "ready\n")
	}
	c.Response().Header().Set("Retry-After", retryAfter)
	return c.String(http.StatusServiceUnavailable, "not ready: "+note+"\n")
}
