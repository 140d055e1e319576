package compare

import (
	"strconv"
	"sync"
	"unicode"
	"unicode/utf8"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// reader makes values from records: it knows the words by which readers are shown parties, documents and the rest.
type reader struct {
	ix                   *domain.Index
	documents, proposals remembered // their labels
	ranked               sync.Once
	ranks                map[string]int // see rank
}

// remembered are words that are made once for an id, since many records name the same one.
type remembered struct {
	mu    sync.RWMutex
	words map[string]string
}

func (m *remembered) get(id string, make func() string) string {
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

func text(s string) Cell {
	if s == "" {
		return nil
	}
	return Cell{{Text: s}}
}

func number(n int) Cell {
	if n == 0 {
		return nil
	}
	return Cell{{Text: strconv.Itoa(n)}}
}

func boolean(b bool, yes, no string) Cell {
	label := no
	if b {
		label = yes
	}
	return Cell{{Text: strconv.FormatBool(b), Label: label}}
}

func date(d edtf.Date) Cell {
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

// each makes a cell with one value for each id.
func each(ids []string, value func(string) Value) Cell {
	var cell Cell
	for _, id := range ids {
		if id != "" {
			cell = append(cell, value(id))
		}
	}
	return cell
}

func (r *reader) party(id string) Value {
	v := Value{Text: id, Ref: Ref{Section: domain.SectionParties, ID: id}}
	if p, err := r.ix.Party(id); err == nil {
		v.Label = p.Label()
	}
	return v
}

func (r *reader) parties(ids []string) Cell { return each(ids, r.party) }

func (r *reader) person(id string) Value {
	v := Value{Text: id, Ref: Ref{Section: domain.SectionPersons, ID: id}}
	if p, err := r.ix.Person(id); err == nil {
		v.Label = p.Name
	}
	return v
}

func (r *reader) track(id string) Value {
	v := Value{Text: id, Ref: Ref{Section: domain.SectionTracks, ID: id}}
	if t, err := r.ix.Track(id); err == nil {
		v.Label = t.Title
	}
	return v
}

func (r *reader) place(id string) Value {
	v := Value{Text: id}
	if p, err := r.ix.Place(id); err == nil {
		v.Label = p.Name
		v.Text = p.ID
	}
	return v
}

func (r *reader) list(id string) Value {
	v := Value{Text: id, Ref: Ref{Section: domain.SectionLists, ID: id}}
	if l, err := r.ix.List(id); err == nil {
		v.Label = l.Name
	}
	return v
}

func (r *reader) meeting(id string) Value {
	v := Value{Text: id, Ref: Ref{Section: domain.SectionMeetings, ID: id}}
	if m, err := r.ix.Meeting(id); err == nil {
		v.Label = m.Name
	}
	return v
}

func (r *reader) document(id string) Value {
	return Value{Text: id, Label: r.documentLabel(id), Ref: Ref{Section: domain.SectionDocuments, ID: id}}
}

func (r *reader) documentLabel(id string) string {
	return r.documents.get(id, func() string { return DocumentLabel(r.ix, id) })
}

func (r *reader) proposal(id string) Value {
	label := r.proposals.get(id, func() string { return ProposalLabel(r.ix, id) })
	return Value{Text: id, Label: label, Ref: Ref{Section: domain.SectionProposals, ID: id}}
}

func (r *reader) claim(id string) Value {
	return Value{Text: id, Ref: Ref{Section: domain.SectionClaims, ID: id}}
}

func (r *reader) question(id string) Value {
	v := Value{Text: id, Ref: Ref{Section: domain.SectionQuestions, ID: id}}
	if q, err := r.ix.Question(id); err == nil {
		v.Label = q.Text
	}
	return v
}

func (r *reader) statement(id string) Value {
	v := Value{Text: id, Ref: Ref{Section: domain.SectionStatements, ID: id}}
	s, err := r.ix.Statement(id)
	if err != nil || len(s.Citations) == 0 {
		return v
	}
	v.Label = "para. " + strconv.Itoa(s.Citations[0].Paragraph)
	if s.Speaker != "" {
		v.Label = r.person(s.Speaker).Display() + ", " + v.Label
	}
	return v
}

// any is a value for the id of a document, proposal or meeting.
func (r *reader) any(id string) Value {
	if _, err := r.ix.Proposal(id); err == nil {
		return r.proposal(id)
	}
	if _, err := r.ix.Meeting(id); err == nil {
		return r.meeting(id)
	}
	return r.document(id)
}

// citation is a value that links to the paragraph.
func (r *reader) citation(c domain.Citation) Value {
	return Value{Text: c.String(), Label: r.documentLabel(c.Document) + ", para. " + strconv.Itoa(c.Paragraph),
		Ref: Ref{Section: domain.SectionDocuments, ID: c.Document, Paragraph: c.Paragraph}}
}

// Citations returns citations as a cell that links to their paragraphs.
func Citations(ix *domain.Index, cites []domain.Citation) Cell {
	return (&reader{ix: ix}).citations(cites)
}

func (r *reader) citations(cites []domain.Citation) Cell {
	var cell Cell
	for _, c := range cites {
		cell = append(cell, r.citation(c))
	}
	return cell
}

// paragraphs are the numbers of the paragraphs cited in one document.
func paragraphs(cites []domain.Citation, document string) Cell {
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
		track = lowerFirst(t.Title)
	}
	label := append(append(appendParties(nil, ix, p.By), ", "...), ix.Made(p).Humanize()...)
	return string(append(append(label, ": "...), track...))
}

// lowerFirst returns a title as it stands after a colon.
func lowerFirst(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	if size == 0 {
		return ""
	}
	return string(unicode.ToLower(first)) + title[size:]
}

// appendParties appends the names of parties.
func appendParties(to []byte, ix *domain.Index, parties []string) []byte {
	r := reader{ix: ix}
	for i, id := range parties {
		if i > 0 {
			to = append(to, " and "...)
		}
		to = append(to, r.party(id).Display()...)
	}
	return to
}

func labels(ix *domain.Index, parties []string) []string {
	names := make([]string, len(parties))
	for i, id := range parties {
		names[i] = (&reader{ix: ix}).party(id).Display()
	}
	return names
}

// ClaimMade returns when a claim was made: as recorded, or else the date of its document.
func ClaimMade(ix *domain.Index, c *domain.Claim) edtf.Date {
	if !c.Made.Value.IsZero() {
		return c.Made.Value
	}
	if d, err := ix.Document(c.Document); err == nil {
		return d.When().Value
	}
	return edtf.Date{}
}
