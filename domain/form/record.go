package form

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"
	"sync"

	"pourparler/domain"
)

// Record is one record of a dossier: the section it is in, its id there, and what it says.
type Record struct {
	Section  domain.Section
	ID       string
	declared reflect.Type
	value    reflect.Value // the domain's struct
}

// RecordsOf goes through all records of a dossier in the order of the sections, and in each in their order.
func RecordsOf(d *domain.Dossier) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, s := range sections() {
			records, n := s.in(d), 1
			if s.listed() {
				n = records.Len()
			}
			for i := range n {
				record := records
				if s.listed() {
					record = records.Index(i)
				}
				if !yield(s.of(record)) {
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
	at := slices.IndexFunc(sections(), func(s place) bool { return s.Section == section })
	return sections()[at].of(Records(ix.Dossier, section).Index(i)), nil
}

// Parse returns the record of a section with that body.
func Parse(section domain.Section, body []byte) (Record, error) {
	for _, s := range sections() {
		if s.Section == section {
			value := reflect.New(s.meant()).Elem()
			err := s.parse(body, value)
			return s.of(value), err
		}
	}
	return Record{}, fmt.Errorf("no section %q", section)
}

// place is where the records of a section are in a [File].
type place struct {
	domain.Section
	field  reflect.StructField
	record reflect.Type
}

// listed reports whether there may be several records.
func (p place) listed() bool { return p.field.Type.Kind() == reflect.Slice }

// in returns the records of a dossier: a slice of the domain's structs, or the dossier itself, which has its own keys.
func (p place) in(d *domain.Dossier) reflect.Value {
	v := reflect.ValueOf(d).Elem()
	if p.listed() {
		v = v.FieldByName(p.field.Name)
	}
	return v
}

// meant is the domain's struct of a record.
func (p place) meant() reflect.Type {
	of := p.in(&domain.Dossier{}).Type()
	if p.listed() {
		of = of.Elem()
	}
	return of
}

// of returns the record that is a struct of the domain.
func (p place) of(value reflect.Value) Record {
	r := Record{p.Section, value.FieldByName("ID").String(), p.record, value}
	if retired, ok := value.Addr().Interface().(*domain.Retired); ok { // two sections may have retired the same id
		r.ID = string(retired.Section) + "/" + r.ID
	}
	return r
}

// parse reads a body into a struct of the domain.
func (p place) parse(body []byte, to reflect.Value) error {
	record := reflect.New(p.record)
	if err := json.Unmarshal(body, record.Interface()); err != nil {
		return fmt.Errorf("a record of %s: %w", p.Section, err)
	}
	transfer(to, record.Elem())
	return nil
}

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
