package api

import (
	"reflect"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/form"
	"pourparler/domain/table"
)

// schemas gathers the schemas of a description, each under the name of its type.
type schemas struct {
	all  object
	seen map[string]bool
}

func newSchemas() *schemas { return &schemas{seen: map[string]bool{}} }

// nullable is a type whose values may be null.
type nullable interface{ inner() reflect.Type }

// of returns the schema of a type: a reference for a struct.
func (s *schemas) of(t reflect.Type) object {
	if n, ok := reflect.Zero(t).Interface().(nullable); ok {
		return orNull(s.of(n.inner()))
	}
	switch t {
	case reflect.TypeFor[domain.Date](), reflect.TypeFor[edtf.Date]():
		return s.of(reflect.TypeFor[*Date]())
	case reflect.TypeFor[domain.Citation]():
		return s.of(reflect.TypeFor[Citation]())
	}
	switch t.Kind() {
	case reflect.Pointer:
		return object{{"anyOf", []object{s.of(t.Elem()), {{"type", "null"}}}}}
	case reflect.Slice:
		return object{{"type", "array"}, {"items", s.of(t.Elem())}}
	case reflect.Map:
		return object{{"type", "object"}, {"additionalProperties", s.of(t.Elem())}}
	case reflect.Struct:
		return s.reference(t)
	case reflect.Interface: // an item of a page
		return object{{"type", "object"}}
	case reflect.Bool:
		return object{{"type", "boolean"}}
	case reflect.Int:
		return object{{"type", "integer"}}
	}
	schema := object{{"type", "string"}}
	if values := words(t); values != nil {
		schema = append(schema, member{"enum", values})
	}
	return schema
}

// orNull allows null beside what a schema of a plain value allows.
func orNull(schema object) object {
	out := object{}
	for _, m := range schema {
		switch m.name {
		case "type":
			m.value = []any{m.value, "null"}
		case "enum":
			values := []any{}
			for _, v := range m.value.([]string) {
				values = append(values, v)
			}
			m.value = append(values, nil)
		}
		out = append(out, m)
	}
	return out
}

// reference returns a reference to the schema of a struct, which is added if it is new.
func (s *schemas) reference(t reflect.Type) object {
	name := typeName(t)
	if !s.seen[name] {
		s.seen[name] = true
		i := len(s.all)
		s.all = append(s.all, member{name, nil})
		s.all[i].value = s.fields(t)
	}
	return object{{"$ref", "#/components/schemas/" + name}}
}

// typeName is the name of a type; that of a generic one begins with what it holds.
func typeName(t reflect.Type) string {
	name, held, generic := strings.Cut(t.Name(), "[")
	if !generic {
		return name
	}
	held = strings.TrimSuffix(held, "]")
	return held[strings.LastIndex(held, ".")+1:] + name
}

func (s *schemas) fields(t reflect.Type) object {
	properties, required := object{}, []string{}
	describe := func(name, doc string, schema object, always bool) {
		if doc != "" {
			schema = append(object{{"description", doc}}, schema...)
		}
		properties = append(properties, member{name, schema})
		if always {
			required = append(required, name)
		}
	}
	if form.Declared(t) != nil {
		for _, f := range fieldsOf(t) {
			describe(f.name, f.doc, s.field(f), true)
		}
	} else {
		for i := range t.NumField() {
			field := t.Field(i)
			name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
			describe(name, field.Tag.Get("doc"), s.of(field.Type), options == "")
		}
	}
	return object{{"type", "object"}, {"properties", properties}, {"required", required}}
}

// field returns the schema of a field of a record.
func (s *schemas) field(f field) object {
	switch {
	case f.shape == reflect.TypeFor[domain.Publication]():
		return s.of(reflect.TypeFor[Maybe[string]]())
	case !f.null || f.shape.Kind() == reflect.Slice || f.shape.Kind() == reflect.Bool:
		return s.of(f.shape)
	case f.shape == reflect.TypeFor[domain.Date](), f.shape == reflect.TypeFor[edtf.Date]():
		return s.of(f.shape)
	case f.shape.Kind() == reflect.Struct:
		return s.of(reflect.PointerTo(f.shape))
	}
	return orNull(s.of(f.shape))
}

// words returns the words of a type that has a fixed set of them, or nil.
func words(t reflect.Type) []string {
	if t == reflect.TypeFor[table.Type]() {
		return columnTypes()
	}
	return form.NewShapes().Words(t)
}

func columnTypes() []string {
	var all []string
	for _, t := range []table.Type{table.TypeText, table.TypeID, table.TypeEDTF, table.TypeDay, table.TypeInteger,
		table.TypeBoolean, table.TypeEnum} {
		all = append(all, string(t))
	}
	return all
}
