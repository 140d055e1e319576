package storage

import "pourparler/domain"

// nameRow is one form of the name of a place, party or person.
type nameRow struct {
	DossierID string
	Section   string
	RecordID  string
	Ord       int
	Text      string
	Lang      string
	System    string
}

// nameDocumentRow is a document that uses a form of a name.
type nameDocumentRow struct {
	DossierID  string
	Section    string
	RecordID   string
	NameOrd    int
	Ord        int
	DocumentID string
}

func (r *rows) name(o owner, names []domain.Name) {
	for i, n := range names {
		r.Names = append(r.Names, nameRow{r.Dossier.ID, o.Section, o.ID, i, n.Text, n.Lang, n.System})
		link(&r.NameDocuments, n.Documents, func(ord int, id string) nameDocumentRow {
			return nameDocumentRow{r.Dossier.ID, o.Section, o.ID, i, ord, id}
		})
	}
}

func names(rows []nameRow, documents []nameDocumentRow) map[owner][]domain.Name {
	used := group(documents, func(row nameDocumentRow) (owner, string) {
		return owner{Section: row.Section, ID: row.RecordID, At: row.NameOrd}, row.DocumentID
	})
	return group(rows, func(row nameRow) (owner, domain.Name) {
		o := owner{Section: row.Section, ID: row.RecordID}
		return o, domain.Name{Text: row.Text, Lang: row.Lang, System: row.System,
			Documents: used[o.part("", row.Ord)]}
	})
}
