package compare

import (
	"regexp"
	"slices"
	"sync"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// standing is what the acts of a track by a day come to: what each party has put and accepted on each term and not lost
// since, the latest last, and what is no longer held.
type standing struct {
	r            *reader
	track        *domain.Track
	asOf         edtf.Day
	holds        map[holding][]held
	newest       map[string]*domain.Proposal // of each party since the last meeting
	ended        map[*domain.Proposal]bool   // settled by a meeting or an event
	givenUp      map[put]bool
	endings      []ending
	acted        []act                          // what no meeting has ended
	stated       []act                          // of these the proposals
	since        []act                          // what was put since the last meeting or event
	alternatives map[*domain.Proposal]bool      // of which others are alternatives, or they to others
	objectors    map[string]bool                // who has rejected or countered anything
	accounts     map[string]bool                // of whose answers others tell
	found        map[*domain.Proposal][]holding // where its terms have been held

	phased  func() Verdict                           // see phase
	carries func() map[carried][]*domain.Proposal    // see carrying
	applied bool                                     // see current
	kept    worked[holding, []held]                  // see current
	pairs   worked[[2]string, optionPair]            // see pair
	offers  worked[string, []*domain.Proposal]       // see offered
	sided   worked[sideOf, side]                     // see side
	same    worked[*domain.Term, []*domain.Proposal] // see alike
}

// holding is what one party holds on one term.
type holding struct {
	party string
	kind  domain.TermKind
}

// put is a proposal as one of its proposers put it.
type put struct {
	proposal *domain.Proposal
	by       string
}

// held is a term that a party holds, the proposal that states it, and, if it holds it by accepting or maintaining that,
// the answer that says so.
type held struct {
	track    string
	party    string
	term     *domain.Term
	proposal *domain.Proposal // nil where the term is left to later agreement
	accepted *domain.Proposal // the one that was accepted, which states the term or carries it over
	answer   *domain.Response
	state    State
	day      edtf.Day // since when, the last possible; no day if that is not known
	asOf     edtf.Day
	lead     string // the words before it, where it is one option of several
}

// at returns what the acts of a track come to by a day. That at the end of the record is kept with it, since every row of a
// register asks for it.
func (r *reader) at(track string, asOf edtf.Day) *standing {
	key := standingOn{track, asOf}
	if asOf == LastDay(r.Index) {
		return r.Index.Once(key, func() any { return newReader(r.Index.Lasting()).newStanding(track, asOf) }).(*standing)
	}
	return r.Index.OnPage(key, func() any { return newReader(r.Index).newStanding(track, asOf) }).(*standing)
}

// standingOn is the key of the standing of a track on a day.
type standingOn struct {
	track string
	day   edtf.Day
}

func (r *reader) newStanding(id string, asOf edtf.Day) *standing {
	track, err := r.Index.Track(id)
	if err != nil {
		track = &domain.Track{ID: id}
	}
	s := &standing{r: r, track: track, asOf: asOf, holds: map[holding][]held{}, newest: map[string]*domain.Proposal{},
		ended: map[*domain.Proposal]bool{}, givenUp: map[put]bool{}, alternatives: map[*domain.Proposal]bool{}, objectors: map[string]bool{}, accounts: map[string]bool{}, found: map[*domain.Proposal][]holding{}}
	s.phased, s.carries = sync.OnceValue(s.newPhase), sync.OnceValue(s.newCarries)
	acts := r.acts(id, asOf)
	for _, e := range r.endings(track, asOf) {
		n := 0
		for n < len(acts) && acts[n].day.Compare(e.last) <= 0 {
			n++
		}
		s.apply(acts[:n])
		acts = acts[n:]
		s.end(e)
	}
	s.apply(acts)
	s.giveUp()
	s.applied = true
	return s
}

func (s *standing) apply(acts []act) {
	s.acted = slices.Grow(s.acted, len(acts))
	for _, a := range acts {
		if a.put.IsZero() || a.put.Compare(s.asOf) > 0 {
			continue // an answer that precedes what it answers
		}
		s.acted = append(s.acted, a)
		switch {
		case a.rank == stating:
			s.state(a)
		case a.rank == maintaining:
			s.maintain(a)
		case a.rank == takingBack:
			s.takeBack(a)
		case a.answer.Stance == domain.Accepts:
			s.accept(a)
		case ends(a.answer.Stance):
			s.objectors[a.by[0]] = s.objectors[a.by[0]] || objects(a.answer.Stance)
			s.endAcceptance(a)
		}
		if a.rank == stating {
			s.stated = append(s.stated, a)
			for _, told := range s.r.Index.ResponsesTo(a.proposal.ID) {
				s.accounts[told.By] = s.accounts[told.By] || told.Alleged()
			}
		}
		if a.rank == stating || a.rank == maintaining {
			s.since = append(s.since, a)
		}
	}
}

func (s *standing) state(a act) {
	if first := s.r.offer(a.proposal); first != a.proposal {
		s.alternatives[first], s.alternatives[a.proposal] = true, true
	}
	for _, by := range a.by {
		s.newest[by] = a.proposal
		for i := range a.proposal.Terms {
			s.push(by, a, held{term: &a.proposal.Terms[i], proposal: a.proposal, state: Stated})
		}
	}
}

// push adds what a party holds from an act on. A term that is left to later agreement holds nothing.
func (s *standing) push(by string, a act, h held) {
	h.track, h.party, h.day, h.asOf = s.track.ID, by, a.day, s.asOf
	if leftOpen(h.term) {
		h.proposal = nil
	}
	key := holding{by, h.term.Kind}
	s.holds[key] = append(s.holds[key], h)
	for _, p := range []*domain.Proposal{h.proposal, h.accepted} {
		if p != nil && (len(s.found[p]) == 0 || !slices.Contains(s.found[p], key)) {
			s.found[p] = append(s.found[p], key)
		}
	}
}

// toBeAgreed are the words of a term that is expressly left to later agreement.
var toBeAgreed = regexp.MustCompile(`(?i)\b(to be|be|yet to be) (\w+ly )?(agreed|arranged|decided|determined|fixed|settled)\b|\blater agreement\b`)

// leftOpen reports whether a term names nothing that can be held and says that it is to be agreed.
func leftOpen(t *domain.Term) bool {
	named := !t.Date.IsZero() || len(t.Places) > 0 || len(t.Parties) > 0 || t.List != "" || t.Claimed > 0
	measured := t.Kind == domain.TermDate || t.Kind == domain.TermVenue || t.Kind == domain.TermParticipants || t.Kind == domain.TermConvener
	return measured && !named && toBeAgreed.MatchString(t.Text)
}

// maintain states again what a party had put aside by accepting another's, or had taken back.
func (s *standing) maintain(a act) {
	for _, by := range a.by {
		if !slices.Contains(a.proposal.By, by) {
			continue
		}
		for _, h := range s.spokenTo(a) {
			top := s.top(by, h.term.Kind)
			if top == nil || top.proposal == nil || top.accepted != nil {
				h.answer, h.state = a.answer, Maintained
				s.push(by, a, h)
			}
		}
	}
}

func (s *standing) accept(a act) {
	if s.ended[a.proposal] || slices.Contains(a.proposal.By, a.by[0]) {
		return
	}
	for _, h := range s.spokenTo(a) {
		h.accepted, h.answer, h.state = a.proposal, a.answer, Accepted
		s.push(a.by[0], a, h)
	}
}

// spokenTo returns the terms that an answer speaks to, as the proposal states or carries them over: one, or all.
func (s *standing) spokenTo(a act) []held {
	var all []held
	for _, kind := range domain.TermKinds() {
		if !a.about(kind) {
			continue
		}
		if from := s.r.stating(a.proposal, kind, map[string]bool{}); from != nil && !s.ended[from] {
			all = append(all, held{term: termOf(from, kind), proposal: from})
		}
	}
	return all
}

// takeBack takes from its proposer what it takes back, and from who accepted that, if no proposer still stands by it; or
// from who accepted it its acceptance.
func (s *standing) takeBack(a act) {
	for _, by := range a.by {
		own := slices.Contains(a.proposal.By, by)
		s.drop(a, func(h held) bool {
			return h.party == by && (own && h.accepted == nil && h.proposal == a.proposal || !own && h.accepted == a.proposal)
		})
	}
	s.drop(a, func(h held) bool {
		return h.accepted != nil && (h.proposal == a.proposal || h.accepted == a.proposal) && !s.standBy(h)
	})
}

// standBy reports whether a proposer of what was accepted still has what it proposed.
func (s *standing) standBy(h held) bool {
	return slices.ContainsFunc(h.proposal.By, func(by string) bool {
		return slices.ContainsFunc(s.holds[holding{by, h.term.Kind}], func(own held) bool { return own.proposal == h.proposal && own.accepted == nil })
	})
}

// endAcceptance takes from a party what it had accepted and now answers otherwise, in that proposal or in another that
// says the same.
func (s *standing) endAcceptance(a act) {
	for _, kind := range domain.TermKinds() {
		if key := (holding{a.by[0], kind}); a.about(kind) && len(s.holds[key]) > 0 {
			from := s.r.stating(a.proposal, kind, map[string]bool{})
			s.dropFrom(key, a.day, func(h held) bool { return h.accepted != nil && (h.accepted == a.proposal || h.proposal == from) })
		}
	}
}

// drop takes from the parties what they have lost. Who loses what it had accepted holds nothing on the term until it states
// or accepts something again: what it held before that it had given up, other than its own
// words of the same day.
func (s *standing) drop(a act, lost func(held) bool) {
	for _, key := range s.found[a.proposal] {
		if a.about(key.kind) {
			s.dropFrom(key, a.day, lost)
		}
	}
}

func (s *standing) dropFrom(key holding, day edtf.Day, lost func(held) bool) {
	stack := s.holds[key]
	if !slices.ContainsFunc(stack, lost) {
		return
	}
	top := stack[len(stack)-1]
	s.holds[key] = slices.DeleteFunc(stack, lost)
	if left := s.top(key.party, key.kind); top.accepted != nil && lost(top) && (left == nil || left.day != top.day) {
		s.holds[key] = append(s.holds[key], held{party: key.party, term: &domain.Term{Kind: key.kind}, day: day})
	}
}

// top returns the latest that a party put or accepted on a term, or nil.
func (s *standing) top(party string, kind domain.TermKind) *held {
	stack := s.holds[holding{party, kind}]
	if len(stack) == 0 {
		return nil
	}
	return &stack[len(stack)-1]
}
