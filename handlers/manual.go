package handlers

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"pourparler/views"
)

func (s *server) manual(c echo.Context) error {
	if name := c.Param("page"); strings.HasSuffix(name, ".json") {
		data, err := views.ManualFile(name)
		if err != nil {
			return err
		}
		return whole(c, http.StatusOK, echo.MIMEApplicationJSON, data)
	}
	p, err := views.NewManual(c.Param("page"))
	if err != nil {
		return err
	}
	return s.page(c, p)
}
