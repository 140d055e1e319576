package form

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
)

// File is what one YAML file holds: any of the sections, in the order of the format. The tags of it and of
// the structs below hold the key, with omitzero unless a record cannot do without it, and what an editor
// shows beside the key. Their fields are named as those of the domain. The tag file names the file of the canonical layout
// in which a section stands; a section without one stands in the file of the document that it is drawn from.
type File struct {
	Dossier    *Header     `json:"dossier,omitzero" file:"dossier.yaml" doc:"the dossier itself"`
	Retired    []Retired   `json:"retired,omitzero" file:"dossier.yaml" doc:"ids that were published once and are not used again"`
	Tracks     []Track     `json:"tracks,omitzero" file:"tracks.yaml" doc:"the things being negotiated"`
	Places     []Place     `json:"places,omitzero" file:"places.yaml" doc:"venues, with the names the sources use"`
	Parties    []Party     `json:"parties,omitzero" file:"parties.yaml" doc:"the actors that take positions"`
	Seats      []Seat      `json:"seats,omitzero" file:"parties.yaml" doc:"seats that are contested"`
	Persons    []Person    `json:"persons,omitzero" file:"persons.yaml" doc:"delegates, signatories and others named"`
	Lists      []List      `json:"lists,omitzero" file:"lists.yaml" doc:"named sets of parties"`
	Meetings   []Meeting   `json:"meetings,omitzero" file:"meetings.yaml" doc:"what took place or was fixed to take place"`
	Questions  []Question  `json:"questions,omitzero" file:"questions.yaml" doc:"questions on which the record is disputed"`
	Document   *Document   `json:"document,omitzero" doc:"the document that the rest of the file is drawn from"`
	Documents  []Document  `json:"documents,omitzero" file:"mentioned.yaml" doc:"documents known only because others mention them"`
	Proposals  []Proposal  `json:"proposals,omitzero" doc:"who proposes what to whom in the document"`
	Responses  []Response  `json:"responses,omitzero" doc:"what parties do with proposals, by the document"`
	Statements []Statement `json:"statements,omitzero" doc:"what was said in a talk that the document records"`
	Claims     []Claim     `json:"claims,omitzero" doc:"disputed assertions about the record itself"`
	Alignments []Alignment `json:"alignments,omitzero" doc:"who took sides in public, by the document"`
	Overrides  []Override  `json:"overrides,omitzero" file:"overrides.yaml" doc:"what an editor says of movements in the ledger"`
}

// Header is what a dossier is, and in which format its files are, which only they say.
type Header struct {
	ID       ID        `json:"id" doc:"id of the dossier"`
	Title    string    `json:"title" doc:"title, ours"`
	Summary  string    `json:"summary,omitzero" doc:"what the dossier is about"`
	Release  string    `json:"release,omitzero" doc:"version number of the record"`
	Released edtf.Date `json:"released,omitzero" doc:"day of that release"`
	Licence  string    `json:"licence,omitzero" doc:"licence of the record, an SPDX identifier"`
	Source   string    `json:"source,omitzero" doc:"where the texts come from, in a sentence"`
	Format   int       `json:"format,omitzero" doc:"number of the format of the files"`
}

// Retired is an id that was published once and is not used again.
type Retired struct {
	Section domain.Section `json:"section" doc:"section in which the id was used"`
	ID      ID             `json:"id" doc:"id that is not used again"`
	To      ID             `json:"to,omitzero" doc:"id that took over"`
	Reason  string         `json:"reason" doc:"why"`
}

// Track is one thing being negotiated.
type Track struct {
	ID      ID     `json:"id" doc:"id of the track"`
	Title   string `json:"title" doc:"title, ours"`
	Summary string `json:"summary,omitzero" doc:"what is being negotiated"`
	Meeting bool   `json:"meeting,omitzero" doc:"true when it is a talk or meeting with a date and a venue"`
}

