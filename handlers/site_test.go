package handlers_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/table"
	"pourparler/dossier"
	"pourparler/handlers"
	"pourparler/seeds"
)

// library keeps dossiers in memory. It can be told to fail, and a dossier can be put in anew.
type library struct {
	mu       sync.Mutex
	dossiers map[string]*domain.Dossier
	versions map[string]int
	err      error
}

func newLibrary(all ...*domain.Dossier) *library {
	l := &library{dossiers: map[string]*domain.Dossier{}, versions: map[string]int{}}
	for _, d := range all {
		l.put(d)
	}
	return l
}

func (l *library) put(d *domain.Dossier) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.dossiers[d.ID] = d
	l.versions[d.ID]++
}

func (l *library) fail(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.err = err
}

// IDs returns the ids of all dossiers in order.
func (l *library) IDs(context.Context) ([]string, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var ids []string
	for id := range l.dossiers {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids, l.err
}

// Dossier returns the dossier of that id.
func (l *library) Dossier(_ context.Context, id string) (*domain.Dossier, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if d, ok := l.dossiers[id]; ok || l.err != nil {
		return d, l.err
	}
	return nil, domain.Errorf(domain.NotFound, "no dossier %q", id)
}

// Version returns how often the dossier was put in.
func (l *library) Version(_ context.Context, id string) (string, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, ok := l.dossiers[id]; ok || l.err != nil {
		return fmt.Sprint(l.versions[id]), l.err
	}
	return "", domain.Errorf(domain.NotFound, "no dossier %q", id)
}

// Heading returns the dossier without its records.
func (l *library) Heading(ctx context.Context, id string) (*domain.Dossier, error) {
	d, err := l.Dossier(ctx, id)
	if err != nil {
		return nil, err
	}
	return &domain.Dossier{ID: d.ID, Title: d.Title, Summary: d.Summary, Release: d.Release, Released: d.Released,
		Licence: d.Licence, Source: d.Source}, nil
}

// Listing returns a part of a register.
func (l *library) Listing(ctx context.Context, id, register string, q table.Query) (table.Listing, error) {
	d, err := l.Dossier(ctx, id)
	if err != nil {
		return table.Listing{}, err
	}
	g, err := compare.Find(domain.NewIndex(d), register)
	if err != nil {
		return table.Listing{}, err
	}
	return g.Whole().Pick(q)
}

// Stream returns the rows of a register.
func (l *library) Stream(ctx context.Context, id, register string, q table.Query) (table.Stream, error) {
	listing, err := l.Listing(ctx, id, register, q)
	return listing.Stream(), err
}

func read(t testing.TB, files fs.FS) *domain.Dossier {
	t.Helper()
	d, err := dossier.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func harbour(t testing.TB) *domain.Dossier {
	t.Helper()
	return read(t, os.DirFS("../dossier/testdata/harbour"))
}

// bundled returns the dossier that comes with the program; no test changes it.
func bundled(t testing.TB) *domain.Dossier {
	t.Helper()
	files, err := seeds.SinoSoviet()
	if err != nil {
		t.Fatal(err)
	}
	return read(t, files)
}

// host is the site on a server of its own, with what it logged.
type host struct {
	t   testing.TB
	url string
	log *lockedBuffer
}

// lockedBuffer is a buffer that several requests may write to.
type lockedBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

func serve(t testing.TB, l handlers.Library) *host {
	t.Helper()
	return serveAs(t, handlers.Config{Library: l})
}

// serveAs serves a site as a configuration says, which needs no logger.
func serveAs(t testing.TB, c handlers.Config) *host {
	t.Helper()
	log := &lockedBuffer{}
	c.Logger = slog.New(slog.NewTextHandler(log, nil))
	h, err := handlers.New(c)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return &host{t, server.URL, log}
}

// answer is what the server sent.
type answer struct {
	status int
	header http.Header
	body   string
}

func (h *host) do(method, path string, header ...string) answer {
	h.t.Helper()
	req, err := http.NewRequestWithContext(h.t.Context(), method, h.url+path, nil)
	if err != nil {
		h.t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		h.t.Fatalf("%s %.100s: %v", method, path, err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		h.t.Fatalf("%s %.100s: %v", method, path, err)
	}
	return answer{res.StatusCode, res.Header, string(body)}
}

func (h *host) get(path string) answer {
	h.t.Helper()
	return h.do(http.MethodGet, path)
}

// page is the answer as a browser reads it; it has to be a page with status 200.
func (h *host) page(path string) *html.Node {
	h.t.Helper()
	a := h.get(path)
	if a.status != http.StatusOK {
		h.t.Fatalf("GET %.200s = status %d, want 200: %.300s", path, a.status, a.words(h.t))
	}
	return a.parsed(h.t)
}

func (a answer) parsed(t testing.TB) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(a.body))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// words is what a reader sees in the main part of the answer.
func (a answer) words(t testing.TB) string {
	t.Helper()
	main := find(a.parsed(t), "main")
	if len(main) != 1 {
		return a.body
	}
	return words(main[0])
}

func find(root *html.Node, selector string) []*html.Node {
	return cascadia.QueryAll(root, cascadia.MustCompile(selector))
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// words is the text of an element with single spaces.
func words(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
