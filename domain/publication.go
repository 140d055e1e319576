package domain

import (
	"strings"

	"pourparler/domain/edtf"
)

// Publication says where a document was published: in its parts, in words, or both. Words alone are never taken apart,
// since a comma may stand inside a name as well as between two.
type Publication struct {
	Title     string // of the newspaper, journal or book that it stands in
	Publisher string
	Place     string
	Date      edtf.Date // day of the issue or year of the book, where it is to be said beside the document's own date
	Pages     string    // "3-7, 9"
	Column    string
	Text      string // the words of the record
}

// String returns the words of the record, or else the parts in words, such as "Bay Gazette, 14 March 1921, page 1".
func (p Publication) String() string {
	if p.Text != "" {
		return p.Text
	}
	var words []string
	for _, part := range []string{p.Title, p.Publisher, p.Place, p.date(), numbered("page", p.Pages), numbered("column", p.Column)} {
		if part != "" {
			words = append(words, part)
		}
	}
	return strings.Join(words, ", ")
}

func (p Publication) date() string {
	if p.Date.IsZero() {
		return ""
	}
	return p.Date.Humanize()
}

// numbered puts a word before a number or several.
func numbered(word, numbers string) string {
	switch {
	case numbers == "":
		return ""
	case strings.ContainsAny(numbers, ",-–"):
		return word + "s " + numbers
	}
	return word + " " + numbers
}
