package crawl

import (
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
)

// Kind returns what an address has in common with those that the same template
// makes: names below /dossier/section/ become a star, and of a query only the
// keys are kept. /d/parties/cpc?bom=1 is of the kind /d/parties/*?bom.
func Kind(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	parts := strings.Split(strings.TrimPrefix(u.Path, "/"), "/")
	for i := 2; i < len(parts); i++ {
		parts[i] = "*" + suffix(parts[i])
	}
	kind := "/" + strings.Join(parts, "/")
	if keys := slices.Sorted(maps.Keys(u.Query())); len(keys) > 0 {
		kind += "?" + strings.Join(keys, "&")
	}
	return kind
}

// suffix is the ending of a download; a dot may also stand in a name.
func suffix(name string) string {
	switch ending := path.Ext(name); ending {
	case ".csv", ".xlsx", ".json", ".bib", ".ris":
		return ending
	}
	return ""
}

// Sample returns at most n of the HTML pages: all if there are no more, else
// one of every kind, then more of the kinds without a query, then more views.
// The longest and the shortest of a kind come before others, so that what a
// template can do to a page is most likely among them.
func (s *Site) Sample(n int) []*Page {
	byKind := map[string][]*Page{}
	for _, p := range s.Pages {
		if p.HTML() {
			byKind[Kind(p.Path)] = append(byKind[Kind(p.Path)], p)
		}
	}
	var first, plain, views [][]*Page
	for _, kind := range slices.Sorted(maps.Keys(byKind)) {
		pages := byKind[kind]
		extremesFirst(pages)
		first = append(first, pages[:1])
		if strings.Contains(kind, "?") {
			views = append(views, pages[1:])
		} else {
			plain = append(plain, pages[1:])
		}
	}
	sample := slices.Concat(inTurn(first), inTurn(plain), inTurn(views))
	return sample[:min(n, len(sample))]
}

// inTurn takes one page of each group, then a second of each, and so on.
func inTurn(groups [][]*Page) []*Page {
	var all []*Page
	for round, more := 0, true; more; round++ {
		more = false
		for _, pages := range groups {
			if round < len(pages) {
				all = append(all, pages[round])
				more = true
			}
		}
	}
	return all
}

// extremesFirst moves the longest page to the front and the shortest behind it.
func extremesFirst(pages []*Page) {
	bySize := func(a, b *Page) int { return len(b.Body) - len(a.Body) }
	slices.SortStableFunc(pages, bySize)
	if last := len(pages) - 1; last > 1 {
		shortest := pages[last]
		copy(pages[2:], pages[1:last])
		pages[1] = shortest
	}
}
