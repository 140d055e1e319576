package api

import (
	"reflect"
	"slices"
	"strings"

	"pourparler/domain/table"
)

// Operation is one thing that can be asked for: its address, what it takes and what it answers. Routes, the check of
// parameters and the description are all made from it.
type Operation struct {
	ID      string // unique, for generated clients
	Path    string // below [Root], with {name} for each parameter of the path
	Tag     string // heading under which the description has it
	Summary string
	Doc     string // more than the summary, if there is more to say
	Params  []Parameter
	Answer  Answer
	Retires bool // the id in the path may be a retired one
	Sample  bool // the description shows an answer
}

// Answer is the shape of what an operation answers: one of its fields is set.
type Answer struct {
	Record reflect.Type // one struct of this package
	Items  reflect.Type // a [Page] of such structs
	Rows   *table.Table // a [Page] of rows of a table with these columns
	Linked bool         // the rows are records and have links
	Open   bool         // the rows have further columns that depend on the dossier
	File   string       // a JSON document of another kind: what it is
}

// Address returns the path of an operation with its parameters filled in by their examples.
func (o Operation) Address() string {
	path := Root + o.Path
	for _, p := range o.Params {
		if p.Path {
			path = strings.ReplaceAll(path, "{"+p.Name+"}", p.Example)
		}
	}
	return path
}

// Has reports whether the operation takes a parameter.
func (o Operation) Has(name string) bool {
	return slices.ContainsFunc(o.Params, func(p Parameter) bool { return p.Name == name })
}

// statuses are the problems that an operation may answer with.
func (o Operation) statuses() []int {
	all := []int{400}
	if strings.Contains(o.Path, "{") {
		all = append(all, 404)
	}
	if o.Has("cursor") {
		all = append(all, 409)
	}
	if o.Retires || o.Has("track") || o.Has("party") || o.Has("document") {
		all = append(all, 410)
	}
	return append(all, 500)
}
