package dossier

import (
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// entry is a key of a YAML mapping and its value.
type entry struct {
	key   ast.MapKeyNode
	name  string
	value ast.Node
}

// entriesOf returns the entries of a mapping; ok is false for a node of another kind.
func entriesOf(n ast.Node) (entries []entry, ok bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, v := range n.Values {
			entries = append(entries, entryOf(v))
		}
		return entries, true
	case *ast.MappingValueNode:
		return []entry{entryOf(n)}, true
	}
	return nil, false
}

func entryOf(v *ast.MappingValueNode) entry {
	return entry{key: v.Key, name: v.Key.GetToken().Value, value: v.Value}
}

// startOf returns the token at which a node begins.
func startOf(n ast.Node) *token.Token {
	switch n := n.(type) {
	case *ast.MappingNode:
		if !n.IsFlowStyle && len(n.Values) > 0 {
			return startOf(n.Values[0])
		}
	case *ast.MappingValueNode:
		return startOf(n.Key)
	}
	return n.GetToken()
}

// isBlock reports whether a node is a collection that begins on the line below its key.
func isBlock(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.MappingNode:
		return !n.IsFlowStyle
	case *ast.SequenceNode:
		return !n.IsFlowStyle
	case *ast.MappingValueNode:
		return true
	}
	return false
}

// describe says what a node is, for messages.
func describe(n ast.Node) string {
	switch n := n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a mapping"
	case *ast.SequenceNode:
		return "a list"
	case *ast.NullNode:
		return "empty"
	case *ast.BoolNode:
		return n.GetToken().Value + ", which YAML reads as true or false"
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value + ", which YAML reads as a number"
	case *ast.StringNode, *ast.LiteralNode:
		return "a text"
	}
	return "something else"
}

// child returns the value of a key of a mapping, or nil.
func child(n ast.Node, name string) ast.Node {
	entries, _ := entriesOf(n)
	for _, e := range entries {
		if e.name == name {
			return e.value
		}
	}
	return nil
}
