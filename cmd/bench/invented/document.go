package invented

import (
	"fmt"
	"slices"

	"pourparler/domain"
)

// source is what other records have to know of a document.
type source struct {
	id     string
	day    int // on which it was written
	track  int
	author string
	record bool // minutes, in which everybody speaks
	held   bool
	length int // paragraphs
}

// proposalsEach is how many proposals stand in a document.
const proposalsEach = 4

// sourceOf returns the document at a place among so many.
func sourceOf(i, documents int) source {
	d := newDraw(seedDocument, i)
	track := d.IntN(len(trackIDs()))
	s := source{day: i * span / documents, track: track, author: one(d, speakers(track)), record: d.chance(10),
		held: i == 0 || !d.chance(4), length: d.between(20, 120)}
	s.id = fmt.Sprintf("%s-%s-%d", s.author, isoDay(s.day), i)
	return s
}

// DocumentID returns the id of the document at a place in the dossier of a size, which has one for every four proposals.
func DocumentID(proposals, i int) string { return sourceOf(i, documentsOf(proposals)).id }

// documentsOf returns how many documents a dossier has.
func documentsOf(proposals int) int { return (proposals + proposalsEach - 1) / proposalsEach }

// cite returns one to three citations of a document, in the order of its paragraphs.
func (s source) cite(d draw) []domain.Citation {
	first := d.between(1, s.length-4)
	cites := []domain.Citation{{Document: s.id, Paragraph: first}}
	for d.chance(25) && len(cites) < 3 {
		first++
		cites = append(cites, domain.Citation{Document: s.id, Paragraph: first})
	}
	return cites
}

// document returns the record of the document at a place.
func (m *maker) document(i int) domain.Document {
	d, s := newDraw(seedDocument, i+m.documents), m.sources[i]
	doc := domain.Document{ID: s.id, Title: "Letter on " + d.sentence(2, 4), Kind: domain.Letter, Authors: []string{s.author},
		Signatories: []string{personID(d.IntN(personCount))}, Addressees: some(d, d.between(1, 2), speakers(s.track), s.author),
		Language: one(d, []string{"en", "zh-Hans", "ru"}), Held: s.held, Dated: domain.Date{Value: d.about(s.day)}}
	if s.record {
		doc.Kind, doc.Title = domain.Minutes, "Minutes of "+d.sentence(2, 4)
	}
	if d.chance(50) {
		doc.Delivered.Value = d.about(s.day + d.IntN(9))
	}
	if d.chance(40) {
		doc.Published.Value = d.about(s.day + d.IntN(90))
	}
	if !s.held {
		doc.Citations = m.mention(i).cite(d)
		return doc
	}
	doc.Edition = domain.Edition{Title: "Invented papers", Language: "en", Paragraphs: s.length}
	if i > 0 && d.chance(60) {
		doc.RepliesTo = []domain.Reply{{Document: m.sources[max(0, i-d.between(1, 30))].id, Citations: s.cite(d)}}
	}
	return doc
}

// mention returns a document that is held, near a place.
func (m *maker) mention(i int) source {
	for ; i >= 0; i-- {
		if m.sources[i].held {
			return m.sources[i]
		}
	}
	return m.sources[0]
}

// lists returns a few lists of parties, each given in one of the first documents.
func (m *maker) lists() []domain.List {
	sizes := [listCount]int{5, 9, 17, 26, 38}
	lists := make([]domain.List, listCount)
	for i, size := range sizes {
		d, s := newDraw(seedName, 300+i), m.mention(i*m.documents/len(sizes))
		l := domain.List{ID: listID(i), Name: fmt.Sprintf("The %d", size), Authors: []string{s.author}, Document: s.id,
			Claimed: size, Citations: s.cite(d)}
		for _, party := range slices.Sorted(slices.Values(some(d, size, partyIDs()))) {
			l.Members = append(l.Members, domain.Member{Party: party})
		}
		lists[i] = l
	}
	return lists
}

// listCount is how many lists there are.
const listCount = 5

func listID(i int) string { return fmt.Sprintf("list-%d", i+1) }
