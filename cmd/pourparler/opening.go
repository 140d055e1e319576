package main

import (
	"io"
	"net/http"
	"sync/atomic"
)

// opening is a site whose database is being opened, and once it is, the site itself. An older program's database is brought up
// to date first, which may take minutes: until then it answers that it is alive and that readers have to come again.
type opening struct {
	site atomic.Pointer[http.Handler]
}

// open puts the site in place.
func (o *opening) open(site http.Handler) { o.site.Store(&site) }

// ServeHTTP answers by the site, if it is there.
func (o *opening) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if site := o.site.Load(); site != nil {
		(*site).ServeHTTP(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	if r.URL.Path == "/healthz" || r.URL.Path == "/livez" {
		_, _ = io.WriteString(w, "ok\n")
		return
	}
	w.Header().Set("Retry-After", "5")
	w.WriteHeader(http.StatusServiceUnavailable)
	_, _ = io.WriteString(w, "not ready: the database is being opened and brought up to date\n")
}
