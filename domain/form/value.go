package form

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"

	"pourparler/domain/edtf"
)

// ID names a record; Lang is a BCP 47 tag; Hex is a hash in hexadecimal digits.
type (
	ID   string
	Lang string
	Hex  string
)

// System is a romanisation.
type System string

func systems() []System { return []System{"pinyin", "wade-giles", "other"} }

// Name is a form of a name as the source spells it.
type Name struct {
	Text      string `json:"text" doc:"the form as the source spells it"`
	Lang      Lang   `json:"lang,omitzero" doc:"its language, a BCP 47 tag"`
	System    System `json:"system,omitzero" doc:"romanisation, if it is one"`
	Documents []ID   `json:"documents,omitzero" to:"documents" doc:"documents that use the form"`
}

// Date is written as its EDTF string alone where there is no more to say.
type Date struct {
	Value    edtf.Date `json:"date,omitzero" doc:"EDTF date"`
	Text     string    `json:"text,omitzero" doc:"wording of the source, short"`
	Inferred string    `json:"inferred,omitzero" doc:"why it follows, when the text does not state it"`
}

// Publication is written as its words alone where it has no parts.
type Publication struct {
	Title     string    `json:"title,omitzero" doc:"newspaper, journal or book that it stands in"`
	Publisher string    `json:"publisher,omitzero" doc:"publisher"`
	Place     string    `json:"place,omitzero" doc:"place of publication"`
	Date      edtf.Date `json:"date,omitzero" doc:"day of the issue or year of the book, where it is to be said here too"`
	Pages     string    `json:"pages,omitzero" doc:"pages, such as 3-7, 9"`
	Column    string    `json:"column,omitzero" doc:"column or columns of the page"`
	Text      string    `json:"text,omitzero" doc:"where, in words: shown as they stand, and never taken apart"`
}

// Citation is written as a number where it is of the file's own document, and as the document's
// id, a space and the number where it is not.
type Citation struct {
	Document    ID  `json:"document,omitzero" to:"documents" doc:"document; left out, that of the file"`
	Paragraph   int `json:"paragraph" doc:"number of the paragraph in the edition"`
	Fingerprint Hex `json:"fingerprint,omitzero" doc:"hash of the paragraph's text, in hexadecimal digits"`
}

// MarshalJSON writes the EDTF string alone where there is no more to say.
func (d Date) MarshalJSON() ([]byte, error) {
	if d.Text == "" && d.Inferred == "" {
		return json.Marshal(d.Value)
	}
	type mapping Date
	return json.Marshal(mapping(d))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, &d.Value)
	}
	type mapping Date
	return json.Unmarshal(data, (*mapping)(d))
}

// ParseCitation reads a document's id, a space and the number of a paragraph: what [CitationForm] is, which is too slow
// for as many as there are.
func ParseCitation(s string) (c Citation, ok bool) {
	document, number, _ := strings.Cut(s, " ")
	if document == "" || strings.Trim(document, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return c, false
	}
	if number == "" || len(number) > 9 || number[0] == '0' || strings.Trim(number, "0123456789") != "" {
		return c, false
	}
	c.Paragraph, _ = strconv.Atoi(number) // it has no other than digits
	c.Document = ID(document)
	return c, true
}

// CitationForm is a citation in short.
var CitationForm = regexp.MustCompile(`^([a-z0-9-]+) ([1-9][0-9]{0,8})$`)

// MarshalJSON writes the citation in short where it has no fingerprint.
func (c Citation) MarshalJSON() ([]byte, error) {
	short := string(c.Document) + " " + strconv.Itoa(c.Paragraph)
	if _, ok := ParseCitation(short); ok && c.Fingerprint == "" {
		return json.Marshal(short)
	}
	type mapping Citation
	return json.Marshal(mapping(c))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (c *Citation) UnmarshalJSON(data []byte) error {
	if short := strings.Trim(string(data), `"`); len(short) < len(data) {
		*c, _ = ParseCitation(short)
		return nil
	}
	type mapping Citation
	return json.Unmarshal(data, (*mapping)(c))
}
