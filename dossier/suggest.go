package dossier

import (
	"fmt"
	"strings"
)

// suggest returns the word meant, if one is near, and all that are possible otherwise.
func suggest(word string, words []string) string {
	best, least := "", len(word)
	for _, w := range words {
		n := distance(strings.ToLower(word), w)
		if len(word) > 2 && strings.HasPrefix(w, word) {
			n = 1
		}
		if n <= max(1, len(w)/3) && n < least {
			best, least = w, n
		}
	}
	if best != "" {
		return fmt.Sprintf("did you mean %q?", best)
	}
	return "write one of " + strings.Join(words, ", ")
}

// distance returns how many letters one must insert, remove, replace or swap with the next to
// turn a into b.
func distance(a, b string) int {
	if len(a) > 2*len(b) {
		return len(a)
	}
	older, old, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range old {
		old[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			row[j+1] = min(old[j]+different(a[i], b[j]), row[j]+1, old[j+1]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], older[j-1]+1)
			}
		}
		older, old, row = old, row, older
	}
	return old[len(b)]
}

func different(a, b byte) int {
	if a == b {
		return 0
	}
	return 1
}
