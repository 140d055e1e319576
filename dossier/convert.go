package dossier

import (
	"cmp"
	"reflect"
	"slices"

	"pourparler/domain"
)

// take adds the records of a file to the dossier.
func (r *reading) take(f *file, own string) {
	d := r.dossier
	if f.Dossier != nil {
		transfer(reflect.ValueOf(d).Elem(), reflect.ValueOf(*f.Dossier))
	}
	if f.Document != nil {
		f.Documents = append([]document{*f.Document}, f.Documents...)
	}
	add(&d.Retired, f.Retired, own)
	add(&d.Tracks, f.Tracks, own)
	add(&d.Places, f.Places, own)
	add(&d.Parties, f.Parties, own)
	add(&d.Seats, f.Seats, own)
	add(&d.Persons, f.Persons, own)
	add(&d.Lists, f.Lists, own)
	add(&d.Meetings, f.Meetings, own)
	add(&d.Questions, f.Questions, own)
	add(&d.Documents, f.Documents, own)
	add(&d.Proposals, f.Proposals, own)
	add(&d.Responses, f.Responses, own)
	add(&d.Statements, f.Statements, own)
	add(&d.Claims, f.Claims, own)
	add(&d.Alignments, f.Alignments, own)
	add(&d.Overrides, f.Overrides, own)
}

// add appends records read from the file of a document.
func add[D, S any](records *[]D, read []S, own string) {
	for i := range read {
		var record D
		transfer(reflect.ValueOf(&record).Elem(), reflect.ValueOf(read[i]))
		setDocument(&record, own)
		*records = append(*records, record)
	}
}

// setDocument says which document a record is drawn from.
func setDocument(record any, id string) {
	switch r := record.(type) {
	case *domain.Proposal:
		r.Document = id
	case *domain.Response:
		r.Document = id
	case *domain.Statement:
		r.Document = id
	case *domain.Claim:
		r.Document = id
	case *domain.Alignment:
		r.Document = id
	}
}

// transfer copies what a file struct and a domain struct have in common, field by field of the
// same name, either way. A test holds that they have everything in common but the document a
// record is drawn from.
func transfer(to, from reflect.Value) {
	if from.Type().AssignableTo(to.Type()) {
		to.Set(from)
		return
	}
	switch {
	case from.Type() == reflect.TypeFor[terms]():
		to.Set(reflect.ValueOf(from.Interface().(terms).list()))
	case to.Type() == reflect.TypeFor[terms]():
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
func (t *terms) fields() []**term {
	return []**term{&t.Date, &t.Venue, &t.Participants, &t.Level, &t.Duration, &t.Agenda, &t.Sequence, &t.Procedure,
		&t.Convener, &t.Condition, &t.Substance}
}

func (t terms) list() []domain.Term {
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

func termsOf(list []domain.Term) terms {
	var t terms
	fields := t.fields()
	for _, one := range list {
		field := fields[slices.Index(domain.TermKinds(), one.Kind)]
		*field = &term{}
		transfer(reflect.ValueOf(*field).Elem(), reflect.ValueOf(one))
	}
	return t
}

// arrange puts documents, and the records drawn from them, in the order in which the canonical
// layout is read: first the documents that have no file of their own, then the others by id.
func arrange(d *domain.Dossier) {
	own := ownFiles(d)
	slices.SortStableFunc(d.Documents, func(a, b domain.Document) int {
		if own[a.ID] && own[b.ID] {
			return cmp.Compare(a.ID, b.ID)
		}
		return cmp.Compare(btoi(own[a.ID]), btoi(own[b.ID]))
	})
	sortByDocument(d.Proposals, func(p domain.Proposal) string { return p.Document })
	sortByDocument(d.Responses, func(r domain.Response) string { return r.Document })
	sortByDocument(d.Statements, func(s domain.Statement) string { return s.Document })
	sortByDocument(d.Claims, func(c domain.Claim) string { return c.Document })
	sortByDocument(d.Alignments, func(a domain.Alignment) string { return a.Document })
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func sortByDocument[T any](records []T, document func(T) string) {
	slices.SortStableFunc(records, func(a, b T) int { return cmp.Compare(document(a), document(b)) })
}

// ownFiles returns the documents that have a file of their own: those held, and those that
// records are drawn from.
func ownFiles(d *domain.Dossier) map[string]bool {
	own := map[string]bool{}
	for _, doc := range d.Documents {
		if doc.Held {
			own[doc.ID] = true
		}
	}
	for _, p := range d.Proposals {
		own[p.Document] = true
	}
	for _, r := range d.Responses {
		own[r.Document] = true
	}
	for _, s := range d.Statements {
		own[s.Document] = true
	}
	for _, c := range d.Claims {
		own[c.Document] = true
	}
	for _, a := range d.Alignments {
		own[a.Document] = true
	}
	return own
}
