package handlers

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/views"
)

// source makes a table of a dossier; lede introduces it on its page, and an empty one means that it has no page of its own.
type source struct {
	table func(echo.Context, *views.Site) (compare.Table, error)
	lede  string
}

func whole(table func(*domain.Index) compare.Table) func(echo.Context, *views.Site) (compare.Table, error) {
	return func(_ echo.Context, site *views.Site) (compare.Table, error) { return table(site.Index()), nil }
}

// onDay makes a table as of the day that the request asks for.
func onDay(table func(*domain.Index, edtf.Day) compare.Table) func(echo.Context, *views.Site) (compare.Table, error) {
	return func(c echo.Context, site *views.Site) (compare.Table, error) {
		day, err := asOf(c, site)
		if err != nil {
			return compare.Table{}, err
		}
		return table(site.Index(), day), nil
	}
}

// sources are all tables by the name in the address.
var sources = map[string]source{
	"proposals":  {whole(compare.Proposals), "Every proposal in the record: who put what to whom, when, and who answered."},
	"responses":  {whole(compare.Responses), "Every answer to a proposal, or to one term of it. An allegation rests on the word of another party."},
	"documents":  {whole(compare.Documents), "The documents held, and those that others only mention."},
	"timeline":   {whole(compare.Timeline), "Documents and meetings in the order of time. What has no date in the texts is left out."},
	"parties":    {whole(compare.Parties), "The parties, with every form of their names in the sources."},
	"persons":    {whole(compare.Persons), "The persons named, findable by any form of their names."},
	"meetings":   {whole(compare.Meetings), "What took place, or was fixed to take place, as far as the texts say."},
	"statements": {whole(compare.Statements), "What was said in the talks on record, in order, and what it answers."},
	"coverage":   {whole(compare.Coverage), "How much of each held document the record draws on, paragraph by paragraph."},
	"lists":      {whole(compare.Lists), ""},
	"claims":     {whole(compare.Claims), ""},
	"membership": {ofLists(compare.Membership), ""},
	"positions":  {onDay(compare.Positions), ""},
	"silence":    {onDay(compare.Silence), ""},
	"comparison": {comparisonTable, ""},
	"state":      {stateTable, ""},
	"sheet":      {sheetTable, ""},
	"drift":      {onDay(compare.Drift), ""},

	"list-sets":        {ofLists(compare.Sets), ""},
	"list-numbers":     {ofLists(compare.ListNumbers), ""},
	"list-pair":        {listPairTable, ""},
	"seats":            {whole(compare.Seats), ""},
	"replies":          {byDay(compare.Replies), ""},
	"printed-together": {byDay(compare.PrintedTogether), ""},

	"silence-map":    {onDay(compare.SilenceMap), ""},
	"silence-totals": {totalsOf(compare.SilenceMap, compare.SilenceTotals), ""},
	"ledger":         {onDay(ledgerOfAll), ""},
	"ledger-totals":  {totalsOf(ledgerOfAll, compare.LedgerTotals), ""},
}

// table answers with a table as a page, or with the suffix .csv as a file, filtered and ordered by the query.
func (s *server) table(c echo.Context) error {
	name, isFile := strings.CutSuffix(c.Param("table"), ".csv")
	site, err := s.site(c)
	if err != nil {
		return err
	}
	src, ok := sources[name]
	switch {
	case !ok:
		return domain.Errorf(domain.NotFound, "this dossier has no table %q: choose one on its first page", name)
	case src.lede == "" && !isFile:
		return domain.Errorf(domain.NotFound, "the table %q is a file without a page: add .csv to the address", name)
	}
	all, err := src.table(c, site)
	if err != nil {
		return err
	}
	query := views.CleanQuery(c.QueryParams())
	shown, err := view(all, query)
	if err != nil {
		return err
	}
	if isFile {
		return s.csv(c, shown, filterWords(query)...)
	}
	page, err := pageNumber(query, len(shown.Rows))
	if err != nil {
		return err
	}
	return s.page(c, site.NewRecords(all, shown, src.lede, views.Query{Values: query, Page: page}))
}

// chosen are the tables whose rows were chosen by the words of a filter when they were made.
var chosen = []string{"comparison", "sheet", "silence-totals", "ledger-totals"}

// longestText is how many bytes of words a filter may have, since every row is searched for every word.
const longestText = 300

// view filters and orders a table as a query asks.
func view(t compare.Table, query url.Values) (compare.Table, error) {
	f := compare.Filter{Track: query.Get("track"), Party: query.Get("party"), Document: query.Get("document"),
		Stance: query.Get("stance"), Text: query.Get("text")}
	if len(f.Text) > longestText {
		return t, domain.Errorf(domain.Invalid, "the words to look for are longer than %d bytes: give fewer", longestText)
	}
	var err error
	if f.From, err = day(query, "from"); err != nil {
		return t, err
	}
	if f.To, err = day(query, "to"); err != nil {
		return t, err
	}
	if !slices.Contains(chosen, t.Name) {
		t = t.Filter(f)
	}
	if column := query.Get("sort"); column != "" {
		return t.Sort(column, query.Get("order") == "desc")
	}
	return t, nil
}

func day(query url.Values, name string) (edtf.Date, error) {
	if query.Get(name) == "" {
		return edtf.Date{}, nil
	}
	date, err := edtf.Parse(query.Get(name))
	if err != nil {
		return date, domain.Errorf(domain.Invalid, "the date in %q cannot be read: %w: write a date such as 1964, 1964-03 or 1964-03-07",
			name, err)
	}
	return date, nil
}

func pageNumber(query url.Values, rows int) (int, error) {
	if query.Get("page") == "" {
		return 1, nil
	}
	last := max(1, (rows+views.PageSize-1)/views.PageSize)
	n, err := strconv.Atoi(query.Get("page"))
	if err != nil || n < 1 || n > last {
		return 0, domain.Errorf(domain.NotFound, "there is no page %q: this view has pages 1 to %d", query.Get("page"), last)
	}
	return n, nil
}

// filterWords are the parts of a file name that say how it was filtered.
func filterWords(query url.Values) []string {
	words := append([]string{query.Get("track"), query.Get("party"), query.Get("document"), query.Get("stance")}, query["p"]...)
	for _, name := range []string{"from", "to", "text"} {
		if v := query.Get(name); v != "" {
			words = append(words, name+" "+v)
		}
	}
	return words
}
