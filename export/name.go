package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pourparler/domain"
)

// nameBytes is how long a name may be before its suffix.
const nameBytes = 120

// FileName returns the name of a download from its parts, such as the dossier, the table and the values of the
// filter: lower-case letters of any script, digits, points between them, and single hyphens, parts joined by underscores, at most 120
// bytes before the suffix, and one more where Windows keeps the name for a device. Empty parts are left out.
func FileName(suffix string, parts ...string) string {
	var names []string
	for _, p := range parts {
		if s := slug(p); s != "" {
			names = append(names, s)
		}
	}
	return domain.PortableName(shortened(strings.Join(names, "_")) + "." + suffix)
}

// shortened cuts a name after the last whole letter that fits.
func shortened(name string) string {
	end := min(len(name), nameBytes)
	for end < len(name) && !utf8.RuneStart(name[end]) {
		end--
	}
	return strings.TrimRight(name[:end], "-_.")
}

// slug keeps letters and digits, and the points of numbers such as 0.1.0.
func slug(s string) string {
	letters := []rune(strings.ToLower(s))
	for i, r := range letters {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !isPoint(letters, i) {
			letters[i] = ' '
		}
	}
	return strings.Join(strings.Fields(string(letters)), "-")
}

// isPoint reports whether a point between digits stands at that place.
func isPoint(letters []rune, i int) bool {
	return letters[i] == '.' && i > 0 && i+1 < len(letters) && unicode.IsDigit(letters[i-1]) && unicode.IsDigit(letters[i+1])
}
