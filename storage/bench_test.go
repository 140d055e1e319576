package storage_test

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/storage"
)

// onBoth runs a benchmark on an SQLite file and on PostgreSQL.
func onBoth(b *testing.B, run func(*testing.B, func(testing.TB) *storage.Store)) {
	b.Run("SQLite", func(b *testing.B) { run(b, openFile) })
	b.Run("PostgreSQL", func(b *testing.B) { run(b, openPostgres) })
}

// BenchmarkImport replaces a dossier of 150 proposals and 150 responses by another.
func BenchmarkImport(b *testing.B) {
	onBoth(b, func(b *testing.B, open func(testing.TB) *storage.Store) {
		s, d := open(b), sized(b, "bench", 150)
		for i := 0; b.Loop(); i++ {
			d.Summary = fmt.Sprint(i)
			if _, err := s.Import(context.Background(), d); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkImportUnchanged imports the same dossier again.
func BenchmarkImportUnchanged(b *testing.B) {
	onBoth(b, func(b *testing.B, open func(testing.TB) *storage.Store) {
		s, d := open(b), sized(b, "bench", 150)
		for b.Loop() {
			if _, err := s.Import(context.Background(), d); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkImportLarge fills an empty database with 10 000 proposals and as many responses.
func BenchmarkImportLarge(b *testing.B) {
	onBoth(b, func(b *testing.B, open func(testing.TB) *storage.Store) {
		d, n := sized(b, "bench", 10_000), 0
		for b.Loop() {
			b.StopTimer()
			s := open(b)
			b.StartTimer()
			if _, err := s.Import(context.Background(), d); err != nil {
				b.Fatal(err)
			}
			n += len(d.Proposals) + len(d.Responses)
		}
		b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "rows/s")
	})
}

// BenchmarkDossier reads a dossier of 150 proposals and 150 responses.
func BenchmarkDossier(b *testing.B) {
	onBoth(b, func(b *testing.B, open func(testing.TB) *storage.Store) {
		s := open(b)
		mustImport(b, s, sized(b, "bench", 150), true)
		for b.Loop() {
			if _, err := s.Dossier(context.Background(), "bench"); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkVersion asks for the version of a dossier.
func BenchmarkVersion(b *testing.B) {
	onBoth(b, func(b *testing.B, open func(testing.TB) *storage.Store) {
		s := open(b)
		mustImport(b, s, sized(b, "bench", 150), true)
		for b.Loop() {
			if _, err := s.Version(context.Background(), "bench"); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkApply saves one proposal of a draft, which should cost the same however many others there are.
func BenchmarkApply(b *testing.B) {
	for _, size := range []int{142, 1_000, 10_000} {
		b.Run(strconv.Itoa(size), func(b *testing.B) {
			onBoth(b, func(b *testing.B, open func(testing.TB) *storage.Store) {
				s, d := open(b), sized(b, "bench", size)
				mustImport(b, s, d, true)
				body := string(bodyOf(b, d, domain.SectionProposals, "p-70", "", ""))
				version := int64(1)
				for b.Loop() {
					edited := strings.Replace(body, "Talks in Beijing", fmt.Sprint("Talks in Beijing ", version), 1)
					version = mustApply(b, s, "bench", storage.Edit{Section: domain.SectionProposals, ID: "p-70", Version: version, Body: []byte(edited)})
				}
			})
		})
	}
}
