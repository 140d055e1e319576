package handlers_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pourparler/domain"
	"pourparler/domain/table"
	"pourparler/handlers"
)

// frozen is how long nothing takes unless it takes for ever.
const frozen = 20 * time.Second

// pooled is a library with few connections to its database. A stream holds one until its last row is read.
type pooled struct {
	*library
	connections chan struct{}
	batch       []byte
	batches     int
	read        atomic.Int32 // streams read to their end
}

const rowsInBatch = 300

func newPooled(t *testing.T, connections, batches int) *pooled {
	return &pooled{library: newLibrary(harbour(t)), connections: make(chan struct{}, connections), batch: alike(t, rowsInBatch), batches: batches}
}

func (p *pooled) Listing(ctx context.Context, id, register string, q table.Query) (table.Listing, error) {
	select {
	case p.connections <- struct{}{}:
	case <-ctx.Done():
		return table.Listing{}, ctx.Err()
	}
	defer func() { <-p.connections }()
	return p.library.Listing(ctx, id, register, q)
}

func (p *pooled) Stream(ctx context.Context, id, register string, q table.Query) (table.Stream, error) {
	s, err := p.library.Stream(ctx, id, register, q)
	s.Batches = func(yield func([]byte, error) bool) {
		p.connections <- struct{}{}
		defer func() { <-p.connections }()
		for range p.batches {
			if !yield(p.batch, nil) {
				return
			}
		}
		p.read.Add(1)
	}
	return s, err
}

// hang asks for a path and reads nothing of the answer.
func hang(t *testing.T, h *host, path string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if err := conn.(*net.TCPConn).SetReadBuffer(4096); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(conn, "GET "+path+" HTTP/1.1\r\nHost: localhost\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	return conn
}

// soon is the answer to a request that must not freeze.
func soon(t *testing.T, h *host, path string) *http.Response {
	t.Helper()
	res, err := (&http.Client{Timeout: frozen}).Get(h.url + path)
	if err != nil {
		t.Fatalf("GET %s: %v", path, err)
	}
	res.Body.Close()
	return res
}

// eventually waits until something is so.
func eventually(t *testing.T, what string, so func() bool) {
	t.Helper()
	for end := time.Now().Add(frozen); !so(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("never: %s", what)
		}
	}
}

// TestPagesDoNotWaitForDownloads has more clients than there are connections ask for long files and read nothing. Pages that
// nobody asked for before are answered nonetheless, and what the files are read from is given back before anybody has read them.
func TestPagesDoNotWaitForDownloads(t *testing.T) {
	const clients = 40
	p := newPooled(t, 16, 24)
	h := serve(t, p)
	for i := range clients {
		hang(t, h, fmt.Sprintf("/harbour/proposals.%s?track=conference&text=%d", []string{"json", "csv"}[i%2], i))
	}
	for i := range 30 {
		if res := soon(t, h, fmt.Sprintf("/harbour/proposals?from=19%02d-01-01", i)); res.StatusCode != http.StatusOK {
			t.Fatalf("a page beside %d downloads = status %d", clients, res.StatusCode)
		}
	}
	eventually(t, "every stream is read to its end", func() bool { return p.read.Load() == clients && len(p.connections) == 0 })
}

