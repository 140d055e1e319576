package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// documents returns the register of all documents, held or only mentioned, in the order of time: by the first date each has.
func documents(ix *domain.Index) table.Register {
	all := ix.Dossier.Documents
	return register(newReader(ix), table.Table{Name: "documents", Title: "Documents",
		Row: "One row a document, held or only mentioned, by the first date it has."}, documentColumns(), all,
		func(d *domain.Document) table.Ref { return table.Ref{Section: domain.SectionDocuments, ID: d.ID} }).
		InTime(func(i int) edtf.Date { return all[i].When().Value })
}

type documentColumn = column[domain.Document]

func documentColumns() []documentColumn {
	return slices.Concat(documentHead(), documentParties(), documentPublication(), documentTail())
}

func documentHead() []documentColumn {
	return []documentColumn{
		{table.Column{Name: "id", Title: "Id", Type: table.TypeID, Needed: true, Doc: "The document's id; for a held one the name of its edition."},
			func(r *reader, d *domain.Document) table.Cell { return table.Cell{r.Document(d.ID)} }},
		{table.Column{Name: "title", Title: "Title", Type: table.TypeText, Needed: true, Page: true, Doc: "Our title."},
			func(r *reader, d *domain.Document) table.Cell {
				return table.Cell{{Text: d.Title, Ref: table.Ref{Section: domain.SectionDocuments, ID: d.ID}}}
			}},
		{table.Column{Name: "kind", Title: "Kind", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.DocumentKinds()), Doc: "What sort of document it is."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(string(d.Kind)) }},
		{table.Column{Name: "held", Title: "Held", Type: table.TypeBoolean, Needed: true, Page: true, Doc: "Whether we have its text; false if others only mention it."},
			func(r *reader, d *domain.Document) table.Cell { return table.Boolean(d.Held, "held", "only mentioned") }},
		{table.Column{Name: "dated", Title: "Dated", Type: table.TypeEDTF, Page: true, Doc: "The date it bears."},
			func(r *reader, d *domain.Document) table.Cell { return table.Date(d.Dated.Value) }},
		{table.Column{Name: "delivered", Title: "Delivered", Type: table.TypeEDTF, Page: true, Doc: "When it was handed over or sent."},
			func(r *reader, d *domain.Document) table.Cell { return table.Date(d.Delivered.Value) }},
		{table.Column{Name: "published", Title: "Published", Type: table.TypeEDTF, Page: true, Doc: "When it was published."},
			func(r *reader, d *domain.Document) table.Cell { return table.Date(d.Published.Value) }},
	}
}

func documentParties() []documentColumn {
	return []documentColumn{
		{table.Column{Name: "authors", Title: "By", Type: table.TypeID, List: true, Page: true, Facet: domain.SectionParties, Doc: "Who wrote it."},
			func(r *reader, d *domain.Document) table.Cell { return r.Parties(d.Authors) }},
		{table.Column{Name: "signatories", Title: "Signed by", Type: table.TypeID, List: true, Doc: "The persons who signed it."},
			func(r *reader, d *domain.Document) table.Cell { return table.Each(d.Signatories, r.Person) }},
		{table.Column{Name: "addressees", Title: "To", Type: table.TypeID, List: true, Page: true, Facet: domain.SectionParties, Doc: "Whom it addresses."},
			func(r *reader, d *domain.Document) table.Cell { return r.Parties(d.Addressees) }},
		{table.Column{Name: "recipients", Title: "Also sent to", Type: table.TypeID, List: true, Doc: "Others to whom it was sent."},
			func(r *reader, d *domain.Document) table.Cell { return r.Parties(d.Recipients) }},
		{table.Column{Name: "recipients_text", Title: "Also sent to, wording", Type: table.TypeText, Doc: "Recipients that are not named one by one."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.RecipientsText) }},
		{table.Column{Name: "withheld_from", Title: "Not sent to", Type: table.TypeID, List: true, Doc: "Those to whom a text says it was not sent."},
			func(r *reader, d *domain.Document) table.Cell { return r.Parties(d.WithheldFrom) }},
		{table.Column{Name: "replies_to", Title: "Replies to", Type: table.TypeID, List: true, Page: true, Facet: domain.SectionDocuments, Doc: "The documents it answers, as the texts say."},
			func(r *reader, d *domain.Document) table.Cell {
				var ids []string
				for _, reply := range d.RepliesTo {
					ids = append(ids, reply.Document)
				}
				return table.Each(ids, r.Document)
			}},
	}
}

