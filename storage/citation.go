package storage

import "pourparler/domain"

// citationRow is a citation of any record or part of one.
type citationRow struct {
	DossierID   string
	Section     string
	RecordID    string
	Part        string
	PartOrd     int
	Ord         int
	DocumentID  string
	Paragraph   int
	Fingerprint string
}

func (r *rows) cite(o owner, citations []domain.Citation) {
	for i, c := range citations {
		r.Citations = append(r.Citations, citationRow{DossierID: r.Dossier.ID,
			Section: o.Section, RecordID: o.ID, Part: o.Part, PartOrd: o.At, Ord: i,
			DocumentID: c.Document, Paragraph: c.Paragraph, Fingerprint: c.Fingerprint})
	}
}

func citations(rows []citationRow) map[owner][]domain.Citation {
	return group(rows, func(row citationRow) (owner, domain.Citation) {
		return owner{row.Section, row.RecordID, row.Part, row.PartOrd},
			domain.Citation{Document: row.DocumentID, Paragraph: row.Paragraph,
				Fingerprint: row.Fingerprint}
	})
}
