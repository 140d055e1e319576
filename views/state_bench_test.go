package views_test

import (
	"testing"

	"pourparler/cmd/bench/invented"
	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/views"
)

// BenchmarkState makes the page of the state of play of a record that has just changed.
func BenchmarkState(b *testing.B) {
	for _, c := range []struct {
		name string
		d    *domain.Dossier
	}{{"1000", invented.Dossier(1000)}, {"10000", invented.Dossier(10000)}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ix := domain.NewIndex(c.d)
				views.NewSite(ix).NewState(compare.LastDay(ix))
			}
		})
	}
}
