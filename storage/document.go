package storage

import "pourparler/domain"

// Parts that a party has in a document.
const (
	roleAuthor    = "author"
	roleAddressee = "addressee"
	roleRecipient = "recipient"
	roleWithheld  = "withheld"
)

// documentRow is a document. When is its place in time, see [domain.Document.When].
type documentRow struct {
	DossierID         string
	ID                string
	Ord               int
	Title             string
	Kind              string
	RecipientsText    string
	Language          string
	Archive           string
	Held              bool
	Dated             dateRow `gorm:"embedded;embeddedPrefix:dated_"`
	DatedSpan         spanRow `gorm:"embedded;embeddedPrefix:dated_"`
	Delivered         dateRow `gorm:"embedded;embeddedPrefix:delivered_"`
	DeliveredSpan     spanRow `gorm:"embedded;embeddedPrefix:delivered_"`
	Published         dateRow `gorm:"embedded;embeddedPrefix:published_"`
	PublishedSpan     spanRow `gorm:"embedded;embeddedPrefix:published_"`
	When              spanRow `gorm:"embedded;embeddedPrefix:when_"`
	PublishedIn       string
	Publication       publicationRow `gorm:"embedded;embeddedPrefix:published_in_"`
	EditionTitle      string
	EditionSource     string
	EditionLanguage   string
	EditionTranslator string
	EditionParagraphs int
	Note              string
}

// publicationRow is the parts of a [domain.Publication].
type publicationRow struct {
	Title     string
	Publisher string
	Place     string
	Date      string
	Pages     string
	Column    string
}

func flattenPublication(p domain.Publication) publicationRow {
	return publicationRow{Title: p.Title, Publisher: p.Publisher, Place: p.Place, Date: p.Date.String(), Pages: p.Pages, Column: p.Column}
}

func (a *assembly) publication(row documentRow) domain.Publication {
	p := row.Publication
	return domain.Publication{Title: p.Title, Publisher: p.Publisher, Place: p.Place, Date: a.edtf(p.Date), Pages: p.Pages,
		Column: p.Column, Text: row.PublishedIn}
}

// documentPartyRow is the part of a party in a document.
type documentPartyRow struct {
	DossierID  string
	DocumentID string
	Role       string
	Ord        int
	PartyID    string
}

// documentSignatoryRow is a person who signed a document.
type documentSignatoryRow struct {
	DossierID  string
	DocumentID string
	Ord        int
	PersonID   string
}

// documentReplyRow says that a document answers another.
type documentReplyRow struct {
	DossierID  string
	DocumentID string
	Ord        int
	AnsweredID string
}

// documentPrintingRow says where a publication prints a document.
type documentPrintingRow struct {
	DossierID     string
	DocumentID    string
	Ord           int
	PublicationID string
	Number        int
	Pages         string
}

func (r *rows) addDocuments(documents []domain.Document) {
	for i, d := range documents {
		r.Documents = append(r.Documents, r.document(i, d))
		r.addDocumentParties(d.ID, roleAuthor, d.Authors)
		r.addDocumentParties(d.ID, roleAddressee, d.Addressees)
		r.addDocumentParties(d.ID, roleRecipient, d.Recipients)
		r.addDocumentParties(d.ID, roleWithheld, d.WithheldFrom)
		link(&r.DocumentSignatories, d.Signatories, func(ord int, id string) documentSignatoryRow {
			return documentSignatoryRow{r.Dossier.ID, d.ID, ord, id}
		})
		for at, p := range d.Printed {
			r.DocumentPrintings = append(r.DocumentPrintings,
				documentPrintingRow{r.Dossier.ID, d.ID, at, p.In, p.Number, p.Pages})
		}
		o := of(domain.SectionDocuments, d.ID)
		for at, reply := range d.RepliesTo {
			r.DocumentReplies = append(r.DocumentReplies,
				documentReplyRow{r.Dossier.ID, d.ID, at, reply.Document})
			r.cite(o.part("replies", at), reply.Citations)
		}
		r.cite(o, d.Citations)
	}
}

func (r *rows) document(i int, d domain.Document) documentRow {
	return documentRow{DossierID: r.Dossier.ID, ID: d.ID, Ord: i, Title: d.Title, Kind: string(d.Kind),
		RecipientsText: d.RecipientsText, Language: d.Language, Archive: d.Archive, Held: d.Held,
		Dated: flattenDate(d.Dated), DatedSpan: span(d.Dated.Value),
		Delivered: flattenDate(d.Delivered), DeliveredSpan: span(d.Delivered.Value),
		Published: flattenDate(d.Published), PublishedSpan: span(d.Published.Value),
		When: span(d.When().Value), PublishedIn: d.PublishedIn.Text, Publication: flattenPublication(d.PublishedIn),
		EditionTitle: d.Edition.Title, EditionSource: d.Edition.Source,
		EditionLanguage: d.Edition.Language, EditionTranslator: d.Edition.Translator,
		EditionParagraphs: d.Edition.Paragraphs, Note: d.Note}
}

func (r *rows) addDocumentParties(document, role string, ids []string) {
	link(&r.DocumentParties, ids, func(ord int, id string) documentPartyRow {
		return documentPartyRow{r.Dossier.ID, document, role, ord, id}
	})
}

func (a *assembly) documents() (documents []domain.Document) {
	parties := group(a.rows.DocumentParties, func(row documentPartyRow) (owner, string) {
		return owner{ID: row.DocumentID, Part: row.Role}, row.PartyID
	})
	signatories := group(a.rows.DocumentSignatories, func(row documentSignatoryRow) (owner, string) {
		return owner{ID: row.DocumentID}, row.PersonID
	})
	replies := group(a.rows.DocumentReplies, func(row documentReplyRow) (owner, domain.Reply) {
		o := of(domain.SectionDocuments, row.DocumentID)
		return owner{ID: row.DocumentID},
			domain.Reply{Document: row.AnsweredID, Citations: a.citations[o.part("replies", row.Ord)]}
	})
	printings := group(a.rows.DocumentPrintings, func(row documentPrintingRow) (owner, domain.Printing) {
		return owner{ID: row.DocumentID}, domain.Printing{In: row.PublicationID, Number: row.Number, Pages: row.Pages}
	})
	for _, row := range a.rows.Documents {
		o, d := owner{ID: row.ID}, a.document(row)
		d.Authors = parties[o.part(roleAuthor, 0)]
		d.Addressees = parties[o.part(roleAddressee, 0)]
		d.Recipients = parties[o.part(roleRecipient, 0)]
		d.WithheldFrom = parties[o.part(roleWithheld, 0)]
		d.Signatories, d.Printed, d.RepliesTo = signatories[o], printings[o], replies[o]
		documents = append(documents, d)
	}
	return documents
}

// document assembles what stands in the row itself.
func (a *assembly) document(row documentRow) domain.Document {
	return domain.Document{ID: row.ID, Title: row.Title, Kind: domain.DocumentKind(row.Kind),
		RecipientsText: row.RecipientsText, Language: row.Language, Archive: row.Archive, Held: row.Held,
		Dated: a.date(row.Dated), Delivered: a.date(row.Delivered), Published: a.date(row.Published),
		PublishedIn: a.publication(row), Note: row.Note,
		Edition: domain.Edition{Title: row.EditionTitle, Source: row.EditionSource,
			Language: row.EditionLanguage, Translator: row.EditionTranslator,
			Paragraphs: row.EditionParagraphs},
		Citations: a.citations[of(domain.SectionDocuments, row.ID)]}
}
