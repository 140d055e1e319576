package api

import (
	"pourparler/domain/table"
)

// Page is a part of a collection or of a computed view.
type Page struct {
	Dossier string              `json:"dossier" doc:"id of the dossier"`
	Release Maybe[string]       `json:"release" doc:"number of the dossier's release"`
	Name    string              `json:"name" doc:"name of the collection or view"`
	Title   string              `json:"title" doc:"its title"`
	AsOf    Maybe[string]       `json:"as_of" doc:"the day as of which a view was computed, YYYY-MM-DD"`
	Query   map[string][]string `json:"query" doc:"what was asked for, without cursor and limit"`
	Total   int                 `json:"total" doc:"how many items meet the filter, on all pages"`
	Limit   int                 `json:"limit" doc:"items on a page at most"`
	Items   []any               `json:"items" doc:"the items of this page, in order"`
	Columns []Column            `json:"columns" doc:"what the fields of an item mean, where items are rows of a table"`
	Links   PageLinks           `json:"links"`
}

// PageLinks are the addresses around a page, without the host.
type PageLinks struct {
	Self  string        `json:"self" doc:"address of this page"`
	First string        `json:"first" doc:"address of the first page"`
	Prev  Maybe[string] `json:"prev" doc:"address of the page before; null on the first"`
	Next  Maybe[string] `json:"next" doc:"address of the page after; null on the last"`
}

// Column describes a field of the rows of a table.
type Column struct {
	Name   string     `json:"name" doc:"name of the field"`
	Title  string     `json:"title" doc:"heading on pages"`
	Type   table.Type `json:"type" doc:"what its values are"`
	List   bool       `json:"list" doc:"whether the field is a list of values"`
	Values []string   `json:"values" doc:"the words allowed, for a column of type enum"`
	Doc    string     `json:"doc" doc:"what it means"`
}

// Columns tells the columns of a table.
func Columns(all []table.Column) []Column {
	return each(all, func(c table.Column) Column {
		return Column{c.Name, c.Title, c.Type, c.List, same(c.Values), c.Doc}
	})
}

// Collection is items without pages, such as the dossiers.
type Collection[T any] struct {
	Total int            `json:"total" doc:"how many items there are"`
	Items []T            `json:"items" doc:"the items"`
	Links CollectionLink `json:"links"`
}

// CollectionLink is the address of a collection.
type CollectionLink struct {
	Self string `json:"self" doc:"address of this answer"`
}

// Index is the first answer of the interface: where everything is.
type Index struct {
	Title string     `json:"title" doc:"name of the interface"`
	Links IndexLinks `json:"links"`
}

// IndexLinks are the addresses from which everything is reached.
type IndexLinks struct {
	Self        string `json:"self" doc:"address of this answer"`
	Dossiers    string `json:"dossiers" doc:"address of the dossiers"`
	Description string `json:"description" doc:"address of the description in OpenAPI 3.1"`
	Page        string `json:"page" doc:"address of the manual page"`
}

// NewIndex returns the first answer.
func NewIndex(b Base) Index {
	return Index{Title, IndexLinks{b.Root(), b.Root() + "/dossiers", b.Root() + "/openapi.json", string(b) + Manual}}
}
