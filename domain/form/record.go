package form

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"reflect"
	"strings"
	"sync"

	"pourparler/domain"
)

// Record is one record of a dossier: the section it is in, its id there, and what it says.
type Record struct {
	Section domain.Section
	ID      string
	value   any
}

// RecordsOf goes through all records of a dossier in the order of the sections, and in each in their order. It holds one
// at a time.
func RecordsOf(d *domain.Dossier) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		header := &Header{}
		transfer(reflect.ValueOf(header).Elem(), reflect.ValueOf(d).Elem())
		if !yield(recordOf(domain.SectionDossier, reflect.ValueOf(header))) {
			return
		}
		for _, s := range sections() {
			records, more := reflect.ValueOf(d).Elem().FieldByName(s.field.Name), true
			for i := 0; more && s.listed() && i < records.Len(); i++ {
				record := reflect.New(s.record)
				transfer(record.Elem(), records.Index(i))
				more = yield(recordOf(s.Section, record))
			}
			if !more {
				return
			}
		}
	}
}

// Parse returns the record of a section with that body.
func Parse(section domain.Section, body []byte) (Record, error) {
	for _, s := range sections() {
		if s.Section == section {
			record := reflect.New(s.record)
			err := read(section, body, record.Interface())
			return recordOf(section, record), err
		}
	}
	return Record{}, fmt.Errorf("no section %q", section)
}

func recordOf(section domain.Section, record reflect.Value) Record {
	r := Record{section, record.Elem().FieldByName("ID").String(), record.Interface()}
	if retired, ok := r.value.(*Retired); ok { // two sections may have retired the same id
		r.ID = string(retired.Section) + "/" + r.ID
	}
	return r
}

// place is where the records of a section are in a [File].
type place struct {
	domain.Section
	field  reflect.StructField
	record reflect.Type
}

// listed reports whether there may be several records.
func (p place) listed() bool { return p.field.Type.Kind() == reflect.Slice }

// sections are all sections in their order, without the key for the document of a file.
var sections = sync.OnceValue(func() (all []place) {
	t := reflect.TypeFor[File]()
	for i := range t.NumField() {
		if key := KeyName(t.Field(i)); SectionOf(key) == domain.Section(key) {
			all = append(all, place{domain.Section(key), t.Field(i), t.Field(i).Type.Elem()})
		}
	}
	return all
})

// Body returns what the record says as JSON with the keys of the format, in their order, without those
// that say nothing: the same record gives the same bytes.
func (r Record) Body() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(r.value); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

func read(section domain.Section, body []byte, record any) error {
	if err := json.Unmarshal(body, record); err != nil {
		return fmt.Errorf("a record of %s: %w", section, err)
	}
	return nil
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
func Evidence() []domain.Section {
	return []domain.Section{domain.SectionProposals, domain.SectionResponses, domain.SectionStatements,
		domain.SectionClaims, domain.SectionAlignments}
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
