package handlers

import (
	"net/url"
	"strconv"
	"sync"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/views"
)

// ledes are the words that introduce the page of a register. Where there are none, another page shows it and it is only a
// file here; one that is not named has the sentence of its table.
var ledes = map[string]string{
	"proposals":  "Every proposal in the record: who put what to whom, when, and who answered.",
	"responses":  "Every answer to a proposal, or to one term of it. An allegation rests on the word of another party.",
	"documents":  "The documents held, and those that others only mention.",
	"timeline":   "Documents and meetings in the order of time. What has no date in the texts is left out.",
	"parties":    "The parties, with every form of their names in the sources.",
	"persons":    "The persons named, findable by any form of their names.",
	"meetings":   "What took place, or was fixed to take place, as far as the texts say.",
	"statements": "What was said in the talks on record, in order, and what it answers.",
	"coverage":   "How much of each held document the record draws on, paragraph by paragraph.",
	"lists":      "",
	"claims":     "",
	"seats":      "",
	"alignments": "",
}

// registers are the tables that depend on nothing but the dossier, each with the words that introduce it on its page.
var registers = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, g := range compare.Registers(domain.NewIndex(&domain.Dossier{})) {
		lede, known := ledes[g.Name]
		if all[g.Name] = lede; !known {
			all[g.Name] = g.Table.Row
		}
	}
	return all
})

// records answers with a page of a register, filtered and ordered by the query.
func (s *server) records(c echo.Context, name string) error {
	site, err := s.heading(c)
	if err != nil {
		return err
	}
	values := knownOf(ofTables()[name], asked(c))
	query, err := table.Parse(values)
	if err != nil {
		return err
	}
	page := views.RecordsQuery{Values: values, Page: pageNumber(values), Whole: s.whole()}
	query.Offset, query.Limit = page.Offset(), page.Limit()
	l, err := s.library.Listing(c.Request().Context(), c.Param("dossier"), name, query)
	if err != nil {
		return err
	}
	if err := s.recorded(c, query.Filter, l.Total); domain.KindOf(err) == domain.Gone {
		return err
	}
	if last := max(1, (l.Total+views.PageSize-1)/views.PageSize); page.Page > last {
		return domain.Errorf(domain.NotFound, "there is no page %q: this view has pages 1 to %d", values.Get("page"), last)
	}
	return s.page(c, site.NewRecords(l, registers()[name], page))
}

// mostPages is a page that no table has.
const mostPages = 1 << 40

// pageNumber is the page that a query asks for, from 1; for what is no number of a page it is one that no table has.
func pageNumber(query url.Values) int {
	if query.Get("page") == "" {
		return 1
	}
	n, err := strconv.Atoi(query.Get("page"))
	if err != nil || n < 1 || n > mostPages {
		return mostPages
	}
	return n
}
