package handlers

import (
	"slices"

	"github.com/labstack/echo/v4"

	"pourparler/api"
	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// eventTables are the registers whose rows are not records of their own.
var eventTables = []string{"timeline", "coverage"}

// viewing is a computed view in the read interface: its name as in the address of its file, its columns, and what
// it can be asked.
type viewing struct {
	name    string
	summary string
	table   table.Table
	asks    []api.Parameter
	open    bool
}

// viewings are all computed views in the order of the description, and the two registers whose rows are parts of records.
func viewings() []viewing {
	ix, none := domain.NewIndex(&domain.Dossier{}), edtf.Day{}
	onDay := []api.Parameter{onParameter("the last day of the record"), stepParameter()}
	byDay := []api.Parameter{onParameter("the whole record")}
	silence, ledger := compare.SilenceMap(ix, none), compare.Ledger(ix, "", none)
	return []viewing{
		filtered("state", "How every two sides stand on each term on a day", compare.StateOfPlay(ix, none), onDay),
		filtered("positions", "What each side holds on each term on a day", compare.Positions(ix, none), onDay),
		{"comparison", "Proposals term by term: those named by p, or all of a track between two dates", compare.Comparison(ix, nil), comparing(), false},
		filtered("drift", "Dates proposed against the days on which they were", compare.Drift(ix, none), onDay),
		filtered("silence", "Proposals without an answer in this record on a day", compare.Silence(ix, none), onDay),
		filtered("silence-map", "What became of every proposal with each party it was put to by a day", silence, onDay),
		{"silence-totals", "How many proposals each party answered in which way by a day", compare.SilenceTotals(silence),
			together(onDay, filters(silence, stances("silence-map"))), false},
		filtered("ledger", "How every restated or amended term moved by a day", ledger, onDay),
		{"ledger-totals", "How many terms each party moved in which direction by a day", compare.LedgerTotals(ledger),
			together(onDay, filters(ledger, stances("ledger"))), false},
		{"membership", "The parties by the lists they are on", compare.Membership(ix, nil),
			together(listParameters(), filters(compare.Membership(ix, nil), nil)), true},
		filtered("list-sets", "The parties on exactly the same lists", compare.Sets(ix, nil), listParameters()),
		filtered("list-numbers", "Numbers claimed and listed, and the rule given", compare.ListNumbers(ix, nil), listParameters()),
		filtered("list-pair", "Union, intersection and both differences of two lists", compare.ListPair(ix, &domain.List{}, &domain.List{}), listParameters()),
		filtered("lists", "Lists member by member", registerTable("lists"), nil),
		filtered("seats", "Contested seats, with who says what of which claimant", registerTable("seats"), nil),
		filtered("replies", "Which document answers which, by a day", compare.Replies(ix, none), byDay),
		filtered("printed-together", "Letters printed together: order on paper and order in time", compare.PrintedTogether(ix, none), byDay),
		{"sheet", "Parties on days side by side", compare.Sheet(ix, "", nil), besides(), false},
	}
}

// filtered is a view whose rows can be filtered by what its columns hold.
func filtered(name, summary string, t table.Table, asks []api.Parameter) viewing {
	return viewing{name, summary, t, together(asks, filters(t, stances(name))), false}
}

func comparing() []api.Parameter {
	return together([]api.Parameter{{Name: "track", Doc: "id of a track", Example: "bilateral-talks"},
		{Name: "p", Repeat: true, Doc: "id of a proposal; give it once for each", Example: "cpsu-1964-03-07-bilateral-talks"}}, days())
}

func besides() []api.Parameter {
	return []api.Parameter{{Name: "track", Doc: "id of a track; without it, the first that is a talk or meeting", Example: "bilateral-talks"},
		{Name: "c", Repeat: true, Doc: "a column: a party on a day, as party@YYYY-MM-DD; give it once for each; without it, every turn of the track",
			Example: "cpsu@1964-03-07 cpc@1964-05-07"}}
}

// views are the operations on computed views, and on what a document is evidence for.
func (s *server) views() []endpoint {
	var all []endpoint
	for _, v := range viewings() {
		all = append(all, s.viewed(v))
	}
	return append(all, s.evidence())
}

func (s *server) viewed(v viewing) endpoint {
	o := api.Operation{ID: camel("view " + v.name), Path: "/dossiers/{dossier}/views/" + v.name, Tag: "views", Summary: v.summary,
		Sample: v.name == "state", Answer: api.Answer{Rows: &v.table, Open: v.open}}
	order := ordering(v.table)
	if v.open {
		order[0].Values = nil
	}
	o.Params = together([]api.Parameter{dossierParameter()}, v.asks, order, paging())
	return endpoint{o, func(c echo.Context, _ api.Operation) (any, error) {
		if of, ok := computations[v.name]; ok {
			return s.computed(c, of)
		}
		return s.register(c, v.name, "")
	}}
}

// computed answers with rows of a computed table.
func (s *server) computed(c echo.Context, of computed) (any, error) {
	site, err := s.site(c)
	if err != nil {
		return nil, err
	}
	t, err := of.table(c, site)
	if err != nil {
		return nil, err
	}
	p := part{site: site}
	if of.day != nil {
		day, err := of.day(c, site)
		if err != nil {
			return nil, err
		}
		p.asOf = day.String()
	}
	return s.partOf(c, t, p)
}

// partOf answers with the rows of a table in memory that the request wants.
func (s *server) partOf(c echo.Context, t table.Table, p part) (any, error) {
	at, err := s.place(c)
	if err != nil {
		return nil, err
	}
	query, err := table.Parse(asked(c))
	if err != nil {
		return nil, err
	}
	query.Offset, query.Limit = at.Offset, at.limit
	l, err := pick(t, query)
	if err != nil {
		return nil, err
	}
	if err := s.recorded(c, query.Filter, l.Total); err != nil {
		return nil, err
	}
	p.Table, p.total, p.stream = l.Table, l.Total, l.Stream()
	return p.answer(c, at)
}

// evidence answers with everything that a document is evidence for.
func (s *server) evidence() endpoint {
	t := compare.Evidence(domain.NewIndex(&domain.Dossier{}), "")
	o := api.Operation{ID: "evidence", Path: "/dossiers/{dossier}/documents/{id}/evidence", Tag: "views",
		Summary: "What a document is evidence for, paragraph by paragraph", Retires: true, Answer: api.Answer{Rows: &t},
		Params: together([]api.Parameter{dossierParameter(), idParameter("document", "cpsu-1964-03-07")}, filters(t, nil), ordering(t), paging())}
	return endpoint{o, func(c echo.Context, _ api.Operation) (any, error) {
		site, err := s.site(c)
		if err != nil {
			return nil, err
		}
		d, err := site.Index().Document(c.Param("id"))
		if err != nil {
			return nil, err
		}
		return s.partOf(c, compare.Evidence(site.Index(), d.ID), part{site: site})
	}}
}

// events answers with rows of a register that are not records of their own.
func (s *server) events(name string) endpoint {
	t := registerTable(name)
	o := api.Operation{ID: name, Path: "/dossiers/{dossier}/" + name, Tag: "events", Summary: "The " + name + " of the dossier",
		Params: together([]api.Parameter{dossierParameter()}, filters(t, nil), ordering(t), paging()), Answer: api.Answer{Rows: &t}}
	return endpoint{o, func(c echo.Context, _ api.Operation) (any, error) { return s.register(c, name, "") }}
}

// eventsOf answers with the rows of such a register that are of one record.
func (s *server) eventsOf(name string) endpoint {
	t := registerTable(name)
	o := api.Operation{ID: name + "Of", Path: "/dossiers/{dossier}/" + name + "/{id}", Tag: "events",
		Summary: "The " + name + " of one document", Params: together([]api.Parameter{dossierParameter(), idParameter("document or meeting", "cpsu-1964-03-07")}, paging()),
		Answer: api.Answer{Rows: &t}, Retires: true}
	return endpoint{o, func(c echo.Context, _ api.Operation) (any, error) {
		site, err := s.site(c)
		if err != nil {
			return nil, err
		}
		g, err := compare.Find(site.Index(), name)
		if err != nil {
			return nil, err
		}
		t := g.Whole()
		t.Rows = slices.DeleteFunc(t.Rows, func(r table.Row) bool { return r.Ref.ID != c.Param("id") })
		if len(t.Rows) == 0 {
			return nil, site.Index().Missing(domain.SectionDocuments, c.Param("id"))
		}
		return s.partOf(c, t, part{site: site})
	}}
}
