package form

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"pourparler/domain"
)

// Check returns every breach of a rule in a dossier; an empty result means that there is none: first of what is declared
// of each field, in the order of the records, and then what [domain.Dossier.Validate] finds. The rules are described, one a
// heading, in docs/checks.md.
func Check(d *domain.Dossier) domain.Problems {
	c := &check{ix: domain.NewIndex(d), words: NewShapes().words}
	for r := range RecordsOf(d) {
		c.section, c.id = r.Section, r.value.Field(r.id).String()
		r.walk(allFields, c.field)
	}
	return append(c.found, d.Validate()...)
}

// check gathers the problems of one record after the other.
type check struct {
	ix      *domain.Index
	words   map[reflect.Type][]string
	section domain.Section
	id      string
	found   domain.Problems
}

func (c *check) report(rule domain.Rule, field, format string, args ...any) {
	c.found = append(c.found, domain.Problem{Section: c.section, ID: c.id, Field: field, Message: fmt.Sprintf(format, args...), Rule: rule})
}

// field checks a field by what is declared of it.
func (c *check) field(f *Where, v reflect.Value, at items) {
	if path := f.path(at); v.Kind() == reflect.String && path != "id" {
		c.value(f, path, v.String())
	} else if v.Kind() == reflect.Slice {
		c.list(f, path, v)
	}
}

// value checks a text, a word or an id.
func (c *check) value(f *Where, path, s string) {
	words := c.words[f.declared]
	switch {
	case s == "" && f.Required && (f.To != nil || words != nil):
		c.report(domain.RuleGiven, path, "%s is missing: say which", path)
	case s == "" && f.Required:
		c.report(domain.RuleGiven, path, "%s is missing: say it in a few neutral words", path)
	case s == "":
	case f.To != nil:
		c.known(f, path, s)
	case words != nil && !slices.Contains(words, s):
		c.report(domain.RuleWord, path, "%s %q is not known: write one of %s", path, s, strings.Join(words, ", "))
	case f.declared == reflect.TypeFor[Lang]() && !language.MatchString(s):
		c.report(domain.RuleLanguage, path, "language %q is not well formed: write a tag such as en, zh-Hans or ru-Latn", s)
	case domain.Blank(s):
		c.report(domain.RuleGiven, path, "%s is made of spaces, marks without a letter and other signs that cannot be seen: write words, or leave it out", path)
	}
}

// language is a tag as BCP 47 recommends to write it (RFC 5646, section 2.1.1).
var language = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{4,8})*$`)

// list checks that a list that must not be empty is not, and that nothing stands twice in it.
func (c *check) list(f *Where, path string, v reflect.Value) {
	switch list := v.Addr().Interface().(type) {
	case *[]string:
		if f.Required && len(*list) == 0 {
			c.report(domain.RuleGiven, path, "%s is missing: name at least one", path)
		}
		for i, id := range *list {
			at := fmt.Sprintf("%s[%d]", path, i)
			c.known(f, at, id)
			if slices.Contains((*list)[:i], id) {
				c.report(domain.RuleTwice, at, "%q stands twice in %s: remove one", id, path)
			}
		}
	case *[]domain.Citation:
		if f.Required && len(*list) == 0 {
			c.report(domain.RuleCited, path, "no citation: name the paragraph that supports it")
		}
		for i, cited := range *list {
			at := fmt.Sprintf("%s[%d]", path, i)
			if slices.ContainsFunc((*list)[:i], func(o domain.Citation) bool { return domain.CompareCitations(o, cited) == 0 }) {
				c.report(domain.RuleTwice, at, "%s is cited twice: remove one", cited)
			}
			c.citation(f, at, cited)
		}
	}
}

// known checks that an id, if there is one, is found.
func (c *check) known(f *Where, path, id string) {
	if id == "" {
		return
	}
	var err error
	for _, section := range f.To {
		if _, err = c.ix.At(section, id); err == nil {
			return
		}
	}
	if len(f.To) > 1 {
		err = fmt.Errorf("no record in %s has the id %q", anyOf(f.To), id)
	}
	c.report(domain.RuleKnown, path, "%s", err)
}

func anyOf(sections []domain.Section) string {
	last := len(sections) - 1
	words := string(sections[0])
	for _, s := range sections[1:last] {
		words += ", " + string(s)
	}
	return words + " or " + string(sections[last])
}

// citation checks that it names a paragraph that the edition has.
func (c *check) citation(f *Where, at string, cited domain.Citation) {
	d, err := c.ix.Document(cited.Document)
	switch {
	case cited.Document == "":
		c.report(domain.RuleGiven, at, "%s is missing: say which", at)
	case err != nil:
		c.known(f, at, cited.Document)
	case !d.Held:
		c.report(domain.RuleCiteHeld, at, "document %q is not held, so nothing can be cited to it: cite the document that mentions it", d.ID)
	case cited.Paragraph < 1 || cited.Paragraph > d.Edition.Paragraphs:
		c.report(domain.RuleParagraph, at, "paragraph %d does not exist: the edition of %s has paragraphs 1 to %d",
			cited.Paragraph, d.ID, d.Edition.Paragraphs)
	}
}
