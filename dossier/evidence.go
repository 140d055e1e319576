package dossier

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
)

type document struct {
	ID             id                  `yaml:"id,required" doc:"edition's file name, or author-yyyy-mm-dd"`
	Title          string              `yaml:"title,required" doc:"title, ours"`
	Kind           domain.DocumentKind `yaml:"kind,required" doc:"sort of document"`
	Authors        []id                `yaml:"authors" doc:"party ids"`
	Addressees     []id                `yaml:"addressees" doc:"party ids"`
	Recipients     []id                `yaml:"recipients" doc:"party ids of others to whom it was sent"`
	RecipientsText string              `yaml:"recipients_text" doc:"recipients not named one by one"`
	WithheldFrom   []id                `yaml:"withheld_from" doc:"party ids to whom it was not sent, as a text says"`
	Signatories    []id                `yaml:"signatories" doc:"person ids"`
	Language       lang                `yaml:"language" doc:"language of the document, a BCP 47 tag"`
	Archive        string              `yaml:"archive" doc:"archive reference"`
	Held           bool                `yaml:"held" doc:"true when we have its text"`
	Dated          date                `yaml:"dated" doc:"date it bears"`
	Delivered      date                `yaml:"delivered" doc:"when it was handed over or received"`
	Published      date                `yaml:"published" doc:"when it was published"`
	PublishedIn    publication         `yaml:"published_in" doc:"where it was published"`
	Printed        []printing          `yaml:"printed" doc:"documents of the record that print it"`
	RepliesTo      []reply             `yaml:"replies_to" doc:"documents it answers, as the texts say"`
	Edition        edition             `yaml:"edition" doc:"edition whose paragraph numbers are cited"`
	Citations      []citation          `yaml:"cite" doc:"where a document that is only mentioned is mentioned"`
	Note           string              `yaml:"note" doc:"note of the recorder"`
}

type reply struct {
	Document  id         `yaml:"document,required" doc:"document that is answered"`
	Citations []citation `yaml:"cite,required" doc:"paragraphs that say so"`
}

type printing struct {
	In     id     `yaml:"in,required" doc:"document that prints it, such as a book"`
	Number int    `yaml:"number,required" doc:"its place there in the order on paper, from 1"`
	Pages  string `yaml:"pages" doc:"pages there"`
}

type edition struct {
	Title      string `yaml:"title" doc:"title of the edition"`
	Source     string `yaml:"source" doc:"where the edition comes from"`
	Language   lang   `yaml:"language" doc:"language of the edition, a BCP 47 tag"`
	Translator string `yaml:"translator" doc:"who translated it into that language"`
	Paragraphs int    `yaml:"paragraphs,required" doc:"how many paragraphs it has"`
}

type proposal struct {
	ID         id         `yaml:"id,required" doc:"document id, a hyphen, and what it is about"`
	Track      id         `yaml:"track,required" doc:"track it belongs to"`
	Act        domain.Act `yaml:"act,required" doc:"what the party does"`
	By         []id       `yaml:"by,required" doc:"party ids of the proposers"`
	To         []id       `yaml:"to" doc:"party ids of the addressees"`
	Made       date       `yaml:"made" doc:"when; left out, when the document is dated"`
	ReportedBy id         `yaml:"reported_by" doc:"party that reports it, unless first-hand"`
	MadeIn     id         `yaml:"made_in" doc:"document in which it was made, if reported"`
	Summary    string     `yaml:"summary,required" doc:"what is proposed, in our words"`
	Terms      terms      `yaml:"terms" doc:"what is proposed, term by term"`
	Relations  []relation `yaml:"relations" doc:"how it stands to earlier proposals"`
	Citations  []citation `yaml:"cite,required" doc:"paragraphs that support the record"`
	Note       string     `yaml:"note" doc:"note of the recorder"`
}

// terms has a field for each of [domain.TermKinds], in their order, which is the order of the
// record whatever the order in the file.
type terms struct {
	Date         *term `yaml:"date" doc:"when"`
	Venue        *term `yaml:"venue" doc:"where"`
	Participants *term `yaml:"participants" doc:"who takes part"`
	Level        *term `yaml:"level" doc:"at what level"`
	Duration     *term `yaml:"duration" doc:"how long"`
	Agenda       *term `yaml:"agenda" doc:"on what"`
	Sequence     *term `yaml:"sequence" doc:"before or after what"`
	Procedure    *term `yaml:"procedure" doc:"by what rules"`
	Convener     *term `yaml:"convener" doc:"who calls it"`
	Condition    *term `yaml:"condition" doc:"on what condition"`
	Substance    *term `yaml:"substance" doc:"with what result"`
}

