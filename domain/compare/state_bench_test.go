package compare_test

import (
	"strconv"
	"testing"

	made "pourparler/cmd/bench/invented"
	"pourparler/domain"
	"pourparler/domain/compare"
)

// BenchmarkStateOfPlay makes the state of play at the end of a record that has just changed, and on its other days.
func BenchmarkStateOfPlay(b *testing.B) {
	for _, c := range []struct {
		name string
		d    *domain.Dossier
	}{{"bundled", bundled(b).Dossier}, {"1000", made.Dossier(1000)}, {"10000", made.Dossier(10000)}} {
		days := compare.Steps(domain.NewIndex(c.d))
		b.Run(c.name+"/end", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ix := domain.NewIndex(c.d)
				compare.StateOfPlay(ix, compare.LastDay(ix))
			}
		})
		b.Run(c.name+"/days", func(b *testing.B) {
			b.ReportAllocs()
			ix, n := domain.NewIndex(c.d), 0
			for b.Loop() {
				n += 7
				compare.StateOfPlay(ix, days[n%len(days)])
			}
		})
	}
}

// BenchmarkLedger makes the ledger of a record that has just changed. Four times the proposals on a track take four times as long.
func BenchmarkLedger(b *testing.B) {
	for _, n := range []int{3000, 12000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			d := made.Dossier(n)
			for b.Loop() {
				ix := domain.NewIndex(d)
				compare.Ledger(ix, "", compare.LastDay(ix))
			}
		})
	}
}
