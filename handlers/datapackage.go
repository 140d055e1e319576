package handlers

import (
	"io"

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
	return s.download(c, &download{mediaType: "application/zip", name: datapackage.FileName(site.Index().Dossier),
		write: func(w io.Writer) (int, error) { return 0, datapackage.Write(w, p) }})
}
