package form

import (
	"reflect"
	"strings"
	"sync"

	"pourparler/domain"
)

// Link says that a record refers to another. Fields that hold the id of another record have the tag to, with
// the section in which it is, or those in one of which it is.
type Link struct {
	Field     string           // the keys that lead to it, such as terms.venue.places
	To        []domain.Section // where the other is
	ID        string
	Paragraph int // of the other that is cited, from 1; 0 where nothing is cited
}

// Links returns what the record refers to, in the order of the fields; the same perhaps several times.
func (r Record) Links() (links []Link) {
	v := reflect.ValueOf(r.value).Elem()
	walkerOf(v.Type())(v, &links)
	return links
}

// walker appends the links that are in a value.
type walker func(v reflect.Value, links *[]Link)

// walkers are kept by the type of the record, on which alone they depend.
var walkers sync.Map

func walkerOf(record reflect.Type) walker {
	known, ok := walkers.Load(record)
	if !ok {
		walk := newWalker(record, "", "")
		if walk == nil {
			walk = func(reflect.Value, *[]Link) {}
		}
		known, _ = walkers.LoadOrStore(record, walk)
	}
	return known.(walker)
}

// newWalker is for a type at a path of keys, whose ids are of the sections. It is nil where there are no ids.
func newWalker(t reflect.Type, path, to string) walker {
	switch {
	case t == reflect.TypeFor[Citation]():
		return citationWalker(path)
	case t == reflect.TypeFor[ID]() && to != "":
		link := Link{Field: path, To: sectionsIn(to)}
		return func(v reflect.Value, links *[]Link) { appendLink(links, link, v.String(), 0) }
	case t.Kind() == reflect.Struct:
		return structWalker(t, path)
	case t.Kind() == reflect.Slice:
		walk := newWalker(t.Elem(), path, to)
		return unlessNil(walk, func(v reflect.Value, links *[]Link) {
			for i := range v.Len() {
				walk(v.Index(i), links)
			}
		})
	case t.Kind() == reflect.Pointer:
		walk := newWalker(t.Elem(), path, to)
		return unlessNil(walk, func(v reflect.Value, links *[]Link) {
			if !v.IsNil() {
				walk(v.Elem(), links)
			}
		})
	}
	return nil
}

func unlessNil(inner, outer walker) walker {
	if inner == nil {
		return nil
	}
	return outer
}

func structWalker(t reflect.Type, path string) walker {
	var walks []walker
	for i := range t.NumField() {
		field := t.Field(i)
		keys := strings.TrimPrefix(path+"."+KeyName(field), ".")
		if walk := newWalker(field.Type, keys, field.Tag.Get("to")); walk != nil {
			walks = append(walks, func(v reflect.Value, links *[]Link) { walk(v.Field(i), links) })
		}
	}
	if walks == nil {
		return nil
	}
	return func(v reflect.Value, links *[]Link) {
		for _, walk := range walks {
			walk(v, links)
		}
	}
}

func citationWalker(path string) walker {
	document, _ := reflect.TypeFor[Citation]().FieldByName("Document")
	link := Link{Field: path, To: sectionsIn(document.Tag.Get("to"))}
	return func(v reflect.Value, links *[]Link) {
		c := v.Addr().Interface().(*Citation)
		appendLink(links, link, string(c.Document), c.Paragraph)
	}
}

// appendLink appends a link to a record; no id is no link.
func appendLink(links *[]Link, link Link, id string, paragraph int) {
	if id != "" {
		link.ID, link.Paragraph = id, paragraph
		*links = append(*links, link)
	}
}

func sectionsIn(tag string) (all []domain.Section) {
	for section := range strings.SplitSeq(tag, ",") {
		all = append(all, domain.Section(section))
	}
	return all
}
