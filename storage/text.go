package storage

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// checkText refuses text that not every database can hold: what is not UTF-8, and the character
// zero; and the separators of rows and cells, which registers need for themselves.
func checkText(d *domain.Dossier) error {
	where, found := badText(reflect.ValueOf(*d))
	if !found {
		return nil
	}
	return domain.Errorf(domain.Invalid,
		"dossier %q: the text of %s is not UTF-8 or holds a character such as U+0000 or U+001F, which separates cells: write it again", d.ID,
		strings.TrimPrefix(where, "."))
}

// badText returns where in v, as a path of Go fields, such text stands.
func badText(v reflect.Value) (path string, found bool) {
	switch v.Kind() {
	case reflect.String:
		s := v.String()
		return "", !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\x1c\x1d\x1e\x1f")
	case reflect.Slice:
		for i := range v.Len() {
			if path, found := badText(v.Index(i)); found {
				return fmt.Sprintf("[%d]%s", i, path), true
			}
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[edtf.Date]() { // checked when it was parsed
			return "", false
		}
		for i := range v.NumField() {
			if path, found := badText(v.Field(i)); found {
				return "." + v.Type().Field(i).Name + path, true
			}
		}
	}
	return "", false
}

// checkTerms refuses a proposal that has a term twice, or one of no known kind.
func checkTerms(d *domain.Dossier) error {
	kinds := domain.TermKinds()
	for _, p := range d.Proposals {
		seen := make([]bool, len(kinds))
		for _, term := range p.Terms {
			i := slices.Index(kinds, term.Kind)
			if i < 0 || seen[i] {
				return domain.Errorf(domain.Invalid, "dossier %q: proposal %q has the term %q, which is none or stands there twice: write it once",
					d.ID, p.ID, term.Kind)
			}
			seen[i] = true
		}
	}
	return nil
}
