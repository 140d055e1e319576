package invented

import (
	"fmt"
	"slices"

	"pourparler/domain"
)

// maker makes the records of one dossier.
type maker struct {
	documents int
	proposals int
	sources   []source
	letters   map[string][]int // the documents of an author, by place
	offers    map[offer][]int  // the first-hand proposals of a party on a track, by place
	made      []int            // the day on which each proposal was made
}

// offer is a party on a track.
type offer struct {
	track int
	party string
}

func newMaker(proposals int) *maker {
	m := &maker{documents: documentsOf(proposals), proposals: proposals,
		letters: map[string][]int{}, offers: map[offer][]int{}, made: make([]int, proposals)}
	m.sources = make([]source, m.documents)
	for i := range m.sources {
		s := sourceOf(i, m.documents)
		m.sources[i] = s
		if s.held && !s.record {
			m.letters[s.author] = append(m.letters[s.author], i)
		}
	}
	return m
}

// ProposalID returns the id of the proposal at a place in the dossier of a size.
func ProposalID(proposals, i int) string {
	return proposalID(sourceOf(i/proposalsEach, documentsOf(proposals)), i)
}

func proposalID(s source, i int) string { return fmt.Sprintf("%s-%s-p%d", s.author, isoDay(s.day), i) }

// evidence returns the document in which a proposal stands: the one at its place, or the nearest before it that is held.
func (m *maker) evidence(i int) source { return m.mention(i / proposalsEach) }

// proposal returns the proposal at a place, and notes what later records need of it.
func (m *maker) proposal(i int) domain.Proposal {
	d, s := newDraw(seedProposal, i), m.evidence(i)
	p := domain.Proposal{ID: proposalID(m.sources[i/proposalsEach], i), Track: trackIDs()[s.track], Act: one(d, domain.Acts()),
		By: []string{s.author}, Document: s.id, Summary: d.sentence(8, 25), Citations: s.cite(d)}
	m.made[i] = s.day
	if d.chance(15) {
		m.report(d, &p, i)
	} else if d.chance(10) {
		m.made[i] = max(0, s.day-d.IntN(20))
		p.Made = domain.Date{Value: d.about(m.made[i]), Text: d.sentence(2, 5)}
	}
	if d.chance(10) {
		p.By = append(p.By, some(d, 1, speakers(s.track), p.By...)...)
	}
	p.To = some(d, d.between(1, 3), speakers(s.track), p.By...)
	p.Terms = d.terms(m.made[i])
	if len(p.Terms) > 1 && d.chance(20) {
		p.Terms[1].Citations = slices.Clone(p.Citations[:1])
	}
	if d.chance(5) {
		p.Note = d.sentence(5, 12)
	}
	m.relate(d, &p, i)
	return p
}

// report makes a proposal one of another party, which the author of the document reports.
func (m *maker) report(d draw, p *domain.Proposal, i int) {
	s := m.evidence(i)
	p.ReportedBy, p.By = s.author, some(d, 1, speakers(s.track), s.author)
	m.made[i] = max(0, s.day-d.IntN(200))
	p.Made = domain.Date{Value: d.about(m.made[i]), Text: d.sentence(2, 5)}
	if before := i/proposalsEach - d.between(1, 20); before >= 0 && d.chance(30) {
		p.MadeIn, m.made[i] = m.sources[before].id, m.sources[before].day
		p.Made = domain.Date{Value: d.about(m.made[i])}
	}
}

// relate puts a first-hand proposal into the line of its party's own on the track, and may say what it does to the last.
func (m *maker) relate(d draw, p *domain.Proposal, i int) {
	if !p.FirstHand() {
		return
	}
	line := offer{slices.Index(trackIDs(), p.Track), p.By[0]}
	before := m.offers[line]
	if len(before) > 0 && d.chance(35) && m.made[before[len(before)-1]] <= m.made[i] {
		last := before[len(before)-1]
		kind := one(d, []domain.RelationKind{domain.Restates, domain.Restates, domain.Amends, domain.Amends,
			domain.AlternativeTo, domain.WithdrawsFrom})
		p.Relations = []domain.Relation{{Kind: kind, Proposal: proposalID(m.sources[last/proposalsEach], last)}}
	}
	m.offers[line] = append(before, i)
}
