package publish

import (
	"fmt"
	"net/http"
	"os"
	"slices"
)

// fate is what becomes of a link: it leads somewhere, or what it leads to is left out of the copy.
type fate int

const (
	leads fate = iota
	leftOut
)

// rewrite makes every link of the copy lead from file to file, in the order in which the files were written.
func (s *site) rewrite() error {
	for _, a := range s.queue {
		w := s.known[a]
		var err error
		switch {
		case w.status != http.StatusOK:
			s.problem(s.from[a], fmt.Sprintf("%s is answered with status %d", a, w.status))
		case w.marked():
			err = s.rewriteMarkup(a, w)
		case w.media == "text/css":
			err = s.rewriteStyle(a, w)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *site) rewriteMarkup(a address, w *written) error {
	body, err := os.ReadFile(s.path(w))
	if err != nil {
		return err
	}
	body, err = markup(body, func(t *tag) { s.rewriteTag(a, w, t) })
	if err != nil {
		return err
	}
	w.bytes = int64(len(body))
	return os.WriteFile(s.path(w), body, 0o644)
}

// rewriteTag gives a tag the address of a file. A link to what is left out stays as words.
func (s *site) rewriteTag(a address, w *written, t *tag) {
	if t.name == "form" {
		s.problem(a, "a form, which a file cannot answer")
	}
	name, link, ok := t.address()
	if _, sets := t.get("srcset"); sets {
		s.problem(a, "a srcset, which this command does not read")
	}
	if !ok {
		return
	}
	to, became := s.resolve(a, w, link, !t.waits())
	switch {
	case became == leftOut && t.name == "link":
		t.dropped = true
	case became == leftOut:
		t.remove(name, "rel", "download", "aria-label", "title", "hreflang", "type")
		s.leftOut++
	case to != link:
		t.set(name, to)
		s.nameDownload(a, t, link)
	}
}

// nameDownload lets a browser keep a download under the name that the site gives it.
func (s *site) nameDownload(a address, t *tag, link string) {
	if l, err := a.follow(link); err == nil && t.name == "a" {
		if w := s.known[l.address]; w != nil && w.attachment != "" {
			t.set("download", w.attachment)
		}
	}
}

// resolve returns the link from the file of an address to what a link on it means, and notes what is wrong with it.
func (s *site) resolve(a address, w *written, link string, loads bool) (string, fate) {
	l, err := a.follow(link)
	switch {
	case err != nil:
		s.problem(a, fmt.Sprintf("the link %q cannot be read", link))
		return link, leads
	case !l.local && loads && !inline(link):
		s.problem(a, fmt.Sprintf("%q would be loaded from elsewhere", link))
		return link, leads
	case !l.local:
		return link, leads
	case l.address == recordsAddress:
		return between(w.file, recordsFile), leads
	case !l.published():
		return link, leftOut
	}
	return s.toFile(a, w, link, l), leads
}

// toFile is the link to a file of the copy, whose part has to be there.
func (s *site) toFile(a address, w *written, link string, l linked) string {
	target := s.known[l.address]
	part := l.fragment != "" && l.fragment != "top"
	if target.status == http.StatusOK && part && target.media == "text/html" && !target.ids[l.fragment] {
		s.problem(a, fmt.Sprintf("the link %q names a part that is not there", link))
	}
	switch fragment := l.part(); {
	case l.empty:
		return link
	case target == w && fragment != "":
		return fragment
	default:
		return between(w.file, target.file) + fragment
	}
}

func (s *site) problem(page address, words string) {
	line := page.String() + ": " + words
	if !slices.Contains(s.problems, line) {
		s.problems = append(s.problems, line)
	}
}
