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
	Dossier   *Dossier
	places    map[Section]map[string]int // where the first record of each id is in its section
	answers   map[string][]*Response     // by proposal
	withdrawn map[string][]*Proposal     // by proposal, those that withdraw it
	rivals    map[string][]string        // by claim
	course    func() course              // made once
	once      *sync.Map                  // see Once
	page      *sync.Map                  // see OnPage; nil for the whole record
}

// NewIndex returns the index of d. Where an id is used twice the first record wins; that is reported as a breach of a rule.
func NewIndex(d *Dossier) *Index {
	ix := &Index{Dossier: d, places: map[Section]map[string]int{}, answers: map[string][]*Response{},
		withdrawn: map[string][]*Proposal{}, rivals: map[string][]string{}, once: &sync.Map{}}
	for section, ids := range d.ids() {
		places := make(map[string]int, len(ids))
		for i, id := range slices.Backward(ids) {
			places[id] = i
		}
		ix.places[section] = places
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
func (ix *Index) Once(key any, compute func() any) any { return once(ix.once, key, compute) }

// ForPage returns an index of the same record that keeps what [Index.OnPage] works out for as long as it is itself kept, as
// for one page. That of a page is itself.
func (ix *Index) ForPage() *Index {
	if ix.page != nil {
		return ix
	}
	page := *ix
	page.page = &sync.Map{}
	return &page
}

// Lasting returns the index without what was worked out for a page.
func (ix *Index) Lasting() *Index {
	lasting := *ix
	lasting.page = nil
	return &lasting
}

// OnPage returns what compute returned when it was first called for a key on an index for a page: what is needed more than
// once, but is too much to keep as [Index.Once] does. Only an index made by [Index.ForPage] has it.
func (ix *Index) OnPage(key any, compute func() any) any { return once(ix.page, key, compute) }

func once(all *sync.Map, key any, compute func() any) any {
	made, ok := all.Load(key)
	if !ok {
		made, _ = all.LoadOrStore(key, sync.OnceValue(compute))
	}
	return made.(func() any)()
}

func (ix *Index) addRival(claim, rival string) {
	if !slices.Contains(ix.rivals[claim], rival) {
		ix.rivals[claim] = append(ix.rivals[claim], rival)
	}
}

// errNoID is for records that refer to nothing, as very many do.
var errNoID = Errorf(NotFound, "no id is given")

// At returns where in its section the record of that id is, or the error that [Index.Missing] has for it.
func (ix *Index) At(section Section, id string) (int, error) {
	if id == "" {
		return 0, errNoID
	}
	if i, ok := ix.places[section][id]; ok {
		return i, nil
	}
	return 0, ix.Missing(section, id)
}

func find[T any](ix *Index, records []T, section Section, id string) (*T, error) {
	i, err := ix.At(section, id)
	if err != nil {
		return nil, err
	}
	return &records[i], nil
}

// Track returns the track of that id, or an error of kind [NotFound].
func (ix *Index) Track(id string) (*Track, error) {
	return find(ix, ix.Dossier.Tracks, SectionTracks, id)
}

// Place returns the place of that id, or an error of kind [NotFound].
func (ix *Index) Place(id string) (*Place, error) {
	return find(ix, ix.Dossier.Places, SectionPlaces, id)
}

// Party returns the party of that id, or an error of kind [NotFound].
func (ix *Index) Party(id string) (*Party, error) {
	return find(ix, ix.Dossier.Parties, SectionParties, id)
}

// Person returns the person of that id, or an error of kind [NotFound].
func (ix *Index) Person(id string) (*Person, error) {
	return find(ix, ix.Dossier.Persons, SectionPersons, id)
}

// List returns the list of that id, or an error of kind [NotFound].
func (ix *Index) List(id string) (*List, error) { return find(ix, ix.Dossier.Lists, SectionLists, id) }

// Meeting returns the meeting of that id, or an error of kind [NotFound].
func (ix *Index) Meeting(id string) (*Meeting, error) {
	return find(ix, ix.Dossier.Meetings, SectionMeetings, id)
}

// Question returns the question of that id, or an error of kind [NotFound].
func (ix *Index) Question(id string) (*Question, error) {
	return find(ix, ix.Dossier.Questions, SectionQuestions, id)
}

// Document returns the document of that id, or an error of kind [NotFound].
func (ix *Index) Document(id string) (*Document, error) {
	return find(ix, ix.Dossier.Documents, SectionDocuments, id)
}

// Proposal returns the proposal of that id, or an error of kind [NotFound].
func (ix *Index) Proposal(id string) (*Proposal, error) {
	return find(ix, ix.Dossier.Proposals, SectionProposals, id)
}

// Response returns the response of that id, or an error of kind [NotFound].
func (ix *Index) Response(id string) (*Response, error) {
	return find(ix, ix.Dossier.Responses, SectionResponses, id)
}

// Statement returns the statement of that id, or an error of kind [NotFound].
func (ix *Index) Statement(id string) (*Statement, error) {
	return find(ix, ix.Dossier.Statements, SectionStatements, id)
}

// Claim returns the claim of that id, or an error of kind [NotFound].
func (ix *Index) Claim(id string) (*Claim, error) {
	return find(ix, ix.Dossier.Claims, SectionClaims, id)
}

// Seat returns the contested seat of that id, or an error of kind [NotFound].
func (ix *Index) Seat(id string) (*Seat, error) { return find(ix, ix.Dossier.Seats, SectionSeats, id) }

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
	if i, ok := ix.places[SectionDocuments][document]; ok {
		return ix.Dossier.Documents[i].When().Value
	}
	return edtf.Date{}
}
