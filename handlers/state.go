package handlers

import (
	"strconv"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/views"
)

// state answers with the state of play on a day: that in on, the step of that number, or the end of the record.
func (s *server) state(c echo.Context) error {
	site, err := s.site(c)
	if err != nil {
		return err
	}
	day, err := asOf(c, site)
	if err != nil {
		return err
	}
	return s.page(c, site.NewState(day))
}

// asOf is the day that a request asks for.
func asOf(c echo.Context, site *views.Site) (edtf.Day, error) {
	if asked(c).Get("on") != "" && asked(c).Get("step") != "" {
		return edtf.Day{}, domain.Errorf(domain.Invalid, "\"on\" and \"step\" both name a day: give one of them")
	}
	step, _ := strconv.Atoi(asked(c).Get("step")) // what is no number was refused
	return views.Day(site.Index(), asked(c).Get("on"), step)
}
