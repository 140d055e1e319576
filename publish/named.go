package publish

import (
	"fmt"
	"net/http"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
)

// citing are the endings of files that name addresses, beside pages.
var citing = []string{".html", ".bib", ".ris", ".csl.json"}

// checkNamed wants every public address that a page or a footnote names to be that of a file of the copy. Nothing follows
// these before a reader does, perhaps years later, from paper.
func (s *site) checkNamed() error {
	if s.URL == "" {
		return nil
	}
	named := regexp.MustCompile(regexp.QuoteMeta(s.URL) + `/([a-zA-Z0-9/%_.,=@-]*)`)
	for _, a := range s.queue {
		w := s.known[a]
		if w.status != http.StatusOK || !slices.ContainsFunc(citing, func(e string) bool { return strings.HasSuffix(w.file, e) }) {
			continue
		}
		body, err := os.ReadFile(s.path(w))
		if err != nil {
			return err
		}
		for _, m := range named.FindAllSubmatch(body, -1) {
			s.checkNamedFile(a, strings.TrimRight(string(m[1]), ".,"))
		}
	}
	return nil
}

func (s *site) checkNamedFile(a address, file string) {
	if file == "" || strings.HasSuffix(file, "/") {
		file = path.Join(file, "index.html")
	}
	if _, there := s.taken[file]; !there {
		s.problem(a, fmt.Sprintf("it names the address %s/%s, at which the copy has nothing", s.URL, file))
	}
}