type term struct {
	Text      string     `yaml:"text" doc:"in our words; of a date or venue, as the source words it"`
	Date      edtf.Date  `yaml:"date" doc:"EDTF date, for the term date"`
	Places    []id       `yaml:"places" doc:"place ids, for the term venue"`
	Parties   []id       `yaml:"parties" doc:"party ids, for participants or convener"`
	List      id         `yaml:"list" doc:"list, for participants"`
	Claimed   int        `yaml:"claimed" doc:"number given, for participants"`
	Inferred  string     `yaml:"inferred" doc:"why it follows, when the text does not state it"`
	Citations []citation `yaml:"cite" doc:"paragraphs, when not those of the proposal"`
	Note      string     `yaml:"note" doc:"note of the recorder"`
}

type relation struct {
	Kind     domain.RelationKind `yaml:"kind,required" doc:"what it does to the other"`
	Proposal id                  `yaml:"proposal,required" doc:"the other proposal"`
	Note     string              `yaml:"note" doc:"note of the recorder"`
}

type response struct {
	ID         id              `yaml:"id,required" doc:"document id, a hyphen, and what it answers"`
	Proposal   id              `yaml:"proposal,required" doc:"proposal it responds to"`
	Term       domain.TermKind `yaml:"term" doc:"term it speaks to; left out, the whole proposal"`
	By         id              `yaml:"by,required" doc:"party whose response it is"`
	Stance     domain.Stance   `yaml:"stance,required" doc:"what the party does with it"`
	Made       date            `yaml:"made" doc:"when; left out, when the document is dated"`
	AttestedBy id              `yaml:"attested_by" doc:"party that says so, if another: the response is then alleged"`
	Reason     string          `yaml:"reason" doc:"reason that the party gives, in our words"`
	Counter    id              `yaml:"counter" doc:"the counter-proposal"`
	Precedes   string          `yaml:"precedes" doc:"why it may stand before the proposal"`
	Citations  []citation      `yaml:"cite,required" doc:"paragraphs that support the record"`
	Note       string          `yaml:"note" doc:"note of the recorder"`
}

type statement struct {
	ID        id                   `yaml:"id,required" doc:"document id, a hyphen, and what it says"`
	Meeting   id                   `yaml:"meeting" doc:"meeting in which it was said"`
	Session   int                  `yaml:"session" doc:"number of the session, if the text says"`
	Speaker   id                   `yaml:"speaker" doc:"person id"`
	Party     id                   `yaml:"party" doc:"party id"`
	Kind      domain.StatementKind `yaml:"kind,required" doc:"what the speaker does"`
	Topic     string               `yaml:"topic" doc:"what it is about, in a word or two"`
	Summary   string               `yaml:"summary,required" doc:"what was said, in our words"`
	Answers   id                   `yaml:"answers" doc:"statement that it answers"`
	Citations []citation           `yaml:"cite,required" doc:"paragraphs that support the record"`
	Note      string               `yaml:"note" doc:"note of the recorder"`
}

type claim struct {
	ID         id         `yaml:"id,required" doc:"document id, a hyphen, and what it asserts"`
	Question   id         `yaml:"question,required" doc:"question that it answers"`
	By         []id       `yaml:"by,required" doc:"party ids of those who assert it"`
	Summary    string     `yaml:"summary,required" doc:"what is asserted, in our words"`
	Rivals     []id       `yaml:"rivals" doc:"claim ids of those that contradict it"`
	About      []id       `yaml:"about" doc:"ids of the documents, proposals or meetings it is about"`
	Made       date       `yaml:"made" doc:"when; left out, when the document is dated"`
	ReportedBy id         `yaml:"reported_by" doc:"party that reports it, unless first-hand"`
	Citations  []citation `yaml:"cite,required" doc:"paragraphs that support the record"`
	Note       string     `yaml:"note" doc:"note of the recorder"`
}

type alignment struct {
	ID        id          `yaml:"id,required" doc:"document id, a hyphen, and who took sides"`
	Parties   []id        `yaml:"parties,required" doc:"party ids of those who took sides"`
	Side      domain.Side `yaml:"stance,required" doc:"which side they took"`
	Toward    []id        `yaml:"toward,required" doc:"party ids of those toward whom"`
	SaidBy    id          `yaml:"said_by" doc:"party that says so; left out, the author"`
	Date      date        `yaml:"date" doc:"when"`
	Summary   string      `yaml:"summary" doc:"what is said, in our words"`
	Citations []citation  `yaml:"cite,required" doc:"paragraphs that support the record"`
	Note      string      `yaml:"note" doc:"note of the recorder"`
}
