package dossier

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/form"
)

// scalar reads a single value.
func (d *decoder) scalar(n *node, v reflect.Value, name label) {
	switch d.KindOf(v.Type()) {
	case form.KindNumber:
		v.SetInt(int64(d.number(n, name)))
	case form.KindFlag:
		v.SetBool(d.flag(n, name))
	case form.KindEDTF:
		v.Set(reflect.ValueOf(d.edtf(n, name)))
	case form.KindWord:
		v.SetString(d.word(n, d.Words(v.Type()), name))
	case form.KindPattern:
		v.SetString(d.formed(n, d.Pattern(v.Type()), name))
	default:
		text, _ := d.text(n, name)
		v.SetString(text)
	}
}

// text returns the text of a node; ok is false, after a report, for a node of another kind or
// with characters that do not belong in a text.
func (d *decoder) text(n *node, name label) (text string, ok bool) {
	switch {
	case n.kind != scalarNode:
		d.report(n, "%s is %s and should be a single value", name, n.describe())
		return "", false
	case n.reads != asText:
		d.report(n, "%s is %s: put it in quotes", name, n.describe())
		return "", false
	}
	text = n.value
	if text == "" {
		d.report(n, "%s has no value: leave the key out", name)
		return "", false
	}
	if i := strings.IndexFunc(text, unfit); i >= 0 {
		r := []rune(text[i:])[0]
		d.report(n, "%s: %s", name, unfitMessage(r))
		return "", false
	}
	if domain.Blank(text) {
		d.report(n, "%s is made of spaces, marks without a letter and other signs that cannot be seen: write words, or leave the key out", name)
		return "", false
	}
	return text, true
}

// word returns a text that is one of some words, or "" after a report.
func (d *decoder) word(n *node, words []string, name label) string {
	text, ok := d.text(n, name)
	if ok && !slices.Contains(words, text) {
		d.report(n, "%s: unknown word %q: %s", name, text, suggest(text, words))
		return ""
	}
	return text
}

// formed returns a text after reporting whether it has the form asked for. A text without it is
// kept, so that records that refer to an ill-formed id are not reported as well.
func (d *decoder) formed(n *node, f form.Pattern, name label) string {
	text, ok := d.text(n, name)
	if ok && !f.MatchString(text) {
		d.report(n, "%s: %q is not a well-formed %s: %s", name, text, f.Word, f.Remedy)
	}
	return text
}

// maxNumber is beyond every number of a record.
const maxNumber = 1e9

var numberForm = regexp.MustCompile(`^[1-9][0-9]{0,8}$`)

// number returns a whole number from 1, or 0 after a report.
func (d *decoder) number(n *node, name label) int {
	if n.reads == asNumber && numberForm.MatchString(n.value) {
		number, _ := strconv.Atoi(n.value)
		return number
	}
	d.report(n, "%s is not a whole number from 1: correct it, or leave the key out", name)
	return 0
}

func (d *decoder) flag(n *node, name label) bool {
	switch n.value {
	case "true":
		return true
	case "false":
		return false
	}
	d.report(n, "%s is neither true nor false: write one of the two", name)
	return n.value == "yes" // meant, and checked further as such
}

// edtf returns a date, or the zero date after a report. A year alone looks like a number to YAML.
func (d *decoder) edtf(n *node, name label) edtf.Date {
	text, ok := n.value, n.reads == asNumber
	if !ok {
		if text, ok = d.text(n, name); !ok {
			return edtf.Date{}
		}
	}
	parsed, err := edtf.Parse(text)
	if err != nil {
		d.report(n, "%s is not an EDTF date: %s", name, err)
	} else if !parsed.InReach() {
		d.report(n, "%s %s is out of reach: write a date of the years %d to %d", name, text, edtf.FirstYear, edtf.LastYear)
	}
	return parsed
}

// date reads an EDTF string alone or a mapping with more.
func (d *decoder) date(n *node, v reflect.Value, name label) {
	if n.kind == mappingNode {
		d.mapping(n, v, name)
		return
	}
	v.Set(reflect.ValueOf(form.Date{Value: d.edtf(n, name)}))
}

// citation reads a paragraph number alone, a document's id and a number, or a mapping with more.
func (d *decoder) citation(n *node, v reflect.Value, name label) {
	c := form.Citation{Document: form.ID(d.src.own)}
	switch {
	case n.reads == asNumber:
		if c.Paragraph = d.number(n, name); c.Paragraph == 0 {
			v.Set(reflect.ValueOf(c))
			return
		}
	case n.kind == scalarNode && n.reads == asText:
		short, ok := form.ParseCitation(n.value)
		if !ok {
			d.report(n, "%s: citation %q is not understood: write a paragraph number, or a document's id, a space "+
				"and the number in quotes", name, n.value)
			return
		}
		c = short
	default:
		d.mapping(n, v, name)
		if n.kind != mappingNode {
			return
		}
		c = v.Interface().(form.Citation)
		if c.Document == "" {
			c.Document = form.ID(d.src.own)
		}
	}
	v.Set(reflect.ValueOf(c))
	if c.Document == "" {
		d.report(n, "%s: this file has no document of its own: write the document's id before the number", name)
	}
}
