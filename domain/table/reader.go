package table

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Reader makes values from records: it knows the words by which readers are shown parties, documents and the rest.
type Reader struct {
	Index                *domain.Index // the record
	documents, proposals labelCache    // their labels
}

// labelCache has words that are made once for an id, since many records name the same one.
type labelCache struct {
	mu    sync.RWMutex
	words map[string]string
}

func (m *labelCache) get(id string, make func() string) string {
	m.mu.RLock()
	words, ok := m.words[id]
	m.mu.RUnlock()
	if ok {
		return words
	}
	words = make()
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.words == nil {
		m.words = map[string]string{}
	}
	m.words[id] = words
	return words
}

// Text is the cell of a text, without a value if the text is empty.
func Text(s string) Cell {
	if s == "" {
		return nil
	}
	return Cell{{Text: s}}
}

// Number is the cell of a count, without a value for 0.
func Number(n int) Cell {
	if n == 0 {
		return nil
	}
	return Cell{{Text: strconv.Itoa(n)}}
}

// Boolean is the cell of a truth, with a reader's words for either.
func Boolean(b bool, yes, no string) Cell {
	label := no
	if b {
		label = yes
	}
	return Cell{{Text: strconv.FormatBool(b), Label: label}}
}

// Date is the cell of a date: EDTF in files, words for a reader.
func Date(d edtf.Date) Cell {
	if d.IsZero() {
		return nil
	}
	return Cell{{Text: d.String(), Label: d.Humanize(), Date: d}}
}

// earliest and latest give the bounds of a date as days; an open or unknown end has none.
func earliest(d edtf.Date) Cell { return day(d.Earliest()) }

func latest(d edtf.Date) Cell { return day(d.Latest()) }

func day(d edtf.Day, edge edtf.Edge) Cell {
	if edge != edtf.Known {
		return nil
	}
	return Cell{{Text: d.String()}}
}

// Each makes a cell with one value for each id.
func Each(ids []string, value func(string) Value) Cell {
	var cell Cell
	for _, id := range ids {
		if id != "" {
			cell = append(cell, value(id))
		}
	}
	return cell
}

// labelled is a value for a record: its id, and the words for it if the dossier has it.
func labelled[T any](find func(string) (*T, error), section domain.Section, id string, label func(*T) string) Value {
	v := Value{Text: id, Ref: Ref{Section: section, ID: id}}
	if record, err := find(id); err == nil {
		v.Label = label(record)
	}
	return v
}

// Party is a value for a party: its id, its short name.
func (r *Reader) Party(id string) Value {
	return labelled(r.Index.Party, domain.SectionParties, id, (*domain.Party).Label)
}

// Parties is a cell of parties.
func (r *Reader) Parties(ids []string) Cell { return Each(ids, r.Party) }

// Person is a value for a person: the id, the name.
func (r *Reader) Person(id string) Value {
	return labelled(r.Index.Person, domain.SectionPersons, id, func(x *domain.Person) string { return x.Name })
}

// Track is a value for a track: its id, its title.
func (r *Reader) Track(id string) Value {
	return labelled(r.Index.Track, domain.SectionTracks, id, func(x *domain.Track) string { return x.Title })
}

// Place is a value for a place: its id, its name. Places have no page.
func (r *Reader) Place(id string) Value {
	v := Value{Text: id}
	if p, err := r.Index.Place(id); err == nil {
		v.Label = p.Name
		v.Text = p.ID
	}
	return v
}

// List is a value for a list of parties: its id, its name.
func (r *Reader) List(id string) Value {
	return labelled(r.Index.List, domain.SectionLists, id, func(x *domain.List) string { return x.Name })
}

// Meeting is a value for a meeting: its id, its name.
func (r *Reader) Meeting(id string) Value {
	return labelled(r.Index.Meeting, domain.SectionMeetings, id, func(x *domain.Meeting) string { return x.Name })
}

// Document is a value for a document: its id, the words of [DocumentLabel].
func (r *Reader) Document(id string) Value {
	return Value{Text: id, Label: r.documentLabel(id), Ref: Ref{Section: domain.SectionDocuments, ID: id}}
}

func (r *Reader) documentLabel(id string) string {
	return r.documents.get(id, func() string { return DocumentLabel(r.Index, id) })
}

// Proposal is a value for a proposal: its id, the words of [ProposalLabel].
func (r *Reader) Proposal(id string) Value {
	label := r.proposals.get(id, func() string { return ProposalLabel(r.Index, id) })
	return Value{Text: id, Label: label, Ref: Ref{Section: domain.SectionProposals, ID: id}}
}

