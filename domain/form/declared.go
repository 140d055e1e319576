package form

import (
	"reflect"
	"strings"
	"sync"

	"pourparler/domain"
)

// RecordType returns the domain's struct of the records of a section, nil if it has none.
func RecordType(section domain.Section) reflect.Type {
	for _, s := range sections() {
		if s.Section == section && s.listed() {
			return s.meant()
		}
	}
	return nil
}

// SectionOfRecord returns the section whose records are of that struct of the domain, "" if it is only a part of one.
func SectionOfRecord(t reflect.Type) domain.Section {
	for _, s := range sections() {
		if s.meant() == t {
			return s.Section
		}
	}
	return ""
}

// Records returns the records of a section of a dossier, as a slice of the domain's structs; none if it has none.
func Records(d *domain.Dossier, section domain.Section) reflect.Value {
	for _, s := range sections() {
		if s.Section == section && s.listed() {
			return s.in(d)
		}
	}
	return reflect.ValueOf([]struct{}{})
}

// Declared returns the struct of this package that declares one of the domain's, nil if none does.
func Declared(t reflect.Type) reflect.Type { return declarations()[t] }

// declarations are the structs by those of the domain.
var declarations = sync.OnceValue(func() map[reflect.Type]reflect.Type {
	all := map[reflect.Type]reflect.Type{}
	for _, s := range sections() {
		if s.listed() {
			declare(all, s.record, s.meant())
		}
	}
	return all
})

func declare(all map[reflect.Type]reflect.Type, form, of reflect.Type) {
	if form == reflect.TypeFor[Terms]() {
		form = reflect.TypeFor[[]Term]()
	}
	if of.Kind() == reflect.Slice {
		declare(all, form.Elem(), of.Elem())
		return
	}
	if of.Kind() != reflect.Struct || of == form || all[of] != nil {
		return
	}
	all[of] = form
	for i := range of.NumField() {
		if field, ok := form.FieldByName(of.Field(i).Name); ok {
			declare(all, field.Type, of.Field(i).Type)
		}
	}
}

// Required reports whether a record cannot do without a field of a struct.
func Required(field reflect.StructField) bool {
	return !strings.HasSuffix(field.Tag.Get("json"), ",omitzero")
}
