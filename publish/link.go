package publish

import (
	"net/url"
	"strings"
)

// addresses are the attributes that name an address, by element. Those of a and area wait for a click; the others are
// asked for as soon as the page is shown.
var addresses = map[string]string{
	"a": "href", "area": "href", "audio": "src", "embed": "src", "iframe": "src", "image": "href", "img": "src",
	"link": "href", "object": "data", "script": "src", "source": "src", "track": "src", "use": "href", "video": "src",
}

// address returns the attribute of a tag that names an address, and what it names.
func (t *tag) address() (name, written string, ok bool) {
	name = addresses[t.name]
	if written, ok = t.get(name); !ok || name == "" {
		return "", "", false
	}
	return name, written, true
}

// waits reports whether a browser follows the address of a tag only when it is told to.
func (t *tag) waits() bool {
	switch t.name {
	case "a", "area":
		return true
	case "link":
		rel, _ := t.get("rel")
		return !strings.Contains(rel, "icon") && !strings.Contains(rel, "stylesheet") && !strings.Contains(rel, "pre")
	}
	return false
}

// between returns the link that leads from one file to another, without a slash at its front, so that it holds under
// any prefix.
func between(from, to string) string {
	a, b := strings.Split(from, "/"), strings.Split(to, "/")
	same := 0
	for same < len(a)-1 && same < len(b)-1 && a[same] == b[same] {
		same++
	}
	return strings.Repeat("../", len(a)-1-same) + strings.Join(b[same:], "/")
}

// part is the end of a link that names a part of a page, or nothing.
func (l linked) part() string {
	u := url.URL{Fragment: l.fragment}
	return u.String()
}

// inline reports whether a link holds what it names.
func inline(link string) bool { return strings.HasPrefix(link, "data:") }
