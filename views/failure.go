package views

import (
	"pourparler/domain"
	"pourparler/domain/table"
)

// Failure tells a reader what went wrong and what to do.
type Failure struct {
	Base
	Message string
	Next    Link // where to go on; none if it has no address
}

func (Failure) template() string { return "failure.html" }

// NewFailure returns the page for an error, in words for the reader.
func NewFailure(title, message string) Failure {
	return Failure{Base: Base{Title: title, Manual: manual()}, Message: message}
}

// Successor leads to the record that took the place of one that was taken out; it has no address if none did, or if that
// record has no page.
func (s *Site) Successor(r domain.Retired) Link {
	if r.To == "" {
		return Link{}
	}
	ref := table.Ref{Section: r.Section, ID: r.To}
	if a, err := s.ix.Response(r.To); r.Section == domain.SectionResponses && err == nil {
		ref.Of = a.Proposal
	}
	return Link{Label: "Go on to " + r.To, Href: s.Href(ref)}
}
