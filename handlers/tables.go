package handlers

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
	"pourparler/views"
)

// computed is a table that depends on what the request asks for: a day, lists, parties.
type computed struct {
	table func(echo.Context, *views.Site) (table.Table, error)
	day   func(echo.Context, *views.Site) (edtf.Day, error) // the day that the table is of; nil if it is of none
}

// computations are all computed tables by the name in the address. They are files; pages show them in their own way.
var computations = map[string]computed{
	"membership": ofLists(compare.Membership),
	"positions":  onDay(compare.Positions),
	"silence":    onDay(compare.Silence),
	"comparison": {table: comparisonTable},
	"state":      onDay(compare.StateOfPlay),
	"sheet":      {table: sheetTable},
	"drift":      onDay(compare.Drift),

	"list-sets":        ofLists(compare.Sets),
	"list-numbers":     ofLists(compare.ListNumbers),
	"list-pair":        {table: listPairTable},
	"replies":          byDay(compare.Replies),
	"printed-together": byDay(compare.PrintedTogether),

	"silence-map":    onDay(compare.SilenceMap),
	"silence-totals": totalsOf(compare.SilenceMap, compare.SilenceTotals),
	"ledger":         onDay(ledgerOfAll),
	"ledger-totals":  totalsOf(ledgerOfAll, compare.LedgerTotals),
}

// onDay makes a table as of the day that the request asks for.
func onDay(build func(*domain.Index, edtf.Day) table.Table) computed {
	return computed{day: asOf, table: func(c echo.Context, site *views.Site) (table.Table, error) {
		day, err := asOf(c, site)
		if err != nil {
			return table.Table{}, err
		}
		return build(site.Index(), day), nil
	}}
}

// tableNames returns the names of all tables in addresses.
func tableNames() []string {
	return slices.Sorted(func(yield func(string) bool) {
		for name := range maps.Keys(registers()) {
			if !yield(name) {
				return
			}
		}
		for name := range maps.Keys(computations) {
			if !yield(name) {
				return
			}
		}
	})
}

// table answers with a register as a page, or with any table as a file if a suffix says of which kind.
func (s *server) table(c echo.Context) error {
	name, suffix, isFile := strings.Cut(c.Param("table"), ".")
	lede, isRegister := registers()[name]
	_, isComputed := computations[name]
	switch {
	case !isRegister && !isComputed:
		return domain.Errorf(domain.NotFound, "this dossier has no table %q: choose one on its first page", name)
	case isFile:
		return s.file(c, name, suffix)
	case lede == "":
		return domain.Errorf(domain.NotFound, "the table %q is a file without a page: add .csv to the address", name)
	}
	return s.records(c, name)
}

// stream returns the rows of a table that the request asks for. All files of all tables are made from it.
func (s *server) stream(c echo.Context, name string) (table.Stream, error) {
	if of, ok := computations[name]; ok {
		site, err := s.site(c)
		if err != nil {
			return table.Stream{}, err
		}
		t, err := of.table(c, site)
		if err != nil {
			return table.Stream{}, err
		}
		t, err = s.view(c, t)
		return t.Stream(), err
	}
	query := views.CleanQuery(c.QueryParams())
	q, err := asked(query)
	if err != nil {
		return table.Stream{}, err
	}
	if err := s.finds(c, name, query); err != nil {
		return table.Stream{}, err
	}
	return s.library.Stream(c.Request().Context(), c.Param("dossier"), name, q)
}

// finds is an error if a query finds nothing in a register because it names what the dossier does not have.
func (s *server) finds(c echo.Context, name string, query url.Values) error {
	if !names(query) {
		return nil // which costs no look
	}
	q, err := asked(query)
	if err != nil {
		return err
	}
	q.Limit = 1
	l, err := s.library.Listing(c.Request().Context(), c.Param("dossier"), name, q)
	if err != nil {
		return err
	}
	return s.recorded(c, query, l.Total)
}

// names reports whether a query asks for rows of one record.
func names(query url.Values) bool {
	return query.Get("track") != "" || query.Get("party") != "" || query.Get("document") != ""
}

// recorded is an error if a query that found no rows names what the dossier does not have, or has no more: an empty table
// would say that there is such a thing.
func (s *server) recorded(c echo.Context, query url.Values, rows int) error {
	if rows > 0 || !names(query) {
		return nil
	}
	site, err := s.site(c)
	if err != nil {
		return err
	}
	ix := site.Index()
	_, track := ix.Track(query.Get("track"))
	_, party := ix.Party(query.Get("party"))
	_, document := ix.Document(query.Get("document"))
	for _, fault := range []struct {
		name string
		err  error
	}{{"track", track}, {"party", party}, {"document", document}} {
		if query.Get(fault.name) != "" && fault.err != nil {
			return fault.err
		}
	}
	return nil
}

// chosen are the tables whose rows were chosen by the words of a filter when they were made.
var chosen = []string{"comparison", "sheet", "silence-totals", "ledger-totals"}

// view filters and orders a computed table for a file as the request asks.
func (s *server) view(c echo.Context, t table.Table) (table.Table, error) {
	query := views.CleanQuery(c.QueryParams())
	t, err := view(t, query)
	if err != nil {
		return t, err
	}
	return t, s.recorded(c, query, len(t.Rows))
}

// view filters and orders a computed table as a query asks.
func view(t table.Table, query url.Values) (table.Table, error) {
	q, err := wantedOf(t, query)
	if err != nil {
		return t, err
	}
	l, err := t.Pick(q)
	return l.Table, err
}

// wantedOf is what a query asks of a computed table.
func wantedOf(t table.Table, query url.Values) (table.Query, error) {
	q, err := asked(query)
	if slices.Contains(chosen, t.Name) {
		q.Filter = table.Filter{}
	}
	return q, err
}
