package dossier

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pourparler/domain"
	"pourparler/domain/form"
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
func (e *emitter) file(f *form.File) {
	v := reflect.ValueOf(f).Elem()
	for _, k := range e.KeysOf(v.Type()) {
		field := v.Field(k.Index)
		if field.IsZero() {
			continue
		}
		if e.b.Len() > 0 {
			e.b.WriteByte('\n')
		}
		e.b.WriteString(k.Name + ":\n")
		if field.Kind() == reflect.Pointer {
			e.record = k.Name
			e.mapping(field.Elem(), spaces(2), 2)
			continue
		}
		e.section(k.Name, field)
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
	for _, k := range e.KeysOf(v.Type()) {
		field := v.Field(k.Index)
		switch {
		case !field.IsZero():
			e.b.WriteString(lead + k.Name + ":")
			e.value(field, k.Name, indent)
			lead = spaces(indent)
		case k.Required:
			e.fail(k.Name, "missing")
		}
	}
}

func spaces(n int) string { return strings.Repeat(" ", n) }

// value writes what stands after a key: on its line if it can, below it if not.
func (e *emitter) value(v reflect.Value, name string, indent int) {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if p, ok := v.Interface().(form.Publication); ok && p == (form.Publication{Text: p.Text}) {
		v = v.FieldByName("Text")
	}
	room := lineWidth - indent - len(name) - 2
	kind := e.KindOf(v.Type())
	if kind != form.KindMapping {
		line, short := e.line(v, name)
		fits := short && width(line) <= room
		if kind == form.KindText && (!fits || strings.Contains(v.String(), "\n")) {
			if lines, ok := fold(v.String(), lineWidth-indent-2); ok && e.runaway(lines) < 0 {
				e.block(lines, indent+2)
				return
			}
		}
		if fits || kind != form.KindList && kind != form.KindDate && kind != form.KindPublication {
			e.b.WriteString(" " + line + "\n")
			return
		}
	}
	e.b.WriteByte('\n')
	if kind == form.KindList {
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
		if e.KindOf(item.Type()) == form.KindMapping && (!short || indent+2+width(line) > lineWidth) {
			e.item(item, indent)
			continue
		}
		e.b.WriteString(spaces(indent) + "- " + line + "\n")
	}
}

// line returns a value on one line, and whether that is how it should stand if there is room: not
// so for a list of mappings, nor for a mapping that has one.
func (e *emitter) line(v reflect.Value, name string) (line string, short bool) {
	switch e.KindOf(v.Type()) {
	case form.KindList:
		return e.flowList(v, name)
	case form.KindMapping, form.KindPublication:
		return e.flowMapping(v)
	case form.KindDate:
		if d := v.Interface().(form.Date); d.Text == "" && d.Inferred == "" {
			return edtfScalar(d.Value.String()), true
		}
		return e.flowMapping(v)
	case form.KindCitation:
		return e.citation(v), true
	default:
		return e.scalar(v, name), true
	}
}

func (e *emitter) flowList(v reflect.Value, name string) (line string, short bool) {
	if e.KindOf(v.Type().Elem()) == form.KindMapping {
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
	for _, k := range e.KeysOf(v.Type()) {
		field := v.Field(k.Index)
		if field.IsZero() {
			if k.Required {
				e.fail(k.Name, "missing")
			}
			continue
		}
		value, ok := e.line(field, k.Name)
		short = short && ok
		parts = append(parts, k.Name+": "+value)
	}
	return "{" + strings.Join(parts, ", ") + "}", short
}

// citation returns the shortest form that says all.
func (e *emitter) citation(v reflect.Value) string {
	c := v.Interface().(form.Citation)
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
	switch e.KindOf(v.Type()) {
	case form.KindNumber:
		if v.Int() < 1 || v.Int() >= maxNumber {
			e.fail(name, "%d is not a number from 1", v.Int())
		}
		return strconv.FormatInt(v.Int(), 10)
	case form.KindFlag:
		return strconv.FormatBool(v.Bool())
	case form.KindEDTF:
		return edtfScalar(fmt.Sprint(v.Interface()))
	case form.KindPattern:
		e.formed(v, name)
	case form.KindWord:
		if !slices.Contains(e.Words(v.Type()), v.String()) {
			e.fail(name, "unknown word %q", v.String())
		}
	}
	e.text(v.String(), name)
	return scalarOf(v.String(), e.flow > 0)
}

func (e *emitter) formed(v reflect.Value, name string) {
	if f := e.Pattern(v.Type()); !f.MatchString(v.String()) {
		e.fail(name, "%q is not a well-formed %s: %s", v.String(), f.Word, f.Remedy)
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
