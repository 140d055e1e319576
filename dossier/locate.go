package dossier

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"pourparler/domain"
	"pourparler/domain/form"
)

// sections notes where each record of a file stands, and reports sections that need a document
// where there is none.
func (d *decoder) sections(body *node, f *form.File) {
	v := reflect.ValueOf(f).Elem()
	for _, k := range d.KeysOf(v.Type()) {
		n := body.entry(k.Name).value
		field := v.Field(k.Index)
		if n == nil || field.IsZero() {
			continue
		}
		section := form.SectionOf(k.Name)
		if slices.Contains(form.Evidence(), section) && f.Document == nil {
			d.report(body.entry(k.Name).key, "%s need the document they are drawn from: add the section document", k.Name)
		}
		if field.Kind() == reflect.Pointer {
			d.record(section, n, field.Elem())
			continue
		}
		for i, item := range n.items {
			d.record(section, item, field.Index(i))
		}
	}
	d.once(body, f)
}

// record notes where a record stands. One whose id is used already is reported and given an id of
// its own, so that what the rules say of it is not said of the other.
func (d *decoder) record(section domain.Section, n *node, v reflect.Value) {
	id := v.FieldByName("ID")
	at := address{section, id.String()}
	other, used := d.records[at]
	switch {
	case used && section == domain.SectionRetired:
		return // two sections may have retired the same id
	case used && at.id != "":
		at.id = fmt.Sprintf("%s (%d)", at.id, len(d.records))
		d.report(n.entry("id").value, "id %q is used already in %s:%d: give one of the two another id", id, other.src.name, other.node.line)
		id.SetString(at.id)
	}
	d.records[at] = spot{d.src, n}
}

// once reports a second description of the dossier.
func (d *decoder) once(body *node, f *form.File) {
	if f.Dossier == nil {
		return
	}
	if d.headed != "" {
		d.report(body.entry("dossier").key, "the dossier is described in %s already: remove one", d.headed)
	}
	d.headed = d.src.name
}

// rules reports every breach of a rule of the domain that was not reported before in other words.
func (r *reading) rules() {
	for _, p := range form.Check(r.dossier) {
		r.rule(p)
	}
}

// rule reports a breach at the place it speaks of.
func (r *reading) rule(p domain.Problem) {
	at, ok := r.records[address{p.Section, p.ID}]
	if !ok && p.Section == domain.SectionDossier {
		return // that there is none was said
	}
	if !ok {
		r.list(Problem{File: "dossier.yaml", Message: p.String()})
		return
	}
	value, n, rest := resolve(at.node, p.Field)
	if rest == "document" && slices.Contains(form.Evidence(), p.Section) {
		return // that the file has no document was said once
	}
	f := n.place()
	f.message = p.Message
	if !r.wasSaid(at.src, f, rest) && !(rest == "" && speaksOfNothing(p.Rule) && r.saidWithin(at.src, value)) {
		r.add(at.src, f)
	}
}

// speaksOfNothing reports whether a breach of a rule means that something is not there, which seems so of what could not
// be read.
func speaksOfNothing(rule domain.Rule) bool {
	return slices.Contains([]domain.Rule{domain.RuleGiven, domain.RuleTerm, domain.RuleReported, domain.RuleCited, domain.RuleEvidence, domain.RuleEdition}, rule)
}

// saidWithin reports whether a problem was reported in a part of a value.
func (r *reading) saidWithin(src *source, n *node) bool {
	for _, part := range n.items {
		at := part.place()
		if r.said[said{src.name, at.line, at.column, ""}] || r.saidWithin(src, part) {
			return true
		}
	}
	return false
}

// wasSaid reports whether a problem was reported at the same place, or the same key was found
// missing there.
func (r *reading) wasSaid(src *source, f found, rest string) bool {
	key, _, _ := strings.Cut(rest, ".")
	return r.said[said{src.name, f.line, f.column, key}]
}

// resolve returns the value at a path such as "terms.date" or "cite[1]", the node whose place stands for
// it, and what of the path is not there. For a collection that begins below its key that is the key.
func resolve(n *node, path string) (value, at *node, rest string) {
	at = n
	for path != "" {
		name, tail, _ := strings.Cut(path, ".")
		name, index, _ := strings.Cut(name, "[")
		e := n.entry(name)
		if e.value == nil {
			return n, at, path
		}
		n, at = e.value, e.value
		if n.block {
			at = e.key
		}
		if item := itemAt(n, strings.TrimSuffix(index, "]")); item != nil {
			n, at = item, item
		}
		path = tail
	}
	return n, at, ""
}

func itemAt(n *node, index string) *node {
	i, err := strconv.Atoi(index)
	if n.kind != listNode || err != nil || i >= len(n.items) {
		return nil
	}
	return n.items[i]
}
