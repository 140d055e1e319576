package dossier

import (
	"cmp"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"pourparler/domain"
	"pourparler/domain/form"
)

// Read returns the dossier in the YAML files below fsys. Files and folders whose names begin with
// a dot are not looked at; other files that are not read are reported. The error is of kind [domain.Invalid] and wraps an [*Error] that lists
// every problem.
func Read(fsys fs.FS) (*domain.Dossier, error) {
	r := newReading()
	r.all(fsys)
	if !r.unread {
		r.rules()
	}
	return r.result()
}

// reading is one call of Read.
type reading struct {
	*shapes
	dossier  *domain.Dossier
	problems []Problem
	said     map[said]bool
	records  map[address]spot
	headed   string // the file that describes the dossier
	unread   bool   // something could not be read at all
	newer    bool   // the files are of a newer format
	hopeless bool   // a file has too many problems for others to be read
}

func newReading() *reading {
	return &reading{shapes: newShapes(), dossier: &domain.Dossier{}, records: map[address]spot{},
		said: map[said]bool{}}
}

// all reads every file.
func (r *reading) all(fsys fs.FS) {
	names := r.files(fsys)
	if message := r.tooMuch(fsys, names); message != "" {
		r.problems = nil // of what need not be read
		r.reportFile(".", message)
		return
	}
	for _, name := range names {
		if r.file(fsys, name); r.newer {
			return
		}
		if r.hopeless {
			r.reportFile(name, "so much is wrong in it that no other file was read after it: mend it first")
			return
		}
	}
	r.described(names)
}

// result returns the dossier, or the problems if there are any.
func (r *reading) result() (*domain.Dossier, error) {
	if len(r.problems) > 0 {
		return nil, (&Error{Problems: r.problems, Unchecked: r.unread && !r.newer}).invalid()
	}
	arrange(r.dossier)
	return r.dossier, nil
}

// address names a record; spot is where it stands.
type (
	address struct {
		section domain.Section
		id      string
	}
	spot struct {
		src  *source
		node *node
	}
)

// found is a problem before it has an excerpt. Missing is the key that is not there, if that is
// the problem.
type found struct {
	line, column int
	missing      string
	message      string
}

// said is where the reader found something wrong, so that a rule need not report it again.
type said struct {
	file         string
	line, column int
	missing      string
}

// Limits on how many problems of one file, and of all together, are listed; whoever has so many has
// other files in mind.
const (
	maxProblems    = 1000
	maxAllProblems = 10_000
)

// reportAt adds a problem that the reader found.
func (r *reading) reportAt(src *source, f found) {
	if !r.hopeless {
		r.said[said{src.name, f.line, f.column, f.missing}] = true
	}
	r.add(src, f)
	r.hopeless = r.hopeless || src.problems > maxProblems
}

// add adds a problem, unless the file has too many.
func (r *reading) add(src *source, f found) {
	src.problems++
	switch {
	case src.problems == maxProblems+1:
		r.list(Problem{File: src.name, Message: fmt.Sprintf("more than %d problems: the others are not listed", maxProblems)})
	case src.problems <= maxProblems:
		r.list(Problem{File: src.name, Line: f.line, Column: f.column,
			Message: f.message, Excerpt: excerpt(src.line(f.line), f.line, f.column)})
	}
}

// list adds a problem to the list, unless that is long enough.
func (r *reading) list(p Problem) {
	if len(r.problems) == maxAllProblems {
		p = Problem{File: p.File, Message: fmt.Sprintf("more than %d problems in all files: the others are not listed", maxAllProblems)}
	}
	if len(r.problems) <= maxAllProblems {
		r.problems = append(r.problems, p)
	}
}

// reportFile adds a problem of a file as a whole, which then counts as not read.
func (r *reading) reportFile(name, message string) {
	r.unread = true
	r.list(Problem{File: name, Message: message})
}

// files returns the names of the YAML files in the order in which they are read, and reports others
// that may not stand beside them.
func (r *reading) files(fsys fs.FS) []string {
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			r.reportFile(name, reasonOf(err).Error())
		case name != "." && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.IsDir():
		case entry.Type()&fs.ModeSymlink != 0:
			r.reportFile(name, "symbolic links are not followed: put the file itself here")
		case isYAML(name) && !entry.Type().IsRegular():
			r.reportFile(name, "not a file: remove it")
		case isYAML(name):
			names = append(names, name)
		default:
			r.stray(name)
		}
		return nil
	})
	if err != nil {
		r.reportFile(".", reasonOf(err).Error())
	}
	slices.SortFunc(names, compareFiles)
	return names
}

// ranks are the files of the canonical layout in the order in which they are read and written.
var ranks = sync.OnceValue(func() (names []string) {
	for _, field := range reflect.VisibleFields(reflect.TypeFor[form.File]()) {
		if name := field.Tag.Get("file"); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
})

// compareFiles orders files: those of the layout first, then documents, then others.
func compareFiles(a, b string) int {
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
}

func rank(name string) int {
	if i := slices.Index(ranks(), name); i >= 0 {
		return i
	}
	if strings.HasPrefix(name, "documents/") {
		return len(ranks())
	}
	return len(ranks()) + 1
}

// described reports a dossier without the section that says what it is.
func (r *reading) described(names []string) {
	message := "no section dossier: add it with the id and the title of the dossier"
	if !slices.Contains(names, "dossier.yaml") {
		message = "no dossier.yaml: write one with the section dossier, its id and its title"
	} else if r.headed != "" || r.unread {
		return
	}
	r.list(Problem{File: "dossier.yaml", Message: message})
}

// file reads one file.
func (r *reading) file(fsys fs.FS, name string) {
	src, err := load(fsys, name)
	if err != nil {
		r.reportFile(name, err.Error())
		return
	}
	body := r.parse(src)
	if body == nil {
		r.unread = true
		return
	}
	if r.tooNew(src, body) {
		return
	}
	d := &decoder{reading: r, src: src}
	src.own = ownDocument(body)
	var f form.File
	d.mapping(body, reflect.ValueOf(&f).Elem(), label{key: "the file"})
	d.sections(body, &f)
	f.DrawnFrom(form.ID(src.own))
	f.AddTo(r.dossier)
}

// tooNew reports a dossier whose files are of a newer format than this program knows, of which it can say nothing else.
func (r *reading) tooNew(src *source, body *node) bool {
	n := body.entry("dossier").value.entry("format").value
	if n == nil || n.reads != asNumber || !numberForm.MatchString(n.value) {
		return false // the decoder says what is wrong with it
	}
	if number, _ := strconv.Atoi(n.value); number > Format {
		r.problems, r.unread, r.newer = nil, true, true
		at := n.place()
		at.message = fmt.Sprintf("the dossier is of format %d, and this version of Pourparler knows %d: update the program", number, Format)
		r.reportAt(src, at)
	}
	return r.newer
}

// ownDocument returns the id of the document that a file describes, or "" if it describes none.
func ownDocument(body *node) string {
	id := body.entry("document").value.entry("id").value
	if id == nil || id.kind != scalarNode || id.reads != asText {
		return ""
	}
	return id.value
}
