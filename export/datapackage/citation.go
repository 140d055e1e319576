package datapackage

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"

	"pourparler/domain"
)

var spdxForm = regexp.MustCompile(`^[A-Za-z0-9.+-]+$`)

// isSPDX reports whether a licence is written as an SPDX identifier.
func isSPDX(licence string) bool { return spdxForm.MatchString(licence) }

// Editors returns by whom a dossier is cited: a corporate name, since a dossier records no person who made it.
func Editors(d *domain.Dossier) string { return "Editors of the dossier " + d.ID }

// citation is CITATION.cff, by the Citation File Format 1.2.0. Texts are written as JSON writes them, which YAML reads.
func citation(d *domain.Dossier) []byte {
	var b bytes.Buffer
	line := func(key, value string) {
		if value != "" {
			b.WriteString(key + ": " + quoted(value) + "\n")
		}
	}
	b.WriteString("cff-version: 1.2.0\ntype: dataset\n")
	line("message", "If you use these data, please cite them as below, with the number of the release.")
	line("title", d.Title)
	line("abstract", d.Summary)
	b.WriteString("authors:\n  - name: " + quoted(Editors(d)) + "\n")
	line("version", d.Release)
	line("date-released", releaseDay(d))
	if isSPDX(d.Licence) {
		line("license", d.Licence)
	}
	return b.Bytes()
}

func quoted(s string) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(s) // a text can always be written
	return strings.TrimSuffix(b.String(), "\n")
}
