package dossier

import (
	"cmp"
	"iter"
	"reflect"
	"slices"
	"sort"

	"pourparler/domain"
	"pourparler/domain/form"
)

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
	for records, document := range evidence(d) {
		sort.SliceStable(records.Interface(), func(i, j int) bool { return document(i) < document(j) })
	}
}

// evidence goes through the records of each section that is drawn from documents, with what says from which one at a place is.
func evidence(d *domain.Dossier) iter.Seq2[reflect.Value, func(i int) string] {
	return func(yield func(reflect.Value, func(int) string) bool) {
		for _, section := range form.Evidence() {
			records := form.Records(d, section)
			field, _ := records.Type().Elem().FieldByName("Document")
			if !yield(records, func(i int) string { return records.Index(i).Field(field.Index[0]).String() }) {
				return
			}
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
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
	for records, document := range evidence(d) {
		for i := range records.Len() {
			own[document(i)] = true
		}
	}
	return own
}
