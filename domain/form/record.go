package form

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"

	"pourparler/domain"
)

// Record is one record of a dossier: the section it is in, its id there, and what it says.
type Record struct {
	Section domain.Section
	ID      string
	*place
	value reflect.Value // the domain's struct
}

// Value returns the record as the domain has it: a pointer to one of its structs.
func (r Record) Value() any { return r.value.Addr().Interface() }

// RecordsOf goes through all records of a dossier in the order of the sections, and in each in their order; only through
// those of some sections where such are named.
func RecordsOf(d *domain.Dossier, of ...domain.Section) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, s := range sections() {
			if of != nil && !slices.Contains(of, s.section) {
				continue
			}
			records := s.in(d)
			if !s.listed() && !yield(s.of(records)) {
				return
			}
			for i := 0; s.listed() && i < records.Len(); i++ {
				if !yield(s.of(records.Index(i))) {
					return
				}
			}
		}
	}
}

// Find returns the record of that id, or the error that [domain.Index.Missing] has for it.
func Find(ix *domain.Index, section domain.Section, id string) (Record, error) {
	i, err := ix.At(section, id)
	if err != nil {
		return Record{}, err
	}
	s := placeOf(section)
	return s.of(s.in(ix.Dossier).Index(i)), nil
}

// Parse returns the record of a section with that body.
func Parse(section domain.Section, body []byte) (Record, error) {
	s := placeOf(section)
	if s == nil {
		return Record{}, fmt.Errorf("no section %q", section)
	}
	value := reflect.New(s.meant).Elem()
	err := s.parse(body, value)
	return s.of(value), err
}

// Body returns what the record says as JSON with the keys of the format, in their order, without those
// that say nothing: the same record gives the same bytes.
func (r Record) Body() ([]byte, error) {
	record := reflect.New(r.declared)
	transfer(record.Elem(), r.value)
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(record.Interface()); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// KeyName returns the key of a field of a struct.
func KeyName(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	return name
}

// SectionOf returns the section of a key of [File].
func SectionOf(key string) domain.Section {
	if key == "document" {
		return domain.SectionDocuments
	}
	return domain.Section(key)
}

// Evidence are the sections drawn from the document of the same file.
func Evidence() (all []domain.Section) {
	for _, s := range sections() {
		if implied(s.declared) {
			all = append(all, s.section)
		}
	}
	return all
}

// DrawnFrom says from which document the records of the file are drawn.
func (f *File) DrawnFrom(document ID) {
	v := reflect.ValueOf(f).Elem()
	for i := range v.NumField() {
		records := v.Field(i)
		for j := 0; records.Kind() == reflect.Slice && j < records.Len(); j++ {
			if field := records.Index(j).FieldByName("Document"); implied(records.Type().Elem()) {
				field.SetString(string(document))
			}
		}
	}
}

// implied reports whether the records of a struct are drawn from a document that the file says.
func implied(t reflect.Type) bool {
	field, ok := t.FieldByName("Document")
	return ok && field.Tag.Get("implied") != ""
}
