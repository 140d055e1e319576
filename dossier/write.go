package dossier

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/form"
)

// Format is the number of the format in which this program writes dossiers. One that does not say its own has 1.
const Format = 1

// File is one file of a dossier: its name below the folder, with slashes, and what it holds.
type File struct {
	Name string
	Data []byte
}

// Write returns the files of a dossier in the canonical layout and form, in the order in which
// [Read] reads them. Records keep their order; documents with a file of their own stand in the
// order of their ids. An error of kind [domain.Invalid] lists everything that a file could not
// hold, such as an id that is none or a control character.
func Write(d *domain.Dossier) ([]File, error) {
	d = clone(d)
	arrange(d)
	faults := unwritable(d)
	if len(faults) > 0 {
		return nil, refusal(faults)
	}
	shapes := newShapes()
	var files []File
	for _, p := range pages(d) {
		e := &emitter{shapes: shapes, own: p.own}
		e.file(&p.file)
		faults = append(faults, e.faults...)
		files = append(files, File{Name: p.name, Data: []byte(e.b.String())})
	}
	if len(faults) > 0 {
		return nil, refusal(faults)
	}
	return files, nil
}

func refusal(faults []string) error {
	slices.Sort(faults)
	return domain.Errorf(domain.Invalid, "the dossier cannot be written:\n%s", strings.Join(slices.Compact(faults), "\n"))
}

// clone returns a dossier whose records can be put in another order.
func clone(d *domain.Dossier) *domain.Dossier {
	c := *d
	c.Documents = slices.Clone(d.Documents)
	for records := range evidence(&c) {
		records.Set(reflect.AppendSlice(reflect.Zero(records.Type()), records))
	}
	return &c
}

// unwritable returns what the layout has no place for: records of documents that are not there,
// documents that would share a file, and terms that would share a key.
func unwritable(d *domain.Dossier) []string {
	var faults []string
	seen := map[string]bool{}
	for _, doc := range d.Documents {
		if seen[doc.ID] {
			faults = append(faults, fmt.Sprintf("documents %s: the id is used twice", doc.ID))
		}
		seen[doc.ID] = true
	}
	for id := range ownFiles(d) {
		if !seen[id] {
			faults = append(faults, fmt.Sprintf("documents %s: not there, but records are drawn from it", id))
		}
	}
	for _, p := range d.Proposals {
		faults = append(faults, unwritableTerms(p)...)
	}
	return faults
}

func unwritableTerms(p domain.Proposal) []string {
	var faults []string
	seen := map[domain.TermKind]bool{}
	for _, t := range p.Terms {
		if !slices.Contains(domain.TermKinds(), t.Kind) || seen[t.Kind] {
			faults = append(faults, fmt.Sprintf("proposals %s: the term %q is unknown or stands twice", p.ID, t.Kind))
		}
		seen[t.Kind] = true
	}
	return faults
}

// page is a file to be written. Own is the id of the document that it describes, if it does.
type page struct {
	name string
	own  string
	file form.File
}

// pages divides a dossier that is arranged into files. A section without records has none.
func pages(d *domain.Dossier) []page {
	f := form.Of(d)
	f.Dossier.Format = Format
	own := ownFiles(d)
	var all, documents []page
	var mentioned []form.Document
	for _, doc := range f.Documents {
		if own[string(doc.ID)] {
			name := "documents/" + domain.PortableName(string(doc.ID)+".yaml")
			documents = append(documents, page{name: name, own: string(doc.ID), file: form.File{Document: &doc}})
		} else {
			mentioned = append(mentioned, doc)
		}
	}
	f.Documents = mentioned
	for _, name := range ranks() {
		all = append(all, page{name: name})
	}
	for i, field := range reflect.VisibleFields(reflect.TypeFor[form.File]()) {
		section := reflect.ValueOf(f).Elem().Field(i)
		if name := field.Tag.Get("file"); name != "" {
			at := slices.Index(ranks(), name)
			reflect.ValueOf(&all[at].file).Elem().Field(i).Set(section)
		} else if field.Type.Kind() == reflect.Slice {
			deal(documents, i, section)
		}
	}
	all = slices.DeleteFunc(all, func(p page) bool { return reflect.ValueOf(p.file).IsZero() })
	return append(all, documents...)
}

// deal gives the documents their records of a section, which are in the order of the documents.
func deal(documents []page, field int, records reflect.Value) {
	from := 0
	for i := range documents {
		to := from
		for to < records.Len() && records.Index(to).FieldByName("Document").String() == documents[i].own {
			to++
		}
		if to > from {
			reflect.ValueOf(&documents[i].file).Elem().Field(field).Set(records.Slice(from, to))
		}
		from = to
	}
}
