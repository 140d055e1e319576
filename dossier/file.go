package dossier

import (
	"pourparler/domain"
	"pourparler/domain/edtf"
)

// file is one YAML file: any of the sections, in the order of the format. The tags of it and of
// the structs below hold the key, "required" where a record cannot do without, and what an editor
// shows beside the key.
type file struct {
	Dossier    *header     `yaml:"dossier" doc:"the dossier itself"`
	Retired    []retired   `yaml:"retired" doc:"ids that were published once and are not used again"`
	Tracks     []track     `yaml:"tracks" doc:"the things being negotiated"`
	Places     []place     `yaml:"places" doc:"venues, with the names the sources use"`
	Parties    []party     `yaml:"parties" doc:"the actors that take positions"`
	Seats      []seat      `yaml:"seats" doc:"seats that are contested"`
	Persons    []person    `yaml:"persons" doc:"delegates, signatories and others named"`
	Lists      []list      `yaml:"lists" doc:"named sets of parties"`
	Meetings   []meeting   `yaml:"meetings" doc:"what took place or was fixed to take place"`
	Questions  []question  `yaml:"questions" doc:"questions on which the record is disputed"`
	Document   *document   `yaml:"document" doc:"the document that the rest of the file is drawn from"`
	Documents  []document  `yaml:"documents" doc:"documents known only because others mention them"`
	Proposals  []proposal  `yaml:"proposals" doc:"who proposes what to whom in the document"`
	Responses  []response  `yaml:"responses" doc:"what parties do with proposals, by the document"`
	Statements []statement `yaml:"statements" doc:"what was said in a talk that the document records"`
	Claims     []claim     `yaml:"claims" doc:"disputed assertions about the record itself"`
	Alignments []alignment `yaml:"alignments" doc:"who took sides in public, by the document"`
	Overrides  []override  `yaml:"overrides" doc:"what an editor says of movements in the ledger"`
}

type header struct {
	ID       id        `yaml:"id,required" doc:"id of the dossier"`
	Title    string    `yaml:"title,required" doc:"title, ours"`
	Summary  string    `yaml:"summary" doc:"what the dossier is about"`
	Release  string    `yaml:"release" doc:"version number of the record"`
	Released edtf.Date `yaml:"released" doc:"day of that release"`
	Licence  string    `yaml:"licence" doc:"licence of the record, an SPDX identifier"`
	Source   string    `yaml:"source" doc:"where the texts come from, in a sentence"`
}

type retired struct {
	Section domain.Section `yaml:"section,required" doc:"section in which the id was used"`
	ID      id             `yaml:"id,required" doc:"id that is not used again"`
	To      id             `yaml:"to" doc:"id that took over"`
	Reason  string         `yaml:"reason,required" doc:"why"`
}

type track struct {
	ID      id     `yaml:"id,required" doc:"id of the track"`
	Title   string `yaml:"title,required" doc:"title, ours"`
	Summary string `yaml:"summary" doc:"what is being negotiated"`
	Meeting bool   `yaml:"meeting" doc:"true when it is a talk or meeting with a date and a venue"`
}

type place struct {
	ID      id     `yaml:"id,required" doc:"id of the place"`
	Name    string `yaml:"name,required" doc:"name, ours"`
	Names   []name `yaml:"names" doc:"forms of the name in the sources"`
	Country string `yaml:"country" doc:"country, in English"`
}

type party struct {
	ID         id               `yaml:"id,required" doc:"id of the party"`
	Name       string           `yaml:"name,required" doc:"name in full, ours"`
	Short      string           `yaml:"short" doc:"name for columns, ours"`
	Kind       domain.PartyKind `yaml:"kind,required" doc:"sort of actor"`
	Country    string           `yaml:"country" doc:"country, in English"`
	Government id               `yaml:"government" doc:"party id of the government beside it"`
	Names      []name           `yaml:"names" doc:"forms of the name in the sources"`
	Note       string           `yaml:"note" doc:"note of the recorder"`
	Citations  []citation       `yaml:"cite" doc:"paragraphs that support the record"`
}

type seat struct {
	ID        id         `yaml:"id,required" doc:"country slug"`
	Party     id         `yaml:"party,required" doc:"party id under which lists name the seat"`
	Claimants []id       `yaml:"claimants" doc:"party ids of those who claim the seat"`
	Views     []seatView `yaml:"recognition" doc:"what parties say of the claimants"`
	Reason    string     `yaml:"reason,required" doc:"why the seat is contested"`
	Citations []citation `yaml:"cite,required" doc:"paragraphs that support the record"`
	Note      string     `yaml:"note" doc:"note of the recorder"`
}

type seatView struct {
	By        id                 `yaml:"by,required" doc:"party id of the one who says so"`
	Claimant  id                 `yaml:"claimant,required" doc:"party id of the claimant"`
	Stance    domain.Recognition `yaml:"stance,required" doc:"what it says of the claimant"`
	Text      string             `yaml:"text" doc:"in what words or on what ground, in ours"`
	Citations []citation         `yaml:"cite,required" doc:"paragraphs that say so"`
}

