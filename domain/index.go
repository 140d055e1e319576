package domain

import (
	"slices"
	"sync"

	"pourparler/domain/edtf"
)

// Index finds the records of a dossier by id and along their links. Whoever asks for an id that is retired is told what
// became of it, by an error of kind [Gone]. An index is made once for a dossier that no longer changes, and is safe for
// use by several goroutines.
type Index struct {
	Dossier    *Dossier
	tracks     map[string]*Track
	places     map[string]*Place
	parties    map[string]*Party
	persons    map[string]*Person
	lists      map[string]*List
	meetings   map[string]*Meeting
	questions  map[string]*Question
	documents  map[string]*Document
	proposals  map[string]*Proposal
	responses  map[string]*Response
	statements map[string]*Statement
	claims     map[string]*Claim
	seats      map[string]*Seat
	answers    map[string][]*Response // by proposal
	withdrawn  map[string][]*Proposal // by proposal, those that withdraw it
	rivals     map[string][]string    // by claim
	course     func() course          // made once
	once       sync.Map               // see Once
}

// NewIndex returns the index of d. Where an id is used twice the first record wins; [Dossier.Validate] reports it.
func NewIndex(d *Dossier) *Index {
	ix := &Index{Dossier: d,
		tracks:     byID(d.Tracks, func(r *Track) string { return r.ID }),
		places:     byID(d.Places, func(r *Place) string { return r.ID }),
		parties:    byID(d.Parties, func(r *Party) string { return r.ID }),
		persons:    byID(d.Persons, func(r *Person) string { return r.ID }),
		lists:      byID(d.Lists, func(r *List) string { return r.ID }),
		meetings:   byID(d.Meetings, func(r *Meeting) string { return r.ID }),
		questions:  byID(d.Questions, func(r *Question) string { return r.ID }),
		documents:  byID(d.Documents, func(r *Document) string { return r.ID }),
		proposals:  byID(d.Proposals, func(r *Proposal) string { return r.ID }),
		responses:  byID(d.Responses, func(r *Response) string { return r.ID }),
		statements: byID(d.Statements, func(r *Statement) string { return r.ID }),
		claims:     byID(d.Claims, func(r *Claim) string { return r.ID }),
		seats:      byID(d.Seats, func(r *Seat) string { return r.ID }),
		answers:    map[string][]*Response{},
		withdrawn:  map[string][]*Proposal{},
		rivals:     map[string][]string{},
	}
	for i := range d.Responses {
		r := &d.Responses[i]
		ix.answers[r.Proposal] = append(ix.answers[r.Proposal], r)
	}
	for i := range d.Proposals {
		p := &d.Proposals[i]
		for _, id := range p.Related(WithdrawsFrom) {
			ix.withdrawn[id] = append(ix.withdrawn[id], p)
		}
	}
	for _, c := range d.Claims {
		for _, rival := range c.Rivals {
			ix.addRival(c.ID, rival)
			ix.addRival(rival, c.ID)
		}
	}
	ix.course = sync.OnceValue(ix.newCourse)
	return ix
}

// Once returns what compute returned when it was first called for a key: what others work out from the record, which no
// longer changes, and need more than once.
func (ix *Index) Once(key any, compute func() any) any {
	made, ok := ix.once.Load(key)
	if !ok {
		made, _ = ix.once.LoadOrStore(key, sync.OnceValue(compute))
	}
	return made.(func() any)()
}

func byID[T any](records []T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(records))
	for i := range records {
		if _, ok := m[id(&records[i])]; !ok {
			m[id(&records[i])] = &records[i]
		}
	}
	return m
}

func (ix *Index) addRival(claim, rival string) {
	if !slices.Contains(ix.rivals[claim], rival) {
		ix.rivals[claim] = append(ix.rivals[claim], rival)
	}
}

// find returns the record of that id, or the error that [Index.Missing] has for it.
func find[T any](ix *Index, m map[string]*T, section Section, id string) (*T, error) {
	if r, ok := m[id]; ok {
		return r, nil
	}
	return nil, ix.Missing(section, id)
}

// Track returns the track of that id, or an error of kind [NotFound].
func (ix *Index) Track(id string) (*Track, error) { return find(ix, ix.tracks, SectionTracks, id) }

// Place returns the place of that id, or an error of kind [NotFound].
func (ix *Index) Place(id string) (*Place, error) { return find(ix, ix.places, SectionPlaces, id) }

// Party returns the party of that id, or an error of kind [NotFound].
func (ix *Index) Party(id string) (*Party, error) { return find(ix, ix.parties, SectionParties, id) }

// Person returns the person of that id, or an error of kind [NotFound].
func (ix *Index) Person(id string) (*Person, error) { return find(ix, ix.persons, SectionPersons, id) }

// List returns the list of that id, or an error of kind [NotFound].
func (ix *Index) List(id string) (*List, error) { return find(ix, ix.lists, SectionLists, id) }

// Meeting returns the meeting of that id, or an error of kind [NotFound].
func (ix *Index) Meeting(id string) (*Meeting, error) {
	return find(ix, ix.meetings, SectionMeetings, id)
}

// Question returns the question of that id, or an error of kind [NotFound].
func (ix *Index) Question(id string) (*Question, error) {
	return find(ix, ix.questions, SectionQuestions, id)
}

// Document returns the document of that id, or an error of kind [NotFound].
func (ix *Index) Document(id string) (*Document, error) {
	return find(ix, ix.documents, SectionDocuments, id)
}

// Proposal returns the proposal of that id, or an error of kind [NotFound].
func (ix *Index) Proposal(id string) (*Proposal, error) {
	return find(ix, ix.proposals, SectionProposals, id)
}

// Response returns the response of that id, or an error of kind [NotFound].
func (ix *Index) Response(id string) (*Response, error) {
	return find(ix, ix.responses, SectionResponses, id)
}

// Statement returns the statement of that id, or an error of kind [NotFound].
func (ix *Index) Statement(id string) (*Statement, error) {
	return find(ix, ix.statements, SectionStatements, id)
}

// Claim returns the claim of that id, or an error of kind [NotFound].
func (ix *Index) Claim(id string) (*Claim, error) { return find(ix, ix.claims, SectionClaims, id) }

// Seat returns the contested seat of that id, or an error of kind [NotFound].
func (ix *Index) Seat(id string) (*Seat, error) { return find(ix, ix.seats, SectionSeats, id) }

// ResponsesTo returns the responses to a proposal in the order of the record.
func (ix *Index) ResponsesTo(proposal string) []*Response { return ix.answers[proposal] }

// Withdrawing returns the proposals that withdraw a proposal, in the order of the record. A response may withdraw one
// too.
func (ix *Index) Withdrawing(proposal string) []*Proposal { return ix.withdrawn[proposal] }

// Rivals returns the ids of the claims that contradict a claim, whichever side recorded the relation.
func (ix *Index) Rivals(claim string) []string { return ix.rivals[claim] }

// Made returns when a proposal was made: as recorded, or else the date of its document.
func (ix *Index) Made(p *Proposal) edtf.Date { return ix.dateOr(p.Made, p.Document) }

// Responded returns when a response was made: as recorded, or else the date of its document.
func (ix *Index) Responded(r *Response) edtf.Date { return ix.dateOr(r.Made, r.Document) }

func (ix *Index) dateOr(own Date, document string) edtf.Date {
	if !own.Value.IsZero() {
		return own.Value
	}
	if doc, ok := ix.documents[document]; ok {
		return doc.When().Value
	}
	return edtf.Date{}
}
