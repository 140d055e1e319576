package handlers

import (
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"pourparler/api"
	"pourparler/domain"
)

// parametersOf are the parameters that some page, table or file of a dossier knows. A sheet takes party and day for each
// of its columns, as its form sends them; all else takes one party.
func parametersOf(sheet bool) api.Operation {
	var all []api.Parameter
	for _, name := range []string{"track", "document", "stance", "from", "to", "text", "sort", "page", "on", "a", "b", "compromise", "paper",
		"bom", "safe"} {
		all = append(all, api.Parameter{Name: name})
	}
	return api.Operation{Params: append(all, stepParameter(), api.Parameter{Name: "order", Values: []string{"asc", "desc"}},
		api.Parameter{Name: "party", Repeat: sheet}, api.Parameter{Name: "day", Repeat: sheet}, api.Parameter{Name: "c", Repeat: true},
		api.Parameter{Name: "p", Repeat: true})}
}

var ofSheets, ofAllElse = parametersOf(true), parametersOf(false)

// understood lets through only queries that mean one thing. Names that nothing here knows are let through to pages,
// whose addresses get them from those who pass them on; a file with such a name would not be what was asked for.
func understood(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		known, query := ofAllElse, c.QueryParams()
		if forSheet(c) {
			known = ofSheets
		}
		if !forFile(c) {
			query = knownOf(known, query)
		}
		if err := once(known, query); err != nil {
			return err
		}
		if _, err := known.Check(query); err != nil {
			return err
		}
		return next(c)
	}
}

// forSheet reports whether an address is that of a sheet or of a file of one.
func forSheet(c echo.Context) bool {
	_, last, _ := strings.Cut(strings.TrimPrefix(c.Request().URL.Path, "/"), "/")
	name, _, _ := strings.Cut(last, ".")
	return name == "sheet"
}

// forFile reports whether an address is that of a file of a table, or of its picture.
func forFile(c echo.Context) bool {
	if _, ok := citationFormat(c); ok {
		return false
	}
	_, _, ok := fileOf(c.Request().URL.Path)
	return ok || strings.HasSuffix(c.Request().URL.Path, ".svg")
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
