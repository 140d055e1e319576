package crawl

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// link is something in a page that names an address.
type link struct {
	written string   // as it stands in the page, with the element that has it
	url     *url.URL // absolute; nil if it cannot be read or is not of the web
	broken  error    // why it cannot be read
	method  string   // that a browser asks with
	loads   bool     // whether showing the page asks for it, without a click
}

// addresses are the attributes of HTML and SVG that name one address each.
// Those of a and area wait for a click; those of link depend on its rel.
var addresses = map[string][]string{
	"a": {"href"}, "area": {"href"}, "audio": {"src"}, "embed": {"src"},
	"form": {"action"}, "iframe": {"src"}, "image": {"href"}, "img": {"src"},
	"input": {"src"}, "link": {"href"}, "object": {"data"}, "script": {"src"},
	"source": {"src"}, "track": {"src"}, "use": {"href"},
	"video": {"src", "poster"},
}

// loadingRels are the values of link's rel that make a browser ask at once.
var loadingRels = regexp.MustCompile(
	`(?i)\b(stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest)\b`)

// styleURL finds the addresses in a style sheet.
var styleURL = regexp.MustCompile(
	`(?i)url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']`)

// read collects the links and ids of a page or a style sheet.
func (p *Page) read(base *url.URL) {
	switch p.Type {
	case "text/html":
		root, err := html.Parse(bytes.NewReader(p.Body))
		if err != nil {
			return // html.Parse fails only if its reader does
		}
		p.ids = map[string]bool{}
		for n := range root.Descendants() {
			p.node(base, n)
		}
	case "text/css":
		p.style(base, "style sheet", string(p.Body))
	}
}

func (p *Page) node(base *url.URL, n *html.Node) {
	if n.Type == html.TextNode && n.Parent != nil && n.Parent.Data == "style" {
		p.style(base, "style", n.Data)
	}
	if n.Type != html.ElementNode {
		return
	}
	attrs := map[string]string{}
	for _, a := range n.Attr {
		attrs[a.Key] = a.Val
	}
	if id, ok := attrs["id"]; ok {
		p.ids[id] = true
	}
	p.style(base, n.Data+" style", attrs["style"])
	for _, name := range addresses[n.Data] {
		if written, ok := attrs[name]; ok {
			l := newLink(base, n.Data+" "+name, written)
			l.loads = loads(n.Data, attrs)
			l.method = method(n.Data, attrs)
			p.links = append(p.links, l)
		}
	}
	for _, candidate := range strings.Split(attrs["srcset"], ",") {
		if fields := strings.Fields(candidate); len(fields) > 0 {
			p.links = append(p.links, newLink(base, n.Data+" srcset", fields[0]))
		}
	}
}

// style collects the addresses in CSS, which are all asked for at once.
func (p *Page) style(base *url.URL, where, css string) {
	for _, match := range styleURL.FindAllStringSubmatch(css, -1) {
		p.links = append(p.links, newLink(base, where, match[1]+match[2]))
	}
}

// newLink reads an address of something that a browser asks for at once.
func newLink(base *url.URL, where, written string) link {
	l := link{written: fmt.Sprintf("%s=%q", where, written), method: http.MethodGet, loads: true}
	u, err := base.Parse(strings.TrimSpace(written))
	switch {
	case err != nil:
		l.broken = err
	case u.Scheme == "http" || u.Scheme == "https":
		l.url = u
	}
	return l
}

func loads(element string, attrs map[string]string) bool {
	switch element {
	case "a", "area", "form":
		return false
	case "link":
		return loadingRels.MatchString(attrs["rel"])
	}
	return true
}

func method(element string, attrs map[string]string) string {
	if element == "form" && strings.EqualFold(attrs["method"], http.MethodPost) {
		return http.MethodPost
	}
	return http.MethodGet
}
