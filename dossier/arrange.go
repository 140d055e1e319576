package dossier

import (
	"cmp"
	"slices"

	"pourparler/domain"
)

// arrange puts documents, and the records drawn from them, in the order in which the canonical
// layout is read: first the documents that have no file of their own, then the others by id.
func arrange(d *domain.Dossier) {
	own := ownFiles(d)
	slices.SortStableFunc(d.Documents, func(a, b domain.Document) int {
		if own[a.ID] && own[b.ID] {
			return cmp.Compare(a.ID, b.ID)
		}
		return cmp.Compare(btoi(own[a.ID]), btoi(own[b.ID]))
	})
	sortByDocument(d.Proposals, func(p domain.Proposal) string { return p.Document })
	sortByDocument(d.Responses, func(r domain.Response) string { return r.Document })
	sortByDocument(d.Statements, func(s domain.Statement) string { return s.Document })
	sortByDocument(d.Claims, func(c domain.Claim) string { return c.Document })
	sortByDocument(d.Alignments, func(a domain.Alignment) string { return a.Document })
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func sortByDocument[T any](records []T, document func(T) string) {
	slices.SortStableFunc(records, func(a, b T) int { return cmp.Compare(document(a), document(b)) })
}

// ownFiles returns the documents that have a file of their own: those held, and those that
// records are drawn from.
func ownFiles(d *domain.Dossier) map[string]bool {
	own := map[string]bool{}
	for _, doc := range d.Documents {
		if doc.Held {
			own[doc.ID] = true
		}
	}
	for _, p := range d.Proposals {
		own[p.Document] = true
	}
	for _, r := range d.Responses {
		own[r.Document] = true
	}
	for _, s := range d.Statements {
		own[s.Document] = true
	}
	for _, c := range d.Claims {
		own[c.Document] = true
	}
	for _, a := range d.Alignments {
		own[a.Document] = true
	}
	return own
}
