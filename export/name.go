package export

import (
	"strings"
	"unicode"
)

// FileName returns the name of a download from its parts, such as the dossier, the table and the values of the
// filter: lower-case letters of any script, digits and single hyphens, parts joined by underscores, at most 120
// bytes before the suffix. Empty parts are left out.
func FileName(suffix string, parts ...string) string {
	var names []string
	for _, p := range parts {
		if s := slug(p); s != "" {
			names = append(names, s)
		}
	}
	name := strings.Join(names, "_")
	for len(name) > 120 {
		runes := []rune(name)
		name = strings.TrimRight(string(runes[:len(runes)-1]), "-_")
	}
	return name + "." + suffix
}

func slug(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, "-")
}
