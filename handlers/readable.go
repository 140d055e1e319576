package handlers

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
)

// readable refuses an address that cannot be read as a whole: what is left of a query without its broken part would be
// another question than was asked. Some databases do not take the zero character and bytes that are not UTF-8, so that they
// find nothing before any is asked: no record has them.
func readable(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		u := c.Request().URL
		query, err := url.ParseQuery(u.RawQuery)
		if err != nil {
			return domain.Errorf(domain.Invalid, "the part of the address after the question mark cannot be read: "+
				"write name=value with & between, %%25 for a percent sign and %%3B for a semicolon")
		}
		if !isText(u.Path) {
			return noText(domain.NotFound, "the path of the address")
		}
		if strings.ContainsFunc(u.Path, unicode.IsControl) {
			return echo.ErrNotFound // no id has a control character
		}
		for name, values := range query {
			for _, value := range append(values, name) {
				if !isText(value) {
					return noText(domain.Invalid, "the parameter "+strings.ToValidUTF8(name, "\ufffd"))
				}
			}
		}
		return next(c)
	}
}

func isText(s string) bool { return utf8.ValidString(s) && !strings.Contains(s, "\x00") }

func noText(kind domain.Kind, what string) error {
	return domain.Errorf(kind, "%s is no text: it holds the character U+0000 or bytes that are not UTF-8", strings.ReplaceAll(what, "\x00", "\ufffd"))
}
