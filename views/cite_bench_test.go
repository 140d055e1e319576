package views_test

import (
	"testing"

	"pourparler/domain/compare"
	"pourparler/views"
)

// BenchmarkCite is what the citations add to making a page: a view, and a record with a long source.
func BenchmarkCite(b *testing.B) {
	s := siteOf(harbour(b))
	proposal, err := s.NewProposal("norrholm-1921-03-01-conference")
	if err != nil {
		b.Fatal(err)
	}
	for name, a := range map[string]address{"view": {"/harbour/state", s.NewState(compare.LastDay(s.Index()))},
		"record": {"/harbour/proposals/norrholm-1921-03-01-conference", proposal}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := views.Cite(a.page, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
