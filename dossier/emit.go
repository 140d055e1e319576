package dossier

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pourparler/domain"
)

// emitter writes file structs in the canonical form. It notes what could not be read again.
type emitter struct {
	*shapes
	b      strings.Builder
	own    string // id of the document that the file describes
	record string // what is being written, for messages
	flow   int    // brackets that are open
	faults []string
}

func (e *emitter) fail(name, format string, args ...any) {
	e.faults = append(e.faults, fmt.Sprintf("%s %s: %s", e.record, name, fmt.Sprintf(format, args...)))
}

// file writes all sections, with a blank line between them.
func (e *emitter) file(f *file) {
	v := reflect.ValueOf(f).Elem()
	for _, k := range e.keysOf(v.Type()) {
		field := v.Field(k.index)
		if field.IsZero() {
			continue
		}
		if e.b.Len() > 0 {
			e.b.WriteByte('\n')
		}
		e.b.WriteString(k.name + ":\n")
		if field.Kind() == reflect.Pointer {
			e.record = k.name
			e.mapping(field.Elem(), spaces(2), 2)
			continue
		}
		e.section(k.name, field)
	}
}

// section writes the records of a section, with a blank line between them.
func (e *emitter) section(name string, records reflect.Value) {
	for i := range records.Len() {
		if i > 0 {
			e.b.WriteByte('\n')
		}
		e.record = fmt.Sprintf("%s %s", name, records.Index(i).FieldByName("ID"))
		e.item(records.Index(i), 2)
	}
}

// item writes a mapping as an item of a list.
func (e *emitter) item(v reflect.Value, indent int) {
	e.mapping(v, spaces(indent)+"- ", indent+2)
}

// mapping writes the keys of a mapping, each on a line of its own; first stands before the first
// of them.
func (e *emitter) mapping(v reflect.Value, first string, indent int) {
	lead := first
	for _, k := range e.keysOf(v.Type()) {
		field := v.Field(k.index)
		switch {
		case !field.IsZero():
			e.b.WriteString(lead + k.name + ":")
			e.value(field, k.name, indent)
			lead = spaces(indent)
		case k.required:
			e.fail(k.name, "missing")
		}
	}
}

func spaces(n int) string { return strings.Repeat(" ", n) }

// value writes what stands after a key: on its line if it can, below it if not.
func (e *emitter) value(v reflect.Value, name string, indent int) {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if p, ok := v.Interface().(publication); ok && p == (publication{Text: p.Text}) {
		v = v.FieldByName("Text")
	}
	room := lineWidth - indent - len(name) - 2
	kind := e.kindOf(v.Type())
	if kind != ofMapping {
		line, short := e.line(v, name)
		fits := short && width(line) <= room
		if kind == ofText && (!fits || strings.Contains(v.String(), "\n")) {
			if lines, ok := fold(v.String(), lineWidth-indent-2); ok && e.runaway(lines) < 0 {
				e.block(lines, indent+2)
				return
			}
		}
		if fits || kind != ofList && kind != ofDate && kind != ofPublication {
			e.b.WriteString(" " + line + "\n")
			return
		}
	}
	e.b.WriteByte('\n')
	if kind == ofList {
		e.items(v, name, indent+2)
		return
	}
	if v.IsZero() {
		e.fail(name, "says nothing")
	}
	e.mapping(v, spaces(indent+2), indent+2)
}

func (e *emitter) block(lines []string, indent int) {
	e.b.WriteString(" >-\n")
	for _, line := range lines {
		if line != "" {
			e.b.WriteString(spaces(indent) + line)
		}
		e.b.WriteByte('\n')
	}
}

// items writes a list one item a line, or over several lines where an item needs them.
func (e *emitter) items(v reflect.Value, name string, indent int) {
	for i := range v.Len() {
		item := v.Index(i)
		line, short := e.line(item, name)
		if e.kindOf(item.Type()) == ofMapping && (!short || indent+2+width(line) > lineWidth) {
			e.item(item, indent)
			continue
		}
		e.b.WriteString(spaces(indent) + "- " + line + "\n")
	}
}

