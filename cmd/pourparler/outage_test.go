package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"pourparler/handlers"
	"pourparler/storage"
)

// proxy stands between a program and a database server, and can be cut.
type proxy struct {
	t        testing.TB
	network  string
	server   string
	mu       sync.Mutex
	listener net.Listener
	conns    []net.Conn
}

// newProxy stands before the server at POURPARLER_TEST_POSTGRES, and returns an address of a schema of its own that leads
// through it.
func newProxy(t testing.TB) (p *proxy, dsn string) {
	t.Helper()
	given := os.Getenv("POURPARLER_TEST_POSTGRES")
	if given == "" && os.Getenv("CI") == "true" {
		t.Fatal("POURPARLER_TEST_POSTGRES must name a PostgreSQL server when CI=true")
	}
	if given == "" {
		t.Skip("POURPARLER_TEST_POSTGRES does not name a PostgreSQL server")
	}
	address, err := url.Parse(given)
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("pgx", given)
	if err != nil {
		t.Fatal(err)
	}
	schema := fmt.Sprintf("test_outage_%d", os.Getpid())
	if _, err := db.Exec("CREATE SCHEMA " + schema); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := db.Exec("DROP SCHEMA " + schema + " CASCADE"); err != nil {
			t.Error(err)
		}
		db.Close()
	})
	query := address.Query()
	p = &proxy{t: t, network: "tcp", server: address.Host}
	if folder := query.Get("host"); folder != "" {
		p.network, p.server = "unix", folder+"/.s.PGSQL.5432"
	}
	p.listen("127.0.0.1:0")
	t.Cleanup(p.cut)
	query.Del("host")
	query.Set("search_path", schema)
	address.Host, address.RawQuery = p.listener.Addr().String(), query.Encode()
	return p, address.String()
}

// listen lets through whoever comes.
func (p *proxy) listen(address string) {
	p.t.Helper()
	l, err := net.Listen("tcp", address)
	if err != nil {
		p.t.Fatal(err)
	}
	p.listener = l
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			to, err := net.Dial(p.network, p.server)
			if err != nil {
				conn.Close()
				continue
			}
			p.mu.Lock()
			p.conns = append(p.conns, conn, to)
			p.mu.Unlock()
			go func() { _, _ = io.Copy(to, conn); to.Close() }()
			go func() { _, _ = io.Copy(conn, to); conn.Close() }()
		}
	}()
}

// cut ends all connections and refuses new ones.
func (p *proxy) cut() {
	p.listener.Close()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.conns {
		c.Close()
	}
	p.conns = nil
}

// TestPostgresComesBack takes the database away from a server and gives it back. Meanwhile what is kept is answered, all else
// is told to come again, and the reason is in the log once; afterwards all is as before.
func TestPostgresComesBack(t *testing.T) {
	p, dsn := newProxy(t)
	store, err := storage.Open(t.Context(), storage.Config{DSN: dsn})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if _, err := loadBundled(t.Context(), store); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	h, err := handlers.New(handlers.Config{Library: store, Ready: store.Ready, Logger: slog.New(slog.NewTextHandler(&log, nil)), Moment: moment})
	if err != nil {
		t.Fatal(err)
	}
	status := func(path string) int {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if w.Code == http.StatusServiceUnavailable && w.Header().Get("Retry-After") == "" {
			t.Errorf("GET %s: 503 without Retry-After", path)
		}
		if strings.Contains(w.Body.String(), p.listener.Addr().String()) {
			t.Errorf("GET %s names where the database is: %s", path, w.Body)
		}
		return w.Code
	}
	const kept = "/sino-soviet/proposals"
	for _, path := range []string{kept, "/readyz"} {
		if got := status(path); got != http.StatusOK {
			t.Fatalf("GET %s = %d", path, got)
		}
	}
	others := []string{"/sino-soviet/state", "/sino-soviet/proposals?page=2", "/sino-soviet/responses.csv", "/", "/api/v1/dossiers/sino-soviet/proposals", "/readyz"}
	p.cut()
	for range 3 {
		for _, path := range others {
			if got := status(path); got != http.StatusServiceUnavailable {
				t.Errorf("without the database: GET %s = %d, want 503", path, got)
			}
		}
		for _, path := range []string{kept, "/livez"} {
			if got := status(path); got != http.StatusOK {
				t.Errorf("without the database: GET %s = %d, want 200", path, got)
			}
		}
		time.Sleep(moment)
	}
	if n := strings.Count(log.String(), "level=ERROR"); n != 1 || !strings.Contains(log.String(), "cannot be reached") {
		t.Errorf("the log has the reason %d times, want once:\n%s", n, &log)
	}
	p.listen(p.listener.Addr().String())
	for end := time.Now().Add(5 * time.Second); status("/readyz") != http.StatusOK; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the database is back for five seconds, and not found")
		}
	}
	for _, path := range others {
		if got := status(path); got != http.StatusOK {
			t.Errorf("afterwards: GET %s = %d", path, got)
		}
	}
}
