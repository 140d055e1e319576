package datapackage

import (
	"regexp"
	"strings"

	"pourparler/domain"
	"pourparler/domain/table"
)

// group is csv-metadata.json: CSV on the Web, Metadata Vocabulary for Tabular Data (W3C, 17 December 2015), section 5.3.
// It stands beside the tables under the name by which section 5.3 of the data model finds it.
type group struct {
	Context [2]any     `json:"@context"`
	Type    string     `json:"@type"`
	Title   string     `json:"dc:title"`
	About   string     `json:"dc:description,omitempty"`
	Version string     `json:"schema:version,omitempty"`
	Issued  *literal   `json:"dc:issued,omitempty"`
	License *node      `json:"dc:license,omitempty"`
	Source  string     `json:"dc:source,omitempty"`
	Dialect webDialect `json:"dialect"`
	Tables  []webTable `json:"tables"`
}

// literal is a typed value, and node a thing with an address, as the vocabulary writes them.
type literal struct {
	Value string `json:"@value"`
	Type  string `json:"@type"`
}

type node struct {
	ID string `json:"@id"`
}

type webDialect struct {
	Encoding string `json:"encoding"`
	Header   bool   `json:"header"`
}

type webTable struct {
	URL    string    `json:"url"`
	Title  string    `json:"dc:title"`
	About  string    `json:"dc:description"`
	Schema webSchema `json:"tableSchema"`
}

type webSchema struct {
	Columns     []webColumn `json:"columns"`
	PrimaryKey  []string    `json:"primaryKey,omitempty"`
	ForeignKeys []webKey    `json:"foreignKeys,omitempty"`
}

// webColumn describes one column. Titles is its heading in the file, which is its name.
type webColumn struct {
	Name      string  `json:"name"`
	Titles    string  `json:"titles"`
	Label     string  `json:"dc:title"`
	About     string  `json:"dc:description"`
	Datatype  webType `json:"datatype"`
	Required  bool    `json:"required,omitempty"`
	Separator string  `json:"separator,omitempty"`
}

type webType struct {
	ID     string `json:"@id,omitempty"`
	Base   string `json:"base"`
	Format string `json:"format,omitempty"`
}

type webKey struct {
	Columns   []string     `json:"columnReference"`
	Reference webReference `json:"reference"`
}

type webReference struct {
	Resource string   `json:"resource"`
	Columns  []string `json:"columnReference"`
}

// describeForWeb returns the description of the same tables as [describe] does.
func describeForWeb(d *domain.Dossier, files []written) group {
	g := group{Context: [2]any{"http://www.w3.org/ns/csvw", map[string]string{"@language": "en"}}, Type: "TableGroup",
		Title: d.Title, About: d.Summary, Version: d.Release, Source: d.Source, Dialect: webDialect{"utf-8", true}}
	if day := releaseDay(d); day != "" {
		g.Issued = &literal{day, "xsd:date"}
	}
	if isSPDX(d.Licence) {
		g.License = &node{spdx + d.Licence + ".html"}
	}
	keys := keysOf(files)
	for _, f := range files {
		g.Tables = append(g.Tables, f.webTable(keys))
	}
	return g
}

func (f written) webTable(keys map[string][]string) webTable {
	t := webTable{URL: f.Name + ".csv", Title: f.Title, About: f.Row, Schema: webSchema{PrimaryKey: f.key}}
	for _, c := range f.Columns {
		t.Schema.Columns = append(t.Schema.Columns, f.webColumn(c))
		if target := f.refers[c.Name]; target != "" {
			t.Schema.ForeignKeys = append(t.Schema.ForeignKeys, webKey{[]string{c.Name}, webReference{target + ".csv", keys[target]}})
		}
	}
	return t
}

func (f written) webColumn(c table.Column) webColumn {
	out := webColumn{Name: c.Name, Titles: c.Name, Label: c.Title, About: f.meaning(c), Required: c.Needed, Datatype: f.webType(c)}
	if c.List {
		out.Separator = table.Separator
	}
	return out
}

// webType is the type of the values of a column: of each, where a cell has several.
func (f written) webType(c table.Column) webType {
	switch c.Type {
	case table.TypeInteger, table.TypeBoolean:
		return webType{Base: string(c.Type)}
	case table.TypeDay:
		if !f.strange[c.Name] {
			return webType{Base: "date"}
		}
	case table.TypeEDTF:
		return webType{ID: edtfType, Base: "string"}
	case table.TypeEnum:
		words := make([]string, len(c.Values))
		for i, v := range c.Values {
			words[i] = regexp.QuoteMeta(v)
		}
		return webType{Base: "string", Format: "^(" + strings.Join(words, "|") + ")$"}
	}
	return webType{Base: "string"}
}
