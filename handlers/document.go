package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/domain/compare"
	"pourparler/export"
	"pourparler/views"
)

// document answers with the page of one document, or with what it is evidence for as a file.
func (s *server) document(c echo.Context) error {
	id, format, isFile := fileOf(c.Param("id"))
	if !isFile {
		return s.detail((*views.Site).NewDocument)(c)
	}
	site, err := s.site(c)
	if err != nil {
		return err
	}
	if _, err := site.Index().Document(id); err != nil {
		return err
	}
	t, err := s.view(c, compare.Evidence(site.Index(), id))
	if err != nil {
		return err
	}
	about, err := s.aboutFile(c, append([]export.Setting{{Name: "document", Value: id}}, settings(c)...)...)
	if err != nil {
		return err
	}
	return s.send(c, format, export.File{Stream: t.Stream(), About: about})
}
