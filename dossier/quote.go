package dossier

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"pourparler/domain/form"
)

// lineWidth is how many columns a line of a written file has, where it can be helped.
const lineWidth = 100

// scalarOf returns a text as YAML on one line: plain where every YAML reader takes it for a text,
// else in quotes. Inside brackets fewer texts can be plain: some readers stop at a question mark
// or a colon there.
func scalarOf(s string, inside bool) string {
	switch {
	case isPlain(s) && !(inside && strings.ContainsAny(s, ",?:[]{}")):
		return s
	case strings.ContainsAny(s, `"\`) && !strings.Contains(s, "\n"):
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return doubleQuoted(s)
}

func doubleQuoted(s string) string {
	escape := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)
	return `"` + escape.Replace(s) + `"`
}

// reserved are the words that some version of YAML takes for something else than a text.
var reserved = regexp.MustCompile(`(?i)^(y|n|yes|no|on|off|true|false|null|nan|inf)$`)

// dateLike is what YAML 1.1 takes for a timestamp, even with a time behind it.
var dateLike = regexp.MustCompile(`^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}`)

// version is a version number, whose two dots keep it from being taken for a number.
var version = regexp.MustCompile(`^[0-9]+\.[0-9]+\.[0-9]+$`)

// isPlain reports whether a text can do without quotes where no brackets are open. It is
// cautious: a text that begins with a digit needs a space in it to be no number.
func isPlain(s string) bool {
	if s == "" || reserved.MatchString(s) || strings.ContainsAny(s, "\n\t") {
		return false
	}
	if strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":") {
		return false
	}
	first := []rune(s)[0]
	if unicode.IsDigit(first) && !version.MatchString(s) && (!strings.Contains(s, " ") || dateLike.MatchString(s)) {
		return false
	}
	last := s[len(s)-1]
	return (unicode.IsLetter(first) || unicode.IsDigit(first)) && last != ' '
}

// fold returns the lines of a text as a folded block, none longer than room if words allow; ok is
// false for a text that a folded block would not give back.
func fold(s string, room int) (lines []string, ok bool) {
	for i, paragraph := range strings.Split(s, "\n") {
		if !foldable(paragraph) {
			return nil, false
		}
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, wrap(paragraph, room)...)
	}
	return lines, len(lines) > 1
}

// foldable reports whether a paragraph is made of words with single spaces between them.
func foldable(s string) bool {
	if s == "" || strings.Contains(s, "  ") {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != ' ' }) &&
		strings.TrimSpace(s) == s
}

func wrap(paragraph string, room int) []string {
	var lines []string
	line, used := "", 0
	for i, word := range strings.Split(paragraph, " ") {
		n := width(word)
		switch {
		case i == 0:
			line, used = word, n
		case used+1+n > room:
			lines = append(lines, line)
			line, used = word, n
		default:
			line, used = line+" "+word, used+1+n
		}
	}
	return append(lines, line)
}

// edtfScalar returns a date as YAML. A date needs quotes only where its characters mean something
// to a YAML reader; that a year alone is a number is no matter, because the reader expects a
// date.
func edtfScalar(s string) string {
	if plainDate.MatchString(s) {
		return s
	}
	return doubleQuoted(s)
}

var plainDate = regexp.MustCompile(`^([0-9]|\.\./)[0-9XST/.~+-]*$`)

func citationScalar(document form.ID, paragraph int) string {
	return fmt.Sprintf("%q", fmt.Sprintf("%s %d", document, paragraph))
}