// line returns a value on one line, and whether that is how it should stand if there is room: not
// so for a list of mappings, nor for a mapping that has one.
func (e *emitter) line(v reflect.Value, name string) (line string, short bool) {
	switch e.kindOf(v.Type()) {
	case ofList:
		return e.flowList(v, name)
	case ofMapping, ofPublication:
		return e.flowMapping(v)
	case ofDate:
		if d := v.Interface().(date); d.Text == "" && d.Inferred == "" {
			return edtfScalar(d.Value.String()), true
		}
		return e.flowMapping(v)
	case ofCitation:
		return e.citation(v), true
	default:
		return e.scalar(v, name), true
	}
}

func (e *emitter) flowList(v reflect.Value, name string) (line string, short bool) {
	if e.kindOf(v.Type().Elem()) == ofMapping {
		return "", false
	}
	e.flow++
	defer func() { e.flow-- }()
	items := make([]string, v.Len())
	for i := range items {
		items[i], _ = e.line(v.Index(i), name)
	}
	return "[" + strings.Join(items, ", ") + "]", true
}

func (e *emitter) flowMapping(v reflect.Value) (line string, short bool) {
	e.flow++
	defer func() { e.flow-- }()
	var parts []string
	short = true
	for _, k := range e.keysOf(v.Type()) {
		field := v.Field(k.index)
		if field.IsZero() {
			if k.required {
				e.fail(k.name, "missing")
			}
			continue
		}
		value, ok := e.line(field, k.name)
		short = short && ok
		parts = append(parts, k.name+": "+value)
	}
	return "{" + strings.Join(parts, ", ") + "}", short
}

// citation returns the shortest form that says all.
func (e *emitter) citation(v reflect.Value) string {
	c := v.Interface().(citation)
	if c.Paragraph < 1 {
		e.fail("cite", "paragraph %d does not exist", c.Paragraph)
	}
	if c.Fingerprint == "" && string(c.Document) == e.own {
		return strconv.Itoa(c.Paragraph)
	}
	e.formed(v.FieldByName("Document"), "cite")
	if c.Fingerprint == "" {
		return citationScalar(c.Document, c.Paragraph)
	}
	if string(c.Document) == e.own {
		c.Document = ""
	}
	line, _ := e.flowMapping(reflect.ValueOf(c))
	return line
}

func (e *emitter) scalar(v reflect.Value, name string) string {
	switch e.kindOf(v.Type()) {
	case ofNumber:
		if v.Int() < 1 || v.Int() >= maxNumber {
			e.fail(name, "%d is not a number from 1", v.Int())
		}
		return strconv.FormatInt(v.Int(), 10)
	case ofFlag:
		return strconv.FormatBool(v.Bool())
	case ofEDTF:
		return edtfScalar(fmt.Sprint(v.Interface()))
	case ofForm:
		e.formed(v, name)
	case ofWord:
		if !slices.Contains(e.words[v.Type()], v.String()) {
			e.fail(name, "unknown word %q", v.String())
		}
	}
	e.text(v.String(), name)
	return scalarOf(v.String(), e.flow > 0)
}

func (e *emitter) formed(v reflect.Value, name string) {
	if f := e.forms[v.Type()]; !f.pattern.MatchString(v.String()) {
		e.fail(name, "%q is not a well-formed %s: %s", v.String(), f.word, f.remedy)
	}
}

func (e *emitter) text(s, name string) {
	if !utf8.ValidString(s) {
		e.fail(name, "the text is not UTF-8")
	}
	if domain.Blank(s) {
		e.fail(name, "nothing can be seen of the text")
	}
	if i := strings.IndexFunc(s, unfit); i >= 0 {
		e.fail(name, "%s", unfitMessage([]rune(s[i:])[0]))
	}
}
