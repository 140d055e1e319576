package api

import "pourparler/domain"

// Document is a letter, cable, minute or article: held, or only mentioned by others.
type Document struct {
	ID             string              `json:"id" doc:"id of the document"`
	Title          string              `json:"title" doc:"title, ours"`
	Kind           domain.DocumentKind `json:"kind" doc:"what sort of document it is"`
	Authors        []string            `json:"authors" doc:"ids of the parties whose document it is"`
	Signatories    []string            `json:"signatories" doc:"ids of the persons who signed"`
	Addressees     []string            `json:"addressees" doc:"ids of the parties it is addressed to"`
	Recipients     []string            `json:"recipients" doc:"ids of others to whom it was sent"`
	RecipientsText Maybe[string]       `json:"recipients_text" doc:"recipients not named one by one"`
	WithheldFrom   []string            `json:"withheld_from" doc:"ids of those to whom a text says it was not sent"`
	Language       Maybe[string]       `json:"language" doc:"language, a BCP 47 tag"`
	Archive        Maybe[string]       `json:"archive" doc:"archive and shelf mark"`
	Held           bool                `json:"held" doc:"whether the record was made from its text"`
	Dated          *Date               `json:"dated" doc:"date it bears"`
	Delivered      *Date               `json:"delivered" doc:"date of delivery"`
	Published      *Date               `json:"published" doc:"date of publication"`
	PublishedIn    Maybe[string]       `json:"published_in" doc:"where it was published"`
	Printed        []Printing          `json:"printed" doc:"which documents of the record print it"`
	RepliesTo      []Reply             `json:"replies_to" doc:"which documents it answers"`
	Edition        *Edition            `json:"edition" doc:"the text whose paragraph numbers citations use; null where none is held"`
	Citations      []Citation          `json:"citations" doc:"where a document that is only mentioned is mentioned"`
	Note           Maybe[string]       `json:"note" doc:"an editor's note"`
	Links          Links               `json:"links"`
}

// Reply says that a document answers another, and where that is said.
type Reply struct {
	Document  string     `json:"document" doc:"id of the document answered"`
	Citations []Citation `json:"citations" doc:"where that is said"`
}

// Printing says that a publication prints a document.
type Printing struct {
	In     string        `json:"in" doc:"id of the publication"`
	Number Maybe[int]    `json:"number" doc:"place in the order on paper, from 1"`
	Pages  Maybe[string] `json:"pages" doc:"pages"`
}

// Edition is the text that citations number.
type Edition struct {
	Title      Maybe[string] `json:"title" doc:"title of the edition"`
	Source     Maybe[string] `json:"source" doc:"where it can be found"`
	Language   Maybe[string] `json:"language" doc:"language, a BCP 47 tag"`
	Translator Maybe[string] `json:"translator" doc:"who translated it into that language"`
	Paragraphs Maybe[int]    `json:"paragraphs" doc:"how many paragraphs it has"`
}

// Document tells the document of that id, or fails as [domain.Index.Missing] does.
func (r *Records) Document(id string) (Document, error) {
	d, err := r.ix.Document(id)
	return told(d, err, r.document)
}

func (r *Records) document(d *domain.Document) Document {
	return Document{ID: d.ID, Title: d.Title, Kind: d.Kind, Authors: same(d.Authors), Signatories: same(d.Signatories),
		Addressees: same(d.Addressees), Recipients: same(d.Recipients), RecipientsText: Say(d.RecipientsText),
		WithheldFrom: same(d.WithheldFrom), Language: Say(d.Language), Archive: Say(d.Archive), Held: d.Held,
		Dated: date(d.Dated), Delivered: date(d.Delivered), Published: date(d.Published), PublishedIn: Say(d.PublishedIn.String()),
		Printed: each(d.Printed, func(p domain.Printing) Printing { return Printing{p.In, Say(p.Number), Say(p.Pages)} }),
		RepliesTo: each(d.RepliesTo, func(x domain.Reply) Reply {
			return Reply{x.Document, r.citations(x.Citations)}
		}),
		Edition: edition(d.Edition), Citations: r.citations(d.Citations), Note: Say(d.Note),
		Links: r.links(domain.SectionDocuments, d.ID)}
}

func edition(e domain.Edition) *Edition {
	if e == (domain.Edition{}) {
		return nil
	}
	return &Edition{Say(e.Title), Say(e.Source), Say(e.Language), Say(e.Translator), Say(e.Paragraphs)}
}
