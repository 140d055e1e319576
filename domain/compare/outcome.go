package compare

import (
	"cmp"
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// What became of a proposal with one of those it was put to, by a day.
const (
	ReceivedAccepted    Reception = "accepted"
	ReceivedWelcomed    Reception = "welcomed"
	ReceivedInPrinciple Reception = "in principle"
	ReceivedConditional Reception = "conditional"
	ReceivedDeferred    Reception = "deferred"
	ReceivedCountered   Reception = "countered"
	ReceivedRejected    Reception = "rejected"
	ReceivedWithdrawn   Reception = "withdrawn"
	ReceivedAlleged     Reception = "alleged"
	ReceivedReplaced    Reception = "replaced"
	ReceivedGivenUp     Reception = "given up"
	ReceivedOvertaken   Reception = "overtaken"
	ReceivedLapsed      Reception = "lapsed"
	ReceivedUnanswered  Reception = StanceUnanswered
)

// Reception says what became of a proposal with one of those it was put to, by the rules of [Reception.Rule] and nothing
// else.
type Reception string

// Outcomes returns all outcomes, from the one that grants most to the one of which the record says nothing.
func Receptions() []Reception {
	return []Reception{ReceivedAccepted, ReceivedWelcomed, ReceivedInPrinciple, ReceivedConditional, ReceivedDeferred,
		ReceivedCountered, ReceivedRejected, ReceivedWithdrawn, ReceivedAlleged, ReceivedReplaced, ReceivedGivenUp,
		ReceivedOvertaken, ReceivedLapsed, ReceivedUnanswered}
}

// ReceptionOrder says in one sentence which of several answers decides.
const ReceptionOrder = "The party's own latest answer to the whole proposal decides; if it answered only single terms, its latest " +
	"answer to each counts, and of these the one that grants least decides; of two answers of one date, too, the one that grants least."

// Rule returns the rule of an outcome in one sentence.
func (o Reception) Rule() string {
	switch o {
	case ReceivedAccepted:
		return "The deciding answer accepts; where only terms were answered, every term that was answered is accepted."
	case ReceivedWelcomed:
		return "The deciding answer welcomes, without agreeing to act."
	case ReceivedInPrinciple:
		return "The deciding answer accepts in principle."
	case ReceivedConditional:
		return "The deciding answer sets a condition."
	case ReceivedDeferred:
		return "The deciding answer puts the matter off."
	case ReceivedCountered:
		return "The deciding answer puts something else in its place."
	case ReceivedRejected:
		return "The deciding answer refuses."
	case ReceivedWithdrawn:
		return "The proposer has taken the whole proposal back, whatever was answered before."
	case ReceivedAlleged:
		return "The only answer in this record rests on the word of another party."
	case ReceivedReplaced:
		return "No answer in this record, and its own party has restated or amended it since; the later one waits in its place."
	case ReceivedGivenUp:
		return "No answer in this record, and its party has since accepted another's on every term that it still held by it, or another of its options was accepted."
	case ReceivedOvertaken:
		return "No answer in this record, and a meeting to which the proposals of its track led has since begun, or an event has fulfilled it."
	case ReceivedLapsed:
		return "No answer in this record, and the last day that it proposes for the meeting has passed."
	case ReceivedUnanswered:
		return "None of these, and no answer in this record, the party's own or alleged; an allegation that it kept silent is no answer."
	}
	return ""
}

// byStance are the outcomes that follow from a stance, the one that grants least first.
var byStance = []struct {
	stance  domain.Stance
	outcome Reception
}{
	{domain.Rejects, ReceivedRejected}, {domain.Counters, ReceivedCountered}, {domain.Defers, ReceivedDeferred},
	{domain.Conditions, ReceivedConditional}, {domain.AcceptsInPrinciple, ReceivedInPrinciple},
	{domain.Welcomes, ReceivedWelcomed}, {domain.Accepts, ReceivedAccepted},
}

// grants is the place of a stance between refusal and acceptance.
func grants(s domain.Stance) int {
	for i, b := range byStance {
		if b.stance == s {
			return i
		}
	}
	return len(byStance)
}

// fate is what became of a proposal with one of those it was put to.
type fate struct {
	proposal *domain.Proposal
	by       []string // for whom: those of several proposers for whom it is still open, if it is open for some
	party    string
	outcome  Reception
	decides  *domain.Response // the answer that decides, if one does
	own      []answer         // the party's own answers
	alleged  []answer         // what others say of its answers
	first    *domain.Response // the first answer, the party's own or alleged, if there is one
	days     int64            // waited, or until the first answer
	known    bool             // whether days are
	times    int              // how often its party has asked for the same
	since    edtf.Date        // when first
}

// asked is a proposal and one of those it was put to.
type asked struct {
	proposal *domain.Proposal
	party    string
}

// fate applies the rules to a proposal and one of those it was put to.
func (r *reader) fate(p *domain.Proposal, party string, asOf edtf.Day) fate {
	return r.at(p.Track, asOf).fates.of(asked{p, party}, func() fate { return r.newFate(p, party, asOf) })
}

func (r *reader) newFate(p *domain.Proposal, party string, asOf edtf.Day) fate {
	f := fate{proposal: p, party: party, by: p.By}
	f.own, f.alleged = r.answersOf(p, party, asOf)
	heard := slices.DeleteFunc(slices.Clone(f.alleged), func(a answer) bool { return !a.Stance.Answers() })
	f.decides = r.deciding(f.own)
	closed, by := r.closed(p, asOf)
	switch {
	case closed == ReceivedWithdrawn:
		f.outcome = closed
	case f.decides != nil:
		f.outcome = byStance[grants(f.decides.Stance)].outcome
	case len(heard) > 0:
		f.decides, f.outcome = r.deciding(heard), ReceivedAlleged
	case closed != "":
		f.outcome = closed
	default:
		f.outcome, f.by = ReceivedUnanswered, by
		f.days, f.known = Waited(r.Index.Made(p), asOf)
		f.times, f.since = r.timesAsked(p, party, asOf)
	}
	if f.first = r.first(append(slices.Clone(f.own), heard...)); f.first != nil {
		f.days, f.known = r.daysUntil(p, f.first)
	}
	return f
}

// closing is why a proposal no longer waits for an answer, whatever was answered, or nothing; and those of its proposers for
// whom it still does.
type closing struct {
	why  Reception
	open []string
}

// closed returns why a proposal no longer waits for an answer, and for whom it still does.
func (r *reader) closed(p *domain.Proposal, asOf edtf.Day) (Reception, []string) {
	c := r.at(p.Track, asOf).closings.of(p, func() closing {
		why, open := r.closedFor(p, p.By, asOf)
		return closing{why, open}
	})
	return c.why, c.open
}

// closedFor does the same for some of its proposers.
func (r *reader) closedFor(p *domain.Proposal, of []string, asOf edtf.Day) (Reception, []string) {
	s := r.at(p.Track, asOf)
	var why Reception
	var open []string
	for _, by := range of {
		switch {
		case r.withdrawnFor(p, by, asOf):
			why = cmp.Or(why, ReceivedWithdrawn)
		case r.replaced(p, by, asOf):
			why = ReceivedReplaced
		case r.inTime(p, asOf).givenUp(p, by):
			why = cmp.Or(why, ReceivedGivenUp)
		default:
			open = append(open, by)
		}
	}
	switch {
	case len(open) == 0:
		return why, nil
	case s.ended(p):
		return ReceivedOvertaken, nil
	case s.lapsed(p):
		return ReceivedLapsed, nil
	}
	return "", open
}

// withdrawnFor reports whether one of its proposers has taken the whole of a proposal back by a day.
func (r *reader) withdrawnFor(p *domain.Proposal, by string, asOf edtf.Day) bool {
	return slices.ContainsFunc(r.Index.ResponsesTo(p.ID), func(a *domain.Response) bool {
		return a.By == by && a.Stance == domain.Withdraws && a.Term == "" && !a.Alleged() && By(r.Index.Responded(a), asOf)
	}) || slices.ContainsFunc(r.Index.Withdrawing(p.ID), func(o *domain.Proposal) bool {
		return slices.Contains(o.By, by) && By(r.Index.Made(o), asOf)
	})
}

// replaced reports whether a proposer has restated or amended its proposal by a day, and stands by that.
func (r *reader) replaced(p *domain.Proposal, by string, asOf edtf.Day) bool {
	return slices.ContainsFunc(r.kept.revised()[p.ID], func(q *domain.Proposal) bool {
		return slices.Contains(q.By, by) && By(r.Index.Made(q), asOf) && !r.withdrawnFor(q, by, asOf)
	})
}

// revises returns the ids of what a proposal restates or amends.
func revises(p *domain.Proposal) []string {
	return append(p.Related(domain.Restates), p.Related(domain.Amends)...)
}

// lapsed reports whether the last day that a proposal names for a meeting has passed without one.
func (s *standing) lapsed(p *domain.Proposal) bool {
	term := termOf(p, domain.TermDate)
	return s.track.Meeting && term != nil && termOf(p, domain.TermSubstance) == nil && passed(holding{term: term}, s.asOf)
}

// timesAsked returns how often a party has asked another for what still waits, and when first: the proposal and those of its
// own that it restates or amends, back to the last that was answered.
func (r *reader) timesAsked(p *domain.Proposal, party string, asOf edtf.Day) (times int, since edtf.Date) {
	times, since = 1, r.Index.Made(p)
	for range r.Index.ProposalsOn(p.Track) {
		earlier := revises(p)
		if len(earlier) == 0 {
			break
		}
		q, err := r.Index.Proposal(earlier[0])
		if err != nil || !sharesProposer(p, q) || !slices.Contains(q.To, party) || !By(r.Index.Made(q), asOf) {
			break
		}
		if own, alleged := r.answersOf(q, party, asOf); len(own)+len(alleged) > 0 {
			break
		}
		p, times, since = q, times+1, r.Index.Made(q)
	}
	return times, since
}

// UnansweredBy returns those to whom a proposal was put for whose answer it still waits, by the rules of [Reception.Rule], on
// the last day of the record. An answer of which nobody knows the day is an answer.
func UnansweredBy(ix *domain.Index, p *domain.Proposal) []string {
	return slices.DeleteFunc(newReader(ix).unanswered(p, LastDay(ix)), func(party string) bool {
		return slices.ContainsFunc(ix.ResponsesTo(p.ID), func(a *domain.Response) bool { return a.By == party && a.Stance.Answers() })
	})
}

// fates returns what became of a proposal with one of those it was put to: once, or apart for those of its proposers who
// have restated, amended or given it up, and those for whom it is still open.
func (r *reader) fates(p *domain.Proposal, party string, asOf edtf.Day) []fate {
	f := r.fate(p, party, asOf)
	all := []fate{f}
	if f.outcome != ReceivedUnanswered {
		return all
	}
	for _, by := range p.By {
		if slices.Contains(f.by, by) {
			continue
		}
		why, _ := r.closedFor(p, []string{by}, asOf)
		all = append(all, fate{proposal: p, party: party, by: []string{by}, outcome: why})
	}
	return all
}

func (r *reader) unanswered(p *domain.Proposal, asOf edtf.Day) []string {
	var silent []string
	for _, party := range p.To {
		if r.fate(p, party, asOf).outcome == ReceivedUnanswered {
			silent = append(silent, party)
		}
	}
	return silent
}

// LastDay returns the last day on which a held document is known to have been written: the end of the record. A
// document dated only to a month or year does not move it.
func LastDay(ix *domain.Index) edtf.Day {
	type key struct{}
	return ix.Once(key{}, func() any { return lastHeld(ix) }).(edtf.Day)
}

func lastHeld(ix *domain.Index) edtf.Day {
	var last edtf.Day
	for _, d := range ix.Dossier.Documents {
		when := d.When().Value
		if day, edge := when.Latest(); d.Held && when.Precision() >= edtf.ToDay && edge == edtf.Known && (last.IsZero() || day.Compare(last) > 0) {
			last = day
		}
	}
	return last
}

// answersOf returns a party's answers to a proposal by a day: its own, and those that others allege. A stance that is not of
// the vocabulary, which a record that nobody checked can have, is none.
func (r *reader) answersOf(p *domain.Proposal, party string, asOf edtf.Day) (own, alleged []answer) {
	all := r.answers(p)
	for _, a := range all {
		switch {
		case a.Stance.Answers() && grants(a.Stance) == len(byStance) || !a.given(all, party, a.Term, asOf):
		case a.Alleged() || !a.Stance.Answers():
			alleged = append(alleged, a)
		default:
			own = append(own, a)
		}
	}
	return own, alleged
}

// deciding returns the answer that decides: the latest to the whole, or else of the latest to each term the
// one that grants least.
func (r *reader) deciding(answers []answer) *domain.Response {
	latest := map[domain.TermKind]answer{}
	for _, a := range answers {
		if before, ok := latest[a.Term]; !ok || a.compare(before) > 0 {
			latest[a.Term] = a
		}
	}
	if whole, ok := latest[""]; ok {
		return whole.Response
	}
	var least *domain.Response
	for _, kind := range domain.TermKinds() {
		if a, ok := latest[kind]; ok && (least == nil || grants(a.Stance) < grants(least.Stance)) {
			least = a.Response
		}
	}
	return least
}

// first returns the answer that is the first known to have been given.
func (r *reader) first(answers []answer) *domain.Response {
	if len(answers) == 0 {
		return nil
	}
	return slices.MinFunc(answers, func(a, b answer) int { return a.day.Compare(b.day) }).Response
}

// daysUntil counts from the last day on which a proposal can have been made to the last on which an answer can have
// been given, as [Waited] does. It is not known where either date is open to the past or the answer stands before the
// proposal.
func (r *reader) daysUntil(p *domain.Proposal, a *domain.Response) (int64, bool) {
	_, madeEdge := r.Index.Made(p).Earliest()
	_, givenEdge := r.Index.Responded(a).Earliest()
	days, known := Waited(r.Index.Made(p), r.dayOf(a))
	if !known || days < 0 || madeEdge != edtf.Known || givenEdge != edtf.Known {
		return 0, false
	}
	return days, true
}
