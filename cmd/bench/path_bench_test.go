package main

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strconv"
	"testing"

	"pourparler/cmd/bench/invented"
	"pourparler/domain"
	"pourparler/handlers"
	"pourparler/storage"
)

// The two paths that a million rows take, within one process, so that a profile shows all of each:
//
//	go test ./cmd/bench -run '^$' -bench Import/100000 -benchtime 1x -cpuprofile import.prof
//	go test ./cmd/bench -run '^$' -bench File/100000 -cpuprofile csv.prof

func forSizes(b *testing.B, run func(*testing.B, int)) {
	for _, size := range []int{1000, 10_000, 100_000} {
		b.Run(strconv.Itoa(size), func(b *testing.B) { run(b, size) })
	}
}

// openNew opens a new database in a file.
func openNew(b *testing.B) *storage.Store {
	b.Helper()
	s, err := storage.Open(b.Context(), storage.Config{DSN: filepath.Join(b.TempDir(), "bench.db")})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return s
}

func fill(b *testing.B, s *storage.Store, d *domain.Dossier) {
	b.Helper()
	if _, err := s.Import(b.Context(), d); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkImport puts an invented dossier into an empty database. Rows are proposals and responses.
func BenchmarkImport(b *testing.B) {
	forSizes(b, func(b *testing.B, size int) {
		d := invented.Dossier(size)
		b.ReportAllocs()
		for b.Loop() {
			b.StopTimer()
			s := openNew(b)
			b.StartTimer()
			fill(b, s, d)
		}
		perSecond(b, size*(1+invented.Answers))
	})
}

// BenchmarkFile writes the CSV of all proposals, from the database to the last byte of the answer.
func BenchmarkFile(b *testing.B) {
	forSizes(b, func(b *testing.B, size int) {
		s := openNew(b)
		fill(b, s, invented.Dossier(size))
		h, err := handlers.New(handlers.Config{Library: s, Logger: slog.New(slog.DiscardHandler)})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			r := httptest.NewRequestWithContext(b.Context(), http.MethodGet, "/"+invented.ID(size)+"/proposals.csv", nil)
			h.ServeHTTP(&nowhere{header: http.Header{}}, r)
		}
		perSecond(b, size)
	})
}

func perSecond(b *testing.B, rows int) {
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

// nowhere is a client that reads nothing.
type nowhere struct{ header http.Header }

func (n *nowhere) Header() http.Header         { return n.header }
func (n *nowhere) Write(p []byte) (int, error) { return len(p), nil }
func (n *nowhere) WriteHeader(int)             {}
