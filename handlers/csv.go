package handlers

import (
	"mime"
	"net/http"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/export"
	"pourparler/views"
)

// file answers with a table as a file whose name says dossier, table and filter.
func (s *server) file(c echo.Context, name, suffix string) error {
	if suffix != "csv" {
		return domain.Errorf(domain.NotFound, "the table %q cannot be had as %q: write .csv", name, suffix)
	}
	rows, err := s.stream(c, name)
	if err != nil {
		return err
	}
	return s.csv(c, rows, filterWords(views.CleanQuery(c.QueryParams()))...)
}

// csv answers with a table as a CSV file.
func (s *server) csv(c echo.Context, t compare.Stream, filter ...string) error {
	o := export.CSVOptions{BOM: wanted(c, "bom"), Safe: wanted(c, "safe")}
	parts := append([]string{c.Param("dossier"), t.Name}, filter...)
	if o.Safe {
		parts = append(parts, "safe")
	}
	h := c.Response().Header()
	h.Set(echo.HeaderContentType, "text/csv; charset=utf-8; header=present")
	h.Set(echo.HeaderContentDisposition, disposition(export.FileName("csv", parts...)))
	h.Set("Cache-Control", "no-cache")
	c.Response().WriteHeader(http.StatusOK)
	if c.Request().Method == http.MethodHead {
		return nil
	}
	_, err := export.CSV(c.Response(), t, o)
	return err
}

// wanted reports whether a request asks for something by any word but 0 and false, so that a guard is never left out for
// a word that was not foreseen.
func wanted(c echo.Context, name string) bool {
	values, asked := c.QueryParams()[name]
	return asked && values[0] != "0" && values[0] != "false"
}

// disposition names a download so that every client can read the name, whatever its script.
func disposition(name string) string {
	return mime.FormatMediaType("attachment", map[string]string{"filename": name})
}
