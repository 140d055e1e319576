package compare

import (
	"regexp"
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// standing is what the acts of a track by a day come to: what each party has put and accepted on each term and not lost
// since, the latest last, and what is no longer held. It goes on from day to day by [standing.advance], and by nothing else.
type standing struct {
	r      *reader
	track  *domain.Track
	asOf   edtf.Day
	before bool  // whether what ended the track on that day is left out of account
	all    []act // of the track, whenever done
	next   int   // the first of them that is not applied

	begun        []ending                    // what settled the track
	start        edtf.Day                    // the last day whose acts a meeting ended
	holds        map[point][]holding         // what was put and accepted, the latest last
	newest       map[string]*domain.Proposal // of each party since the last meeting
	fulfilled    map[*domain.Proposal]bool   // by an event, on a track that is no meeting
	stated       []act                       // the proposals that no meeting has ended
	parties      []string                    // who has done anything since the last meeting, in the order in which they first did
	acts         map[string]edtf.Day         // the day of the latest act of each
	since        bool                        // whether anything was put since the last meeting or event
	early        []edtf.Day                  // when proposals count whose answers would precede them
	alternatives map[*domain.Proposal]bool   // of which others are alternatives, or they to others
	objectors    map[string]bool             // who has rejected or countered anything
	*found
}

// found is what was looked for in a standing on its day, and needs not be looked for again.
type found struct {
	phases   worked[struct{}, Verdict]                        // see phase
	carriers worked[struct{}, map[carried][]*domain.Proposal] // see carrying
	current  worked[point, []holding]                         // see current
	offers   worked[string, []*domain.Proposal]               // see offered
	sides    worked[optionOn, side]                           // see side
	same     worked[*domain.Term, []*domain.Proposal]         // see alike
	closings worked[*domain.Proposal, closing]                // see closed
	moved    worked[struct{}, Move]                           // see move
	fates    worked[asked, fate]                              // see fate
}

// point is one term as far as one party is concerned.
type point struct {
	party string
	kind  domain.TermKind
}

// holding is a term that a party holds, the proposal that states it, and, if it holds it by accepting or maintaining that,
// the answer that says so.
type holding struct {
	party    string
	term     *domain.Term
	proposal *domain.Proposal // nil where the term is left to later agreement
	accepted *domain.Proposal // the one that was accepted, which states the term or carries it over
	answer   *domain.Response
	state    State
	day      edtf.Day // since when, the last possible; no day if that is not known
}

// at returns what the acts of a track come to by a day. That at the end of the record is kept with it, since every row of a
// register asks for it.
func (r *reader) at(track string, asOf edtf.Day) *standing {
	if asOf != LastDay(r.Index) {
		return r.standing(standingOn{track, asOf, false})
	}
	key := standingOn{track, asOf, false}
	return r.Index.Once(key, func() any { return newReader(r.Index.Lasting()).newStanding(key) }).(*standing)
}

// standing returns what the acts of a track come to, and keeps it for the page.
func (r *reader) standing(key standingOn) *standing {
	return r.Index.OnPage(key, func() any { return r.newStanding(key) }).(*standing)
}

// standingOn is the key of the standing of a track on a day, or of that just before what ended it on that day.
type standingOn struct {
	track  string
	day    edtf.Day
	before bool
}

func (r *reader) newStanding(on standingOn) *standing {
	track, err := r.Index.Track(on.track)
	if err != nil {
		track = &domain.Track{ID: on.track}
	}
	s := &standing{r: r, track: track, before: on.before, all: r.course(on.track).acts}
	s.reset()
	s.advance(on.day)
	return s
}

// reset forgets everything.
func (s *standing) reset() {
	s.next, s.begun, s.stated, s.parties, s.since, s.early = 0, nil, nil, nil, false, nil
	s.holds, s.newest, s.fulfilled = map[point][]holding{}, map[string]*domain.Proposal{}, map[*domain.Proposal]bool{}
	s.alternatives, s.objectors, s.acts = map[*domain.Proposal]bool{}, map[string]bool{}, map[string]edtf.Day{}
}

// advance goes on to a day that is no earlier. A meeting ends everything before it, so that the acts since are all that count;
// an event ends what it fulfils.
func (s *standing) advance(to edtf.Day) {
	s.asOf, s.found = to, &found{}
	begun := s.r.endings(s.track, to)
	if s.before {
		begun = slices.DeleteFunc(begun, func(e ending) bool { return e.last.Compare(to) >= 0 })
	}
	start := s.start
	if s.track.Meeting && len(begun) > 0 {
		start = begun[len(begun)-1].last
	}
	if start != s.start || slices.ContainsFunc(s.early, func(put edtf.Day) bool { return put.Compare(to) <= 0 }) {
		s.reset()
		s.start, s.next = start, upTo(s.all, start)
	}
	if !s.track.Meeting {
		for _, e := range begun[len(s.begun):] {
			s.applyBy(e.last)
			s.fulfil(e)
		}
	}
	s.begun = begun
	s.applyBy(to)
}

func (s *standing) applyBy(day edtf.Day) {
	end := max(s.next, upTo(s.all, day))
	for _, a := range s.all[s.next:end] {
		s.apply(a)
	}
	s.next = end
}

func (s *standing) apply(a act) {
	if a.put.IsZero() || a.put.Compare(s.asOf) > 0 {
		if !a.put.IsZero() {
			s.early = append(s.early, a.put)
		}
		return // an answer that precedes what it answers
	}
	for _, by := range a.by {
		if s.acts[by].IsZero() {
			s.parties = append(s.parties, by)
		}
		s.acts[by] = a.day
	}
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
	s.since = s.since || a.rank == stating || a.rank == maintaining
}

// ended reports whether a meeting has ended a proposal that was made, or an event fulfilled it.
func (s *standing) ended(p *domain.Proposal) bool {
	if !s.track.Meeting {
		return s.fulfilled[p]
	}
	put := lastDay(s.r.Index.Made(p))
	return !s.start.IsZero() && !put.IsZero() && put.Compare(s.start) <= 0
}

func (s *standing) state(a act) {
	s.stated = append(s.stated, a)
	if first := s.r.offer(a.proposal); first != a.proposal {
		s.alternatives[first], s.alternatives[a.proposal] = true, true
	}
	for _, by := range a.by {
		s.newest[by] = a.proposal
		for i := range a.proposal.Terms {
			s.push(by, a, holding{term: &a.proposal.Terms[i], proposal: a.proposal, state: Stated})
		}
	}
}

// push adds what a party holds from an act on. A term that is left to later agreement holds nothing.
func (s *standing) push(by string, a act, h holding) {
	h.party, h.day = by, a.day
	if leftOpen(h.term) {
		h.proposal = nil
	}
	at := point{by, h.term.Kind}
	s.holds[at] = append(s.holds[at], h)
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
		for _, h := range s.spokenTo(a) {
			top := s.top(by, h.term.Kind)
			if slices.Contains(a.proposal.By, by) && (top == nil || top.proposal == nil || top.accepted != nil) {
				h.answer, h.state = a.answer, Maintained
				s.push(by, a, h)
			}
		}
	}
}