// Place is a venue, proposed or used.
type Place struct {
	ID      ID     `json:"id" doc:"id of the place"`
	Name    string `json:"name" doc:"name, ours"`
	Names   []Name `json:"names,omitzero" doc:"forms of the name in the sources"`
	Country string `json:"country,omitzero" doc:"country, in English"`
}

// Party is an actor that takes positions.
type Party struct {
	ID         ID               `json:"id" doc:"id of the party"`
	Name       string           `json:"name" doc:"name in full, ours"`
	Short      string           `json:"short,omitzero" doc:"name for columns, ours"`
	Kind       domain.PartyKind `json:"kind" doc:"sort of actor"`
	Country    string           `json:"country,omitzero" doc:"country, in English"`
	Government ID               `json:"government,omitzero" to:"parties" doc:"party id of the government beside it"`
	Names      []Name           `json:"names,omitzero" doc:"forms of the name in the sources"`
	Note       string           `json:"note,omitzero" doc:"note of the recorder"`
	Citations  []Citation       `json:"cite,omitzero" doc:"paragraphs that support the record"`
}

// Seat is a place on a list that several parties claim.
type Seat struct {
	ID        ID         `json:"id" doc:"country slug"`
	Party     ID         `json:"party" to:"parties" doc:"party id under which lists name the seat"`
	Claimants []ID       `json:"claimants,omitzero" to:"parties" doc:"party ids of those who claim the seat"`
	Views     []SeatView `json:"recognition,omitzero" doc:"what parties say of the claimants"`
	Reason    string     `json:"reason" doc:"why the seat is contested"`
	Citations []Citation `json:"cite" doc:"paragraphs that support the record"`
	Note      string     `json:"note,omitzero" doc:"note of the recorder"`
}

// SeatView is what a party says of a claimant to a seat.
type SeatView struct {
	By        ID                 `json:"by" to:"parties" doc:"party id of the one who says so"`
	Claimant  ID                 `json:"claimant" to:"parties" doc:"party id of the claimant"`
	Stance    domain.Recognition `json:"stance" doc:"what it says of the claimant"`
	Text      string             `json:"text,omitzero" doc:"in what words or on what ground, in ours"`
	Citations []Citation         `json:"cite" doc:"paragraphs that say so"`
}

// Person is a delegate, a signatory or another who is named.
type Person struct {
	ID        ID         `json:"id" doc:"id of the person"`
	Name      string     `json:"name" doc:"name, ours"`
	Names     []Name     `json:"names,omitzero" doc:"forms of the name in the sources"`
	Parties   []ID       `json:"parties,omitzero" to:"parties" doc:"party ids of those the person acts for"`
	Roles     []Role     `json:"roles,omitzero" doc:"offices and parts that sources give"`
	Note      string     `json:"note,omitzero" doc:"note of the recorder"`
	Citations []Citation `json:"cite,omitzero" doc:"paragraphs that support the record"`
}

// Role is an office or part that a source gives a person.
type Role struct {
	Text      string     `json:"text" doc:"the office or part, in our words"`
	Citations []Citation `json:"cite" doc:"paragraphs that say so"`
}

// List is a set of parties as a document gives it, with the number and the rule of its author.
type List struct {
	ID          ID           `json:"id" doc:"id of the list"`
	Name        string       `json:"name" doc:"name, ours"`
	Authors     []ID         `json:"author,omitzero" to:"parties" doc:"party ids of those who give the list"`
	Document    ID           `json:"document" to:"documents" doc:"document that first gives it"`
	Claimed     int          `json:"claimed,omitzero" doc:"number that its author gives"`
	Members     []Member     `json:"members,omitzero" doc:"parties on the list, in the order of the source"`
	Rule        string       `json:"rule,omitzero" doc:"rule that its author gives, in our words"`
	Citations   []Citation   `json:"cite" doc:"paragraphs that give the list"`
	Note        string       `json:"note,omitzero" doc:"note of the recorder"`
	Appearances []Appearance `json:"appearances,omitzero" doc:"where another document gives the list again"`
}

