package form

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"

	"pourparler/domain"
)

// Where is a field of a record, or of a part of one, that has no fields of its own.
type Where struct {
	Field    string           // the keys that lead to it, such as terms.venue.places
	To       []domain.Section // where the records are that it refers to, if it does
	Cites    bool             // it is a list of citations
	List     bool             // it is a list of ids
	Required bool
	part     string // what an item of the list that it is in is called, or which term it is of
	declared reflect.Type
	pattern  string // the keys with a verb for the number of each item of a list, such as names[%d].documents
}

// items are which item of each list a field is in, from 0. There are lists in lists, and no more.
type items [2]int

// path returns the keys that lead to the field at some items, such as names[0].documents.
func (f *Where) path(at items) string {
	n := strings.Count(f.pattern, "%d")
	return fmt.Sprintf(f.pattern, []any{at[0], at[1]}[:n]...)
}

// visit is called with a field, its value in the domain, which can be addressed, and where it is.
type visit func(f *Where, v reflect.Value, at items)

// walker visits the fields of a value of the domain.
type walker func(v reflect.Value, at items, visit visit)

// Fields that may be wanted: all, those that refer to other records, or only those that cite.
const (
	allFields fields = iota
	linkFields
	citingFields
)

type fields int

// builder builds walkers and knows the fields that they visit.
type builder struct {
	which fields
	found []*Where
}

// walk visits those fields of a record that are wanted, in the order of their keys.
func (r Record) walk(which fields, visit visit) { r.walkers[which](r.value, items{}, visit) }

// below is the field of a key below another.
func (f Where) below(key reflect.StructField) Where {
	name := KeyName(key)
	switch {
	case f.declared == reflect.TypeFor[Terms]():
		f.part = name
	case f.Field == "":
		f.part = cmp.Or(key.Tag.Get("item"), strings.TrimSuffix(name, "s"))
	}
	f.Field, f.pattern = strings.TrimPrefix(f.Field+"."+name, "."), strings.TrimPrefix(f.pattern+"."+name, ".")
	f.To, f.Required, f.declared, f.List = sectionsIn(key), Required(key), key.Type, key.Type == reflect.TypeFor[[]ID]()
	if f.Cites = key.Type == reflect.TypeFor[[]Citation](); f.Cites {
		document, _ := reflect.TypeFor[Citation]().FieldByName("Document")
		f.To = sectionsIn(document)
	}
	return f
}

func sectionsIn(key reflect.StructField) (all []domain.Section) {
	for section := range strings.SplitSeq(key.Tag.Get("to"), ",") {
		if section != "" {
			all = append(all, domain.Section(section))
		}
	}
	return all
}

// structWalker is for a struct of the domain and its declaration.
func structWalker(declared, of reflect.Type, at Where, b *builder) walker {
	var walks []walker
	for i := range declared.NumField() {
		key := declared.Field(i)
		field, ok := of.FieldByName(key.Name)
		if !ok {
			continue
		}
		if walk := newWalker(key.Type, field.Type, at.below(key), b); walk != nil {
			walks = append(walks, func(v reflect.Value, at items, visit visit) { walk(v.Field(field.Index[0]), at, visit) })
		}
	}
	return func(v reflect.Value, at items, visit visit) {
		for _, walk := range walks {
			walk(v, at, visit)
		}
	}
}

// newWalker is nil where there is nothing to visit.
func newWalker(declared, of reflect.Type, at Where, b *builder) walker {
	switch {
	case declared == reflect.TypeFor[Terms]():
		return termsWalker(at, b)
	case of.Kind() == reflect.Struct && declared != of:
		return structWalker(declared, of, at, b)
	case of.Kind() == reflect.Slice && of.Elem().Kind() == reflect.Struct && !at.Cites:
		return listWalker(declared, of, at, b)
	case b.which == linkFields && at.To == nil, b.which == citingFields && !at.Cites:
		return nil
	}
	b.found = append(b.found, &at)
	return func(v reflect.Value, in items, visit visit) { visit(&at, v, in) }
}

func listWalker(declared, of reflect.Type, at Where, b *builder) walker {
	depth := strings.Count(at.pattern, "%d")
	at.pattern += "[%d]"
	walk := structWalker(declared.Elem(), of.Elem(), at, b)
	return func(v reflect.Value, at items, visit visit) {
		for i := range v.Len() {
			at[depth] = i
			walk(v.Index(i), at, visit)
		}
	}
}

// termsWalker has another path for each kind of term.
func termsWalker(at Where, b *builder) walker {
	walks, terms := map[domain.TermKind]walker{}, reflect.TypeFor[Terms]()
	for i, kind := range domain.TermKinds() {
		walks[kind] = structWalker(reflect.TypeFor[Term](), reflect.TypeFor[domain.Term](), at.below(terms.Field(i)), b)
	}
	return func(v reflect.Value, at items, visit visit) {
		terms := v.Addr().Interface().(*[]domain.Term)
		for i := range *terms {
			if walk := walks[(*terms)[i].Kind]; walk != nil {
				walk(v.Index(i), at, visit)
			}
		}
	}
}
