package dossier

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"pourparler/domain"
)

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
	c.Proposals = slices.Clone(d.Proposals)
	c.Responses = slices.Clone(d.Responses)
	c.Statements = slices.Clone(d.Statements)
	c.Claims = slices.Clone(d.Claims)
	c.Alignments = slices.Clone(d.Alignments)
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
	file file
}

// pages divides a dossier into files. A section without records has none.
func pages(d *domain.Dossier) []page {
	head := &header{}
	transfer(reflect.ValueOf(head).Elem(), reflect.ValueOf(*d))
	own := ownFiles(d)
	mentioned := func(doc domain.Document) bool { return !own[doc.ID] }
	all := []page{
		{name: "dossier.yaml", file: file{Dossier: head, Retired: pick[retired](d.Retired, every)}},
		{name: "tracks.yaml", file: file{Tracks: pick[track](d.Tracks, every)}},
		{name: "places.yaml", file: file{Places: pick[place](d.Places, every)}},
		{name: "parties.yaml", file: file{Parties: pick[party](d.Parties, every), Seats: pick[seat](d.Seats, every)}},
		{name: "persons.yaml", file: file{Persons: pick[person](d.Persons, every)}},
		{name: "lists.yaml", file: file{Lists: pick[list](d.Lists, every)}},
		{name: "meetings.yaml", file: file{Meetings: pick[meeting](d.Meetings, every)}},
		{name: "questions.yaml", file: file{Questions: pick[question](d.Questions, every)}},
		{name: "mentioned.yaml", file: file{Documents: pick[document](d.Documents, mentioned)}},
		{name: "overrides.yaml", file: file{Overrides: pick[override](d.Overrides, every)}},
	}
	all = slices.DeleteFunc(all, func(p page) bool { return reflect.ValueOf(p.file).IsZero() })
	for _, doc := range d.Documents {
		if own[doc.ID] {
			all = append(all, pageOf(d, doc))
		}
	}
	return all
}

// pageOf returns the file of a document and of everything that it is the evidence for.
func pageOf(d *domain.Dossier, doc domain.Document) page {
	written := document{}
	transfer(reflect.ValueOf(&written).Elem(), reflect.ValueOf(doc))
	return page{name: "documents/" + domain.PortableName(doc.ID+".yaml"), own: doc.ID, file: file{
		Document:   &written,
		Proposals:  pick[proposal](d.Proposals, func(r domain.Proposal) bool { return r.Document == doc.ID }),
		Responses:  pick[response](d.Responses, func(r domain.Response) bool { return r.Document == doc.ID }),
		Statements: pick[statement](d.Statements, func(r domain.Statement) bool { return r.Document == doc.ID }),
		Claims:     pick[claim](d.Claims, func(r domain.Claim) bool { return r.Document == doc.ID }),
		Alignments: pick[alignment](d.Alignments, func(r domain.Alignment) bool { return r.Document == doc.ID }),
	}}
}

func every[D any](D) bool { return true }

// pick returns the records that are wanted, as a file holds them.
func pick[S, D any](records []D, wanted func(D) bool) []S {
	var picked []S
	for _, record := range records {
		if wanted(record) {
			var written S
			transfer(reflect.ValueOf(&written).Elem(), reflect.ValueOf(record))
			picked = append(picked, written)
		}
	}
	return picked
}
