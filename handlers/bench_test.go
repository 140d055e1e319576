package handlers_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"pourparler/dossier"
	"pourparler/handlers"
	"pourparler/seeds"
)

// discard is a client that reads nothing.
type discard struct {
	header http.Header
	status int
}

func (d *discard) Header() http.Header         { return d.header }
func (d *discard) Write(p []byte) (int, error) { return len(p), nil }
func (d *discard) WriteHeader(status int)      { d.status = status }

// request asks a handler once, for an answer in one of the codings or as it is, and fails unless the answer is a success.
func request(b *testing.B, h http.Handler, path string, codings ...string) {
	b.Helper()
	w := &discard{header: http.Header{}}
	r := httptest.NewRequestWithContext(b.Context(), http.MethodGet, path, nil)
	r.Header["Accept-Encoding"] = codings
	h.ServeHTTP(w, r)
	if w.status != http.StatusOK {
		b.Fatalf("GET %s = status %d", path, w.status)
	}
}

func site(b *testing.B, l handlers.Library) http.Handler {
	b.Helper()
	h, err := handlers.New(handlers.Config{Library: l, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		b.Fatal(err)
	}
	return h
}

var benched = []struct{ name, path string }{
	{"overview", "/sino-soviet"},
	{"proposals", "/sino-soviet/proposals"},
	{"comparison", "/sino-soviet/comparison?track=bilateral-talks"},
	{"document", "/sino-soviet/documents/cpsu-1964-03-07"},
	{"csv", "/sino-soviet/proposals.csv"},
}

// BenchmarkView answers with a page that was asked for before.
func BenchmarkView(b *testing.B) {
	h := site(b, newLibrary(bundled(b)))
	for _, coding := range []string{"identity", "gzip", "zstd"} {
		for _, page := range benched {
			b.Run(page.name+"/"+coding, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					request(b, h, page.path, coding)
				}
			})
		}
	}
}

// BenchmarkProposalsCSV makes and writes the table of proposals, a hundred times as long as in the bundled dossier.
func BenchmarkProposalsCSV(b *testing.B) {
	d := bundled(b)
	all := d.Proposals
	for i := range 99 {
		for _, p := range all {
			p.ID = strings.Repeat("x", i+1) + p.ID
			d.Proposals = append(d.Proposals, p)
		}
	}
	h := site(b, newLibrary(d))
	b.ReportAllocs()
	for b.Loop() {
		request(b, h, "/sino-soviet/proposals.csv")
	}
	b.ReportMetric(float64(len(d.Proposals))*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

// BenchmarkColdLoad reads the bundled dossier from its files, as the first start does before it imports it.
func BenchmarkColdLoad(b *testing.B) {
	files, err := seeds.SinoSoviet()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := dossier.Read(files); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLongFilter looks for sixteen kilobytes of words, the longest question that a server takes from a reader.
func BenchmarkLongFilter(b *testing.B) {
	h := site(b, newLibrary(bundled(b)))
	path := "/sino-soviet/proposals?text=" + strings.Repeat("a+", 8000)
	for b.Loop() {
		request(b, h, path)
	}
}
