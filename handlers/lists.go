package handlers

import (
	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/views"
)

func lists(_ echo.Context, site *views.Site) (views.Page, error) { return site.NewLists(), nil }

// listPair is the page of the two lists that a and b name, compared.
func listPair(c echo.Context, site *views.Site) (views.Page, error) {
	return site.NewListPair(asked(c).Get("a"), asked(c).Get("b"))
}

// setsPicture draws the lists that are asked for.
func setsPicture(c echo.Context, site *views.Site) (string, error) {
	lists, err := listsAsked(c, site)
	if err != nil {
		return "", err
	}
	return site.SetsSVG(lists), nil
}

// listsAsked are the two lists that a and b name, or all lists if they name none.
func listsAsked(c echo.Context, site *views.Site) ([]*domain.List, error) {
	a, b := asked(c).Get("a"), asked(c).Get("b")
	if a == "" && b == "" {
		return compare.AllLists(site.Index()), nil
	}
	pair, err := views.Pair(site.Index(), a, b)
	if err != nil {
		return nil, err
	}
	return views.Distinct(pair), nil
}

// ofLists makes a table of the lists that are asked for.
func ofLists(build func(*domain.Index, []*domain.List) table.Table) computed {
	return computed{table: func(c echo.Context, site *views.Site) (table.Table, error) {
		lists, err := listsAsked(c, site)
		if err != nil {
			return table.Table{}, err
		}
		return build(site.Index(), lists), nil
	}}
}

func listPairTable(c echo.Context, site *views.Site) (table.Table, error) {
	pair, err := views.Pair(site.Index(), asked(c).Get("a"), asked(c).Get("b"))
	if err != nil {
		return table.Table{}, err
	}
	return compare.ListPair(site.Index(), pair[0], pair[1]), nil
}
