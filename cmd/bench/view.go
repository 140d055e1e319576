package main

import (
	"fmt"
	"net/url"
	"slices"

	"pourparler/cmd/bench/invented"
)

// view is a kind of page with many addresses, each of which shows something else.
type view struct {
	name    string
	address func(db database, i int) string // any i; for some, different ones give the same address
}

// pageRows is how many rows a page of a register has.
const pageRows = 100

// page returns the number of a page among those of so many rows, each i another until all were had.
func page(rows, i int) int { return 1 + i*7919%max(1, rows/pageRows) }

// proposals returns the address of the proposals with a query in pairs of names and values.
func proposals(db database, pairs ...any) string {
	values := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		values.Set(fmt.Sprint(pairs[i]), fmt.Sprint(pairs[i+1]))
	}
	return db.where() + "/proposals?" + values.Encode()
}

// registerViews are pages of a hundred proposals: every filter, both orders, sorted by columns, anywhere in the table.
// Filters take pages of which the least common choice has enough.
var registerViews = []view{
	{"any page", func(db database, i int) string { return proposals(db, "page", page(db.size, i)) }},
	{"the last pages, by proposer", func(db database, i int) string {
		return proposals(db, "sort", "proposer", "page", max(1, (db.size+pageRows-1)/pageRows-i))
	}},
	{"any page, latest first", func(db database, i int) string {
		return proposals(db, "sort", "made_on", "order", "desc", "page", page(db.size, i))
	}},
	{"any page, by summary", func(db database, i int) string {
		return proposals(db, "sort", "summary", "order", order(i), "page", page(db.size, i/2))
	}},
	{"any page, by date proposed", func(db database, i int) string {
		return proposals(db, "sort", "date", "order", order(i), "page", page(db.size, i/2))
	}},
	{"a track", func(db database, i int) string {
		return proposals(db, "track", track(i), "page", page(db.size/24, i/len(invented.Tracks())))
	}},
	{"a party", func(db database, i int) string {
		return proposals(db, "party", speaker(i), "page", page(db.size/60, i/40))
	}},
	{"a document", func(db database, i int) string {
		return proposals(db, "document", invented.DocumentID(db.size, spread(i)%(db.size/5)))
	}},
	{"an answer", func(db database, i int) string {
		return proposals(db, "stance", stance(i), "page", page(db.size/10, i/4))
	}},
	{"a year", func(db database, i int) string {
		return proposals(db, "from", 1949+i%43, "to", 1949+i%43, "page", page(db.size/50, i/43))
	}},
	{"a common word", func(db database, i int) string { return proposals(db, "text", invented.Words()[2+i%100]) }},
	{"a rare word", func(db database, i int) string {
		return proposals(db, "text", invented.Words()[len(invented.Words())-1-i%900])
	}},
	{"two words", func(db database, i int) string {
		return proposals(db, "text", invented.Words()[i%30]+" "+invented.Words()[40+i%70])
	}},
	{"a track, a party, an answer and dates", func(db database, i int) string {
		return proposals(db, "track", track(i), "party", invented.Speakers(i % 12)[i/12%6], "stance", stance(i/72), "from", 1955+i%20)
	}},
}

func order(i int) string { return []string{"asc", "desc"}[i%2] }

// spread puts neighbours far apart.
func spread(i int) int { return i * 104729 }

func track(i int) string { return invented.Tracks()[i%len(invented.Tracks())].ID }

// speaker returns a party that has proposals.
func speaker(i int) string {
	speakers := invented.Speakers(i % 12)
	return speakers[i/12%len(speakers)]
}

func stance(i int) string { return []string{"counters", "defers", "rejects", "unanswered"}[i%4] }

// addresses returns up to n addresses of a view, each once.
func (v view) addresses(db database, n int) []string {
	var all []string
	for i := 0; i < 4*n && len(all) < n; i++ {
		if a := v.address(db, i); !slices.Contains(all, a) {
			all = append(all, a)
		}
	}
	return all
}
