package handlers

import (
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
func onDay(build func(*domain.Index, edtf.Day) table.Table) computed { return ofDay(asOf, build) }

func ofDay(of func(echo.Context, *views.Site) (edtf.Day, error), build func(*domain.Index, edtf.Day) table.Table) computed {
	return computed{day: of, table: func(c echo.Context, site *views.Site) (table.Table, error) {
		day, err := of(c, site)
		if err != nil {
			return table.Table{}, err
		}
		return build(site.Index(), day), nil
	}}
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
	q, err := table.Parse(asked(c))
	if err != nil {
		return table.Stream{}, err
	}
	if q.Named() { // the look costs something
		one := q
		one.Limit = 1
		l, err := s.library.Listing(c.Request().Context(), c.Param("dossier"), name, one)
		if err == nil {
			err = s.recorded(c, q.Filter, l.Total)
		}
		if err != nil {
			return table.Stream{}, err
		}
	}
	st, err := s.library.Stream(c.Request().Context(), c.Param("dossier"), name, q)
	st.Batches = s.readAhead(c.Request().Context(), st.Batches)
	return st, err
}

// recorded is an error if a filter that found no rows names what the dossier does not have, or has no more: an empty table
// would say that there is such a thing.
func (s *server) recorded(c echo.Context, f table.Filter, rows int) error {
	if rows > 0 || !f.Named() {
		return nil
	}
	site, err := s.site(c)
	if err != nil {
		return err
	}
	_, track := site.Index().Track(f.Track)
	_, party := site.Index().Party(f.Party)
	_, document := site.Index().Document(f.Document)
	for _, named := range []struct {
		id  string
		err error
	}{{f.Track, track}, {f.Party, party}, {f.Document, document}} {
		if named.id != "" && named.err != nil {
			return named.err
		}
	}
	return nil
}

// chosen are the tables whose rows were chosen by the words of a filter when they were made.
var chosen = []string{"comparison", "sheet", "silence-totals", "ledger-totals"}

// view filters and orders a computed table for a file as the request asks.
func (s *server) view(c echo.Context, t table.Table) (table.Table, error) {
	t, q, err := picked(t, asked(c))
	if err != nil {
		return t, err
	}
	return t, s.recorded(c, q.Filter, len(t.Rows))
}

// picked returns what the words of a query want of a computed table, and how they were read.
func picked(t table.Table, words url.Values) (table.Table, table.Query, error) {
	q, err := table.Parse(words)
	if err != nil {
		return t, q, err
	}
	l, err := pick(t, q)
	return l.Table, q, err
}

// pick returns the part of a computed table that a query asks for.
func pick(t table.Table, q table.Query) (table.Listing, error) {
	if slices.Contains(chosen, t.Name) {
		q.Filter = table.Filter{}
	}
	return t.Pick(q)
}
