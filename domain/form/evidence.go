package form

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Document is a letter, cable, minute or article: held, or only mentioned by others.
type Document struct {
	ID             ID                  `json:"id" doc:"edition's file name, or author-yyyy-mm-dd"`
	Title          string              `json:"title" doc:"title, ours"`
	Kind           domain.DocumentKind `json:"kind" doc:"sort of document"`
	Authors        []ID                `json:"authors,omitzero" to:"parties" doc:"party ids"`
	Addressees     []ID                `json:"addressees,omitzero" to:"parties" doc:"party ids"`
	Recipients     []ID                `json:"recipients,omitzero" to:"parties" doc:"party ids of others to whom it was sent"`
	RecipientsText string              `json:"recipients_text,omitzero" doc:"recipients not named one by one"`
	WithheldFrom   []ID                `json:"withheld_from,omitzero" to:"parties" doc:"party ids to whom it was not sent, as a text says"`
	Signatories    []ID                `json:"signatories,omitzero" to:"persons" doc:"person ids"`
	Language       Lang                `json:"language,omitzero" doc:"language of the document, a BCP 47 tag"`
	Archive        string              `json:"archive,omitzero" doc:"archive reference"`
	Held           bool                `json:"held,omitzero" doc:"true when we have its text"`
	Dated          Date                `json:"dated,omitzero" doc:"date it bears"`
	Delivered      Date                `json:"delivered,omitzero" doc:"when it was handed over or received"`
	Published      Date                `json:"published,omitzero" doc:"when it was published"`
	PublishedIn    Publication         `json:"published_in,omitzero" doc:"where it was published"`
	Printed        []Printing          `json:"printed,omitzero" doc:"documents of the record that print it"`
	RepliesTo      []Reply             `json:"replies_to,omitzero" item:"reply" doc:"documents it answers, as the texts say"`
	Edition        Edition             `json:"edition,omitzero" doc:"edition whose paragraph numbers are cited"`
	Citations      []Citation          `json:"cite,omitzero" doc:"where a document that is only mentioned is mentioned"`
	Note           string              `json:"note,omitzero" doc:"note of the recorder"`
}

// Reply is a document that another answers, and where that is said.
type Reply struct {
	Document  ID         `json:"document" to:"documents" doc:"document that is answered"`
	Citations []Citation `json:"cite" doc:"paragraphs that say so"`
}

// Printing is a place at which a publication prints a document.
type Printing struct {
	In     ID     `json:"in" to:"documents" doc:"document that prints it, such as a book"`
	Number int    `json:"number" doc:"its place there in the order on paper, from 1"`
	Pages  string `json:"pages,omitzero" doc:"pages there"`
}

// Edition is the text of a document, by whose numbered paragraphs it is cited.
type Edition struct {
	Title      string `json:"title,omitzero" doc:"title of the edition"`
	Source     string `json:"source,omitzero" doc:"where the edition comes from"`
	Language   Lang   `json:"language,omitzero" doc:"language of the edition, a BCP 47 tag"`
	Translator string `json:"translator,omitzero" doc:"who translated it into that language"`
	Paragraphs int    `json:"paragraphs" doc:"how many paragraphs it has"`
}

// Proposal is an act by parties in a document on a track.
type Proposal struct {
	ID         ID         `json:"id" doc:"document id, a hyphen, and what it is about"`
	Document   ID         `json:"document" to:"documents" implied:"file" doc:"document that the record is drawn from"`
	Track      ID         `json:"track" to:"tracks" doc:"track it belongs to"`
	Act        domain.Act `json:"act" doc:"what the party does"`
	By         []ID       `json:"by" to:"parties" doc:"party ids of the proposers"`
	To         []ID       `json:"to,omitzero" to:"parties" doc:"party ids of the addressees"`
	Made       Date       `json:"made,omitzero" doc:"when; left out, when the document is dated"`
	ReportedBy ID         `json:"reported_by,omitzero" to:"parties" doc:"party that reports it, unless first-hand"`
	MadeIn     ID         `json:"made_in,omitzero" to:"documents" doc:"document in which it was made, if reported"`
	Summary    string     `json:"summary" doc:"what is proposed, in our words"`
	Terms      Terms      `json:"terms,omitzero" doc:"what is proposed, term by term"`
	Relations  []Relation `json:"relations,omitzero" doc:"how it stands to earlier proposals"`
	Citations  []Citation `json:"cite" doc:"paragraphs that support the record"`
	Note       string     `json:"note,omitzero" doc:"note of the recorder"`
}

// Terms has a field for each of [domain.TermKinds], in their order, which is the order of the
// record whatever the order in the file.
type Terms struct {
	Date         *Term `json:"date,omitzero" doc:"when"`
	Venue        *Term `json:"venue,omitzero" doc:"where"`
	Participants *Term `json:"participants,omitzero" doc:"who takes part"`
	Level        *Term `json:"level,omitzero" doc:"at what level"`
	Duration     *Term `json:"duration,omitzero" doc:"how long"`
	Agenda       *Term `json:"agenda,omitzero" doc:"on what"`
	Sequence     *Term `json:"sequence,omitzero" doc:"before or after what"`
	Procedure    *Term `json:"procedure,omitzero" doc:"by what rules"`
	Convener     *Term `json:"convener,omitzero" doc:"who calls it"`
	Condition    *Term `json:"condition,omitzero" doc:"on what condition"`
	Substance    *Term `json:"substance,omitzero" doc:"with what result"`
}

