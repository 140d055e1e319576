package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/views"
)

func (s *server) manual(c echo.Context) error {
	p, err := views.NewManual(c.Param("page"))
	if err != nil {
		return err
	}
	return s.page(c, p)
}
