package dossier

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// planter makes the tree of a file out of the nodes of the YAML library. It reports everything of
// YAML that the format does without, and texts that seem to have taken in part of the record.
type planter struct {
	*reading
	src *source
}

func (p *planter) report(line, column int, format string, args ...any) {
	p.reportAt(p.src, found{line: line, column: column, message: fmt.Sprintf(format, args...)})
}

// node returns a node with all that is in it; indent is how far the list or mapping around it is
// indented.
func (p *planter) node(n *yaml.Node, indent int) *node {
	made := &node{line: int32(n.Line), column: int32(n.Column), value: n.Value}
	if message := unwanted(p.src.at(n.Line, n.Column)); message != "" {
		p.report(n.Line, n.Column, "%s", message)
	}
	if n.Kind == yaml.ScalarNode {
		p.scalar(made, n, indent)
		return made
	}
	if made.block = n.Style&yaml.FlowStyle == 0; made.block {
		indent = n.Column - 1
	}
	if made.kind = listNode; n.Kind == yaml.MappingNode {
		made.kind = mappingNode
		p.keys(n)
	}
	for _, item := range n.Content {
		made.items = append(made.items, p.node(item, indent))
	}
	return made
}

// keys reports keys that are no plain words, and a mapping with too many.
func (p *planter) keys(n *yaml.Node) {
	if len(n.Content) > 2*maxKeys {
		p.report(n.Line, n.Column, "more than %d keys in one mapping: no section has so many", maxKeys)
	}
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch column := p.src.asked(key.Line, key.Column); {
		case column > 0:
			p.report(key.Line, column, "%s", unwanted('?'))
		case key.Tag == "!!merge":
			p.report(key.Line, key.Column, "merge keys (<<) are not part of the format: write the keys out")
		case key.Kind != yaml.ScalarNode:
			p.report(key.Line, key.Column, "a key is a word: put a text that begins with a bracket in quotes")
		case key.Value != "" && !p.src.colon(key.Line, key.Column, key.Value):
			p.report(key.Line, key.Column, "no colon behind this key in its line: write the key, a colon and a space")
		case value.Value == "" && value.Style == 0 && value.Kind == yaml.ScalarNode && n.Style&yaml.FlowStyle != 0:
			p.report(key.Line, key.Column, "no value behind this key: leave it out, or put a text with : in quotes")
		}
	}
}

// scalar fills in what YAML takes a scalar for. What is not in quotes may not go on where a lost or
// indented line would make it go on.
func (p *planter) scalar(made *node, n *yaml.Node, indent int) {
	switch n.Style {
	case 0:
		made.reads = guiseOf(n.Tag)
		if line, column := p.src.further(n.Line, n.Column, n.Value); line > 0 {
			p.report(line, column, "this goes on with the text above it: if a key is missing, add it; "+
				"if it belongs to the text, write that as a block after >- or in double quotes")
		}
	case yaml.LiteralStyle, yaml.FoldedStyle:
		lines := p.src.below(n.Line, indent)
		if i := p.runaway(lines); i >= 0 {
			column := len(lines[i]) - len(strings.TrimLeft(lines[i], " ")) + 1
			p.report(n.Line+1+i, column, "this looks like a part of the record and stands within a text: if a key "+
				"above it is missing or it is indented too far, correct that; if it belongs to the text, write that in double quotes")
		}
	}
}

func guiseOf(tag string) guise {
	switch tag {
	case "!!int", "!!float":
		return asNumber
	case "!!bool":
		return asFlag
	case "!!null":
		return asNothing
	}
	return asText
}
