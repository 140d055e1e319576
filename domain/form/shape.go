package form

import (
	"reflect"
	"regexp"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Kinds of value.
const (
	KindText        Kind = iota
	KindPattern          // text of a pattern: an id, a language tag, a hash
	KindWord             // one of a list of words
	KindNumber           // from 1
	KindFlag             // true or false
	KindEDTF             // an [edtf.Date]
	KindDate             // a [Date]: an EDTF string, or a mapping with more
	KindPublication      // a [Publication]: words, or a mapping of parts
	KindCitation         // a [Citation]: a paragraph in short, or a mapping
	KindList
	KindMapping
)

// Kind is what a value can be.
type Kind int

// Key is one key of a mapping, read from a field of a struct and its tags.
type Key struct {
	Name     string
	Required bool
	Doc      string
	Index    int // of the field
}

// Pattern is what text of a certain type must look like.
type Pattern struct {
	*regexp.Regexp
	Word   string // what to call it
	Remedy string
}

// Shapes knows what the types of the structs look like in a file. It remembers what it found and is not
// for several goroutines.
type Shapes struct {
	words    map[reflect.Type][]string
	patterns map[reflect.Type]Pattern
	kinds    map[reflect.Type]Kind
	keys     map[reflect.Type][]Key
}

// NewShapes returns the shapes of all structs.
func NewShapes() *Shapes {
	s := &Shapes{keys: map[reflect.Type][]Key{}}
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
	s.patterns = map[reflect.Type]Pattern{
		reflect.TypeFor[ID](): {regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`), "id",
			"use lower-case letters, digits and single hyphens"},
		reflect.TypeFor[Lang](): {regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`), "language",
			"use a BCP 47 tag such as en, zh-Hans or ru-Latn"},
		reflect.TypeFor[Hex](): {regexp.MustCompile(`^[0-9a-f]{8,128}$`), "fingerprint",
			"use 8 to 128 digits 0-9 and a-f"},
	}
	s.kinds = map[reflect.Type]Kind{
		reflect.TypeFor[edtf.Date]():   KindEDTF,
		reflect.TypeFor[Date]():        KindDate,
		reflect.TypeFor[Publication](): KindPublication,
		reflect.TypeFor[Citation]():    KindCitation,
	}
	return s
}

// Words returns the words that a value of a type can be, if it is of [KindWord].
func (s *Shapes) Words(t reflect.Type) []string { return s.words[t] }

// Pattern returns what a value of a type must look like, if it is of [KindPattern].
func (s *Shapes) Pattern(t reflect.Type) Pattern { return s.patterns[t] }

func addWords[T ~string](s *Shapes, all []T) {
	words := make([]string, len(all))
	for i, w := range all {
		words[i] = string(w)
	}
	s.words[reflect.TypeFor[T]()] = words
}

// KindOf returns what a value of a type in a struct is in a file.
func (s *Shapes) KindOf(t reflect.Type) Kind {
	if k, ok := s.kinds[t]; ok {
		return k
	}
	k := s.findKind(t)
	s.kinds[t] = k
	return k
}

func (s *Shapes) findKind(t reflect.Type) Kind {
	if t.Kind() == reflect.Pointer {
		return s.KindOf(t.Elem())
	}
	if _, ok := s.patterns[t]; ok {
		return KindPattern
	}
	if _, ok := s.words[t]; ok {
		return KindWord
	}
	switch t.Kind() {
	case reflect.Int:
		return KindNumber
	case reflect.Bool:
		return KindFlag
	case reflect.Slice:
		return KindList
	case reflect.Struct:
		return KindMapping
	default:
		return KindText
	}
}

// KeysOf returns the keys of a struct in the order of the format, without what the file implies.
func (s *Shapes) KeysOf(t reflect.Type) []Key {
	if keys, ok := s.keys[t]; ok {
		return keys
	}
	var keys []Key
	for i := range t.NumField() {
		if field := t.Field(i); field.Tag.Get("implied") == "" {
			keys = append(keys, Key{Name: KeyName(field), Required: Required(field), Doc: field.Tag.Get("doc"), Index: i})
		}
	}
	s.keys[t] = keys
	return keys
}
