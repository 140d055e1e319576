package handlers

import (
	"bytes"
	"context"
	"html"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"pourparler/domain"
)

// rootOf is the path of the public address of a site, which begins every address in its answers; "" at the root of a host.
func rootOf(public string) (string, error) {
	u, err := url.Parse(public)
	if err != nil {
		return "", domain.Errorf(domain.Invalid, "%q is no public address: %w", public, err)
	}
	root := strings.TrimRight(normal(u.EscapedPath()), "/")
	if root != "" && path.Clean(root) != root {
		return "", domain.Errorf(domain.Invalid, "the path of the public address %q goes astray: write it without //, . and ..", public)
	}
	return root, nil
}

// normal is an escaped path in its one form (RFC 3986, section 6.2.2): what needs no number stands for itself.
func normal(escaped string) string {
	at := strings.IndexByte(escaped, '%')
	if at < 0 {
		return escaped
	}
	out := append(make([]byte, 0, len(escaped)), escaped[:at]...)
	for rest := escaped[at:]; rest != ""; {
		if rest[0] != '%' || len(rest) < 3 {
			out, rest = append(out, rest[0]), rest[1:]
			continue
		}
		if c, err := url.PathUnescape(rest[:3]); err == nil && unreserved(c[0]) {
			out = append(out, c...)
		} else {
			out = append(out, strings.ToUpper(rest[:3])...)
		}
		rest = rest[3:]
	}
	return string(out)
}

// unreserved reports whether a character means the same with and without its number (RFC 3986, section 2.3).
func unreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~", c) >= 0
}

// found brings the path of a request into its one form, as the routes have it: proxies and readers may number any
// character, and a proxy may leave the path of the public address in front of it or take that off.
func (s *server) found(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked := r.URL.EscapedPath()
		if to := s.within(r.Context(), normal(asked)); to != asked {
			to, u := to, *r.URL
			u.Path, _ = url.PathUnescape(to) // it was unescaped before
			if u.RawPath = ""; u.EscapedPath() != to {
				u.RawPath = to
			}
			moved := *r
			moved.URL = &u
			r = &moved
		}
		next.ServeHTTP(w, r)
	})
}

// within takes the path of the public address off a path, unless that leads somewhere only as it is: a dossier may have
// the name under which the site stands.
func (s *server) within(ctx context.Context, whole string) string {
	rest, ok := strings.CutPrefix(whole, string(s.root))
	switch {
	case s.root == "" || !ok || rest != "" && rest[0] != '/':
		return whole
	case (rest == "" || !s.stands(ctx, rest)) && s.stands(ctx, whole):
		return whole
	case rest == "":
		return "/"
	}
	return rest
}

// stands reports whether the first word of a path is one of ours or names a dossier.
func (s *server) stands(ctx context.Context, path string) bool {
	word, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	if word == "" || slices.Contains(s.words, word) {
		return true
	}
	id, _, _ := strings.Cut(word, ".")
	_, err := s.versions.of(ctx, id)
	return err == nil
}

// firstWords are the words with which routes begin.
func firstWords(routes []*echo.Route) []string {
	var all []string
	for _, r := range routes {
		word, _, _ := strings.Cut(strings.TrimPrefix(r.Path, "/"), "/")
		if word != "" && word[0] != ':' && !slices.Contains(all, word) {
			all = append(all, word)
		}
	}
	return all
}

// rooted makes the links of a page or picture lead to where the site stands. They all begin with a slash in one of three
// attributes; in words and values a quotation mark is always escaped, so that nothing else looks like one.
func (s *server) rooted(markup []byte) []byte {
	if s.root == "" {
		return markup
	}
	for _, attribute := range []string{` href="`, ` src="`, ` action="`} {
		markup = bytes.ReplaceAll(markup, []byte(attribute+"/"), []byte(attribute+html.EscapeString(string(s.root))+"/"))
	}
	return markup
}
