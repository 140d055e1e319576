package handlers

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
)

// readable refuses a path with what no text has, and a query that cannot be read as a whole: what is left of it without its broken part would be another
// question than was asked.
func readable(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if path := c.Request().URL.Path; !utf8.ValidString(path) || strings.ContainsFunc(path, unicode.IsControl) {
			return echo.ErrNotFound // a database may not even take the question
		}
		if query, err := url.ParseQuery(c.Request().URL.RawQuery); err != nil || !isText(query.Encode()) {
			return domain.Errorf(domain.Invalid, "the part of the address after the question mark cannot be read: "+
				"write name=value in UTF-8 with & between, %%25 for a percent sign and %%3B for a semicolon")
		}
		return next(c)
	}
}

// isText reports whether a query is UTF-8 without the character 0, which no text of a dossier has and not every database
// takes.
func isText(encoded string) bool {
	plain, _ := url.QueryUnescape(encoded) // what was encoded just now
	return utf8.ValidString(plain) && !strings.Contains(plain, "\x00")
}
