package dossier

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// Limits on what files may hold: far beyond any record, and low enough that a hostile file costs
// little. A sign is a character that YAML needs to begin another value, so that signs bound values
// and memory before anything is parsed. All files together may hold as many as a record of 100 000
// proposals and 300 000 responses.
const (
	maxAllBytes = 512 << 20
	maxDepth    = 40
	maxKeys     = 1000
	maxSigns    = 300_000
	maxAllSigns = 10_000_000
)

const tooDeep = "nested more than 40 deep: the format needs ten"

// parse returns the mapping of sections in a file, or nil after reporting why there is none.
func (r *reading) parse(src *source) *node {
	before := src.problems
	if signsIn(src.text) > maxSigns {
		r.reportFile(src.name, fmt.Sprintf("more than %d %s: divide the file", maxSigns, whatSigns))
		return nil
	}
	for _, f := range src.flaws() {
		r.reportAt(src, f)
	}
	if src.problems == before {
		r.oneDocument(src)
	}
	if src.problems > before {
		return nil
	}
	root, err := compose(src.text)
	switch {
	case err != nil:
		r.reportAt(src, syntax(src, err))
		return nil
	case root == nil:
		r.reportAt(src, found{line: 1, column: 1, message: "the file holds no section: write one or remove the file"})
		return nil
	}
	body := (&planter{reading: r, src: src}).node(root, -1)
	if src.problems > before {
		return nil
	}
	return body
}

const whatSigns = "lines, commas, colons, hyphens before a space, question marks and opening brackets"

func signsIn(text string) int {
	signs := strings.Count(text, "- ")
	for _, sign := range []string{"\n", ",", ":", "[", "{", "?"} {
		signs += strings.Count(text, sign)
	}
	return signs
}

// tooMuch says why all files together hold more than a record needs, or returns "". It looks at them one by one, since
// what was parsed of each would stay in memory.
func (r *reading) tooMuch(fsys fs.FS, names []string) string {
	bytes, signs := 0, 0
	for _, name := range names {
		src, err := load(fsys, name)
		if err != nil {
			continue // is reported when it is read
		}
		if bytes += len(src.text); bytes > maxAllBytes {
			return fmt.Sprintf("more than %d MB in all files: divide the dossier", maxAllBytes>>20)
		}
		if signs += signsIn(src.text); signs > maxAllSigns {
			return fmt.Sprintf("more than %d %s in all files: divide the dossier", maxAllSigns, whatSigns)
		}
	}
	return ""
}

// oneDocument reports directives and every line that begins or ends a YAML document, except one
// before anything else. Such lines are none of those only where they would break a text in quotes.
func (r *reading) oneDocument(src *source) {
	number, begun := 0, false
	for line := range strings.SplitSeq(src.text, "\n") {
		number++
		mark, _, _ := strings.Cut(line, " ")
		message := ""
		switch {
		case mark == "---" && begun:
			message = "a file holds one YAML document: put what follows --- into another file"
		case mark == "...":
			message = "a file holds one YAML document: remove the line"
		case !begun && strings.HasPrefix(line, "%"):
			message = unwanted('%')
		}
		begun = begun || mark != "" && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "%")
		if message != "" {
			r.reportAt(src, found{line: number, column: 1, message: message})
		}
	}
}

// compose returns the one value of a YAML text, or nil if there is none.
func compose(text string) (*yaml.Node, error) {
	limits := loaderlimits.New(loaderlimits.DepthFunc(func(depth int, _ *loaderlimits.DepthContext) error {
		if depth > maxDepth {
			return errors.New(tooDeep)
		}
		return nil
	}))
	loader, err := yaml.NewLoader(strings.NewReader(text), yaml.WithUniqueKeys(false), yaml.WithPlugin(limits))
	if err != nil {
		return nil, err
	}
	var document, more yaml.Node
	if err := loader.Load(&document); err == io.EOF {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	if err := loader.Load(&more); err != io.EOF {
		return nil, err
	}
	return document.Content[0], nil
}

// syntax says where the parser gave up.
func syntax(src *source, err error) found {
	var at *yaml.LoadError
	if !errors.As(err, &at) {
		return found{line: 1, column: 1, message: "not YAML: " + err.Error()}
	}
	mark, reason := at.Mark, at.Message
	switch {
	case at.ContextMsg == "while scanning a quoted scalar" && strings.HasSuffix(reason, "end of stream"):
		mark, reason = at.ContextMark, "the text in quotes has no end"
	case at.ContextMsg != "":
		reason = at.ContextMsg + ": " + reason
	}
	message := fmt.Sprintf("not YAML: %s; the rest of the file was not read", reason)
	for _, m := range []yaml.Mark{at.ContextMark, at.Mark} {
		if other := unwanted(src.at(m.Line, m.Column)); other != "" {
			mark, message = m, other
		}
	}
	if at.Message == tooDeep {
		message = tooDeep
	}
	return found{line: max(mark.Line, 1), column: max(mark.Column, 1), message: message}
}

// unwanted says why a character that begins a value means something that is not part of the
// format, or returns "".
func unwanted(first rune) string {
	switch first {
	case '&':
		return "anchors (&) are not part of the format: write the value out"
	case '*':
		return "aliases (*) are not part of the format: write the value out, or put a text with * in quotes"
	case '!':
		return "tags (!) are not part of the format: remove it, or put a text with ! in quotes"
	case '%':
		return "directives (%) are not part of the format: remove the line, or put a text with % in quotes"
	case ':':
		return "a colon without a key: write the key, or put a text with : in quotes"
	case '?':
		return "keys with ? are not part of the format: write the key and a colon, or put a text with ? in quotes"
	}
	return ""
}
