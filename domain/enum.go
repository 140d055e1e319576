package domain

import (
	"slices"
	"strings"
)

// parse returns the value of all that is written s, or an error that names the word and the choices.
func parse[T ~string](word, s string, all []T) (T, error) {
	if slices.Contains(all, T(s)) {
		return T(s), nil
	}
	names := make([]string, len(all))
	for i, v := range all {
		names[i] = string(v)
	}
	return "", Errorf(Invalid, "%s %q is not known: write one of %s", word, s, strings.Join(names, ", "))
}
