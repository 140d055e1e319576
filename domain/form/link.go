package form

import (
	"iter"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"pourparler/domain"
)

// Link says that a record refers to another. Fields that hold the id of another record have the tag to, with
// the section in which it is, or those in one of which it is.
type Link struct {
	*Where
	ID          string
	Paragraph   int    // of the other that is cited, from 1; 0 where nothing is cited
	Fingerprint string // of that paragraph
	in          items
}

// Citation returns the link as the domain has it, if it is one.
func (l Link) Citation() domain.Citation {
	return domain.Citation{Document: l.ID, Paragraph: l.Paragraph, Fingerprint: l.Fingerprint}
}

// Part returns the name of the part of the record that the link is in: the kind of a term, or such as session 2, counted
// from 1; "" where the link is in none.
func (l Link) Part() string {
	switch {
	case !strings.Contains(l.Field, "."):
		return ""
	case strings.Contains(l.pattern, "%d"):
		return l.part + " " + strconv.Itoa(l.in[0]+1)
	}
	return l.part
}

// Links returns what the record refers to, in the order of the fields; the same perhaps several times.
func (r Record) Links() []Link { return r.links(linkFields, nil) }

// links appends what the fields that are wanted refer to.
func (r Record) links(which fields, links []Link) []Link {
	r.walk(which, func(f *Where, v reflect.Value, at items) {
		switch ids := v.Addr().Interface().(type) {
		case *string:
			links = appendLink(links, Link{Where: f, ID: *ids, in: at})
		case *[]string:
			for _, id := range *ids {
				links = appendLink(links, Link{Where: f, ID: id, in: at})
			}
		case *[]domain.Citation:
			for _, c := range *ids {
				links = appendLink(links, Link{f, c.Document, c.Paragraph, c.Fingerprint, at})
			}
		}
	})
	return links
}

// appendLink appends a link to a record; no id is no link.
func appendLink(links []Link, link Link) []Link {
	if link.ID == "" {
		return links
	}
	return append(links, link)
}

// References goes through all that a dossier's records refer to, record by record in their order; only those of some sections
// where such are named.
func References(d *domain.Dossier, of ...domain.Section) iter.Seq2[Record, Link] {
	return func(yield func(Record, Link) bool) {
		for r := range RecordsOf(d, of...) {
			for _, link := range r.Links() {
				if !yield(r, link) {
					return
				}
			}
		}
	}
}

// Cited goes through all that a dossier's records cite, record by record in their order: what supports the whole of a record
// before what supports a part of it.
func Cited(d *domain.Dossier) iter.Seq2[Record, Link] {
	return func(yield func(Record, Link) bool) {
		var links []Link
		for r := range RecordsOf(d) {
			links = r.citations(links[:0])
			for _, link := range links {
				if !yield(r, link) {
					return
				}
			}
		}
	}
}

// Citations returns what the record cites: what supports the whole of it before what supports a part of it.
func (r Record) Citations() []Link { return r.citations(nil) }

func (r Record) citations(links []Link) []Link {
	links = r.links(citingFields, links)
	slices.SortStableFunc(links, func(a, b Link) int { return strings.Count(a.Field, ".") - strings.Count(b.Field, ".") })
	return links
}

// Prune takes out of a dossier what its records refer to and cite that is not known: the references alone, not the parts of
// records that they stand in. The dossier may share its records' lists with others, which stay as they are.
func Prune(d *domain.Dossier, known func(f *Where, id string) bool) {
	for r := range RecordsOf(d) {
		own(r.value)
		r.walk(linkFields, func(f *Where, v reflect.Value, _ items) {
			gone := func(id string) bool { return !known(f, id) }
			switch ids := v.Addr().Interface().(type) {
			case *string:
				if gone(*ids) {
					*ids = ""
				}
			case *[]string:
				*ids = slices.DeleteFunc(*ids, gone)
			case *[]domain.Citation:
				*ids = slices.DeleteFunc(*ids, func(c domain.Citation) bool { return gone(c.Document) })
			}
		})
	}
}

// own gives a record lists of its own.
func own(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				own(v.Field(i))
			}
		}
	case reflect.Slice:
		v.Set(reflect.AppendSlice(reflect.MakeSlice(v.Type(), 0, v.Len()), v))
		for i := range v.Len() {
			own(v.Index(i))
		}
	}
}
