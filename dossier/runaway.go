package dossier

import (
	"math"
	"reflect"
	"regexp"
	"strings"

	"pourparler/domain/form"
)

// A line of the record that is lost, or indented too far, can turn what stands below it into the
// end of a text. YAML sees nothing wrong, so the reader looks for it: a block after > or | holds no
// line that opens a part of the record, and does not end in lines that look like one. Prose may have
// such lines in the middle of a sentence: "a\nnote: the letter" is fine where prose follows.

// likeness is how much a line of a text looks like a part of the record.
type likeness int

const (
	unlike  likeness = iota
	likely           // where nothing but such lines follows
	certain          // wherever it stands
)

// shapes are those of the format, and what follows from all of them.
type shapes struct {
	*form.Shapes
	known map[string]bool // every key, gathered when first asked for
}

func newShapes() *shapes { return &shapes{Shapes: form.NewShapes()} }

// runaway returns the number, from 0, of the first line of a block that looks like a part of the
// record, or -1.
func (s *shapes) runaway(lines []string) int {
	first := -1
	least := math.MaxInt // indent of the prose below that no likely line holds
	for i := len(lines) - 1; i >= 0; i-- {
		text := strings.TrimLeft(lines[i], " ")
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		indent := len(lines[i]) - len(text)
		like := s.likeness(strings.TrimRight(text, " "))
		if like == certain || like == likely && indent < least {
			first, least = i, math.MaxInt
		} else {
			least = min(least, indent)
		}
	}
	return first
}

var (
	itemMark = regexp.MustCompile(`^(- +)+`)
	loneItem = regexp.MustCompile(`^([a-z0-9]+(-[a-z0-9]+)*|".*"|'.*'|\{.*\}|\[.*\])$`)
	loneWord = regexp.MustCompile(`^[a-z_]+$`)
	opening  = regexp.MustCompile(`^([\[{#].*|[>|][-+0-9]*)?$`)
)

func (s *shapes) likeness(line string) likeness {
	mark := itemMark.FindString(line)
	item := line[len(mark):]
	key, value, keyed := strings.Cut(item, ":")
	key = strings.Trim(key, `"'`)
	keyed = keyed && (value == "" || value[0] == ' ')
	opens := keyed && opening.MatchString(strings.TrimSpace(value))
	switch known := keyed && s.everyKey()[key]; {
	case known && opens:
		return certain
	case known, opens && loneWord.MatchString(key):
		return likely
	case mark != "" && loneItem.MatchString(item), strings.ContainsAny(line[:1], "[{") && loneItem.MatchString(line):
		return likely
	}
	return unlike
}

// everyKey returns every key of the format.
func (s *shapes) everyKey() map[string]bool {
	if s.known == nil {
		s.known = map[string]bool{}
		s.gather(reflect.TypeFor[form.File]())
	}
	return s.known
}

// gather adds the keys of a type and of those in it.
func (s *shapes) gather(t reflect.Type) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	switch s.KindOf(t) {
	case form.KindMapping, form.KindDate, form.KindPublication, form.KindCitation:
		for _, k := range s.KeysOf(t) {
			s.known[k.Name] = true
			s.gather(t.Field(k.Index).Type)
		}
	}
}
