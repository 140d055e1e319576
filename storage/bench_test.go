package storage_test

import (
	"context"
	"fmt"
	"testing"
)

// BenchmarkImport replaces a dossier of 150 proposals and 150 responses by another.
func BenchmarkImport(b *testing.B) {
	s := openFile(b)
	d := sized(b, "bench", 150)
	for i := 0; b.Loop(); i++ {
		d.Summary = fmt.Sprint(i)
		if _, err := s.Import(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkImportUnchanged imports the same dossier again.
func BenchmarkImportUnchanged(b *testing.B) {
	s := openFile(b)
	d := sized(b, "bench", 150)
	for b.Loop() {
		if _, err := s.Import(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkImportLarge fills an empty database with 10 000 proposals and as many responses.
func BenchmarkImportLarge(b *testing.B) {
	d := sized(b, "bench", 10_000)
	for b.Loop() {
		b.StopTimer()
		s := openFile(b)
		b.StartTimer()
		if _, err := s.Import(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDossier reads a dossier of 150 proposals and 150 responses.
func BenchmarkDossier(b *testing.B) {
	s := openFile(b)
	mustImport(b, s, sized(b, "bench", 150), true)
	for b.Loop() {
		if _, err := s.Dossier(context.Background(), "bench"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkVersion asks for the version of a dossier.
func BenchmarkVersion(b *testing.B) {
	s := openFile(b)
	mustImport(b, s, sized(b, "bench", 150), true)
	for b.Loop() {
		if _, err := s.Version(context.Background(), "bench"); err != nil {
			b.Fatal(err)
		}
	}
}
