package api

import (
	"reflect"
	"strings"

	"pourparler/domain/table"
)

// answer returns the schema of an operation's answer.
func (s *schemas) answer(a Answer) object {
	switch {
	case a.Record != nil:
		return s.of(a.Record)
	case a.Items != nil:
		return s.page(s.of(a.Items))
	case a.Rows != nil:
		return s.page(s.row(a))
	}
	return object{{"description", a.File}, {"type", "object"}}
}

// page is a [Page] whose items have a schema that says more than objects.
func (s *schemas) page(item object) object {
	items := object{{"type", "array"}, {"items", item}}
	return object{{"allOf", []object{s.of(reflect.TypeFor[Page]()), {{"properties", object{{"items", items}}}}}}}
}

// row returns a reference to the schema of a table's rows, which is added if it is new.
func (s *schemas) row(a Answer) object {
	name := rowName(a.Rows.Name)
	if !s.seen[name] {
		s.seen[name] = true
		i := len(s.all)
		s.all = append(s.all, member{name, nil})
		s.all[i].value = s.columns(a)
	}
	return object{{"$ref", "#/components/schemas/" + name}}
}

// rowName is the name of a table's rows: SilenceMapRow for silence-map.
func rowName(table string) string {
	var name strings.Builder
	for word := range strings.SplitSeq(table, "-") {
		name.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return name.String() + "Row"
}

func (s *schemas) columns(a Answer) object {
	properties, required := object{}, []string{}
	for _, c := range a.Rows.Columns {
		properties = append(properties, member{c.Name, columnSchema(c)})
		required = append(required, c.Name)
	}
	if a.Linked {
		properties = append(properties, member{"links", s.of(reflect.TypeFor[Links]())})
		required = append(required, "links")
	}
	schema := object{{"type", "object"}, {"description", "A row of the table " + a.Rows.Title + "."},
		{"properties", properties}, {"required", required}}
	if a.Open {
		schema = append(schema, member{"additionalProperties", object{{"description", "a column for each list, by its id"},
			{"type", []string{"string", "null"}}}})
	}
	return schema
}

func columnSchema(c table.Column) object {
	schema := valueSchema(c)
	if c.List {
		schema = object{{"type", "array"}, {"items", schema}}
	}
	if !c.Needed {
		schema = orNull(schema)
	}
	return append(object{{"title", c.Title}, {"description", c.Doc}}, schema...)
}

func valueSchema(c table.Column) object {
	switch c.Type {
	case table.TypeInteger:
		return object{{"type", "integer"}}
	case table.TypeBoolean:
		return object{{"type", "boolean"}}
	case table.TypeEnum:
		if len(c.Values) > 0 {
			return object{{"type", "string"}, {"enum", c.Values}}
		}
	}
	return object{{"type", "string"}}
}
