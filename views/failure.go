package views

import (
	"maps"
	"net/url"
	"slices"

	"pourparler/domain"
	"pourparler/domain/table"
)

// Failure tells a reader what went wrong and what to do.
type Failure struct {
	Base
	Message string
	Next    Link       // where to go on; none if it has no address
	Again   FilterForm // that led here, with all that was written into it; no fields if nothing was
}

// typedFields are the fields of forms into which a reader writes, with their labels.
var typedFields = []FilterField{{Label: "Day", Name: "on"}, {Label: "Day", Name: "day"}, {Label: "From", Name: "from"}, {Label: "To", Name: "to"},
	{Label: "Words", Name: "text"}}

// NewAgain returns the form behind an address, so that it can be put right where it was left; it has no fields if
// nothing was typed.
func NewAgain(action string, query url.Values) FilterForm {
	again := FilterForm{Action: action}
	for _, field := range typedFields {
		for _, field.ID = range query[field.Name] {
			again.Fields = append(again.Fields, field)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(query)) {
		if slices.ContainsFunc(typedFields, func(f FilterField) bool { return f.Name == name }) {
			continue
		}
		for _, value := range query[name] {
			again.Keep = append(again.Keep, Option{Label: name, Value: value})
		}
	}
	return again
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
