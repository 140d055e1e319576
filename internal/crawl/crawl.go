// Package crawl visits every address of a site once, as a patient reader who
// follows each link would, and tells what is wrong with what it was given:
// links that lead nowhere, fragments that no element carries, files fetched
// from other hosts, downloads that do not parse. It looks at the answers of
// the server; what only a browser can see is internal/browser's.
package crawl

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"slices"
)

// Site is what a crawl has seen.
type Site struct {
	Pages   []*Page        // in the order of the visit
	Skipped map[string]int // views of each kind that were left out, see Options

	base  *url.URL
	byURL map[string]*Page
}

// Page is one answer of the server: an HTML page, or a file.
type Page struct {
	Path   string // path and query below the host
	From   string // the page that led here first; empty where the crawl began
	Status int
	Type   string // media type without parameters
	Body   []byte

	links []link
	ids   map[string]bool
}

// HTML reports whether the page is one that a browser shows as a document.
func (p *Page) HTML() bool { return p.Status == http.StatusOK && p.Type == "text/html" }

// Options bound a crawl.
type Options struct {
	// Views is how many addresses with a query are visited of each kind, for
	// filters and orders multiply without end; 20 when zero. Addresses without
	// a query are always visited.
	Views int

	Client *http.Client // http.DefaultClient when nil
}

// Crawl visits the address and everything that it leads to on the same host.
// The error is one of reaching the host at all; what the host answers is the
// matter of the checks of Site.
func Crawl(ctx context.Context, address string, o Options) (*Site, error) {
	base, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("crawling %s: %w", address, err)
	}
	if o.Views == 0 {
		o.Views = 20
	}
	if o.Client == nil {
		o.Client = http.DefaultClient
	}
	c := &crawler{Options: o, seen: map[string]bool{}, views: map[string]int{},
		site: &Site{Skipped: map[string]int{}, base: base, byURL: map[string]*Page{}}}
	c.add(base, "")
	for len(c.queue) > 0 {
		next := c.queue[0]
		c.queue = c.queue[1:]
		if err := c.visit(ctx, next); err != nil {
			return nil, fmt.Errorf("crawling %s: %w", next.Path, err)
		}
	}
	return c.site, nil
}

// crawler is a crawl under way.
type crawler struct {
	Options
	site  *Site
	queue []*Page
	seen  map[string]bool
	views map[string]int
}

// add queues an address of the site that has not been seen before.
func (c *crawler) add(u *url.URL, from string) {
	path := pathOf(u)
	if c.seen[path] {
		return
	}
	c.seen[path] = true
	if kind := Kind(path); u.RawQuery != "" {
		if c.views[kind] == c.Views {
			c.site.Skipped[kind]++
			return
		}
		c.views[kind]++
	}
	c.queue = append(c.queue, &Page{Path: path, From: from})
}

func (c *crawler) visit(ctx context.Context, p *Page) error {
	u, err := c.site.base.Parse(p.Path)
	if err != nil {
		return err
	}
	if err := c.fetch(ctx, u, p); err != nil {
		return err
	}
	c.site.Pages = append(c.site.Pages, p)
	c.site.byURL[p.Path] = p
	if p.Status != http.StatusOK {
		return nil
	}
	p.read(u)
	for _, l := range p.links {
		if l.url != nil && l.url.Host == u.Host && l.method == http.MethodGet {
			c.add(l.url, p.Path)
		}
	}
	return nil
}

func (c *crawler) fetch(ctx context.Context, u *url.URL, p *Page) (err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return err
	}
	response, err := c.Client.Do(request)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, response.Body.Close()) }()
	p.Status = response.StatusCode
	p.Type, _, _ = mime.ParseMediaType(response.Header.Get("Content-Type"))
	p.Body, err = io.ReadAll(response.Body)
	return err
}

// pathOf is the key of an address within its site: no host, no fragment.
func pathOf(u *url.URL) string {
	return u.RequestURI()
}

// Kinds returns the kinds of the HTML pages seen, in order; see Kind.
func (s *Site) Kinds() []string {
	kinds := map[string]bool{}
	for _, p := range s.Pages {
		if p.HTML() {
			kinds[Kind(p.Path)] = true
		}
	}
	return slices.Sorted(maps.Keys(kinds))
}
