package domain

import (
	"cmp"
	"fmt"
	"slices"
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

// Evidence returns the paragraphs that a proposal and its terms rest on, each once and its own first.
func (p *Proposal) Evidence() []Citation {
	return evidence(p.Citations, p.Terms, func(t Term) []Citation { return t.Citations })
}

// Evidence returns the paragraphs that a meeting, its sessions and its delegations rest on, each once and its own first.
func (m *Meeting) Evidence() []Citation {
	own := evidence(m.Citations, m.Sessions, func(s Session) []Citation { return s.Citations })
	return evidence(own, m.Delegations, func(d Delegation) []Citation { return d.Citations })
}

// Evidence returns the paragraphs that name a person or a role of that person, each once and the first sort first.
func (p *Person) Evidence() []Citation {
	return evidence(p.Citations, p.Roles, func(r Role) []Citation { return r.Citations })
}

// Evidence returns the paragraphs that mention a document or say what it answers, each once and the first sort first.
func (d *Document) Evidence() []Citation {
	return evidence(d.Citations, d.RepliesTo, func(r Reply) []Citation { return r.Citations })
}

// evidence returns the citations of a record and of its parts in a slice of their own.
func evidence[T any](own []Citation, parts []T, of func(T) []Citation) []Citation {
	all := slices.Clone(own)
	for _, part := range parts {
		for _, c := range of(part) {
			if !slices.ContainsFunc(all, func(o Citation) bool { return CompareCitations(o, c) == 0 }) {
				all = append(all, c)
			}
		}
	}
	return all
}
