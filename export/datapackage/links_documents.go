package datapackage

import (
	"strconv"

	"pourparler/domain"
)

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
			all, documentPartiesOf),
		from(made("document-persons", "Signatories of documents", "One row a document and a person who signed it.", 2, document,
			to("person", "persons", "The person."), place("The person's place among those who signed.")),
			all, func(d *domain.Document, add writer) bool { return numbered(add, d.Signatories, d.ID) }),
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
				for _, p := range d.Printed {
					if !add(d.ID, p.In, number(p.Number), p.Pages) {
						return false
					}
				}
				return true
			}),
	}
}

func documentPartiesOf(d *domain.Document, add writer) bool {
	for _, part := range []struct {
		role    role
		parties []string
	}{{author, d.Authors}, {addressee, d.Addressees}, {received, d.Recipients}, {withheld, d.WithheldFrom}} {
		for i, party := range part.parties {
			if !add(d.ID, string(part.role), party, strconv.Itoa(i+1)) {
				return false
			}
		}
	}
	return true
}
