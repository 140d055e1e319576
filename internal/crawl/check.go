package crawl

import (
	"fmt"
	"net/http"
)

// Problem is something wrong with a page.
type Problem struct {
	Page   string // its path
	Detail string
}

// String puts the page before what is wrong with it.
func (p Problem) String() string { return p.Page + ": " + p.Detail }

// Links returns the links that cannot be read or whose target is not answered
// with 200, and the starting page if it is not.
func (s *Site) Links() []Problem {
	var found []Problem
	for _, p := range s.Pages {
		if p.From == "" && p.Status != http.StatusOK {
			found = append(found, Problem{p.Path, fmt.Sprintf("status %d", p.Status)})
		}
		for _, l := range p.links {
			if l.broken != nil {
				found = append(found, Problem{p.Path, fmt.Sprintf("%s: %v", l.written, l.broken)})
			}
			if target := s.target(l); target != nil && target.Status != http.StatusOK {
				found = append(found,
					Problem{p.Path, fmt.Sprintf("%s: status %d", l.written, target.Status)})
			}
		}
	}
	return found
}

// Fragments returns the links to a part of an HTML page that no element has as
// its id. #top is the top of any page.
func (s *Site) Fragments() []Problem {
	var found []Problem
	for _, p := range s.Pages {
		for _, l := range p.links {
			target := s.target(l)
			if target == nil || !target.HTML() || l.url.Fragment == "" || l.url.Fragment == "top" {
				continue
			}
			if !target.ids[l.url.Fragment] {
				found = append(found, Problem{p.Path, l.written + ": no element has this id"})
			}
		}
	}
	return found
}

// target is the page that a link leads to, nil if it was not visited.
func (s *Site) target(l link) *Page {
	if l.url == nil || l.url.Host != s.base.Host || l.method != http.MethodGet {
		return nil
	}
	return s.byURL[pathOf(l.url)]
}

// External returns what pages and style sheets load from other hosts. Links
// that wait for a click may lead anywhere.
func (s *Site) External() []Problem {
	var found []Problem
	for _, p := range s.Pages {
		for _, l := range p.links {
			if l.loads && l.url != nil && l.url.Host != s.base.Host {
				found = append(found, Problem{p.Path, l.written + ": loaded from another host"})
			}
		}
	}
	return found
}