// Claim is a value for a claim, which has no words but its id.
func (r *Reader) Claim(id string) Value {
	return Value{Text: id, Ref: Ref{Section: domain.SectionClaims, ID: id}}
}

// Question is a value for a question: its id, its text.
func (r *Reader) Question(id string) Value {
	return labelled(r.Index.Question, domain.SectionQuestions, id, func(x *domain.Question) string { return x.Text })
}

// Statement is a value for a statement: its id, who speaks and in which paragraph.
func (r *Reader) Statement(id string) Value {
	v := Value{Text: id, Ref: Ref{Section: domain.SectionStatements, ID: id}}
	s, err := r.Index.Statement(id)
	if err != nil || len(s.Citations) == 0 {
		return v
	}
	v.Label = "para. " + strconv.Itoa(s.Citations[0].Paragraph)
	if s.Speaker != "" {
		v.Label = r.Person(s.Speaker).Display() + ", " + v.Label
	}
	return v
}

// Any is a value for the id of a document, proposal or meeting.
func (r *Reader) Any(id string) Value {
	if _, err := r.Index.Proposal(id); err == nil {
		return r.Proposal(id)
	}
	if _, err := r.Index.Meeting(id); err == nil {
		return r.Meeting(id)
	}
	return r.Document(id)
}

// Citation is a value that links to the paragraph.
func (r *Reader) Citation(c domain.Citation) Value {
	return Value{Text: c.String(), Label: r.documentLabel(c.Document) + ", para. " + strconv.Itoa(c.Paragraph),
		Ref: Ref{Section: domain.SectionDocuments, ID: c.Document, Paragraph: c.Paragraph}}
}

// Citations returns citations as a cell that links to their paragraphs.
func Citations(ix *domain.Index, cites []domain.Citation) Cell {
	return (&Reader{Index: ix}).Citations(cites)
}

// Citations is a cell that links to the paragraphs cited.
func (r *Reader) Citations(cites []domain.Citation) Cell {
	var cell Cell
	for _, c := range cites {
		cell = append(cell, r.Citation(c))
	}
	return cell
}

// Paragraphs are the numbers of the paragraphs cited in one document.
func Paragraphs(cites []domain.Citation, document string) Cell {
	var cell Cell
	for _, c := range cites {
		if c.Document == document {
			cell = append(cell, Value{Text: strconv.Itoa(c.Paragraph),
				Ref: Ref{Section: domain.SectionDocuments, ID: document, Paragraph: c.Paragraph}})
		}
	}
	return cell
}

// DocumentLabel returns the words by which a document is cited in running text: its authors and its date, or its
// title where it lacks either or is not a letter and only mentioned.
func DocumentLabel(ix *domain.Index, id string) string {
	d, err := ix.Document(id)
	if err != nil {
		return id
	}
	when := d.When().Value
	if len(d.Authors) == 0 || when.IsZero() || !d.Held && d.Kind != domain.Letter {
		return d.Title
	}
	label := appendParties(nil, ix, d.Authors)
	if d.Kind != domain.Letter {
		label = append(append(label, ' '), d.Kind...)
	}
	return string(append(append(label, ", "...), when.Humanize()...))
}

// ProposalLabel returns the words by which a proposal is named in running text: who, when, on which track.
func ProposalLabel(ix *domain.Index, id string) string {
	p, err := ix.Proposal(id)
	if err != nil {
		return id
	}
	track := p.Track
	if t, err := ix.Track(p.Track); err == nil {
		track = LowerFirst(t.Title)
	}
	label := append(append(appendParties(nil, ix, p.By), ", "...), ix.Made(p).Humanize()...)
	return string(append(append(label, ": "...), track...))
}

// LowerFirst returns a title as it stands after a colon.
func LowerFirst(title string) string { return first(title, unicode.ToLower) }

// UpperFirst returns words as they stand at the start of a sentence.
func UpperFirst(words string) string { return first(words, unicode.ToUpper) }

func first(words string, as func(rune) rune) string {
	letter, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return ""
	}
	return string(as(letter)) + words[size:]
}

// Enumerated joins words as a sentence has them: "France, Italy and USA".
func Enumerated(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// appendParties appends the names of parties.
func appendParties(to []byte, ix *domain.Index, parties []string) []byte {
	r := Reader{Index: ix}
	for i, id := range parties {
		if i > 0 {
			to = append(to, " and "...)
		}
		to = append(to, r.Party(id).Display()...)
	}
	return to
}

// PartyLabels are the names of parties as readers know them.
func PartyLabels(ix *domain.Index, parties []string) []string {
	names := make([]string, len(parties))
	for i, id := range parties {
		names[i] = (&Reader{Index: ix}).Party(id).Display()
	}
	return names
}
