package domain

import (
	"cmp"
	"fmt"
)

// Citation points to the paragraph that supports a statement, by the numbering of the document's [Edition].
// Fingerprint, if set, is a hash of that paragraph's text by which a reader's own copy can be checked.
type Citation struct {
	Document    string
	Paragraph   int
	Fingerprint string
}

// String returns the citation as it stands in exports: "cpc-1964-05-07 para. 9".
func (c Citation) String() string { return fmt.Sprintf("%s para. %d", c.Document, c.Paragraph) }

// CompareCitations orders by document, then paragraph.
func CompareCitations(a, b Citation) int {
	return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Paragraph, b.Paragraph))
}
