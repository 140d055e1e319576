package invented

import (
	"math/rand/v2"
	"slices"
)

// draw draws what one record is made of. Each record has a generator of its own, so that a record does not depend on
// those made before it.
type draw struct{ *rand.Rand }

// seed begins every stream of numbers, so that no two kinds of record share one.
const (
	seedDocument uint64 = iota + 1
	seedProposal
	seedResponse
	seedMeeting
	seedName
)

func newDraw(kind uint64, record int) draw {
	return draw{rand.New(rand.NewPCG(kind, uint64(record)))}
}

// chance reports true in so many cases of a hundred.
func (d draw) chance(percent int) bool { return d.IntN(100) < percent }

// between returns a number from low to high.
func (d draw) between(low, high int) int { return low + d.IntN(high-low+1) }

// one returns any of the choices.
func one[T any](d draw, choices []T) T { return choices[d.IntN(len(choices))] }

// some returns n different choices, or as many as there are, none of them among those left out.
func some[T comparable](d draw, n int, choices []T, leftOut ...T) []T {
	var chosen []T
	for _, i := range d.Perm(len(choices)) {
		if len(chosen) == n {
			break
		}
		if !slices.Contains(leftOut, choices[i]) {
			chosen = append(chosen, choices[i])
		}
	}
	return chosen
}
