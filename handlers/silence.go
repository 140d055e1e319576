package handlers

import (
	"maps"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/views"
)

// silence is the page of what became of every proposal by a day, and with whom.
func (s *server) silence(c echo.Context, site *views.Site) (views.Page, error) {
	d, err := s.onDay(c, site, compare.SilenceMap)
	if err != nil {
		return nil, err
	}
	return site.NewSilence(d), nil
}

// ledger is the page of how every restated or amended term moved by a day.
func (s *server) ledger(c echo.Context, site *views.Site) (views.Page, error) {
	d, err := s.onDay(c, site, ledgerOfAll)
	if err != nil {
		return nil, err
	}
	return site.NewLedger(d), nil
}

func ledgerOfAll(ix *domain.Index, day edtf.Day) table.Table { return compare.Ledger(ix, "", day) }

// onDay returns a table of the day that a request asks for, whole and as its query filters and orders it.
func (s *server) onDay(c echo.Context, site *views.Site, build func(*domain.Index, edtf.Day) table.Table) (d views.OnDay, err error) {
	if d.Day, err = asOf(c, site); err != nil {
		return d, err
	}
	d.All = build(site.Index(), d.Day)
	d.Query = knownOf(ofTables()[d.All.Name], asked(c))
	var q table.Query
	if d.Shown, q, err = picked(d.All, d.Query); err != nil {
		return d, err
	}
	if err := s.recorded(c, q.Filter, len(d.Shown.Rows)); domain.KindOf(err) == domain.Gone {
		return d, err
	}
	if asked(c).Has("on") || asked(c).Has("step") {
		d.Query.Set("on", d.Day.String())
	}
	return d, nil
}

// totalsOf makes the totals of a table of a day from the rows that the query leaves of it.
func totalsOf(build func(*domain.Index, edtf.Day) table.Table, totals func(table.Table) table.Table) computed {
	return computed{day: asOf, table: func(c echo.Context, site *views.Site) (table.Table, error) {
		rows, err := onDay(build).table(c, site)
		if err != nil {
			return rows, err
		}
		words := maps.Clone(asked(c))
		words.Del("sort")
		rows, _, err = picked(rows, words)
		return totals(rows), err
	}}
}

// silencePicture draws what became of the proposals put to one party on one track.
func silencePicture(c echo.Context, site *views.Site) (string, error) {
	rows, err := onDay(compare.SilenceMap).table(c, site)
	if err != nil {
		return "", err
	}
	day, err := asOf(c, site)
	if err != nil {
		return "", err
	}
	if rows, _, err = picked(rows, asked(c)); err != nil {
		return "", err
	}
	return site.SilencePicture(rows, day)
}
