package datapackage

import (
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Addresses that the descriptions name: the profile of the standard, and the type that libraries give to EDTF.
const (
	profile  = "https://datapackage.org/profiles/2.0/datapackage.json"
	edtfType = "http://id.loc.gov/datatypes/edtf/EDTF"
	spdx     = "https://spdx.org/licenses/"
)

// descriptor is datapackage.json, by the Data Package standard, version 2.
type descriptor struct {
	Schema      string      `json:"$schema"`
	Name        string      `json:"name"`
	Title       string      `json:"title"`
	Description string      `json:"description,omitempty"`
	Version     string      `json:"version,omitempty"`
	Created     string      `json:"created,omitempty"`
	Licenses    []license   `json:"licenses,omitempty"`
	Sources     []source    `json:"sources,omitempty"`
	Resources   []*resource `json:"resources"`
}

type license struct {
	Name string `json:"name"`
	Path string `json:"path"`
}

type source struct {
	Title string `json:"title"`
}

// resource describes the file of a table. Rows is how many there are; the profile is for programs that know version 1
// of the standard only.
type resource struct {
	Name        string  `json:"name"`
	Type        string  `json:"type"`
	Profile     string  `json:"profile"`
	Path        string  `json:"path"`
	Title       string  `json:"title"`
	Description string  `json:"description"`
	Format      string  `json:"format"`
	MediaType   string  `json:"mediatype"`
	Encoding    string  `json:"encoding"`
	Bytes       int64   `json:"bytes"`
	Hash        string  `json:"hash"`
	Rows        int     `json:"rows"`
	Dialect     dialect `json:"dialect"`
	Schema      schema  `json:"schema"`
}

// dialect says how a CSV file is written.
type dialect struct {
	Header         bool   `json:"header"`
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	QuoteChar      string `json:"quoteChar"`
	DoubleQuote    bool   `json:"doubleQuote"`
}

// schema describes the columns of a table and its keys.
type schema struct {
	Fields        []column     `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    []string     `json:"primaryKey,omitempty"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
}

// column describes one column.
type column struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Title       string       `json:"title"`
	Description string       `json:"description"`
	RDFType     string       `json:"rdfType,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

// foreignKey says that the values of a column are those of another table's key.
type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

// reference names the empty resource for a key in the same table: so says version 1 of Table Schema, and version 2 has its
// readers take that as its own way, which is to name none.
type reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

// describe returns the descriptor of a dossier whose tables are those files.
func describe(d *domain.Dossier, files []written) descriptor {
	p := descriptor{Schema: profile, Name: d.ID, Title: d.Title, Description: d.Summary, Version: d.Release, Sources: sources(d)}
	if isSPDX(d.Licence) {
		p.Licenses = []license{{Name: d.Licence, Path: spdx + d.Licence + ".html"}}
	}
	if released := releaseDay(d); released != "" {
		p.Created = released + "T00:00:00Z"
	}
	keys := keysOf(files)
	for _, f := range files {
		p.Resources = append(p.Resources, f.resource(keys))
	}
	return p
}

// keysOf are the columns that tell the rows of each table apart, by its name.
func keysOf(files []written) map[string][]string {
	keys := map[string][]string{}
	for _, f := range files {
		keys[f.Name] = f.key
	}
	return keys
}

// releaseDay is the day of the release as YYYY-MM-DD, or nothing if it is not known to the day.
func releaseDay(d *domain.Dossier) string {
	first, edge := d.Released.Earliest()
	last, edge2 := d.Released.Latest()
	if d.Released.IsZero() || edge != edtf.Known || edge2 != edtf.Known || !first.Equal(last) || len(first.String()) != len("2006-01-02") {
		return ""
	}
	return first.String()
}

// sources are the sentence of the dossier and the editions of the documents it holds.
func sources(d *domain.Dossier) []source {
	var all []source
	if d.Source != "" {
		all = append(all, source{d.Source})
	}
	for _, doc := range d.Documents {
		if doc.Held {
			all = append(all, source{strings.Join(filled(doc.Title, doc.Edition.Title, doc.Edition.Source), "; ")})
		}
	}
	return all
}

// filled returns the texts that are not empty, each once.
func filled(texts ...string) []string {
	var all []string
	for i, s := range texts {
		if s != "" && (i == 0 || s != texts[i-1]) {
			all = append(all, s)
		}
	}
	return all
}

func (f written) resource(keys map[string][]string) *resource {
	return &resource{Name: f.Name, Type: "table", Profile: "tabular-data-resource", Path: f.path(), Title: f.Title, Description: f.Row,
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Bytes: f.bytes, Hash: "sha256:" + f.sum, Rows: f.count,
		Dialect: dialect{Header: true, Delimiter: ",", LineTerminator: "\r\n", QuoteChar: `"`, DoubleQuote: true},
		Schema:  f.schema(keys)}
}

func (f written) schema(keys map[string][]string) schema {
	s := schema{MissingValues: []string{""}, PrimaryKey: f.key}
	for _, c := range f.Columns {
		s.Fields = append(s.Fields, f.column(c))
		if target := f.refers[c.Name]; target != "" {
			key := foreignKey{Fields: []string{c.Name}, Reference: reference{Resource: target, Fields: keys[target]}}
			if target == f.Name {
				key.Reference.Resource = ""
			}
			s.ForeignKeys = append(s.ForeignKeys, key)
		}
	}
	return s
}

func (f written) column(c table.Column) column {
	out := column{Name: c.Name, Type: f.kind(c), Title: c.Title, Description: f.meaning(c)}
	if c.Type == table.TypeEDTF && !c.List {
		out.RDFType = edtfType
	}
	limits := constraints{Required: c.Needed, Unique: len(f.key) == 1 && f.key[0] == c.Name}
	if !c.List {
		limits.Enum = c.Values
	}
	if limits.Required || limits.Unique || limits.Enum != nil {
		out.Constraints = &limits
	}
	return out
}

// kind is the type of a column in the words of Table Schema. Several values in a cell are a text to it.
func (f written) kind(c table.Column) string {
	switch {
	case c.List:
		return "string"
	case c.Type == table.TypeInteger, c.Type == table.TypeBoolean:
		return string(c.Type)
	case c.Type == table.TypeDay && !f.strange[c.Name]:
		return "date"
	}
	return "string"
}

// meaning is what the codebook says of a column, and where its values stand one a row.
func (f written) meaning(c table.Column) string {
	words := []string{c.Doc}
	if c.List {
		words = append(words, `Several values are separated by "; "; one that holds that is written with ";\ ".`)
	}
	if other := f.apart[c.Name]; other != "" {
		words = append(words, "One a row in the table "+other+".")
	}
	if c.Type == table.TypeEDTF {
		words = append(words, "Written in EDTF (ISO 8601-2).")
	}
	return strings.Join(words, " ")
}
