package compare

import (
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
	ReceivedOvertaken   Reception = "overtaken"
	ReceivedUnanswered  Reception = StanceUnanswered
)

// Reception says what became of a proposal with one of those it was put to, by the rules of [Reception.Rule] and nothing
// else.
type Reception string

// Outcomes returns all outcomes, from the one that grants most to the one of which the record says nothing.
func Receptions() []Reception {
	return []Reception{ReceivedAccepted, ReceivedWelcomed, ReceivedInPrinciple, ReceivedConditional, ReceivedDeferred,
		ReceivedCountered, ReceivedRejected, ReceivedWithdrawn, ReceivedAlleged, ReceivedOvertaken, ReceivedUnanswered}
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
	case ReceivedOvertaken:
		return "No answer in this record, and a meeting to which the proposals of its track led has since taken place."
	case ReceivedUnanswered:
		return "No answer in this record, the party's own or alleged; an allegation that it kept silent is no answer."
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
	party    string
	outcome  Reception
	decides  *domain.Response   // the answer that decides, if one does
	own      []*domain.Response // the party's own answers
	alleged  []*domain.Response // what others say of its answers
	first    *domain.Response   // the first answer, the party's own or alleged, if there is one
	days     int64              // waited, or until the first answer
	known    bool               // whether days are
}

// fate applies the rules to a proposal and one of those it was put to.
func (r *reader) fate(p *domain.Proposal, party string, asOf edtf.Day) fate {
	f := fate{proposal: p, party: party}
	f.own, f.alleged = r.answersOf(p, party, asOf)
	heard := slices.DeleteFunc(slices.Clone(f.alleged), func(a *domain.Response) bool { return !a.Stance.Answers() })
	f.decides = r.deciding(f.own)
	switch {
	case r.withdrawnBy(p, "", asOf):
		f.outcome = ReceivedWithdrawn
	case f.decides != nil:
		f.outcome = byStance[grants(f.decides.Stance)].outcome
	case len(heard) > 0:
		f.decides, f.outcome = r.deciding(heard), ReceivedAlleged
	case r.settled(p, asOf):
		f.outcome = ReceivedOvertaken
	default:
		f.outcome = ReceivedUnanswered
		f.days, f.known = Waited(r.Index.Made(p), asOf)
	}
	if f.first = r.first(append(slices.Clone(f.own), heard...)); f.first != nil {
		f.days, f.known = r.daysUntil(p, f.first)
	}
	return f
}

// answersOf returns a party's answers to a proposal by a day: its own, and those that others allege.
func (r *reader) answersOf(p *domain.Proposal, party string, asOf edtf.Day) (own, alleged []*domain.Response) {
	for _, a := range r.Index.ResponsesTo(p.ID) {
		switch {
		case a.By != party || a.Stance.Own() || !By(r.Index.Responded(a), asOf):
		case a.Alleged() || !a.Stance.Answers():
			alleged = append(alleged, a)
		default:
			own = append(own, a)
		}
	}
	return own, alleged
}

// deciding returns the answer that decides: the latest to the whole, or else of the latest to each term the one that
// grants least.
func (r *reader) deciding(answers []*domain.Response) *domain.Response {
	latest := map[domain.TermKind]*domain.Response{}
	for _, a := range answers {
		if other := latest[a.Term]; other == nil || r.supersedes(a, other) {
			latest[a.Term] = a
		}
	}
	if whole := latest[""]; whole != nil {
		return whole
	}
	var least *domain.Response
	for _, kind := range domain.TermKinds() {
		if a := latest[kind]; a != nil && (least == nil || grants(a.Stance) < grants(least.Stance)) {
			least = a
		}
	}
	return least
}

func (r *reader) supersedes(a, b *domain.Response) bool {
	order := edtf.Compare(r.Index.Responded(a), r.Index.Responded(b))
	return order > 0 || order == 0 && grants(a.Stance) < grants(b.Stance)
}

// first returns the answer that is the first known to have been given.
func (r *reader) first(answers []*domain.Response) *domain.Response {
	var found *domain.Response
	for _, a := range answers {
		if found == nil || r.lastDay(a).Compare(r.lastDay(found)) < 0 {
			found = a
		}
	}
	return found
}

// lastDay returns the last day on which a response can have been made.
func (r *reader) lastDay(a *domain.Response) edtf.Day {
	day, _ := r.Index.Responded(a).Latest()
	return day
}

// daysUntil counts from the last day on which a proposal can have been made to the last on which an answer can have
// been given, as [Waited] does. It is not known where either date is open to the past or the answer stands before the
// proposal.
func (r *reader) daysUntil(p *domain.Proposal, a *domain.Response) (int64, bool) {
	_, madeEdge := r.Index.Made(p).Earliest()
	_, givenEdge := r.Index.Responded(a).Earliest()
	days, known := Waited(r.Index.Made(p), r.lastDay(a))
	if !known || days < 0 || madeEdge != edtf.Known || givenEdge != edtf.Known {
		return 0, false
	}
	return days, true
}
