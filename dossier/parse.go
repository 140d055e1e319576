package dossier

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Limits on what a file may hold: far beyond any record, and low enough that a hostile file
// cannot hold up the parser, whose time grows with the square of either.
const (
	maxDepth = 40
	maxKeys  = 1000
)

// parse returns the mapping of sections in a file, or nil after reporting why there is none.
func (r *reading) parse(src *source) ast.Node {
	if flaws := src.flaws(); len(flaws) > 0 {
		for _, f := range flaws {
			r.reportAt(src, found{line: f.line, column: f.column, message: f.message})
		}
		return nil
	}
	tokens, err := tokensOf(src.text)
	if err == nil && !r.plain(src, tokens) {
		return nil
	}
	var body ast.Node
	if err == nil {
		body, err = bodyOf(tokens)
	}
	if err != nil {
		r.syntax(src, err)
		return nil
	}
	if _, ok := body.(*ast.NullNode); ok || body == nil {
		r.reportAt(src, found{line: 1, column: 1, message: "the file holds no section: write one or remove the file"})
		return nil
	}
	return body
}

// caught turns a fault of the library into an error like any other. It is meant for a defer.
func caught(err *error) {
	if fault := recover(); fault != nil {
		*err = errors.New("the YAML cannot be parsed: simplify the file until it can")
	}
}

func tokensOf(text string) (tokens token.Tokens, err error) {
	defer caught(&err)
	return lexer.Tokenize(text), nil
}

// bodyOf parses the one YAML document of a file.
func bodyOf(tokens token.Tokens) (body ast.Node, err error) {
	defer caught(&err)
	f, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, err
	}
	if len(f.Docs) == 0 {
		return nil, nil
	}
	return f.Docs[0].Body, nil
}

// syntax reports where the parser gave up.
func (r *reading) syntax(src *source, err error) {
	var at yaml.Error
	if !errors.As(err, &at) || at.GetToken() == nil {
		r.reportAt(src, found{line: 1, column: 1, message: err.Error()})
		return
	}
	pos := at.GetToken().Position
	reason := at.GetMessage()
	if strings.Contains(reason, "'\t'") {
		reason = "a tab cannot stand here: indent with spaces"
	}
	message := fmt.Sprintf("not YAML: %s; the rest of the file was not read", reason)
	r.reportAt(src, found{line: pos.Line, column: max(pos.Column, 1), message: message})
}

// plain reports everything of YAML that the format does without, and whether there was none of it.
func (r *reading) plain(src *source, tokens token.Tokens) bool {
	g := gauge{keys: map[int]int{}}
	before := len(r.problems)
	for i, t := range tokens {
		message := unwanted(t, i)
		if message == "" {
			message = g.measure(t)
		}
		if message != "" {
			r.reportAt(src, found{line: t.Position.Line, column: max(t.Position.Column, 1), message: message})
		}
		if g.full {
			break
		}
	}
	return len(r.problems) == before
}

// unwanted says why a token is not part of the format, or returns "".
func unwanted(t *token.Token, index int) string {
	switch t.Type {
	case token.AnchorType:
		return "anchors (&) are not part of the format: write the value out"
	case token.AliasType:
		return "aliases (*) are not part of the format: write the value out, or put a text with * in quotes"
	case token.TagType:
		return "tags (!) are not part of the format: remove it, or put a text with ! in quotes"
	case token.DirectiveType:
		return "directives (%) are not part of the format: remove the line, or put a text with % in quotes"
	case token.MappingKeyType:
		return "keys with ? are not part of the format: write the key and a colon"
	case token.MergeKeyType:
		return "merge keys (<<) are not part of the format: write the keys out"
	case token.DocumentHeaderType:
		if index > 0 {
			return "a file holds one YAML document: put what follows --- into another file"
		}
	case token.DocumentEndType:
		return "a file holds one YAML document: remove the line"
	}
	return ""
}

// gauge measures how deep and how wide a file is.
type gauge struct {
	flow  []int       // keys in each open bracket
	keys  map[int]int // keys in the block mapping at each column
	line  int
	depth int // collections opened on the line
	full  bool
}

// measure says whether a token makes the file too deep or too wide, and returns "" if not.
func (g *gauge) measure(t *token.Token) string {
	if t.Position.Line != g.line {
		g.line, g.depth = t.Position.Line, 0
	}
	switch t.Type {
	case token.SequenceStartType, token.MappingStartType:
		g.flow = append(g.flow, 0)
	case token.SequenceEndType, token.MappingEndType:
		g.flow = g.flow[:max(len(g.flow)-1, 0)]
	case token.SequenceEntryType:
		g.depth++
		g.leave(t.Position.Column)
	case token.MappingValueType:
		g.key(t)
	}
	switch {
	case len(g.flow) > maxDepth || g.depth > maxDepth || len(g.keys) > maxDepth:
		g.full = true
		return fmt.Sprintf("nested more than %d deep: the format needs ten", maxDepth)
	case g.full:
		return fmt.Sprintf("more than %d keys in one mapping: no section has so many", maxKeys)
	}
	return ""
}

// key counts the key before a colon.
func (g *gauge) key(t *token.Token) {
	if n := len(g.flow); n > 0 {
		g.flow[n-1]++
		g.full = g.flow[n-1] > maxKeys
		return
	}
	column := t.Position.Column
	if t.Prev != nil && t.Prev.Position.Line == t.Position.Line {
		column = t.Prev.Position.Column
	}
	g.leave(column)
	g.keys[column]++
	g.full = g.keys[column] > maxKeys
}

// leave forgets the block mappings that end where something stands at a column.
func (g *gauge) leave(column int) {
	for c := range g.keys {
		if c > column {
			delete(g.keys, c)
		}
	}
}
