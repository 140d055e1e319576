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
		recordColumn("id", "Id", "The document's id; for a held one the name of its edition.", (*reader).Document, func(d *domain.Document) string { return d.ID }).needed(),
		titleColumn("title", "Title", "Our title.", domain.SectionDocuments, func(d *domain.Document) (text, id string) { return d.Title, d.ID }),
		enumColumn("kind", "Kind", "What sort of document it is.", domain.DocumentKinds(), func(d *domain.Document) domain.DocumentKind { return d.Kind }).needed().page(),
		{table.Column{Name: "held", Title: "Held", Type: table.TypeBoolean, Needed: true, Page: true, Doc: "Whether we have its text; false if others only mention it."},
			func(r *reader, d *domain.Document) table.Cell { return table.Boolean(d.Held, "held", "only mentioned") }},
		dateColumn("dated", "Dated", "The date it bears.", func(d *domain.Document) edtf.Date { return d.Dated.Value }).page(),
		dateColumn("delivered", "Delivered", "When it was handed over or sent.", func(d *domain.Document) edtf.Date { return d.Delivered.Value }).page(),
		dateColumn("published", "Published", "When it was published.", func(d *domain.Document) edtf.Date { return d.Published.Value }).page(),
	}
}

func documentParties() []documentColumn {
	return []documentColumn{
		partiesColumn("authors", "By", "Who wrote it.", func(d *domain.Document) []string { return d.Authors }).page().facet(domain.SectionParties),
		recordsColumn("signatories", "Signed by", "The persons who signed it.", (*reader).Person, func(d *domain.Document) []string { return d.Signatories }),
		partiesColumn("addressees", "To", "Whom it addresses.", func(d *domain.Document) []string { return d.Addressees }).page().facet(domain.SectionParties),
		partiesColumn("recipients", "Also sent to", "Others to whom it was sent.", func(d *domain.Document) []string { return d.Recipients }),
		textColumn("recipients_text", "Also sent to, wording", "Recipients that are not named one by one.", func(d *domain.Document) string { return d.RecipientsText }),
		partiesColumn("withheld_from", "Not sent to", "Those to whom a text says it was not sent.", func(d *domain.Document) []string { return d.WithheldFrom }),
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
		textColumn("published_in", "Published in", "Where it was published.", func(d *domain.Document) string { return d.PublishedIn.String() }),
		textColumn("published_in_title", "Published in, title", "The newspaper, journal or book that it stands in.",
			func(d *domain.Document) string { return d.PublishedIn.Title }),
		textColumn("published_in_publisher", "Published in, publisher", "Who published that.", func(d *domain.Document) string { return d.PublishedIn.Publisher }),
		textColumn("published_in_place", "Published in, place", "The place of publication.", func(d *domain.Document) string { return d.PublishedIn.Place }),
		dateColumn("published_in_date", "Published in, date", "The day of the issue or year of the book, where that is said beside the date of the document.",
			func(d *domain.Document) edtf.Date { return d.PublishedIn.Date }),
		textColumn("published_in_pages", "Published in, pages", "The pages, such as 3-7, 9.", func(d *domain.Document) string { return d.PublishedIn.Pages }),
		textColumn("published_in_column", "Published in, column", "The column or columns of the page.", func(d *domain.Document) string { return d.PublishedIn.Column }),
		textColumn("published_in_text", "Published in, wording", "Where, in words of the record that are never taken apart.",
			func(d *domain.Document) string { return d.PublishedIn.Text }),
	}
}

func documentTail() []documentColumn {
	return []documentColumn{
		textColumn("language", "Language", "Its language, a BCP 47 tag.", func(d *domain.Document) string { return d.Language }),
		textColumn("archive", "Archive", "Archive reference.", func(d *domain.Document) string { return d.Archive }),
		textColumn("edition", "Edition", "The edition whose paragraph numbers are cited.", func(d *domain.Document) string { return d.Edition.Title }),
		textColumn("edition_language", "Language of the edition", "A BCP 47 tag.", func(d *domain.Document) string { return d.Edition.Language }),
		textColumn("edition_source", "Source of the edition", "Where the edition comes from.", func(d *domain.Document) string { return d.Edition.Source }),
		textColumn("edition_translator", "Translator of the edition", "Who translated it into that language.",
			func(d *domain.Document) string { return d.Edition.Translator }),
		numberColumn("paragraphs", "Paragraphs", "How many numbered paragraphs the edition has.", func(d *domain.Document) int { return d.Edition.Paragraphs }).page(),
		noteColumn(func(d *domain.Document) string { return d.Note }),
		{table.Column{Name: "citation", Title: "Mentioned in", Type: table.TypeText, List: true, Page: true,
			Doc: "Where others mention it: document, para., number."},
			func(r *reader, d *domain.Document) table.Cell { return r.Citations(d.Citations) }},
	}
}
