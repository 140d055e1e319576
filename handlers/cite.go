package handlers

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"pourparler/export"
	"pourparler/export/cite"
	"pourparler/views"
)

// Every page of a dossier has its citations as files: the address of the page, a suffix that says for which program, and
// the query of the page. The page is made as ever; only what is sent of it differs.

// withCitations are the path of a page and the same with each suffix. Where the path ends in a parameter, that takes the
// suffix in; a path with a suffix of its own is a file.
func withCitations(path string) []string {
	paths := []string{path}
	if last := path[strings.LastIndex(path, "/"):]; !strings.ContainsAny(last, ":.") {
		for _, f := range cite.Formats() {
			paths = append(paths, path+f.Suffix)
		}
	}
	return paths
}

// asCitation takes the suffix of a file of citations off the last parameter, so that the page is found.
func asCitation(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if f, ok := citationFormat(c); ok {
			values := c.ParamValues()
			last := len(values) - 1
			values[last] = strings.TrimSuffix(values[last], f.Suffix)
			if strings.Contains(values[last], ".") {
				return echo.ErrNotFound // a file has no citations of its own
			}
			c.SetParamValues(values...)
		}
		return next(c)
	}
}

// citationFormat is the format of citations that an address asks for, if it does.
func citationFormat(c echo.Context) (cite.Format, bool) {
	for _, f := range cite.Formats() {
		if strings.HasSuffix(c.Request().URL.Path, f.Suffix) {
			return f, true
		}
	}
	return cite.Format{}, false
}

// cite fills in how a page is cited, and says whether the address asks for the citations alone.
func (s *server) cite(c echo.Context, p views.Page) (cite.Format, bool, error) {
	f, isFile := citationFormat(c)
	return f, isFile, views.Cite(p, s.base)
}

// citations answers with items as a file.
func citations(c echo.Context, f cite.Format, items []cite.Item) error {
	if len(items) == 0 {
		return echo.ErrNotFound
	}
	name := export.FileName(strings.TrimPrefix(f.Suffix, "."), items[len(items)-1].ID)
	c.Response().Header().Set(echo.HeaderContentDisposition, disposition(name))
	c.Response().Header().Set("Cache-Control", "no-cache")
	return whole(c, http.StatusOK, f.Media, f.Write(items...))
}
