package publish

import (
	"os"
	"regexp"
	"slices"
)

// styleURL finds the addresses in a style sheet.
var styleURL = regexp.MustCompile(`url\(\s*["']?([^"')]+?)["']?\s*\)`)

// readStyle queues the files that a style sheet asks for.
func (s *site) readStyle(a address, w *written) error {
	body, err := os.ReadFile(s.path(w))
	if err != nil {
		return err
	}
	for _, m := range styleURL.FindAllSubmatch(body, -1) {
		s.addLink(a, string(m[1]))
	}
	return nil
}

// rewriteStyle makes the addresses in a style sheet lead from file to file.
func (s *site) rewriteStyle(a address, w *written) error {
	body, err := os.ReadFile(s.path(w))
	if err != nil {
		return err
	}
	var out []byte
	last := 0
	for _, at := range styleURL.FindAllSubmatchIndex(body, -1) {
		to, _ := s.resolve(a, w, string(body[at[2]:at[3]]), true)
		out = append(append(out, body[last:at[2]]...), to...)
		last = at[3]
	}
	return os.WriteFile(s.path(w), slices.Concat(out, body[last:]), 0o644)
}