func (s *standing) accept(a act) {
	if s.ended(a.proposal) || slices.Contains(a.proposal.By, a.by[0]) {
		return
	}
	for _, h := range s.spokenTo(a) {
		h.accepted, h.answer, h.state = a.proposal, a.answer, Accepted
		s.push(a.by[0], a, h)
	}
}

// spokenTo returns the terms that an answer speaks to, as the proposal states or carries them over: one, or all.
func (s *standing) spokenTo(a act) []holding {
	var all []holding
	for _, t := range s.r.says(a.proposal) {
		if a.about(t.term.Kind) && !s.ended(t.from) {
			all = append(all, holding{term: t.term, proposal: t.from})
		}
	}
	return all
}

// takeBack takes from its proposer what it takes back, and from who accepted that, if no proposer still stands by it; or
// from who accepted it its acceptance.
func (s *standing) takeBack(a act) {
	s.drop(a, func(h holding) bool {
		own := slices.Contains(a.proposal.By, h.party)
		return slices.Contains(a.by, h.party) && (own && h.accepted == nil && h.proposal == a.proposal || !own && h.accepted == a.proposal)
	})
	s.drop(a, func(h holding) bool {
		return h.accepted != nil && (h.proposal == a.proposal || h.accepted == a.proposal) && !s.standBy(h)
	})
}

// standBy reports whether a proposer of what was accepted still has what it proposed.
func (s *standing) standBy(h holding) bool {
	return h.proposal == nil || slices.ContainsFunc(h.proposal.By, func(by string) bool {
		return slices.ContainsFunc(s.holds[point{by, h.term.Kind}], func(own holding) bool { return own.proposal == h.proposal && own.accepted == nil })
	})
}

// endAcceptance takes from a party what it had accepted and now answers otherwise, in that proposal or in another that
// says the same.
func (s *standing) endAcceptance(a act) {
	for _, t := range s.r.says(a.proposal) {
		if a.about(t.term.Kind) {
			s.dropFrom(point{a.by[0], t.term.Kind}, a.day, func(h holding) bool {
				return h.accepted != nil && (h.accepted == a.proposal || h.proposal == t.from)
			})
		}
	}
}

// drop takes from all parties what they have lost of the terms that an act is about.
func (s *standing) drop(a act, lost func(holding) bool) {
	for _, t := range s.r.says(a.proposal) {
		for _, party := range s.parties {
			if a.about(t.term.Kind) {
				s.dropFrom(point{party, t.term.Kind}, a.day, lost)
			}
		}
	}
}

// dropFrom takes from a party what it has lost. Who loses what it had accepted holds nothing on the term until it states or
// accepts something again: what it held before that it had given up, other than its own words of the same day.
func (s *standing) dropFrom(at point, day edtf.Day, lost func(holding) bool) {
	stack := s.holds[at]
	if !slices.ContainsFunc(stack, lost) {
		return
	}
	top := stack[len(stack)-1]
	s.holds[at] = slices.DeleteFunc(stack, lost)
	if left := s.top(at.party, at.kind); top.accepted != nil && lost(top) && (left == nil || left.day != top.day) {
		s.holds[at] = append(s.holds[at], holding{party: at.party, term: &domain.Term{Kind: at.kind}, day: day})
	}
}

// top returns the latest that a party put or accepted on a term, or nil.
func (s *standing) top(party string, kind domain.TermKind) *holding {
	stack := s.holds[point{party, kind}]
	if len(stack) == 0 {
		return nil
	}
	return &stack[len(stack)-1]
}