// Term is one negotiable part of a proposal.
type Term struct {
	Text      string     `json:"text,omitzero" doc:"in our words; of a date or venue, as the source words it"`
	Date      edtf.Date  `json:"date,omitzero" doc:"EDTF date, for the term date"`
	Places    []ID       `json:"places,omitzero" to:"places" doc:"place ids, for the term venue"`
	Parties   []ID       `json:"parties,omitzero" to:"parties" doc:"party ids, for participants or convener"`
	List      ID         `json:"list,omitzero" to:"lists" doc:"list, for participants"`
	Claimed   int        `json:"claimed,omitzero" doc:"number given, for participants"`
	Inferred  string     `json:"inferred,omitzero" doc:"why it follows, when the text does not state it"`
	Citations []Citation `json:"cite,omitzero" doc:"paragraphs, when not those of the proposal"`
	Note      string     `json:"note,omitzero" doc:"note of the recorder"`
}

// Relation is how a proposal stands to an earlier one.
type Relation struct {
	Kind     domain.RelationKind `json:"kind" doc:"what it does to the other"`
	Proposal ID                  `json:"proposal" to:"proposals" doc:"the other proposal"`
	Note     string              `json:"note,omitzero" doc:"note of the recorder"`
}

// Response is what a party does with a proposal or with one term of it.
type Response struct {
	ID         ID              `json:"id" doc:"document id, a hyphen, and what it answers"`
	Document   ID              `json:"document" to:"documents" implied:"file" doc:"document that the record is drawn from"`
	Proposal   ID              `json:"proposal" to:"proposals" doc:"proposal it responds to"`
	Term       domain.TermKind `json:"term,omitzero" doc:"term it speaks to; left out, the whole proposal"`
	By         ID              `json:"by" to:"parties" doc:"party whose response it is"`
	Stance     domain.Stance   `json:"stance" doc:"what the party does with it"`
	Made       Date            `json:"made,omitzero" doc:"when; left out, when the document is dated"`
	AttestedBy ID              `json:"attested_by,omitzero" to:"parties" doc:"party that says so, if another: the response is then alleged"`
	Reason     string          `json:"reason,omitzero" doc:"reason that the party gives, in our words"`
	Counter    ID              `json:"counter,omitzero" to:"proposals" doc:"the counter-proposal"`
	Precedes   string          `json:"precedes,omitzero" doc:"why it may stand before the proposal"`
	Citations  []Citation      `json:"cite" doc:"paragraphs that support the record"`
	Note       string          `json:"note,omitzero" doc:"note of the recorder"`
}

// Statement is what someone said in a talk.
type Statement struct {
	ID        ID                   `json:"id" doc:"document id, a hyphen, and what it says"`
	Document  ID                   `json:"document" to:"documents" implied:"file" doc:"document that the record is drawn from"`
	Meeting   ID                   `json:"meeting,omitzero" to:"meetings" doc:"meeting in which it was said"`
	Session   int                  `json:"session,omitzero" doc:"number of the session, if the text says"`
	Speaker   ID                   `json:"speaker,omitzero" to:"persons" doc:"person id"`
	Party     ID                   `json:"party,omitzero" to:"parties" doc:"party id"`
	Kind      domain.StatementKind `json:"kind" doc:"what the speaker does"`
	Topic     string               `json:"topic,omitzero" doc:"what it is about, in a word or two"`
	Summary   string               `json:"summary" doc:"what was said, in our words"`
	Answers   ID                   `json:"answers,omitzero" to:"statements" doc:"statement that it answers"`
	Citations []Citation           `json:"cite" doc:"paragraphs that support the record"`
	Note      string               `json:"note,omitzero" doc:"note of the recorder"`
}

// Claim is a disputed assertion about the record itself.
type Claim struct {
	ID         ID         `json:"id" doc:"document id, a hyphen, and what it asserts"`
	Document   ID         `json:"document" to:"documents" implied:"file" doc:"document that the record is drawn from"`
	Question   ID         `json:"question" to:"questions" doc:"question that it answers"`
	By         []ID       `json:"by" to:"parties" doc:"party ids of those who assert it"`
	Summary    string     `json:"summary" doc:"what is asserted, in our words"`
	Rivals     []ID       `json:"rivals,omitzero" to:"claims" doc:"claim ids of those that contradict it"`
	About      []ID       `json:"about,omitzero" to:"documents,proposals,meetings" doc:"ids of the documents, proposals or meetings it is about"`
	Made       Date       `json:"made,omitzero" doc:"when; left out, when the document is dated"`
	ReportedBy ID         `json:"reported_by,omitzero" to:"parties" doc:"party that reports it, unless first-hand"`
	Citations  []Citation `json:"cite" doc:"paragraphs that support the record"`
	Note       string     `json:"note,omitzero" doc:"note of the recorder"`
}

// Alignment is that parties took sides in public, as a source says.
type Alignment struct {
	ID        ID          `json:"id" doc:"document id, a hyphen, and who took sides"`
	Document  ID          `json:"document" to:"documents" implied:"file" doc:"document that the record is drawn from"`
	Parties   []ID        `json:"parties" to:"parties" doc:"party ids of those who took sides"`
	Side      domain.Side `json:"stance" doc:"which side they took"`
	Toward    []ID        `json:"toward" to:"parties" doc:"party ids of those toward whom"`
	SaidBy    ID          `json:"said_by,omitzero" to:"parties" doc:"party that says so; left out, the author"`
	Date      Date        `json:"date,omitzero" doc:"when"`
	Summary   string      `json:"summary,omitzero" doc:"what is said, in our words"`
	Citations []Citation  `json:"cite" doc:"paragraphs that support the record"`
	Note      string      `json:"note,omitzero" doc:"note of the recorder"`
}
