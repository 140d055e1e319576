package handlers_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
	"time"

	"pourparler/domain/table"
	"pourparler/handlers"
)

// TestOtherSites lets scripts of other sites read what is public, and nothing else.
func TestOtherSites(t *testing.T) {
	paths := []string{"/harbour/proposals.csv", "/harbour/proposals.json", "/harbour/proposals.xlsx", "/harbour/replies.svg", "/harbour/datapackage.zip",
		"/harbour/proposals.bib", "/harbour/proposals.ris", "/api/v1", "/api/v1/openapi.json", "/api/v1/dossiers/harbour/lists", "/api/v1/dossiers/none",
		"/harbour/nothing.csv", "/harbour/", "/harbour", "/manual/api"}
	exposed := "ETag, Link, Content-Disposition, Pourparler-Rows, Pourparler-Sha256"
	l := newLibrary(harbour(t))
	for _, tt := range []struct {
		name                    string
		config                  handlers.Config
		origin, exposed, policy string
	}{
		{"public", handlers.Config{Library: l, URL: "https://example.org"}, "*", exposed, "cross-origin"},
		{"local", handlers.Config{Library: l, Local: true}, "", "", "same-origin"},
		{"network", handlers.Config{Library: l}, "", "", "same-origin"},
	} {
		h := serveAs(t, tt.config)
		for _, path := range paths {
			for _, method := range []string{http.MethodGet, http.MethodHead} {
				a := h.do(method, path, "Origin", "https://notebook.example")
				if got := a.header; got.Get("Access-Control-Allow-Origin") != tt.origin || got.Get("Access-Control-Expose-Headers") != tt.exposed ||
					got.Get("Cross-Origin-Resource-Policy") != tt.policy || got.Get("Access-Control-Allow-Credentials") != "" {
					t.Errorf("%s site: %s %s = %d %v", tt.name, method, path, a.status, got)
				}
			}
			a := h.do(http.MethodGet, path, "If-None-Match", "*")
			if got := a.header.Get("Access-Control-Allow-Origin"); got != tt.origin {
				t.Errorf("%s site: GET %s = %d for %q, want %q", tt.name, path, a.status, got, tt.origin)
			}
			a = h.do(http.MethodOptions, path, "Origin", "https://notebook.example", "Access-Control-Request-Method", "GET", "Access-Control-Request-Headers", "if-none-match")
			if got := a.header.Get("Access-Control-Allow-Headers"); (got == "If-None-Match") != (tt.origin == "*") || path == "/harbour/proposals.csv" && a.status != 204 {
				t.Errorf("%s site: OPTIONS %s = %d and allows %q", tt.name, path, a.status, got)
			}
		}
	}
}

// TestOtherNames answers, where only this machine can ask, to no name that a name server could have led here.
func TestOtherNames(t *testing.T) {
	l := newLibrary(harbour(t))
	near := []string{"localhost", "localhost:8080", "LOCALHOST:1", "localhost.", "localhost.:8080", "talks.localhost:8080", "127.0.0.1", "127.0.0.1:8080",
		"127.255.0.3:80", "[::1]", "[::1]:8080", "[0:0:0:0:0:0:0:1]:8080", "[::ffff:127.0.0.1]:8080"}
	far := []string{"evil.example", "evil.example:8080", "localhost.evil.example", "notlocalhost", "127.0.0.1.evil.example", "127.0.0.1.evil.example:8080",
		"192.168.1.2:8080", "0.0.0.0:8080", "[::]:8080", "[2001:db8::1]:8080", "2130706433", "0x7f000001", "127.1", "[::1].evil.example", "evil.example:localhost"}
	for _, tt := range []struct {
		name   string
		config handlers.Config
		far    int
	}{
		{"local", handlers.Config{Library: l, Local: true, Address: func(p string) string { return "http://127.0.0.1:8123" + p }}, http.StatusMisdirectedRequest},
		{"public", handlers.Config{Library: l, URL: "https://example.org"}, 200},
		{"network", handlers.Config{Library: l}, 200},
	} {
		h := serveAs(t, tt.config)
		for _, path := range []string{"/harbour", "/harbour/proposals.csv", "/api/v1/dossiers", "/healthz"} {
			for _, name := range near {
				if a := h.named(name, path); a.status != 200 {
					t.Errorf("%s site: GET %s as %s = %d, want 200", tt.name, path, name, a.status)
				}
			}
			for _, name := range far {
				a := h.named(name, path)
				said := strings.Contains(a.body, "http://127.0.0.1:8123/") && strings.Contains(a.body, "--url") && strings.Contains(a.body, name)
				if a.status != tt.far || a.status != 200 && (!said || strings.Contains(a.body, "Vell") || a.header.Get("X-Content-Type-Options") == "") {
					t.Errorf("%s site: GET %s as %s = %d, want %d: %.100s", tt.name, path, name, a.status, tt.far, a.body)
				}
			}
		}
	}
}

