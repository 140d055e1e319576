package api

import (
	"cmp"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
)

// Title is the name of the interface.
const Title = "Pourparler read API"

const description = "The record of a negotiation for programs: every record, every table and every computed view, as on the pages " +
	"and with the same filters. Nothing can be written. What the record does not say is null, and a list of nothing is empty. " +
	"Every answer has an ETag that changes with the dossier: send it back in If-None-Match. HEAD is answered wherever GET is. " +
	"Addresses in answers have no host: it is that of the answer. The manual page is "

// Describe returns the description of some operations in OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1), as JSON.
// samples are answers of the bundled dossier by the id of the operation, on a site at the root of its host.
func Describe(b Base, operations []Operation, samples map[string]json.RawMessage) ([]byte, error) {
	d := describer{base: b, schemas: newSchemas(), samples: samples}
	paths := d.paths(operations)
	responses := d.problems()
	return Encode(object{
		{"openapi", "3.1.1"},
		{"info", object{{"title", Title}, {"version", "1"}, {"description", description + string(b) + Manual + "."},
			{"license", object{{"name", "MIT (the interface); each dossier names the licence of its record"}, {"identifier", "MIT"}}}}},
		{"servers", []object{{{"url", cmp.Or(string(b), "/")}, {"description", "the server that has this description"}}}},
		{"security", []object{}},
		{"tags", tags(operations)},
		{"paths", paths},
		{"components", object{{"schemas", d.schemas.all}, {"responses", responses}, {"headers", headers()}}},
	})
}

// describer gathers the parts of a description.
type describer struct {
	base    Base
	schemas *schemas
	samples map[string]json.RawMessage
}

// tagWords say what each heading has.
var tagWords = object{
	{"entry", "Where everything is."},
	{"records", "The records of a dossier, each complete, and lists of them."},
	{"events", "Tables over all records: what happened when, and how much of each document is drawn on."},
	{"views", "What is computed from the record: by day, by proposals compared, by lists."},
}

func tags(operations []Operation) []object {
	var all []object
	for _, m := range tagWords {
		for _, o := range operations {
			if o.Tag == m.name {
				all = append(all, object{{"name", m.name}, {"description", m.value}})
				break
			}
		}
	}
	return all
}

func (d *describer) paths(operations []Operation) object {
	paths := object{}
	for _, o := range operations {
		paths = append(paths, member{Root + o.Path, object{{"get", d.operation(o)}}})
	}
	return paths
}

func (d *describer) operation(o Operation) object {
	op := object{{"operationId", o.ID}, {"tags", []string{o.Tag}}, {"summary", o.Summary}}
	if o.Doc != "" {
		op = append(op, member{"description", o.Doc})
	}
	parameters := each(o.Params, func(p Parameter) object { return p.describe() })
	return append(op, member{"parameters", parameters}, member{"responses", d.responses(o)})
}

func (p Parameter) describe() object {
	in := "query"
	if p.Path {
		in = "path"
	}
	about := object{{"name", p.Name}, {"in", in}, {"description", p.Doc}}
	if p.Path {
		about = append(about, member{"required", true})
	}
	schema := p.schema()
	var example any = p.Example
	if p.Repeat {
		schema = object{{"type", "array"}, {"items", schema}}
		example = strings.Fields(p.Example)
	}
	if n, err := strconv.Atoi(p.Example); p.Number && err == nil {
		example = n
	}
	about = append(about, member{"schema", schema})
	if p.Example != "" {
		about = append(about, member{"example", example})
	}
	return about
}

func (p Parameter) schema() object {
	if !p.Number {
		schema := object{{"type", "string"}}
		if len(p.Values) > 0 {
			schema = append(schema, member{"enum", p.Values})
		}
		if p.Usual != "" {
			schema = append(schema, member{"default", p.Usual})
		}
		return schema
	}
	schema := object{{"type", "integer"}, {"minimum", p.Least}, {"maximum", p.Most}}
	if p.Usual != "" {
		schema = append(schema, member{"default", json.Number(p.Usual)})
	}
	return schema
}

func (d *describer) responses(o Operation) object {
	content := object{{"schema", d.schemas.answer(o.Answer)}}
	if sample, ok := d.samples[o.ID]; ok {
		content = append(content, member{"example", sample})
	}
	told := object{{"ETag", reference("headers", "ETag")}}
	if o.Has("cursor") {
		told = append(told, member{"Link", reference("headers", "Link")})
	}
	responses := object{
		{"200", object{{"description", "What was asked for."}, {"headers", told}, {"content", object{{"application/json", content}}}}},
		{"304", reference("responses", "NotModified")}}
	for _, k := range problemKinds {
		for _, status := range o.statuses() {
			if k.status == status {
				responses = append(responses, member{strconv.Itoa(status), reference("responses", k.name)})
			}
		}
	}
	return append(responses, member{"default", reference("responses", "Other")})
}

func reference(kind, name string) object {
	return object{{"$ref", "#/components/" + kind + "/" + name}}
}

// problems are the answers that say what is wrong, by name.
func (d *describer) problems() object {
	schema := d.schemas.of(reflect.TypeFor[Problem]())
	all := object{{"NotModified", object{{"description", "What was asked for has not changed since the answer with the ETag that was sent."}}}}
	for _, k := range problemKinds {
		content := object{{"schema", schema}, {"example", NewProblem(d.base, k.status, k.meaning, Root)}}
		about := object{{"description", k.title + ": " + k.meaning + "."}, {"content", object{{ProblemType, content}}}}
		if k.name != "" {
			all = append(all, member{k.name, about})
		}
	}
	return append(all, member{"Other", object{{"description", "Any other problem."},
		{"content", object{{ProblemType, object{{"schema", schema}}}}}}})
}

func headers() object {
	text := object{{"type", "string"}}
	return object{
		{"ETag", object{{"description", "A word that changes whenever the dossier does."}, {"schema", text}}},
		{"Link", object{{"description", "The first page, the one before and the one after, as RFC 8288 has it."}, {"schema", text}}},
	}
}
