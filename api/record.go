package api

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/form"
	"pourparler/domain/table"
)

// Records tells the records of one dossier, each complete: what [form] declares of them, by the names and in the order of
// the domain's fields, and what is computed from it.
type Records struct {
	ix   *domain.Index
	base Base
	page func(table.Ref) string
}

// NewRecords returns the records of a dossier on a site that stands below base. page gives the path of the page that
// shows a record, or "".
func NewRecords(ix *domain.Index, base Base, page func(table.Ref) string) *Records {
	return &Records{ix, base, page}
}

// One tells the record of that id, or fails as [domain.Index.Missing] does.
func (r *Records) One(section domain.Section, id string) (any, error) {
	i, err := r.ix.At(section, id)
	if err != nil {
		return nil, err
	}
	return r.tell(form.Records(r.ix.Dossier, section).Index(i)), nil
}

// All tells all records of a section in their order.
func (r *Records) All(section domain.Section) []any {
	records := form.Records(r.ix.Dossier, section)
	all := make([]any, records.Len())
	for i := range all {
		all[i] = r.tell(records.Index(i))
	}
	return all
}

// tell tells a record, or a part of one.
func (r *Records) tell(record reflect.Value) object {
	var told object
	for _, f := range fieldsOf(record.Type()) {
		told = append(told, member{f.name, f.tell(r, record)})
	}
	return told
}

// field is one field of what the interface tells of a record or of a part of one.
type field struct {
	name, doc string
	shape     reflect.Type // of the value
	null      bool         // it is null where there is no value
	tell      func(r *Records, record reflect.Value) any
}

// known are the fields by the struct, on which alone they depend.
var known sync.Map

// fieldsOf are the fields of a struct of the domain.
func fieldsOf(t reflect.Type) []field {
	if all, ok := known.Load(t); ok {
		return all.([]field)
	}
	var all []field
	for i := range t.NumField() {
		name := t.Field(i).Name
		if declared, ok := form.Declared(t).FieldByName(name); ok {
			f := field{name: snake(name), doc: declared.Tag.Get("doc"), shape: t.Field(i).Type, null: !form.Required(declared)}
			f.tell = func(r *Records, record reflect.Value) any { return r.value(record.Field(i), f.null) }
			all = append(all, f)
		}
		for _, c := range computed() {
			if c.of != t || c.after != name {
				continue
			}
			if at := slices.IndexFunc(all, func(f field) bool { return f.name == c.name }); at >= 0 {
				all[at] = c.field
			} else {
				all = append(all, c.field)
			}
		}
	}
	if form.SectionOfRecord(t) != "" {
		all = append(all, field{name: "links", shape: reflect.TypeFor[Links](), tell: (*Records).links})
	}
	known.Store(t, all)
	return all
}

// snake is a name as JSON has it: replies_to for RepliesTo.
func snake(name string) string {
	if name == "ID" {
		return "id"
	}
	var s strings.Builder
	for i, r := range name {
		if i > 0 && unicode.IsUpper(r) {
			s.WriteByte('_')
		}
		s.WriteRune(unicode.ToLower(r))
	}
	return s.String()
}

// value tells the value of a field. No list is null.
func (r *Records) value(v reflect.Value, null bool) any {
	switch value := v.Interface().(type) {
	case domain.Date:
		return date(value)
	case edtf.Date:
		return plainDate(value)
	case domain.Publication:
		return Say(value.String())
	case []domain.Citation:
		return r.citations(value)
	}
	switch {
	case v.Kind() == reflect.Slice:
		all := make([]any, v.Len())
		for i := range all {
			all[i] = r.value(v.Index(i), false)
		}
		return all
	case null && v.IsZero() && v.Kind() != reflect.Bool:
		return nil
	case v.Kind() == reflect.Struct:
		return r.tell(v)
	case null && v.Kind() == reflect.String:
		return Say(v.String())
	}
	return v.Interface()
}

// links are the addresses of a record.
func (r *Records) links(record reflect.Value) any {
	ref := table.Ref{Section: form.SectionOfRecord(record.Type()), ID: record.FieldByName("ID").String()}
	switch x := record.Interface().(type) {
	case domain.Response:
		ref.Of = x.Proposal
	case domain.Retired:
		links := Links{Self: r.address(ref.Section, x.ID)}
		if x.To != "" {
			links.Page = r.base.Page(r.page(table.Ref{Section: x.Section, ID: x.To}))
		}
		return links
	}
	return Links{Self: r.address(ref.Section, ref.ID), Page: r.base.Page(r.page(ref))}
}

func (r *Records) address(section domain.Section, id string) string {
	return r.base.Record(r.ix.Dossier.ID, section, id)
}
