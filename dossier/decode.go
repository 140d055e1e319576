package dossier

import (
	"fmt"
	"reflect"
	"slices"

	"pourparler/domain/form"
)

// decoder turns the nodes of one file into file structs. It reports what does not fit and goes on.
type decoder struct {
	*reading
	src *source
}

// report adds a problem at a node.
func (d *decoder) report(n *node, format string, args ...any) {
	at := n.place()
	at.message = fmt.Sprintf(format, args...)
	d.reportAt(d.src, at)
}

// label is what messages call a value: its key, and which item of a list it is, counted from 1.
type label struct {
	key  string
	item int
}

// String returns the label as in "item 2 of cite".
func (l label) String() string {
	if l.item == 0 {
		return l.key
	}
	return fmt.Sprintf("item %d of %s", l.item, l.key)
}

// value reads a node into v, whose type says what the node should be.
func (d *decoder) value(n *node, v reflect.Value, name label) {
	if n.reads == asNothing {
		d.report(n, "%s has no value: leave the key out", name)
		return
	}
	switch d.KindOf(v.Type()) {
	case form.KindMapping:
		d.mapping(n, v, name)
	case form.KindList:
		d.list(n, v, name)
	case form.KindDate:
		d.date(n, v, name)
	case form.KindPublication:
		d.publication(n, v, name)
	case form.KindCitation:
		d.citation(n, v, name)
	default:
		d.scalar(n, v, name)
	}
}

func (d *decoder) list(n *node, v reflect.Value, name label) {
	if n.kind != listNode {
		d.report(n, "%s is %s and should be a list: write it in [ ], or begin each item with a hyphen", name, n.describe())
		d.lose(v.Type().Elem())
		return
	}
	if len(n.items) == 0 {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.items), len(n.items)))
	for i, item := range n.items {
		d.value(item, v.Index(i), label{name.key, i + 1})
	}
}

func (d *decoder) mapping(n *node, v reflect.Value, name label) {
	if n.kind != mappingNode {
		d.report(n, "%s is %s and should be a mapping of keys and values", name, n.describe())
		d.lose(v.Type())
		return
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	if len(n.items) == 0 {
		d.report(n, "%s says nothing: give it a key, or leave it out", name)
		return
	}
	keys := d.KeysOf(v.Type())
	seen := map[string]bool{}
	for _, e := range n.entries() {
		k := d.known(e, keys, seen, name)
		if k == nil {
			continue
		}
		d.value(e.value, v.Field(k.Index), label{key: k.Name})
		if k.Required && e.value.kind == listNode && len(e.value.items) == 0 {
			d.report(e.value, "%s is an empty list and cannot be left empty: name at least one", k.Name)
		}
	}
	d.missing(n, keys, seen, name)
}

// known returns the key of an entry, or nil after reporting that there is no such key or that it
// stands twice.
func (d *decoder) known(e entry, keys []form.Key, seen map[string]bool, name label) *form.Key {
	word := e.key.value
	if seen[word] {
		d.report(e.key, "key %q stands twice in %s: remove one", word, name)
		return nil
	}
	seen[word] = true
	i := slices.IndexFunc(keys, func(k form.Key) bool { return k.Name == word })
	if i >= 0 {
		return &keys[i]
	}
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.Name
	}
	d.report(e.key, "unknown key %q in %s: %s", word, name, suggest(word, names))
	return nil
}

func (d *decoder) missing(n *node, keys []form.Key, seen map[string]bool, name label) {
	for _, k := range keys {
		if k.Required && !seen[k.Name] {
			at := n.place()
			at.missing, at.message = k.Name, fmt.Sprintf("%s has no %s: add the key %q", name, k.Name, k.Name)
			d.reportAt(d.src, at)
		}
	}
}

// lose notes that a whole record could not be read, so that references to it would seem broken.
func (d *decoder) lose(t reflect.Type) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if d.KindOf(t) == form.KindMapping && d.KeysOf(t)[0].Name == "id" {
		d.unread = true
	}
}
