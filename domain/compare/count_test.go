package compare_test

import (
	"testing"

	"pourparler/domain/compare"
)

// TestCountOf puts numbers before nouns.
func TestCountOf(t *testing.T) {
	for _, test := range []struct {
		n          int
		noun, want string
	}{{0, "claim", "no claims"}, {1, "meeting", "one meeting"}, {2, "meeting", "two meetings"}, {12, "party", "twelve parties"}, {1, "party", "one party"},
		{0, "party", "no parties"}, {13, "day", "13 days"}, {1, "day", "one day"}} {
		if got := compare.CountOf(test.n, test.noun); got != test.want {
			t.Errorf("CountOf(%d, %q) = %q, want %q", test.n, test.noun, got, test.want)
		}
	}
}
