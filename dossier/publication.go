package dossier

import (
	"reflect"

	"pourparler/domain/edtf"
)

// publication is written as its words alone where it has no parts.
type publication struct {
	Title     string    `yaml:"title" doc:"newspaper, journal or book that it stands in"`
	Publisher string    `yaml:"publisher" doc:"publisher"`
	Place     string    `yaml:"place" doc:"place of publication"`
	Date      edtf.Date `yaml:"date" doc:"day of the issue or year of the book, where it is to be said here too"`
	Pages     string    `yaml:"pages" doc:"pages, such as 3-7, 9"`
	Column    string    `yaml:"column" doc:"column or columns of the page"`
	Text      string    `yaml:"text" doc:"where, in words: shown as they stand, and never taken apart"`
}

// publication reads words alone or a mapping of parts.
func (d *decoder) publication(n *node, v reflect.Value, name label) {
	if n.kind == mappingNode {
		d.mapping(n, v, name)
		return
	}
	text, _ := d.text(n, name)
	v.Set(reflect.ValueOf(publication{Text: text}))
}
