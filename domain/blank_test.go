package domain_test

import (
	"testing"

	"pourparler/domain"
)

func TestBlank(t *testing.T) {
	blank := []string{"", " ", "  \n ", "\t", "\u00a0", "\u200b", "\u200b \u00a0", "\u3000", "\ufeff", "\u2060", "\u00ad", "\u200e\u200f",
		"\u180e", "\u034f", "\u115f", "\u3164", "\uffa0", "\u2800", "\ufe0f", "\U000e0100", "\U000e0041", "\u2028", "\ue000", "\u0301", "\u20dd\u0301", "\u0903", "\ufdd0", "\ufffe", "\U0001ffff", "\u206a\u206f"}
	for _, s := range blank {
		if !domain.Blank(s) {
			t.Errorf("Blank(%+q) = false, want true", s)
		}
	}
	for _, s := range []string{"a", " a ", "\u200ba", "-", ".", "北", "e\u0301", "\u0995\u09be", "\u05d0\u200f", "\u2801"} {
		if domain.Blank(s) {
			t.Errorf("Blank(%+q) = true, want false", s)
		}
	}
}
