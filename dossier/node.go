package dossier

// node is a value in a file: a scalar, a list or a mapping. Line and column are where it begins,
// counted from 1, the column in characters.
type node struct {
	kind         nodeKind
	reads        guise
	block        bool // a list or mapping without brackets
	line, column int32
	value        string
	items        []*node // of a list its items, of a mapping its keys and values by turns
}

type nodeKind int8

const (
	scalarNode nodeKind = iota
	listNode
	mappingNode
)

// guise is what YAML takes a scalar for.
type guise int8

const (
	asText guise = iota
	asNumber
	asFlag
	asNothing
)

// entry is a key of a mapping and its value.
type entry struct{ key, value *node }

// entries returns the entries of a mapping, none for a node of another kind.
func (n *node) entries() []entry {
	if n == nil || n.kind != mappingNode {
		return nil
	}
	all := make([]entry, len(n.items)/2)
	for i := range all {
		all[i] = entry{key: n.items[2*i], value: n.items[2*i+1]}
	}
	return all
}

// entry returns the first entry of a mapping with a key, or an empty one.
func (n *node) entry(name string) entry {
	for _, e := range n.entries() {
		if e.key.value == name {
			return e
		}
	}
	return entry{}
}

// place returns where a node begins.
func (n *node) place() found { return found{line: int(n.line), column: int(n.column)} }

// describe says what a node is, for messages.
func (n *node) describe() string {
	switch {
	case n.kind == mappingNode:
		return "a mapping"
	case n.kind == listNode:
		return "a list"
	case n.reads == asNothing:
		return "empty"
	case n.reads == asFlag:
		return n.value + ", which YAML reads as true or false"
	case n.reads == asNumber:
		return n.value + ", which YAML reads as a number"
	}
	return "a text"
}