// named asks the site by another name.
func (h *host) named(name, path string) answer {
	h.t.Helper()
	req, err := http.NewRequestWithContext(h.t.Context(), http.MethodGet, h.url+path, nil)
	if err != nil {
		h.t.Fatal(err)
	}
	req.Host = name
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		h.t.Fatalf("GET %s as %s: %v", path, name, err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		h.t.Fatal(err)
	}
	return answer{res.StatusCode, res.Header, string(body)}
}

// lost is a client to which nothing can be written any more after some bytes.
type lost struct {
	header http.Header
	left   int
	fault  error
}

func (l *lost) Header() http.Header { return l.header }
func (l *lost) WriteHeader(int)     {}
func (l *lost) Write(p []byte) (int, error) {
	if l.left -= len(p); l.left < 0 {
		return 0, l.fault
	}
	return len(p), nil
}

// TestLostClientIsNoFault logs nothing of a client whose connection ends at any place of an answer, in any way, before
// the server hears that it has left.
func TestLostClientIsNoFault(t *testing.T) {
	batch := alike(t, 300)
	for _, coding := range []string{"identity", "gzip", "zstd"} {
		log := &lockedBuffer{}
		h, err := handlers.New(handlers.Config{Logger: slog.New(slog.NewTextHandler(log, nil)),
			Library: flowing{newLibrary(harbour(t)), func(_ context.Context, yield func([]byte, error) bool) { yield(batch, nil) }}})
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{"/harbour/proposals.csv", "/harbour/proposals.json", "/harbour/proposals.xlsx", "/harbour/datapackage.zip", "/harbour/timeline",
			"/harbour/nothing", "/api/v1/dossiers/harbour", "/manual/guide", "/harbour/replies.svg"} {
			for left, fault := range map[int]error{0: syscall.EPIPE, 1: syscall.ECONNRESET, 500: net.ErrClosed, 20000: context.DeadlineExceeded} {
				r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
				r.Header.Set("Accept-Encoding", coding)
				serveLost(h, &lost{http.Header{}, left, fault}, r)
				if got := log.String(); got != "" {
					t.Fatalf("GET %s as %s, %v after %d bytes: the log has %s", path, coding, fault, left, got)
				}
			}
		}
	}
}

// serveLost answers as a server does, which takes no notice of a transfer that breaks.
func serveLost(h http.Handler, w http.ResponseWriter, r *http.Request) {
	defer func() {
		if fault := recover(); fault != nil && fault != http.ErrAbortHandler {
			panic(fault)
		}
	}()
	h.ServeHTTP(w, r)
}

// waiting is a library that answers nobody until he has left.
type waiting struct {
	*library
	asked chan struct{}
}

func (l waiting) Listing(ctx context.Context, _, _ string, _ table.Query) (table.Listing, error) {
	close(l.asked)
	<-ctx.Done()
	return table.Listing{}, errors.New("interrupted")
}

// TestClientGoneBeforeTheAnswer logs nothing of a client that leaves while its answer is looked for.
func TestClientGoneBeforeTheAnswer(t *testing.T) {
	l := waiting{newLibrary(harbour(t)), make(chan struct{})}
	log, done := &lockedBuffer{}, make(chan struct{})
	h, err := handlers.New(handlers.Config{Library: l, Logger: slog.New(slog.NewTextHandler(log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer close(done)
		h.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	conn, err := net.Dial("tcp", strings.TrimPrefix(server.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(conn, "GET /harbour/proposals HTTP/1.1\r\nHost: localhost\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	<-l.asked
	conn.Close()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatal("the request goes on after the client has left")
	}
	if got := log.String(); got != "" {
		t.Errorf("the log has %s", got)
	}
}
