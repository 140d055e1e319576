package dossier

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

func isYAML(name string) bool {
	return slices.Contains(endings(), path.Ext(name))
}

// endings are those of the files that are read.
func endings() []string { return []string{".yaml", ".yml"} }

// companion is a file that may stand in the folder of a dossier without being part of it: what
// people put beside data that they publish, and what file managers leave behind.
var companion = regexp.MustCompile(`(?i)^((README|LICEN[CS]E|COPYING|NOTICE|AUTHORS|CHANGELOG|CONTRIBUTING|CITATION)` +
	`(\.(md|txt|rst|html|pdf|cff|bib))?|Thumbs\.db|desktop\.ini)$`)

// yamlLike is a name that was meant as that of a file of the dossier.
var yamlLike = regexp.MustCompile(`(?i)^[~#]*(.+?)\.(yaml|yml)(\b|_|~|$)`)

// stray reports a file that would not be read, unless it is one that may stand in the folder: what
// its writer takes for part of the record would be missing without a word.
func (r *reading) stray(name string) {
	base := path.Base(name)
	meant := yamlLike.FindStringSubmatch(base)
	switch {
	case companion.MatchString(base):
	case meant != nil:
		r.reportFile(name, "not read, since its name does not end in .yaml: rename it to "+meant[1]+"."+
			strings.ToLower(meant[2])+", or move it out of the folder")
	default:
		r.list(Problem{File: name, Message: "no part of a dossier, so nobody would read it: move it out of the folder, " +
			"or begin its name with a dot"})
	}
}
