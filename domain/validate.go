package domain

import (
	"fmt"
	"regexp"
	"slices"

	"pourparler/domain/edtf"
)

// Validate returns every breach of a rule that holds between fields or between records, in the order of the record. What
// holds of each field by itself, such as that an id is known, is declared in the package form, whose Check finds both.
func (d *Dossier) Validate() Problems {
	v := &validation{d: d, ix: NewIndex(d), places: map[Printing]string{}}
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
	v.overrides()
	return v.found
}

// validation gathers problems; its methods are the rules, one file a section.
type validation struct {
	d      *Dossier
	ix     *Index
	places map[Printing]string // the document printed at each place of a publication, without its pages
	found  Problems
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

func (r record) report(rule Rule, field, format string, args ...any) {
	r.v.found = append(r.v.found, Problem{r.section, r.id, field, fmt.Sprintf(format, args...), rule})
}

// longestID is how many characters an id may have, since it is the name of a file too.
const longestID = 120

// siteAddresses are the addresses of the site itself, which no dossier can have.
var siteAddresses = []string{"api", "assets", "copy", "healthz", "livez", "manual", "readyz"}

var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// ids checks that ids are well formed, used once in their section, and not retired.
func (v *validation) ids() {
	v.dossierID()
	for section, ids := range v.d.ids() {
		if section != SectionRetired {
			v.idsOf(section, ids)
		}
	}
}

func (v *validation) dossierID() {
	r := v.at(SectionDossier, v.d.ID, "")
	r.form()
	if slices.Contains(siteAddresses, r.id) {
		r.report(RuleIDForm, "id", "id %q is an address of the site itself: choose another", r.id)
	}
}

func (v *validation) idsOf(section Section, ids []string) {
	seen := map[string]bool{}
	for _, id := range ids {
		r := v.at(section, id, "")
		r.form()
		if seen[r.id] {
			r.report(RuleIDOnce, "id", "id %q is used twice in %s: give one of the two another id", r.id, section)
		}
		seen[r.id] = true
		if slices.ContainsFunc(v.d.Retired, func(t Retired) bool { return t.Section == section && t.ID == r.id }) {
			r.report(RuleIDRetired, "id", "id %q is retired and ids are never reused: choose another", r.id)
		}
	}
}

func (r record) form() {
	if !idForm.MatchString(r.id) {
		r.report(RuleIDForm, "id", "id %q is not well formed: use lower-case letters, digits and single hyphens", r.id)
	}
	if len(r.id) > longestID {
		r.report(RuleIDForm, "id", "id %q has %d characters: make do with %d", r.id, len(r.id), longestID)
	}
}

// evidence checks that a record has a citation and that one of them is in the document it belongs to.
func (r record) evidence(cites []Citation) {
	own := slices.ContainsFunc(cites, func(c Citation) bool { return c.Document == r.document })
	if len(cites) > 0 && r.document != "" && !own {
		r.report(RuleEvidence, "cite", "no citation is in %s, to which the record belongs: name its paragraph there or move the record",
			r.document)
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
