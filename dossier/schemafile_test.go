package dossier

import (
	"reflect"
	"strings"

	"pourparler/domain/form"
)

// Schema returns a JSON Schema, draft 2020-12, of the files of a dossier. It says what one file
// may hold, so that an editor can complete and check; what it cannot say, such as that an id is
// known, is left to [Read].
func Schema() []byte {
	g := &generator{shapes: newShapes(), defined: map[string]bool{}}
	root := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", "File of a Pourparler dossier"},
		{"description", "One YAML file of a dossier, with any of the sections. See docs/dossier-format.md."},
	}
	root = append(root, g.mapping(reflect.TypeFor[form.File]())...)
	root = append(root, pair{"minProperties", 1}, pair{"dependentRequired", documentBeside()}, pair{"$defs", g.defs})
	return root.indented()
}

// documentBeside says that the sections drawn from a document need it in the same file.
func documentBeside() object {
	var o object
	for _, section := range form.Evidence() {
		o = append(o, pair{string(section), []string{"document"}})
	}
	return o
}

// generator makes the schema from the file structs.
type generator struct {
	*shapes
	defs    object
	defined map[string]bool
}

// mapping returns the schema of a file struct.
func (g *generator) mapping(t reflect.Type) object {
	properties, required := object{}, []string{}
	for _, k := range g.KeysOf(t) {
		property := append(object{{"description", k.Doc}}, g.value(t.Field(k.Index).Type)...)
		properties = append(properties, pair{k.Name, property})
		if k.Required {
			required = append(required, k.Name)
		}
	}
	o := object{{"type", "object"}, {"properties", properties}}
	if len(required) > 0 {
		o = append(o, pair{"required", required})
	}
	return append(o, pair{"additionalProperties", false})
}

// value returns the schema of a value of a type in a file struct, which for most is a reference
// to a definition.
func (g *generator) value(t reflect.Type) object {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch g.KindOf(t) {
	case form.KindText:
		return g.refer("text", func() object { return object{{"type", "string"}, {"pattern", textPattern}} })
	case form.KindPattern:
		pattern := g.Pattern(t).String()
		return g.refer(definition(t), func() object { return object{{"type", "string"}, {"pattern", pattern}} })
	case form.KindWord:
		return object{{"enum", g.Words(t)}}
	case form.KindNumber:
		return g.refer("number", numberSchema)
	case form.KindFlag:
		return object{{"type", "boolean"}}
	case form.KindEDTF:
		return g.refer("edtf", edtfSchema)
	case form.KindDate:
		return g.refer("date", func() object { return anyOf(g.value(g.keyType(t, "date")), g.mapping(t)) })
	case form.KindPublication:
		return g.refer("publication", func() object { return anyOf(g.value(g.keyType(t, "text")), g.mapping(t)) })
	case form.KindCitation:
		return g.refer("citation", func() object { return anyOf(numberSchema(), referenceSchema(), g.mapping(t)) })
	case form.KindList:
		return object{{"type", "array"}, {"items", g.value(t.Elem())}}
	default:
		return g.refer(definition(t), func() object { return g.mapping(t) })
	}
}

// definition is the name of a type in a schema, where names begin with a small letter.
func definition(t reflect.Type) string {
	if t == reflect.TypeFor[form.ID]() {
		return "id"
	}
	return strings.ToLower(t.Name()[:1]) + t.Name()[1:]
}

func (g *generator) keyType(t reflect.Type, name string) reflect.Type {
	for _, k := range g.KeysOf(t) {
		if k.Name == name {
			return t.Field(k.Index).Type
		}
	}
	return nil
}

// refer returns a reference to a definition, which is made the first time.
func (g *generator) refer(name string, define func() object) object {
	if !g.defined[name] {
		g.defined[name] = true
		g.defs = append(g.defs, pair{name, nil})
		at := len(g.defs) - 1
		g.defs[at].value = define()
	}
	return object{{"$ref", "#/$defs/" + name}}
}

// textPattern is [unfit] as a regular expression, but for code points beyond the first plane that are no characters.
const textPattern = `^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u206f\ufdd0-\ufdef\ufeff\ufffe\uffff]+$`

func numberSchema() object {
	return object{{"type", "integer"}, {"minimum", 1}, {"exclusiveMaximum", int(maxNumber)}}
}

func edtfSchema() object {
	return object{{"type", []string{"string", "integer"}}, {"minLength", 1},
		{"description", "an EDTF string such as 1964-05, 1964-10-10/1964-10-25, 1965-05~ or ../1964-12-15"}}
}

func referenceSchema() object {
	return object{{"type", "string"}, {"pattern", form.CitationForm.String()}}
}

func anyOf(schemas ...object) object { return object{{"anyOf", schemas}} }
