package dossier

import (
	"reflect"

	"pourparler/domain/form"
)

// publication reads words alone or a mapping of parts.
func (d *decoder) publication(n *node, v reflect.Value, name label) {
	if n.kind == mappingNode {
		d.mapping(n, v, name)
		return
	}
	text, _ := d.text(n, name)
	v.Set(reflect.ValueOf(form.Publication{Text: text}))
}
