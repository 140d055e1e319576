package form

import (
	"reflect"
	"slices"

	"pourparler/domain"
)

// Of returns the records of a dossier in their order, in no document's file.
func Of(d *domain.Dossier) *File {
	f := &File{Dossier: &Header{}}
	transfer(reflect.ValueOf(f.Dossier).Elem(), reflect.ValueOf(*d))
	to, from := reflect.ValueOf(f).Elem(), reflect.ValueOf(*d)
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
		transfer(reflect.ValueOf(d).Elem(), reflect.ValueOf(*f.Dossier))
	}
	if f.Document != nil {
		var document domain.Document
		transfer(reflect.ValueOf(&document).Elem(), reflect.ValueOf(*f.Document))
		d.Documents = append(d.Documents, document)
	}
	to, from := reflect.ValueOf(d).Elem(), reflect.ValueOf(*f)
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
// either way. A test holds that they have everything in common.
func transfer(to, from reflect.Value) {
	if from.Type().AssignableTo(to.Type()) {
		to.Set(from)
		return
	}
	switch {
	case from.Type() == reflect.TypeFor[Terms]():
		to.Set(reflect.ValueOf(from.Interface().(Terms).list()))
	case to.Type() == reflect.TypeFor[Terms]():
		to.Set(reflect.ValueOf(termsOf(from.Interface().([]domain.Term))))
	case from.Kind() == reflect.Struct:
		for i := range from.NumField() {
			if field := to.FieldByName(from.Type().Field(i).Name); field.IsValid() {
				transfer(field, from.Field(i))
			}
		}
	case from.Kind() == reflect.Slice:
		transferAll(to, from)
	default:
		to.Set(from.Convert(to.Type()))
	}
}

func transferAll(to, from reflect.Value) {
	if from.Len() == 0 {
		return
	}
	to.Set(reflect.MakeSlice(to.Type(), from.Len(), from.Len()))
	for i := range from.Len() {
		transfer(to.Index(i), from.Index(i))
	}
}

// fields returns the terms in the order of [domain.TermKinds].
func (t *Terms) fields() []**Term {
	return []**Term{&t.Date, &t.Venue, &t.Participants, &t.Level, &t.Duration, &t.Agenda, &t.Sequence, &t.Procedure,
		&t.Convener, &t.Condition, &t.Substance}
}

func (t Terms) list() []domain.Term {
	var list []domain.Term
	for i, field := range t.fields() {
		if *field != nil {
			one := domain.Term{}
			transfer(reflect.ValueOf(&one).Elem(), reflect.ValueOf(**field))
			one.Kind = domain.TermKinds()[i]
			list = append(list, one)
		}
	}
	return list
}

// termsOf returns the terms of a list that has each kind at most once.
func termsOf(list []domain.Term) Terms {
	var t Terms
	fields := t.fields()
	for _, one := range list {
		field := fields[slices.Index(domain.TermKinds(), one.Kind)]
		*field = &Term{}
		transfer(reflect.ValueOf(*field).Elem(), reflect.ValueOf(one))
	}
	return t
}
