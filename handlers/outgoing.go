package handlers

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// leastLength is how long an answer must be to be compressed. A shorter one fits into one packet either way.
const leastLength = 1 << 10

// compact are the beginnings of media types whose bytes are compressed already.
var compact = []string{"application/zip", "application/vnd.openxmlformats-", "image/png", "image/x-icon", "image/vnd.microsoft.icon"}

// outgoing is an answer on its way out. What holds for all answers is done here, where no handler can forget it: they are
// compressed, a client that has them is told so, and redirects lead to where the site stands.
type outgoing struct {
	http.ResponseWriter
	request *http.Request
	server  *server
	status  int        // 0 until a handler gives one
	sent    bool       // the header has gone
	silent  bool       // the client has the body
	coding  coding     // of the body
	body    compressor // nil where the body goes as it is
	lost    bool       // the client cannot be written to any more
}

// outgo lets a handler answer by way of an outgoing.
func (s *server) outgo(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		o := &outgoing{ResponseWriter: w, request: r, server: s}
		next.ServeHTTP(o, r)
		o.end() // not after a panic, with which a transfer breaks off
	})
}

// Unwrap lets a handler reach the connection.
func (o *outgoing) Unwrap() http.ResponseWriter { return o.ResponseWriter }

// WriteHeader notes the status. The header goes out with the first byte of the body, by which it is known how that goes.
func (o *outgoing) WriteHeader(status int) {
	if o.status != 0 {
		return
	}
	o.status = status
	if h := o.Header(); h.Get("Content-Type") == "" || h.Get("Content-Encoding") != "" {
		o.begin(identity)
	}
}

// Write sends a part of the body.
func (o *outgoing) Write(p []byte) (int, error) {
	if o.status == 0 {
		o.status = http.StatusOK
	}
	if !o.sent {
		k := o.choose(len(p))
		if k != identity && o.Header().Get("Content-Length") == strconv.Itoa(len(p)) && !o.known() {
			return len(p), o.whole(p, k)
		}
		o.begin(k)
	}
	switch {
	case o.silent:
		return len(p), nil
	case o.body != nil:
		return o.body.Write(p)
	}
	return o.send(p)
}

// send writes to the client.
func (o *outgoing) send(p []byte) (int, error) {
	n, err := o.ResponseWriter.Write(p)
	o.lost = o.lost || err != nil
	return n, err
}

// client is where a compressor writes.
type client struct{ *outgoing }

func (c client) Write(p []byte) (int, error) { return c.send(p) }

// choose is the coding of a body of which the first n bytes are there. If its length is not known and trailers are to
// follow, it may be of any.
func (o *outgoing) choose(n int) coding {
	h := o.Header()
	if length, err := strconv.Atoi(h.Get("Content-Length")); err == nil {
		n = length
	} else if h.Get("Trailer") != "" {
		n = leastLength
	}
	return codingOf(o.request, h.Get("Content-Type"), n)
}

// codingOf is the coding in which to answer a request with a body of a type and a length.
func codingOf(r *http.Request, mediaType string, length int) coding {
	isCompact := func(t string) bool { return strings.HasPrefix(mediaType, t) }
	if length < leastLength || slices.ContainsFunc(compact, isCompact) {
		return wished(r).forced()
	}
	return wished(r).best()
}

// whole sends a body that was written at once, and so has a length in any coding.
func (o *outgoing) whole(body []byte, k coding) error {
	packed := o.server.compressors.whole(body, k)
	k.declare(o.Header())
	o.Header().Set("Content-Length", strconv.Itoa(len(packed)))
	o.begin(identity)
	_, err := o.send(packed)
	return err
}

// begin sends the header.
func (o *outgoing) begin(k coding) {
	h := o.Header()
	switch {
	case o.known():
		o.keep()
	case k != identity:
		h.Del("Content-Length")
		k.declare(h)
		if o.request.Method != http.MethodHead {
			o.coding, o.body = k, o.server.compressors.into(client{o}, k)
		}
	}
	if to := h.Get("Location"); strings.HasPrefix(to, "/") {
		h.Set("Location", string(o.server.root)+to)
	}
	o.sent = true
	o.ResponseWriter.WriteHeader(o.status)
}

// known reports whether the client has what is to be sent.
func (o *outgoing) known() bool {
	if o.status != http.StatusOK || o.request.Method != http.MethodGet && o.request.Method != http.MethodHead {
		return false
	}
	return has(o.request, o.Header().Get("ETag"))
}

// keep tells the client that it has what it asks for.
func (o *outgoing) keep() {
	h := o.Header()
	if tag, _ := held(o.request, h.Get("ETag")); tag != "" {
		h.Set("ETag", tag)
	}
	for _, name := range []string{"Content-Type", "Content-Length", "Content-Encoding", "Content-Disposition", "Trailer"} {
		h.Del(name)
	}
	o.status, o.silent = http.StatusNotModified, true
}

// end sends what is left of an answer.
func (o *outgoing) end() {
	if o.status == 0 {
		o.status = http.StatusOK
	}
	if !o.sent {
		o.begin(o.choose(0))
	}
	if o.body != nil {
		_ = o.body.Close() // it fails only if the client is gone
		o.server.compressors.release(o.body, o.coding)
	}
}
