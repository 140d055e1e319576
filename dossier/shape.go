package dossier

import (
	"reflect"
	"regexp"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// kind is what a value in a file can be.
type kind int

const (
	ofText kind = iota
	ofForm      // text of a form: an id, a language tag, a hash
	ofWord      // one of a list of words
	ofNumber
	ofFlag
	ofEDTF
	ofDate
	ofPublication
	ofCitation
	ofList
	ofMapping
)

// key is one key of a mapping, read from a field of a file struct and its tags.
type key struct {
	name     string
	required bool
	doc      string
	index    int
}

// form is what text of a certain type must look like.
type form struct {
	pattern *regexp.Regexp
	word    string // what to call it
	remedy  string
}

// shapes knows what the types of the file structs look like in a file.
type shapes struct {
	words map[reflect.Type][]string
	forms map[reflect.Type]form
	kinds map[reflect.Type]kind
	keys  map[reflect.Type][]key
	known map[string]bool // every key, gathered when first asked for
}

func newShapes() *shapes {
	s := &shapes{keys: map[reflect.Type][]key{}}
	s.words = map[reflect.Type][]string{}
	addWords(s, domain.Sections())
	addWords(s, domain.PartyKinds())
	addWords(s, domain.Recognitions())
	addWords(s, domain.MeetingStatuses())
	addWords(s, domain.DocumentKinds())
	addWords(s, domain.Acts())
	addWords(s, domain.RelationKinds())
	addWords(s, domain.TermKinds())
	addWords(s, domain.Stances())
	addWords(s, domain.StatementKinds())
	addWords(s, domain.Sides())
	addWords(s, domain.Movements())
	addWords(s, systems())
	s.forms = map[reflect.Type]form{
		reflect.TypeFor[id](): {regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`), "id",
			"use lower-case letters, digits and single hyphens"},
		reflect.TypeFor[lang](): {regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`), "language",
			"use a BCP 47 tag such as en, zh-Hans or ru-Latn"},
		reflect.TypeFor[hex](): {regexp.MustCompile(`^[0-9a-f]{8,128}$`), "fingerprint",
			"use 8 to 128 digits 0-9 and a-f"},
	}
	s.kinds = map[reflect.Type]kind{
		reflect.TypeFor[edtf.Date]():   ofEDTF,
		reflect.TypeFor[date]():        ofDate,
		reflect.TypeFor[publication](): ofPublication,
		reflect.TypeFor[citation]():    ofCitation,
	}
	return s
}

func addWords[T ~string](s *shapes, all []T) {
	words := make([]string, len(all))
	for i, w := range all {
		words[i] = string(w)
	}
	s.words[reflect.TypeFor[T]()] = words
}

// kindOf returns what a value of a type in a file struct is in a file.
func (s *shapes) kindOf(t reflect.Type) kind {
	if k, ok := s.kinds[t]; ok {
		return k
	}
	k := s.findKind(t)
	s.kinds[t] = k
	return k
}

func (s *shapes) findKind(t reflect.Type) kind {
	if t.Kind() == reflect.Pointer {
		return s.kindOf(t.Elem())
	}
	if _, ok := s.forms[t]; ok {
		return ofForm
	}
	if _, ok := s.words[t]; ok {
		return ofWord
	}
	switch t.Kind() {
	case reflect.Int:
		return ofNumber
	case reflect.Bool:
		return ofFlag
	case reflect.Slice:
		return ofList
	case reflect.Struct:
		return ofMapping
	default:
		return ofText
	}
}

// keysOf returns the keys of a file struct in the order of the format.
func (s *shapes) keysOf(t reflect.Type) []key {
	if keys, ok := s.keys[t]; ok {
		return keys
	}
	var keys []key
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		name, option, _ := strings.Cut(tag.Get("yaml"), ",")
		keys = append(keys, key{name: name, required: option == "required", doc: tag.Get("doc"), index: i})
	}
	s.keys[t] = keys
	return keys
}
