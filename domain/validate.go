package domain

import (
	"fmt"
	"regexp"
	"slices"

	"pourparler/domain/edtf"
)

// Validate returns every breach of a rule in the dossier, in the order of the record; an empty result means that
// there is none. The rules are described, one a heading, in docs/checks.md.
func (d *Dossier) Validate() Problems {
	v := &validation{d: d, ix: NewIndex(d)}
	v.ids()
	v.dossier()
	v.parties()
	v.lists()
	v.meetings()
	v.documents()
	v.proposals()
	v.responses()
	v.statements()
	v.claims()
	v.alignments()
	return v.found
}

// validation gathers problems; its methods are the rules, one file a section.
type validation struct {
	d     *Dossier
	ix    *Index
	found Problems
}

// record is the place a rule speaks about.
type record struct {
	v        *validation
	section  Section
	id       string
	document string // of the record, empty where it belongs to none
}

func (v *validation) at(section Section, id, document string) record {
	return record{v, section, id, document}
}

func (r record) report(field, format string, args ...any) {
	r.v.found = append(r.v.found, Problem{r.section, r.id, field, fmt.Sprintf(format, args...)})
}

var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// ids checks that ids are well formed, used once in their section, and not retired.
func (v *validation) ids() {
	d := v.d
	v.at(SectionDossier, d.ID, "").form()
	idsOf(v, SectionTracks, d.Tracks, func(r Track) string { return r.ID })
	idsOf(v, SectionPlaces, d.Places, func(r Place) string { return r.ID })
	idsOf(v, SectionParties, d.Parties, func(r Party) string { return r.ID })
	idsOf(v, SectionSeats, d.Seats, func(r Seat) string { return r.ID })
	idsOf(v, SectionPersons, d.Persons, func(r Person) string { return r.ID })
	idsOf(v, SectionLists, d.Lists, func(r List) string { return r.ID })
	idsOf(v, SectionMeetings, d.Meetings, func(r Meeting) string { return r.ID })
	idsOf(v, SectionQuestions, d.Questions, func(r Question) string { return r.ID })
	idsOf(v, SectionDocuments, d.Documents, func(r Document) string { return r.ID })
	idsOf(v, SectionProposals, d.Proposals, func(r Proposal) string { return r.ID })
	idsOf(v, SectionResponses, d.Responses, func(r Response) string { return r.ID })
	idsOf(v, SectionStatements, d.Statements, func(r Statement) string { return r.ID })
	idsOf(v, SectionClaims, d.Claims, func(r Claim) string { return r.ID })
	idsOf(v, SectionAlignments, d.Alignments, func(r Alignment) string { return r.ID })
}

func idsOf[T any](v *validation, section Section, records []T, id func(T) string) {
	seen := map[string]bool{}
	for _, rec := range records {
		r := v.at(section, id(rec), "")
		r.form()
		if seen[r.id] {
			r.report("id", "id %q is used twice in %s: give one of the two another id", r.id, section)
		}
		seen[r.id] = true
		if slices.ContainsFunc(v.d.Retired, func(t Retired) bool { return t.Section == section && t.ID == r.id }) {
			r.report("id", "id %q is retired and ids are never reused: choose another", r.id)
		}
	}
}

func (r record) form() {
	if !idForm.MatchString(r.id) {
		r.report("id", "id %q is not well formed: use lower-case letters, digits and single hyphens", r.id)
	}
}

// refer checks that an id, if there is one, is found; get is one of the methods of [Index].
func refer[T any](r record, field, id string, get func(string) (*T, error)) *T {
	if id == "" {
		return nil
	}
	found, err := get(id)
	if err != nil {
		r.report(field, "%s", err)
		return nil
	}
	return found
}

// require is refer for an id that must be there.
func require[T any](r record, field, id string, get func(string) (*T, error)) *T {
	if id == "" {
		r.report(field, "%s is missing: say which", field)
		return nil
	}
	return refer(r, field, id, get)
}

// referAll checks every id of a list, and that none stands twice in it.
func referAll[T any](r record, field string, ids []string, get func(string) (*T, error)) {
	for i, id := range ids {
		at := fmt.Sprintf("%s[%d]", field, i)
		refer(r, at, id, get)
		if slices.Contains(ids[:i], id) {
			r.report(at, "%q stands twice in %s: remove one", id, field)
		}
	}
}

// text checks that a text that must be there is.
func (r record) text(field, s string) {
	if s == "" {
		r.report(field, "%s is missing: say it in a few neutral words", field)
	}
}

// cited checks that a statement has at least one citation and that all hold.
func (r record) cited(field string, cites []Citation) {
	if len(cites) == 0 {
		r.report(field, "no citation: name the paragraph that supports it")
	}
	r.cites(field, cites)
}

// cites checks that each citation names a paragraph that the edition has.
func (r record) cites(field string, cites []Citation) {
	for i, c := range cites {
		at := fmt.Sprintf("%s[%d]", field, i)
		doc := require(r, at, c.Document, r.v.ix.Document)
		if doc == nil {
			continue
		}
		switch {
		case !doc.Held:
			r.report(at, "document %q is not held, so nothing can be cited to it: cite the document that mentions it", doc.ID)
		case c.Paragraph < 1 || c.Paragraph > doc.Edition.Paragraphs:
			r.report(at, "paragraph %d does not exist: the edition of %s has paragraphs 1 to %d",
				c.Paragraph, doc.ID, doc.Edition.Paragraphs)
		}
	}
}

// after reports whether a is known to lie wholly later than b.
func after(a, b edtf.Date) bool {
	if a.IsZero() || b.IsZero() {
		return false
	}
	first, edge := a.Earliest()
	last, edge2 := b.Latest()
	return edge == edtf.Known && edge2 == edtf.Known && first.Compare(last) > 0
}