// documentPublication says where a document was published: in words, and in the parts that the record has.
func documentPublication() []documentColumn {
	return []documentColumn{
		{table.Column{Name: "published_in", Title: "Published in", Type: table.TypeText, Doc: "Where it was published."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.PublishedIn.String()) }},
		{table.Column{Name: "published_in_title", Title: "Published in, title", Type: table.TypeText, Doc: "The newspaper, journal or book that it stands in."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.PublishedIn.Title) }},
		{table.Column{Name: "published_in_publisher", Title: "Published in, publisher", Type: table.TypeText, Doc: "Who published that."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.PublishedIn.Publisher) }},
		{table.Column{Name: "published_in_place", Title: "Published in, place", Type: table.TypeText, Doc: "The place of publication."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.PublishedIn.Place) }},
		{table.Column{Name: "published_in_date", Title: "Published in, date", Type: table.TypeEDTF, Doc: "The day of the issue or year of the book, where that is said beside the date of the document."},
			func(r *reader, d *domain.Document) table.Cell { return table.Date(d.PublishedIn.Date) }},
		{table.Column{Name: "published_in_pages", Title: "Published in, pages", Type: table.TypeText, Doc: "The pages, such as 3-7, 9."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.PublishedIn.Pages) }},
		{table.Column{Name: "published_in_column", Title: "Published in, column", Type: table.TypeText, Doc: "The column or columns of the page."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.PublishedIn.Column) }},
		{table.Column{Name: "published_in_text", Title: "Published in, wording", Type: table.TypeText, Doc: "Where, in words of the record that are never taken apart."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.PublishedIn.Text) }},
	}
}

func documentTail() []documentColumn {
	return []documentColumn{
		{table.Column{Name: "language", Title: "Language", Type: table.TypeText, Doc: "Its language, a BCP 47 tag."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.Language) }},
		{table.Column{Name: "archive", Title: "Archive", Type: table.TypeText, Doc: "Archive reference."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.Archive) }},
		{table.Column{Name: "edition", Title: "Edition", Type: table.TypeText, Doc: "The edition whose paragraph numbers are cited."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.Edition.Title) }},
		{table.Column{Name: "edition_language", Title: "Language of the edition", Type: table.TypeText, Doc: "A BCP 47 tag."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.Edition.Language) }},
		{table.Column{Name: "edition_source", Title: "Source of the edition", Type: table.TypeText, Doc: "Where the edition comes from."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.Edition.Source) }},
		{table.Column{Name: "edition_translator", Title: "Translator of the edition", Type: table.TypeText, Doc: "Who translated it into that language."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.Edition.Translator) }},
		{table.Column{Name: "paragraphs", Title: "Paragraphs", Type: table.TypeInteger, Page: true, Doc: "How many numbered paragraphs the edition has."},
			func(r *reader, d *domain.Document) table.Cell { return table.Number(d.Edition.Paragraphs) }},
		{table.Column{Name: "note", Title: "Note", Type: table.TypeText, Doc: "Editorial note."},
			func(r *reader, d *domain.Document) table.Cell { return table.Text(d.Note) }},
		{table.Column{Name: "citation", Title: "Mentioned in", Type: table.TypeText, List: true, Page: true,
			Doc: "Where others mention it: document, para., number."},
			func(r *reader, d *domain.Document) table.Cell { return r.Citations(d.Citations) }},
	}
}
