package handlers

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
)

// unslashed leads from an address with a slash at its end, of which the site has none but the first, to the one without.
// One slash begins what it leads to: after two, a browser would read another host.
func unslashed(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		path := r.URL.EscapedPath()
		if path == "/" || !strings.HasSuffix(path, "/") || r.Method != http.MethodGet && r.Method != http.MethodHead {
			return next(c)
		}
		to := "/" + strings.Trim(path, "/")
		if r.URL.RawQuery != "" {
			to += "?" + r.URL.RawQuery
		}
		return c.Redirect(http.StatusPermanentRedirect, to)
	}
}