type person struct {
	ID        id         `yaml:"id,required" doc:"id of the person"`
	Name      string     `yaml:"name,required" doc:"name, ours"`
	Names     []name     `yaml:"names" doc:"forms of the name in the sources"`
	Parties   []id       `yaml:"parties" doc:"party ids of those the person acts for"`
	Roles     []role     `yaml:"roles" doc:"offices and parts that sources give"`
	Note      string     `yaml:"note" doc:"note of the recorder"`
	Citations []citation `yaml:"cite" doc:"paragraphs that support the record"`
}

type role struct {
	Text      string     `yaml:"text,required" doc:"the office or part, in our words"`
	Citations []citation `yaml:"cite,required" doc:"paragraphs that say so"`
}

type list struct {
	ID          id           `yaml:"id,required" doc:"id of the list"`
	Name        string       `yaml:"name,required" doc:"name, ours"`
	Authors     []id         `yaml:"author" doc:"party ids of those who give the list"`
	Document    id           `yaml:"document,required" doc:"document that first gives it"`
	Claimed     int          `yaml:"claimed" doc:"number that its author gives"`
	Members     []member     `yaml:"members" doc:"parties on the list, in the order of the source"`
	Rule        string       `yaml:"rule" doc:"rule that its author gives, in our words"`
	Citations   []citation   `yaml:"cite,required" doc:"paragraphs that give the list"`
	Note        string       `yaml:"note" doc:"note of the recorder"`
	Appearances []appearance `yaml:"appearances" doc:"where another document gives the list again"`
}

type member struct {
	Party id     `yaml:"party,required" doc:"party id"`
	As    string `yaml:"as" doc:"form of the name on the list"`
}

type appearance struct {
	Document  id         `yaml:"document,required" doc:"document that gives the list again"`
	Claimed   int        `yaml:"claimed" doc:"number given there"`
	Citations []citation `yaml:"cite,required" doc:"paragraphs that give it"`
	Note      string     `yaml:"note" doc:"what differs there"`
}

type meeting struct {
	ID          id                   `yaml:"id,required" doc:"id of the meeting"`
	Name        string               `yaml:"name,required" doc:"name, ours"`
	Track       id                   `yaml:"track" doc:"track it belongs to"`
	Status      domain.MeetingStatus `yaml:"status,required" doc:"whether the texts say it took place"`
	Date        date                 `yaml:"date" doc:"when"`
	Places      []id                 `yaml:"places" doc:"place ids"`
	Parties     []id                 `yaml:"parties" doc:"party ids of those who took part"`
	List        id                   `yaml:"list" doc:"list of those who took part"`
	Claimed     int                  `yaml:"claimed" doc:"how many took part, as the texts say"`
	Sessions    []session            `yaml:"sessions" doc:"its sittings, in order"`
	Delegations []delegation         `yaml:"delegations" doc:"who sat for the parties"`
	Outcome     string               `yaml:"outcome" doc:"what came of it"`
	Fulfils     []id                 `yaml:"fulfils" doc:"proposal ids that it fulfils"`
	Citations   []citation           `yaml:"cite,required" doc:"paragraphs that support the record"`
	Note        string               `yaml:"note" doc:"note of the recorder"`
}

type session struct {
	Number    int        `yaml:"number,required" doc:"number of the session, from 1"`
	Date      date       `yaml:"date" doc:"when"`
	Text      string     `yaml:"text" doc:"what it dealt with, in our words"`
	Citations []citation `yaml:"cite,required" doc:"paragraphs that say so"`
}

type delegation struct {
	Party     id         `yaml:"party,required" doc:"party id"`
	Delegates []delegate `yaml:"persons" doc:"who sat for it"`
	Citations []citation `yaml:"cite,required" doc:"paragraphs that say so"`
}

type delegate struct {
	Person id     `yaml:"person,required" doc:"person id"`
	Role   string `yaml:"role" doc:"role that the text gives, such as leader"`
}

type question struct {
	ID    id     `yaml:"id,required" doc:"id of the question"`
	Track id     `yaml:"track" doc:"track it belongs to"`
	Text  string `yaml:"text,required" doc:"the question, in neutral words"`
}

type override struct {
	ID        id              `yaml:"id,required" doc:"id of the override"`
	Proposal  id              `yaml:"proposal,required" doc:"proposal by which the term was restated or amended"`
	Term      domain.TermKind `yaml:"term,required" doc:"term that moved, or did not"`
	Party     id              `yaml:"party" doc:"party id of the other side; left out, every one"`
	Movement  domain.Movement `yaml:"movement,required" doc:"how the term moved, as the editor judges"`
	Reason    string          `yaml:"reason,required" doc:"why, in our words"`
	Citations []citation      `yaml:"cite" doc:"paragraphs that the editor goes by"`
}
