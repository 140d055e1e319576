package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/views"
)

// replies is the page of who answers whom by the day in on, or in the whole record.
func replies(c echo.Context, site *views.Site) (views.Page, error) {
	day, err := dayOrNone(c, site)
	if err != nil {
		return nil, err
	}
	return site.NewReplies(day), nil
}

// repliesPicture draws who answers whom by the day in on, or in the whole record.
func repliesPicture(c echo.Context, site *views.Site) (string, error) {
	day, err := dayOrNone(c, site)
	if err != nil {
		return "", err
	}
	return site.RepliesSVG(day), nil
}

// dayOrNone is the day that a request asks for, or no day if it asks for none.
func dayOrNone(c echo.Context, site *views.Site) (edtf.Day, error) {
	if asked(c).Get("on") == "" {
		return edtf.Day{}, nil
	}
	return asOf(c, site)
}

// byDay makes a table as of the day that the request asks for, or of the whole record.
func byDay(build func(*domain.Index, edtf.Day) table.Table) computed { return ofDay(dayOrNone, build) }
