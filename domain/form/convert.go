package form

import (
	"reflect"
	"slices"
	"sync"

	"pourparler/domain"
)

// Of returns the records of a dossier in their order, in no document's file.
func Of(d *domain.Dossier) *File {
	f := &File{Dossier: &Header{}}
	transfer(reflect.ValueOf(f.Dossier).Elem(), reflect.ValueOf(d).Elem())
	to, from := reflect.ValueOf(f).Elem(), reflect.ValueOf(d).Elem()
	for i := range to.NumField() {
		if to.Field(i).Kind() == reflect.Slice {
			transfer(to.Field(i), from.FieldByName(to.Type().Field(i).Name))
		}
	}
	return f
}

// AddTo adds the records to a dossier, the document of the file before the others.
func (f *File) AddTo(d *domain.Dossier) {
	if f.Dossier != nil {
		transfer(reflect.ValueOf(d).Elem(), reflect.ValueOf(f.Dossier).Elem())
	}
	if f.Document != nil {
		var document domain.Document
		transfer(reflect.ValueOf(&document).Elem(), reflect.ValueOf(f.Document).Elem())
		d.Documents = append(d.Documents, document)
	}
	to, from := reflect.ValueOf(d).Elem(), reflect.ValueOf(f).Elem()
	for i := range from.NumField() {
		if from.Field(i).Kind() == reflect.Slice {
			records := to.FieldByName(from.Type().Field(i).Name)
			added := reflect.New(records.Type()).Elem()
			transfer(added, from.Field(i))
			records.Set(reflect.AppendSlice(records, added))
		}
	}
}

// transfer copies what a struct and one of the domain have in common, field by field of the same name,
// either way. A test holds that they have everything in common. Both values can be addressed.
func transfer(to, from reflect.Value) { copierOf(to.Type(), from.Type())(to, from) }

// copier copies a value to one of another type.
type copier func(to, from reflect.Value)

// copiers are kept by the two types, on which alone they depend.
var copiers sync.Map

func copierOf(to, from reflect.Type) copier {
	types := [2]reflect.Type{to, from}
	known, ok := copiers.Load(types)
	if !ok {
		known, _ = copiers.LoadOrStore(types, newCopier(to, from))
	}
	return known.(copier)
}

func newCopier(to, from reflect.Type) copier {
	switch {
	case from.AssignableTo(to):
		return reflect.Value.Set
	case from == reflect.TypeFor[Terms]():
		return func(to, from reflect.Value) { to.Set(reflect.ValueOf(from.Addr().Interface().(*Terms).list())) }
	case to == reflect.TypeFor[Terms]():
		return func(to, from reflect.Value) {
			to.Addr().Interface().(*Terms).set(*from.Addr().Interface().(*[]domain.Term))
		}
	case from.Kind() == reflect.Struct:
		return structCopier(to, from)
	case from.Kind() == reflect.Slice:
		return sliceCopier(to, from)
	case from.Kind() == reflect.String:
		return func(to, from reflect.Value) { to.SetString(from.String()) }
	default:
		return func(to, from reflect.Value) { to.Set(from.Convert(to.Type())) }
	}
}

func structCopier(to, from reflect.Type) copier {
	var copies []func(to, from reflect.Value)
	for i := range from.NumField() {
		if field, ok := to.FieldByName(from.Field(i).Name); ok {
			at, copyField := field.Index[0], copierOf(field.Type, from.Field(i).Type)
			copies = append(copies, func(to, from reflect.Value) { copyField(to.Field(at), from.Field(i)) })
		}
	}
	return func(to, from reflect.Value) {
		for _, copyField := range copies {
			copyField(to, from)
		}
	}
}

// sliceCopier makes no list of a list without elements.
func sliceCopier(to, from reflect.Type) copier {
	copyElement := copierOf(to.Elem(), from.Elem())
	return func(to, from reflect.Value) {
		if from.Len() == 0 {
			return
		}
		to.Set(reflect.MakeSlice(to.Type(), from.Len(), from.Len()))
		for i := range from.Len() {
			copyElement(to.Index(i), from.Index(i))
		}
	}
}

// fields returns the terms in the order of [domain.TermKinds].
func (t *Terms) fields() []**Term {
	return []**Term{&t.Date, &t.Venue, &t.Participants, &t.Level, &t.Duration, &t.Agenda, &t.Sequence, &t.Procedure,
		&t.Convener, &t.Condition, &t.Substance}
}

func (t *Terms) list() []domain.Term {
	var list []domain.Term
	for i, field := range t.fields() {
		if *field != nil {
			one := domain.Term{}
			transfer(reflect.ValueOf(&one).Elem(), reflect.ValueOf(*field).Elem())
			one.Kind = domain.TermKinds()[i]
			list = append(list, one)
		}
	}
	return list
}

// set has the terms of a list that has each kind at most once.
func (t *Terms) set(list []domain.Term) {
	fields := t.fields()
	for i := range list {
		field := fields[slices.Index(domain.TermKinds(), list[i].Kind)]
		*field = &Term{}
		transfer(reflect.ValueOf(*field).Elem(), reflect.ValueOf(&list[i]).Elem())
	}
}