// Member is a party on a list.
type Member struct {
	Party ID     `json:"party" to:"parties" doc:"party id"`
	As    string `json:"as,omitzero" doc:"form of the name on the list"`
}

// Appearance is another document that gives a list again.
type Appearance struct {
	Document  ID         `json:"document" to:"documents" doc:"document that gives the list again"`
	Claimed   int        `json:"claimed,omitzero" doc:"number given there"`
	Citations []Citation `json:"cite" doc:"paragraphs that give it"`
	Note      string     `json:"note,omitzero" doc:"what differs there"`
}

// Meeting is what took place or was fixed to take place.
type Meeting struct {
	ID          ID                   `json:"id" doc:"id of the meeting"`
	Name        string               `json:"name" doc:"name, ours"`
	Track       ID                   `json:"track,omitzero" to:"tracks" doc:"track it belongs to"`
	Status      domain.MeetingStatus `json:"status" doc:"whether the texts say it took place"`
	Date        Date                 `json:"date,omitzero" doc:"when"`
	Places      []ID                 `json:"places,omitzero" to:"places" doc:"place ids"`
	Parties     []ID                 `json:"parties,omitzero" to:"parties" doc:"party ids of those who took part"`
	List        ID                   `json:"list,omitzero" to:"lists" doc:"list of those who took part"`
	Claimed     int                  `json:"claimed,omitzero" doc:"how many took part, as the texts say"`
	Sessions    []Session            `json:"sessions,omitzero" doc:"its sittings, in order"`
	Delegations []Delegation         `json:"delegations,omitzero" doc:"who sat for the parties"`
	Outcome     string               `json:"outcome,omitzero" doc:"what came of it"`
	Fulfils     []ID                 `json:"fulfils,omitzero" to:"proposals" doc:"proposal ids that it fulfils"`
	Citations   []Citation           `json:"cite" doc:"paragraphs that support the record"`
	Note        string               `json:"note,omitzero" doc:"note of the recorder"`
}

// Session is one sitting of a meeting.
type Session struct {
	Number    int        `json:"number" doc:"number of the session, from 1"`
	Date      Date       `json:"date,omitzero" doc:"when"`
	Text      string     `json:"text,omitzero" doc:"what it dealt with, in our words"`
	Citations []Citation `json:"cite" doc:"paragraphs that say so"`
}

// Delegation is who sat for a party at a meeting.
type Delegation struct {
	Party     ID         `json:"party" to:"parties" doc:"party id"`
	Delegates []Delegate `json:"persons,omitzero" doc:"who sat for it"`
	Citations []Citation `json:"cite" doc:"paragraphs that say so"`
}

// Delegate is a person in a delegation.
type Delegate struct {
	Person ID     `json:"person" to:"persons" doc:"person id"`
	Role   string `json:"role,omitzero" doc:"role that the text gives, such as leader"`
}

// Question is one on which the record is disputed.
type Question struct {
	ID    ID     `json:"id" doc:"id of the question"`
	Track ID     `json:"track,omitzero" to:"tracks" doc:"track it belongs to"`
	Text  string `json:"text" doc:"the question, in neutral words"`
}

// Override is what an editor says of a movement in the ledger, against its rules.
type Override struct {
	ID        ID              `json:"id" doc:"id of the override"`
	Proposal  ID              `json:"proposal" to:"proposals" doc:"proposal by which the term was restated or amended"`
	Term      domain.TermKind `json:"term" doc:"term that moved, or did not"`
	Party     ID              `json:"party,omitzero" to:"parties" doc:"party id of the other side; left out, every one"`
	Movement  domain.Movement `json:"movement" doc:"how the term moved, as the editor judges"`
	Reason    string          `json:"reason" doc:"why, in our words"`
	Citations []Citation      `json:"cite,omitzero" doc:"paragraphs that the editor goes by"`
}
