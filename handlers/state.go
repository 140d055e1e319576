package handlers

import (
	"strconv"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/views"
)

// state is the page of the state of play on a day: that in on, the step of that number, or the end of the record.
func state(c echo.Context, site *views.Site) (views.Page, error) {
	day, err := asOf(c, site)
	if err != nil {
		return nil, err
	}
	return site.NewState(day), nil
}

// asOf is the day that a request asks for.
func asOf(c echo.Context, site *views.Site) (edtf.Day, error) {
	if asked(c).Get("on") != "" && asked(c).Get("step") != "" {
		return edtf.Day{}, domain.Errorf(domain.Invalid, "\"on\" and \"step\" both name a day: give one of them")
	}
	step, _ := strconv.Atoi(asked(c).Get("step")) // what is no number was refused
	return views.Day(site.Index(), asked(c).Get("on"), step)
}
