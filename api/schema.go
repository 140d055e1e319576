package api

import (
	"reflect"
	"strings"

	"pourparler/domain"
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
	if values := vocabulary(t); values != nil {
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
	for field := range fieldsOf(t) {
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		schema := s.of(field.Type)
		if doc := field.Tag.Get("doc"); doc != "" {
			schema = append(object{{"description", doc}}, schema...)
		}
		properties = append(properties, member{name, schema})
		if options == "" {
			required = append(required, name)
		}
	}
	return object{{"type", "object"}, {"properties", properties}, {"required", required}}
}

func fieldsOf(t reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

// vocabulary returns the words of a type that has a fixed set of them, or nil.
func vocabulary(t reflect.Type) []string {
	for _, words := range []any{domain.Acts(), domain.RelationKinds(), domain.Stances(), domain.TermKinds(),
		domain.DocumentKinds(), domain.MeetingStatuses(), domain.PartyKinds(), domain.Sides(), domain.Movements(),
		domain.Recognitions(), domain.StatementKinds(), domain.Sections(), columnTypes()} {
		if v := reflect.ValueOf(words); v.Type().Elem() == t {
			all := make([]string, v.Len())
			for i := range all {
				all[i] = v.Index(i).String()
			}
			return all
		}
	}
	return nil
}

func columnTypes() []table.Type {
	return []table.Type{table.TypeText, table.TypeID, table.TypeEDTF, table.TypeDay, table.TypeInteger,
		table.TypeBoolean, table.TypeEnum}
}
