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
	places map[Printing]string         // the document printed at each place of a publication, without its pages
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
var siteAddresses = []string{"api", "assets", "copy", "healthz", "manual"}

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

// refer checks that an id, if there is one, is found; get is one of the methods of [Index].
func refer[T any](r record, field, id string, get func(string) (*T, error)) *T {
	if id == "" {
		return nil
	}
	found, err := get(id)
	if err != nil {
		r.report(RuleKnown, field, "%s", err)
		return nil
	}
	return found
}

// require is refer for an id that must be there.
func require[T any](r record, field, id string, get func(string) (*T, error)) *T {
	if id == "" {
		r.report(RuleGiven, field, "%s is missing: say which", field)
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
			r.report(RuleTwice, at, "%q stands twice in %s: remove one", id, field)
		}
	}
}

// text checks that a text that must be there is, and that it can be seen.
func (r record) text(field, s string) {
	if s == "" {
		r.report(RuleGiven, field, "%s is missing: say it in a few neutral words", field)
	}
	r.seen(field, s)
}

// seen checks that a text, if there is one, can be seen.
func (r record) seen(field, s string) {
	if s != "" && Blank(s) {
		r.report(RuleGiven, field, "%s is made of spaces and other signs that cannot be seen: write words, or leave it out", field)
	}
}

// cited checks that a statement has at least one citation and that all hold.
func (r record) cited(field string, cites []Citation) {
	if len(cites) == 0 {
		r.report(RuleCited, field, "no citation: name the paragraph that supports it")
	}
	r.cites(field, cites)
}

// word checks that a word is one of its fixed set.
func word[T ~string](r record, field string, s T, all []T) {
	if s == "" {
		r.report(RuleGiven, field, "%s is missing: say which", field)
	} else if _, err := parse(field, string(s), all); err != nil {
		r.report(RuleWord, field, "%s", err)
	}
}

var languageForm = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{4,8})*$`)

// language checks that a language tag, if there is one, is written as BCP 47 recommends (RFC 5646, section 2.1.1).
func (r record) language(field, tag string) {
	if tag != "" && !languageForm.MatchString(tag) {
		r.report(RuleLanguage, field, "language %q is not well formed: write a tag such as en, zh-Hans or ru-Latn", tag)
	}
}

// evidence checks that a record has a citation and that one of them is in the document it belongs to.
func (r record) evidence(cites []Citation) {
	r.cited("cite", cites)
	own := slices.ContainsFunc(cites, func(c Citation) bool { return c.Document == r.document })
	if len(cites) > 0 && r.document != "" && !own {
		r.report(RuleEvidence, "cite", "no citation is in %s, to which the record belongs: name its paragraph there or move the record",
			r.document)
	}
}

// cites checks that each citation names a paragraph that the edition has, and none twice.
func (r record) cites(field string, cites []Citation) {
	for i, c := range cites {
		at := fmt.Sprintf("%s[%d]", field, i)
		if slices.ContainsFunc(cites[:i], func(o Citation) bool { return CompareCitations(o, c) == 0 }) {
			r.report(RuleTwice, at, "%s is cited twice: remove one", c)
		}
		doc := require(r, at, c.Document, r.v.ix.Document)
		if doc == nil {
			continue
		}
		switch {
		case !doc.Held:
			r.report(RuleCiteHeld, at, "document %q is not held, so nothing can be cited to it: cite the document that mentions it", doc.ID)
		case c.Paragraph < 1 || c.Paragraph > doc.Edition.Paragraphs:
			r.report(RuleParagraph, at, "paragraph %d does not exist: the edition of %s has paragraphs 1 to %d",
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
