package storage

import (
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// checkText refuses text that not every database can hold: what is not UTF-8, and the character
// zero.
func checkText(d *domain.Dossier) error {
	where, found := badText(reflect.ValueOf(*d))
	if !found {
		return nil
	}
	return domain.Errorf(domain.Invalid,
		"dossier %q: the text of %s is not UTF-8 or holds the character U+0000: write it again", d.ID,
		strings.TrimPrefix(where, "."))
}

// badText returns where in v, as a path of Go fields, such text stands.
func badText(v reflect.Value) (path string, found bool) {
	switch v.Kind() {
	case reflect.String:
		s := v.String()
		return "", !utf8.ValidString(s) || strings.ContainsRune(s, 0)
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