// TestSlowClientGetsAll reads nothing until the rows are given up, and then has all of them.
func TestSlowClientGetsAll(t *testing.T) {
	p := newPooled(t, 1, 60)
	h := serve(t, p)
	client := &http.Client{Transport: &http.Transport{DisableCompression: true}}
	defer client.CloseIdleConnections()
	res, err := client.Get(h.url + "/harbour/proposals.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	eventually(t, "the stream is read to its end", func() bool { return p.read.Load() == 1 })
	body, err := io.ReadAll(res.Body)
	if rows := bytes.Count(body, []byte("\r\n")) - 1; err != nil || rows != rowsInBatch*p.batches || res.Trailer.Get("Pourparler-Rows") != fmt.Sprint(rows) {
		t.Errorf("%d rows and %v, the trailer says %s, want %d", rows, err, res.Trailer.Get("Pourparler-Rows"), rowsInBatch*p.batches)
	}
}

// TestDownloadsAtOnce tells those who ask for one file too many to come again.
func TestDownloadsAtOnce(t *testing.T) {
	h := serve(t, newPooled(t, 32, 12))
	for range handlers.MostDownloads {
		hang(t, h, "/harbour/proposals.json")
	}
	eventually(t, "a download is refused", func() bool {
		hang(t, h, "/harbour/proposals.json") // in place of one that came too late
		res := soon(t, h, "/harbour/proposals.csv")
		return res.StatusCode == http.StatusServiceUnavailable && res.Header.Get("Retry-After") != ""
	})
	if res := soon(t, h, "/harbour/proposals"); res.StatusCode != http.StatusOK {
		t.Errorf("a page = status %d", res.StatusCode)
	}
	if got := h.log.String(); got != "" {
		t.Errorf("the log has %s", got)
	}
}

// slow is a library that reads whole dossiers when it is let, and fails or panics if it is told to.
type slow struct {
	*library
	let   chan error
	reads atomic.Int32
}

func (s *slow) Dossier(ctx context.Context, id string) (*domain.Dossier, error) {
	s.reads.Add(1)
	switch err := <-s.let; {
	case errors.Is(err, errDisk):
		panic(err)
	case err != nil:
		return nil, err
	}
	return s.library.Dossier(ctx, id)
}

// TestOneReading has many ask for pages of a dossier that has to be read first. It is read once, for all of them; and once
// more where that failed.
func TestOneReading(t *testing.T) {
	for _, failure := range []error{nil, domain.Errorf(domain.Internal, "no"), errDisk} {
		s := &slow{library: newLibrary(harbour(t)), let: make(chan error)}
		h := serve(t, s)
		var asked sync.WaitGroup
		var answered [600]atomic.Int32
		for i := range 64 {
			asked.Go(func() {
				res := soon(t, h, []string{"/harbour/parties/norrholm", "/harbour/state", "/harbour", "/harbour/silence.csv"}[i%4])
				answered[res.StatusCode].Add(1)
			})
		}
		if res := soon(t, h, "/harbour/proposals"); res.StatusCode != http.StatusOK {
			t.Errorf("a page that needs no whole dossier, meanwhile: status %d", res.StatusCode)
		}
		time.Sleep(50 * time.Millisecond) // so that most have come
		s.let <- failure
		if failure != nil {
			eventually(t, "it is read again", func() bool {
				select {
				case s.let <- nil:
				default:
				}
				return answered[500].Load() == 64 || s.reads.Load() > 1
			})
			close(s.let)
		}
		asked.Wait()
		if n := s.reads.Load(); failure == nil && (n != 1 || answered[200].Load() != 64) || n > 64/2 {
			t.Errorf("after %v: read %d times, %d answers are good, want 64 and one reading", failure, n, answered[200].Load())
		}
		if res := soon(t, h, "/harbour/drift"); res.StatusCode != http.StatusOK {
			t.Errorf("after %v: status %d", failure, res.StatusCode)
		}
	}
}

// stuck is a library whose listings wait.
type stuck struct {
	*library
	let chan struct{}
}

func (s stuck) Listing(ctx context.Context, id, register string, q table.Query) (table.Listing, error) {
	if q.Text != "" {
		<-s.let
	}
	return s.library.Listing(ctx, id, register, q)
}

// TestTooMuchIsShed has more ask for what takes long than can be answered. They are told to come again, soon, and what is kept
// is answered as ever.
func TestTooMuchIsShed(t *testing.T) {
	s := stuck{newLibrary(harbour(t)), make(chan struct{})}
	h := serve(t, s)
	let := sync.OnceFunc(func() { close(s.let) })
	t.Cleanup(let)
	soon(t, h, "/harbour/proposals")
	var asked sync.WaitGroup
	var shed, good atomic.Int32
	const clients = 300
	for i := range clients {
		asked.Go(func() {
			res := soon(t, h, fmt.Sprintf("/harbour/proposals?text=%d", i))
			switch {
			case res.StatusCode == http.StatusServiceUnavailable && res.Header.Get("Retry-After") != "":
				shed.Add(1)
			case res.StatusCode == http.StatusOK:
				good.Add(1)
			}
		})
	}
	eventually(t, "some are told to come again", func() bool { return shed.Load() > clients/2 })
	for _, path := range []string{"/harbour/proposals", "/healthz", "/livez", "/readyz"} {
		if res := soon(t, h, path); res.StatusCode != http.StatusOK {
			t.Errorf("GET %s meanwhile: status %d", path, res.StatusCode)
		}
	}
	let()
	asked.Wait()
	if n := shed.Load() + good.Load(); n != clients {
		t.Errorf("%d of %d are answered or told to come again", n, clients)
	}
	if res := soon(t, h, "/harbour/proposals?text=after"); res.StatusCode != http.StatusOK {
		t.Errorf("afterwards: status %d", res.StatusCode)
	}
}

// TestOutage answers from what is kept while the database cannot be read, has all others come again, and notes the reason once.
func TestOutage(t *testing.T) {
	l := newLibrary(harbour(t))
	ready := func(ctx context.Context) (string, error) { _, err := l.Version(ctx, "harbour"); return "", err }
	h := serveAs(t, handlers.Config{Library: l, Ready: ready, Moment: time.Millisecond})
	soon(t, h, "/harbour/proposals")
	l.fail(domain.Errorf(domain.Unavailable, "the database cannot be reached"))
	for _, path := range []string{"/harbour", "/harbour/proposals.csv", "/harbour/responses", "/", "/api/v1/dossiers/harbour", "/readyz"} {
		for range 10 {
			if res := soon(t, h, path); res.StatusCode != http.StatusServiceUnavailable || res.Header.Get("Retry-After") == "" {
				t.Fatalf("GET %s = status %d, header %v, want 503 with Retry-After", path, res.StatusCode, res.Header)
			}
			time.Sleep(2 * time.Millisecond)
		}
	}
	for _, path := range []string{"/harbour/proposals", "/healthz", "/livez"} {
		if res := soon(t, h, path); res.StatusCode != http.StatusOK {
			t.Errorf("GET %s = status %d, want 200", path, res.StatusCode)
		}
	}
	if got := h.get("/readyz").body; got != "not ready: the database cannot be reached\n" {
		t.Errorf("readyz says %q", got)
	}
	if n := strings.Count(h.log.String(), "\n"); n != 1 {
		t.Errorf("the log has %d lines, want one:\n%s", n, h.log)
	}
	l.fail(nil)
	for _, path := range []string{"/harbour", "/harbour/proposals.csv", "/readyz"} {
		if res := soon(t, h, path); res.StatusCode != http.StatusOK {
			t.Errorf("afterwards: GET %s = status %d", path, res.StatusCode)
		}
	}
}

// TestReady says what the database says of itself.
func TestReady(t *testing.T) {
	for want, ready := range map[string]func(context.Context) (string, error){
		"ready\n":            nil,
		"ready: read-only\n": func(context.Context) (string, error) { return "read-only", nil },
		"not ready: empty\n": func(context.Context) (string, error) { return "", domain.Errorf(domain.NotFound, "empty") },
		"not ready: the database cannot be read\n": func(context.Context) (string, error) { return "", errDisk },
	} {
		a := serveAs(t, handlers.Config{Library: newLibrary(harbour(t)), Ready: ready}).get("/readyz")
		if a.body != want || (a.status == http.StatusOK) != strings.HasPrefix(want, "ready") {
			t.Errorf("readyz = %d %q, want %q", a.status, a.body, want)
		}
	}
}

// TestTooManyRequestsAreShed has more requests under way than there may be: the next is told to come again before anything is
// done for it, while those who look after the server are answered.
func TestTooManyRequestsAreShed(t *testing.T) {
	s := &slow{library: newLibrary(harbour(t)), let: make(chan error)} // who waits for a reading is not sent away
	h := serve(t, s)
	let := sync.OnceFunc(func() { close(s.let) })
	t.Cleanup(let)
	for range handlers.MostRequests {
		hang(t, h, "/harbour/state")
	}
	eventually(t, "a request is refused", func() bool {
		hang(t, h, "/harbour/state") // in place of one that came too late
		return soon(t, h, "/harbour/proposals").StatusCode == http.StatusServiceUnavailable
	})
	for _, path := range []string{"/healthz", "/livez", "/readyz"} {
		if res := soon(t, h, path); res.StatusCode != http.StatusOK {
			t.Errorf("GET %s meanwhile: status %d", path, res.StatusCode)
		}
	}
	let()
	eventually(t, "all is as before", func() bool { return soon(t, h, "/harbour/proposals").StatusCode == http.StatusOK })
}
