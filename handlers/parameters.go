package handlers

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"

	"pourparler/api"
	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/export"
)

// csvParameters are what CSV knows alone: a byte order mark, and a guard against formulas.
var csvParameters = []api.Parameter{{Name: "bom", Values: flags}, {Name: "safe", Values: flags}}

// flags are the words for what is wanted or not.
var flags = []string{"1", "0", "true", "false"}

// rowWords are the words of a query that choose and order rows, in the order in which file names have them, and
// pageWords what else pages and files know.
var (
	rowWords  = []string{"track", "party", "document", "stance", "p", "from", "to", "text", "sort", "order", "a", "b", "c", "day"}
	pageWords = []string{"page", "on", "compromise", "paper"}
)

// parametersOf are the parameters that some page of a dossier knows. A sheet takes party and day for each of its columns,
// as its form sends them; all else takes one party.
func parametersOf(sheet bool) api.Operation {
	o := more(api.Operation{Params: append(slices.Clone(csvParameters), stepParameter())}, slices.Concat(rowWords, pageWords)...)
	for i := range o.Params {
		switch p := &o.Params[i]; p.Name {
		case "order":
			p.Values = []string{"asc", "desc"}
		case "party", "day":
			p.Repeat = sheet
		case "c", "p":
			p.Repeat = true
		}
	}
	return o
}

var ofSheets, ofAllElse = parametersOf(true), parametersOf(false)

// ofTables are the parameters that files of tables know, by the name of the table: those that the read interface has for
// its rows, all of which a file has at once.
var ofTables = sync.OnceValue(func() map[string]api.Operation {
	all := map[string]api.Operation{"datapackage.zip": {}}
	for _, o := range (&server{}).operations() {
		if o.Answer.Rows == nil {
			continue
		}
		o.Params = slices.DeleteFunc(o.Params, func(p api.Parameter) bool { return p.Path || p.Name == "limit" || p.Name == "cursor" })
		all[path.Base(o.Path)] = o
	}
	for name, lede := range registers() {
		if lede != "" {
			all[name] = more(all[name], "page") // a file has all pages
		}
	}
	sheet := more(all["sheet"], "compromise", "paper") // how its page looks, and what its form sends
	sheet.Params = append(sheet.Params, api.Parameter{Name: "party", Repeat: true}, api.Parameter{Name: "day", Repeat: true})
	all["sheet"] = sheet
	return all
})

// pictured are the parameters by which pictures are drawn; one of another table knows all of the table but its order.
var pictured = map[string][]string{"drift": {"track", "on", "step"}, "list-sets": {"a", "b"}, "replies": {"on"}}

// more is an operation that takes further parameters of any one text.
func more(o api.Operation, names ...string) api.Operation {
	o.Params = slices.Clone(o.Params)
	for _, name := range names {
		o.Params = append(o.Params, api.Parameter{Name: name})
	}
	return o
}

// ofFile are the parameters that the file at an address knows, if it is one of a table, its picture or the data package.
func ofFile(c echo.Context) (o api.Operation, isFile bool) {
	if _, ok := citationFormat(c); ok {
		return o, false
	}
	last := path.Base(c.Request().URL.Path)
	name, suffix, _ := strings.Cut(last, ".")
	if c.Param("id") != "" {
		name = "evidence"
	}
	switch o, isFile = ofTables()[name]; {
	case suffix == "zip":
		o, isFile = ofTables()[last]
	case suffix == "svg":
		o = drawn(o, name)
	case suffix == string(export.FormatCSV):
		o.Params = slices.Concat(o.Params, csvParameters)
	case !slices.Contains(export.Formats(), export.Format(suffix)):
		isFile = false
	}
	return o, isFile
}

// drawn is an operation with those of its parameters that a picture heeds.
func drawn(o api.Operation, name string) api.Operation {
	names, some := pictured[name]
	o.Params = slices.DeleteFunc(slices.Clone(o.Params), func(p api.Parameter) bool {
		return some && !slices.Contains(names, p.Name) || p.Name == "sort" || p.Name == "order"
	})
	return o
}

// understood lets through only queries that mean one thing. Names that nothing here knows are let through to pages,
// whose addresses get them from those who pass them on; a file with such a name would not be what was asked for.
func understood(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		query := c.QueryParams()
		known, isFile := ofFile(c)
		if !isFile {
			known = ofAllElse
			if forSheet(c) {
				known = ofSheets
			}
			query = knownOf(known, query)
		}
		if err := once(known, query); err != nil {
			return err
		}
		query, err := known.Check(query)
		if err != nil {
			return err
		}
		for _, name := range []string{"track", "party", "document"} { // so that a link to a view has one form
			for i, typed := range query[name] {
				query[name][i] = table.ID(typed)
			}
		}
		c.Set(askedKey, query)
		return next(c)
	}
}

// askedKey is under which a request remembers its query as it was checked.
const askedKey = "asked"

// asked is the query of a request as it was checked: the words known, with their values trimmed.
func asked(c echo.Context) url.Values {
	query, _ := c.Get(askedKey).(url.Values)
	return query
}

// forSheet reports whether an address is that of a sheet or of its citations.
func forSheet(c echo.Context) bool {
	_, last, _ := strings.Cut(strings.TrimPrefix(c.Request().URL.Path, "/"), "/")
	name, _, _ := strings.Cut(last, ".")
	return name == "sheet"
}

// knownOf is the part of a query whose names are known.
func knownOf(o api.Operation, query url.Values) url.Values {
	out := url.Values{}
	for _, p := range o.Params {
		if values, ok := query[p.Name]; ok {
			out[p.Name] = values
		}
	}
	return out
}

// once wants what has one value to have no second behind an empty one, since only the first is read.
func once(o api.Operation, query url.Values) error {
	for _, p := range o.Params {
		if values := query[p.Name]; len(values) > 1 && !p.Repeat && strings.TrimSpace(values[0]) == "" {
			return domain.Errorf(domain.Invalid, "the parameter %q is given %d times: give it once", p.Name, len(values))
		}
	}
	return nil
}
