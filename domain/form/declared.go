package form

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"pourparler/domain"
)

// place is where the records of a section are in a [File] and in a dossier.
type place struct {
	section  domain.Section
	field    string // of both
	declared reflect.Type
	meant    reflect.Type // the domain's struct
	id       int          // the field with the id in that
	walkers  [citingFields + 1]walker
	fields   []*Where // that refer to others
}

// sections are all sections in their order, without the key for the document of a file.
var sections = sync.OnceValue(func() (all []*place) {
	file, dossier := reflect.TypeFor[File](), reflect.TypeFor[domain.Dossier]()
	for i := range file.NumField() {
		field := file.Field(i)
		p := &place{section: domain.Section(KeyName(field)), field: field.Name, declared: field.Type.Elem(), meant: dossier}
		if SectionOf(KeyName(field)) != p.section {
			continue
		}
		if of, ok := dossier.FieldByName(p.field); ok {
			p.meant = of.Type.Elem()
		}
		id, _ := p.meant.FieldByName("ID")
		p.id = id.Index[0]
		for which := range p.walkers {
			b := &builder{which: fields(which)}
			p.walkers[which] = structWalker(p.declared, p.meant, Where{}, b)
			if b.which == linkFields {
				p.fields = b.found
			}
		}
		all = append(all, p)
	}
	return all
})

// placeOf returns the place of a section, nil if there is no such section.
func placeOf(section domain.Section) *place {
	i := slices.IndexFunc(sections(), func(p *place) bool { return p.section == section })
	if i < 0 {
		return nil
	}
	return sections()[i]
}

// listed reports whether there may be several records.
func (p *place) listed() bool { return p.section != domain.SectionDossier }

// in returns the records of a dossier: a slice of the domain's structs, or the dossier itself, which has its own keys.
func (p *place) in(d *domain.Dossier) reflect.Value {
	v := reflect.ValueOf(d).Elem()
	if p.listed() {
		v = v.FieldByName(p.field)
	}
	return v
}

// of returns the record that is a struct of the domain.
func (p *place) of(value reflect.Value) Record {
	r := Record{p.section, value.Field(p.id).String(), p, value}
	if retired, ok := value.Addr().Interface().(*domain.Retired); ok { // two sections may have retired the same id
		r.ID = string(retired.Section) + "/" + r.ID
	}
	return r
}

// parse reads a body into a struct of the domain.
func (p *place) parse(body []byte, to reflect.Value) error {
	record := reflect.New(p.declared)
	if err := json.Unmarshal(body, record.Interface()); err != nil {
		return fmt.Errorf("a record of %s: %w", p.section, err)
	}
	transfer(to, record.Elem())
	return nil
}

// RecordType returns the domain's struct of the records of a section, nil if it has none.
func RecordType(section domain.Section) reflect.Type {
	if p := placeOf(section); p != nil && p.listed() {
		return p.meant
	}
	return nil
}

// SectionOfRecord returns the section whose records are of that struct of the domain, "" if it is only a part of one.
func SectionOfRecord(t reflect.Type) domain.Section {
	for _, p := range sections() {
		if p.meant == t {
			return p.section
		}
	}
	return ""
}

// Records returns the records of a section of a dossier, as a slice of the domain's structs.
func Records(d *domain.Dossier, section domain.Section) reflect.Value { return placeOf(section).in(d) }

// LinksOf returns the fields by which records of a section refer to others; none if there is no such section.
func LinksOf(section domain.Section) []*Where {
	if p := placeOf(section); p != nil {
		return p.fields
	}
	return nil
}

// Declared returns the struct of this package that declares one of the domain's, nil if none does.
func Declared(t reflect.Type) reflect.Type { return declarations()[t] }

// declarations are the structs by those of the domain.
var declarations = sync.OnceValue(func() map[reflect.Type]reflect.Type {
	all := map[reflect.Type]reflect.Type{}
	for _, s := range sections() {
		if s.listed() {
			declare(all, s.declared, s.meant)
		}
	}
	return all
})

func declare(all map[reflect.Type]reflect.Type, form, of reflect.Type) {
	if form == reflect.TypeFor[Terms]() {
		form = reflect.TypeFor[[]Term]()
	}
	if of.Kind() == reflect.Slice {
		declare(all, form.Elem(), of.Elem())
		return
	}
	if of.Kind() != reflect.Struct || of == form || all[of] != nil {
		return
	}
	all[of] = form
	for i := range of.NumField() {
		if field, ok := form.FieldByName(of.Field(i).Name); ok {
			declare(all, field.Type, of.Field(i).Type)
		}
	}
}

// Required reports whether a record cannot do without a field of a struct.
func Required(field reflect.StructField) bool {
	return !strings.HasSuffix(field.Tag.Get("json"), ",omitzero")
}
