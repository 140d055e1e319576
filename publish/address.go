package publish

import (
	"net/url"
	"path"
	"slices"
	"strings"
)

// address is what of the site one file answers: a path, and a query with its keys in order. It is comparable.
type address struct{ path, query string }

// String is the address as a request writes it.
func (a address) String() string {
	u := url.URL{Path: a.path, RawQuery: a.query}
	return u.String()
}

// here is the host that the site is asked as. No page may name it.
const here = "site.invalid"

// linked is what a link on a page of the site says.
type linked struct {
	address
	fragment string
	local    bool // it leads to this site
	empty    bool // it names a part of its own page, or nothing
}

// follow reads a link as it is written on the page of an address.
func (a address) follow(written string) (linked, error) {
	written = strings.TrimSpace(written)
	base := url.URL{Scheme: "http", Host: here, Path: a.path, RawQuery: a.query}
	u, err := base.Parse(written)
	if err != nil {
		return linked{}, err
	}
	l := linked{address: address{u.Path, u.Query().Encode()}, fragment: u.Fragment, local: u.Host == here}
	if l.path == "" {
		l.path = "/"
	}
	l.empty = written == "" || strings.HasPrefix(written, "#")
	return l, nil
}

// views are the words of a query that a published address may have. Files cannot answer the others: orders, words,
// answers, periods and pages multiply without end.
var views = []string{"on", "track", "a", "b", "c", "p", "of", "bom", "safe"}

// narrowing are words that choose rows by a party or a document, of which there may be hundreds. Only files have them,
// and by themselves; pictures are small and may have any.
var narrowing = []string{"party", "document"}

// published reports whether an address of the site is among those that are written to files.
func (a address) published() bool {
	query, err := url.ParseQuery(a.query)
	if err != nil || strings.HasPrefix(a.path, "/api/") {
		return false
	}
	narrowed := 0
	for name := range query {
		switch {
		case slices.Contains(narrowing, name):
			narrowed++
		case !slices.Contains(views, name):
			return false
		}
	}
	ending := path.Ext(a.path)
	alone := narrowed == 1 && !query.Has("on") && !query.Has("track")
	return narrowed == 0 || ending == ".svg" || alone && ending != ""
}
