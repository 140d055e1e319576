package form

import (
	"reflect"
	"testing"

	"pourparler/domain"
)

// TestFileStructsHaveEveryField holds file structs and domain types to the same fields, so that
// nothing is lost on the way. What a file does not say is where the record stands.
func TestFileStructsHaveEveryField(t *testing.T) {
	implied := map[string]bool{"Kind": true}
	check := func(written, meant reflect.Type, implied map[string]bool) {
		for i := range meant.NumField() {
			name := meant.Field(i).Name
			if _, ok := written.FieldByName(name); !ok && !implied[name] {
				t.Errorf("%v has no field %s of %v", written, name, meant)
			}
		}
		for i := range written.NumField() {
			if _, ok := meant.FieldByName(written.Field(i).Name); !ok {
				t.Errorf("%v has no field %s of %v", meant, written.Field(i).Name, written)
			}
		}
	}
	root, sections := reflect.TypeFor[File](), reflect.TypeFor[domain.Dossier]()
	for i := range root.NumField() {
		if root.Field(i).Type.Kind() != reflect.Slice {
			continue
		}
		field, ok := sections.FieldByName(root.Field(i).Name)
		if !ok {
			t.Errorf("domain.Dossier has no field %s", root.Field(i).Name)
			continue
		}
		compare(root.Field(i).Type.Elem(), field.Type.Elem(), implied, check)
	}
	compare(reflect.TypeFor[Term](), reflect.TypeFor[domain.Term](), implied, check)
}

// compare checks two structs and those that their fields hold.
func compare(written, meant reflect.Type, implied map[string]bool, check func(_, _ reflect.Type, _ map[string]bool)) {
	check(written, meant, implied)
	for i := range written.NumField() {
		field, ok := meant.FieldByName(written.Field(i).Name)
		if !ok {
			continue
		}
		w, m := written.Field(i).Type, field.Type
		if w.Kind() == reflect.Slice && m.Kind() == reflect.Slice {
			w, m = w.Elem(), m.Elem()
		}
		if w.Kind() == reflect.Struct && m.Kind() == reflect.Struct && w != m {
			compare(w, m, nil, check)
		}
	}
}
