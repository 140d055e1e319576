package handlers

import (
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// exposed are the headers of an answer that a script of another site may read beside those that it always may.
const exposed = "ETag, Link, Content-Disposition, " + trailerRows + ", " + trailerSum

// headersOf are the headers that every answer has. All answers share them. Scripts of every site may read a site that is
// public: no answer depends on who asks, there are no cookies, and nothing can be written. They may read no other, and
// not even show its pictures: who opens a record on his own machine has not published it.
func headersOf(c Config) http.Header {
	h := maps.Clone(always)
	if c.URL == "" {
		h["Cross-Origin-Resource-Policy"] = []string{"same-origin"}
		return h
	}
	h["Cross-Origin-Resource-Policy"] = []string{"cross-origin"}
	h["Access-Control-Allow-Origin"] = []string{"*"}
	h["Access-Control-Expose-Headers"] = []string{exposed}
	return h
}

// preflight are the headers of the answer to a browser that asks what it may ask.
var preflight = http.Header{
	"Access-Control-Allow-Methods": {"GET, HEAD, OPTIONS"},
	"Access-Control-Allow-Headers": {"If-None-Match"},
	"Access-Control-Max-Age":       {"86400"},
}

// headed sets the headers that every answer has.
func (s *server) headed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), s.headers)
		if r.Method == http.MethodOptions && s.public {
			maps.Copy(w.Header(), preflight)
		}
		next.ServeHTTP(w, r)
	})
}

// near answers, on a site that only this machine can reach, only to the names that this machine has for itself. Any other
// name leads here because somebody's name server says so, and then the pages of that name would be read as ours.
func (s *server) near(next http.Handler) http.Handler {
	if !s.local {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loopback(r.Host) {
			http.Error(w, s.astray(r.Host), http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// astray says what to do about a name that is not answered to.
func (s *server) astray(host string) string {
	here := ""
	if s.base != nil {
		here = " " + s.base("/")
	}
	return fmt.Sprintf("This server shows its record on this machine alone, and does not answer to the name %q.\n"+
		"On this machine, open%s or the same port of localhost.\n"+
		"If others are to read it, behind a proxy or not, start it with --url and the address that it has for them, such as\n"+
		"--url https://example.org/talks\n", host, here)
}

// loopback reports whether a host, with or without a port, is this machine by a name that no name server is asked for
// (RFC 6761, section 6.3). Clients that name none are not browsers.
func loopback(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.TrimSuffix(strings.Trim(name, "[]"), "."))
	if name == "" || name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return true
	}
	ip, err := netip.ParseAddr(name)
	return err == nil && ip.IsLoopback()
}
