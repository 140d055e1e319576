package datapackage

import "pourparler/domain"

// Parts that a party has in a document, beside [addressee].
const (
	author   role = "author"
	received role = "recipient"
	withheld role = "withheld from"
)

// documentLinks are the tables that join documents to parties, persons and one another.
func documentLinks(ix *domain.Index) []packaged {
	all := ix.Dossier.Documents
	document := to("document", "documents", "The document.")
	return []packaged{
		from(made("document-parties", "Parties of documents", "One row a document, a party and the part it has in it.", 3, document,
			word("role", "author wrote it; addressee is whom it addresses; recipient is another to whom it was sent; withheld from says "+
				"that a text tells us it was not sent to that party.", []role{author, addressee, received, withheld}),
			to("party", "parties", "The party."), place("The party's place among those of that role, in the order of the record.")),
			all, func(d *domain.Document, add writer) bool {
				return addParts(add, d.ID, part{author, d.Authors}, part{addressee, d.Addressees}, part{received, d.Recipients}, part{withheld, d.WithheldFrom})
			}),
		joined(ix, domain.SectionDocuments, "signatories", "document-persons", "Signatories of documents",
			"One row a document and a person who signed it.", "The person's place among those who signed."),
		from(made("document-replies", "Replies", "One row a document and a document it answers, as the texts say.", 2, document,
			to("replies_to", "documents", "The document it answers."), place("The number of that document among those it answers.")),
			all, func(d *domain.Document, add writer) bool {
				ids := make([]string, len(d.RepliesTo))
				for i, r := range d.RepliesTo {
					ids[i] = r.Document
				}
				return numbered(add, ids, d.ID)
			}),
		from(made("document-printings", "Printings", "One row a document and a publication of this record that prints it.", 2, document,
			to("publication", "documents", "The publication."), count("number", "Its place in the order on paper, from 1."), text("pages", "The pages.")),
			all, func(d *domain.Document, add writer) bool {
				return each(d.Printed, func(_ int, p domain.Printing) bool { return add(d.ID, p.In, number(p.Number), p.Pages) })
			}),
	}
}
