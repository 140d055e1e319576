package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Documents returns the table of all documents, held or only mentioned, in the order of time: by the first date each has.
func Documents(ix *domain.Index) Table { return documents(ix).Whole() }

func documents(ix *domain.Index) Register {
	all := ix.Dossier.Documents
	return register(&reader{ix: ix}, Table{Name: "documents", Title: "Documents"}, documentColumns(), all,
		func(d *domain.Document) Ref { return Ref{Section: domain.SectionDocuments, ID: d.ID} }).
		inTime(func(i int) edtf.Date { return all[i].When().Value })
}

type documentColumn = column[domain.Document]

func documentColumns() []documentColumn {
	return slices.Concat(documentHead(), documentParties(), documentTail())
}

func documentHead() []documentColumn {
	return []documentColumn{
		{Column{Name: "id", Title: "Id", Type: TypeID, Needed: true, Doc: "The document's id; for a held one the name of its edition."},
			func(r *reader, d *domain.Document) Cell { return Cell{r.document(d.ID)} }},
		{Column{Name: "title", Title: "Title", Type: TypeText, Needed: true, Page: true, Doc: "Our title."},
			func(r *reader, d *domain.Document) Cell {
				return Cell{{Text: d.Title, Ref: Ref{Section: domain.SectionDocuments, ID: d.ID}}}
			}},
		{Column{Name: "kind", Title: "Kind", Type: TypeEnum, Needed: true, Page: true, Values: words(domain.DocumentKinds()), Doc: "What sort of document it is."},
			func(r *reader, d *domain.Document) Cell { return text(string(d.Kind)) }},
		{Column{Name: "held", Title: "Held", Type: TypeBoolean, Needed: true, Page: true, Doc: "Whether we have its text; false if others only mention it."},
			func(r *reader, d *domain.Document) Cell { return boolean(d.Held, "held", "only mentioned") }},
		{Column{Name: "dated", Title: "Dated", Type: TypeEDTF, Page: true, Doc: "The date it bears."},
			func(r *reader, d *domain.Document) Cell { return date(d.Dated.Value) }},
		{Column{Name: "delivered", Title: "Delivered", Type: TypeEDTF, Page: true, Doc: "When it was handed over or sent."},
			func(r *reader, d *domain.Document) Cell { return date(d.Delivered.Value) }},
		{Column{Name: "published", Title: "Published", Type: TypeEDTF, Page: true, Doc: "When it was published."},
			func(r *reader, d *domain.Document) Cell { return date(d.Published.Value) }},
	}
}

func documentParties() []documentColumn {
	return []documentColumn{
		{Column{Name: "authors", Title: "By", Type: TypeID, List: true, Page: true, Facet: domain.SectionParties, Doc: "Who wrote it."},
			func(r *reader, d *domain.Document) Cell { return r.parties(d.Authors) }},
		{Column{Name: "signatories", Title: "Signed by", Type: TypeID, List: true, Doc: "The persons who signed it."},
			func(r *reader, d *domain.Document) Cell { return each(d.Signatories, r.person) }},
		{Column{Name: "addressees", Title: "To", Type: TypeID, List: true, Page: true, Facet: domain.SectionParties, Doc: "Whom it addresses."},
			func(r *reader, d *domain.Document) Cell { return r.parties(d.Addressees) }},
		{Column{Name: "recipients", Title: "Also sent to", Type: TypeID, List: true, Doc: "Others to whom it was sent."},
			func(r *reader, d *domain.Document) Cell { return r.parties(d.Recipients) }},
		{Column{Name: "recipients_text", Title: "Also sent to, wording", Type: TypeText, Doc: "Recipients that are not named one by one."},
			func(r *reader, d *domain.Document) Cell { return text(d.RecipientsText) }},
		{Column{Name: "withheld_from", Title: "Not sent to", Type: TypeID, List: true, Doc: "Those to whom a text says it was not sent."},
			func(r *reader, d *domain.Document) Cell { return r.parties(d.WithheldFrom) }},
		{Column{Name: "replies_to", Title: "Replies to", Type: TypeID, List: true, Page: true, Facet: domain.SectionDocuments, Doc: "The documents it answers, as the texts say."},
			func(r *reader, d *domain.Document) Cell {
				var ids []string
				for _, reply := range d.RepliesTo {
					ids = append(ids, reply.Document)
				}
				return each(ids, r.document)
			}},
	}
}

func documentTail() []documentColumn {
	return []documentColumn{
		{Column{Name: "published_in", Title: "Published in", Type: TypeText, Doc: "Where it was published."},
			func(r *reader, d *domain.Document) Cell { return text(d.PublishedIn.String()) }},
		{Column{Name: "language", Title: "Language", Type: TypeText, Doc: "Its language, a BCP 47 tag."},
			func(r *reader, d *domain.Document) Cell { return text(d.Language) }},
		{Column{Name: "archive", Title: "Archive", Type: TypeText, Doc: "Archive reference."},
			func(r *reader, d *domain.Document) Cell { return text(d.Archive) }},
		{Column{Name: "edition", Title: "Edition", Type: TypeText, Doc: "The edition whose paragraph numbers are cited."},
			func(r *reader, d *domain.Document) Cell { return text(d.Edition.Title) }},
		{Column{Name: "edition_language", Title: "Language of the edition", Type: TypeText, Doc: "A BCP 47 tag."},
			func(r *reader, d *domain.Document) Cell { return text(d.Edition.Language) }},
		{Column{Name: "paragraphs", Title: "Paragraphs", Type: TypeInteger, Page: true, Doc: "How many numbered paragraphs the edition has."},
			func(r *reader, d *domain.Document) Cell { return number(d.Edition.Paragraphs) }},
		{Column{Name: "note", Title: "Note", Type: TypeText, Doc: "Editorial note."},
			func(r *reader, d *domain.Document) Cell { return text(d.Note) }},
		{Column{Name: "citation", Title: "Mentioned in", Type: TypeText, List: true, Page: true,
			Doc: "Where others mention it: document, para., number."},
			func(r *reader, d *domain.Document) Cell { return r.citations(d.Citations) }},
	}
}
