package handlers

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"pourparler/export/datapackage"
)

// datapackage answers with all of a dossier as one zip.
func (s *server) datapackage(c echo.Context) error {
	site, err := s.site(c)
	if err != nil {
		return err
	}
	p := datapackage.Package{Index: site.Index()}
	if s.pack != nil {
		if p, err = s.pack(site.Index()); err != nil {
			return err
		}
	}
	if err := s.steady(c); err != nil {
		return err
	}
	h := c.Response().Header()
	h.Set(echo.HeaderContentType, "application/zip")
	h.Set(echo.HeaderContentDisposition, disposition(datapackage.FileName(site.Index().Dossier)))
	h.Set("Cache-Control", "no-cache")
	c.Response().WriteHeader(http.StatusOK)
	if c.Request().Method == http.MethodHead {
		return nil
	}
	return datapackage.Write(c.Response(), p)
}
