package handlers

import (
	"strings"

	"github.com/labstack/echo/v4"

	"pourparler/domain/compare"
	"pourparler/views"
)

// document answers with the page of one document, or with what it is evidence for as a file.
func (s *server) document(c echo.Context) error {
	id, isFile := strings.CutSuffix(c.Param("id"), ".csv")
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
	return s.csv(c, compare.Evidence(site.Index(), id).Stream(), id)
}
