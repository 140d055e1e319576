package dossier

import "pourparler/domain/edtf"

// id names a record; lang is a BCP 47 tag; hex is a hash in hexadecimal digits.
type (
	id   string
	lang string
	hex  string
)

// system is a romanisation.
type system string

func systems() []system { return []system{"pinyin", "wade-giles", "other"} }

// name is a form of a name as the source spells it.
type name struct {
	Text      string `yaml:"text,required" doc:"the form as the source spells it"`
	Lang      lang   `yaml:"lang" doc:"its language, a BCP 47 tag"`
	System    system `yaml:"system" doc:"romanisation, if it is one"`
	Documents []id   `yaml:"documents" doc:"documents that use the form"`
}

// date is written as its EDTF string alone where there is no more to say.
type date struct {
	Value    edtf.Date `yaml:"date" doc:"EDTF date"`
	Text     string    `yaml:"text" doc:"wording of the source, short"`
	Inferred string    `yaml:"inferred" doc:"why it follows, when the text does not state it"`
}

// citation is written as a number where it is of the file's own document, and as the document's
// id, a space and the number where it is not.
type citation struct {
	Document    id  `yaml:"document" doc:"document; left out, that of the file"`
	Paragraph   int `yaml:"paragraph,required" doc:"number of the paragraph in the edition"`
	Fingerprint hex `yaml:"fingerprint" doc:"hash of the paragraph's text, in hexadecimal digits"`
}
