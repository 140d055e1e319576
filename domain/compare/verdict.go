package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// How two parties stand toward one another on one term.
const (
	Settled       Verdict = "settled"
	UnderWay      Verdict = "under way"
	Agreed        Verdict = "agreed"
	Compatible    Verdict = "compatible"
	Apart         Verdict = "apart"
	Lapsed        Verdict = "lapsed"
	Conditionally Verdict = "answered conditionally"
	NotComparable Verdict = "not comparable"
	Unanswered    Verdict = "unanswered"
	NotRaised     Verdict = "not raised"
)

// Verdict says how two parties stand on a term, by the rules of [Verdict.Rule] and nothing else.
type Verdict string

// Verdicts returns all verdicts in the order of the rules.
func Verdicts() []Verdict {
	return []Verdict{Settled, UnderWay, Agreed, Compatible, Apart, Lapsed, Conditionally, NotComparable, Unanswered, NotRaised}
}

// Rule returns the rule of a verdict in one sentence.
func (v Verdict) Rule() string {
	switch v {
	case Settled:
		return "A meeting that fulfils a proposal of the track is over, or on a track that is no meeting an event that does and nothing is open, and nothing was put on the track since."
	case UnderWay:
		return "A meeting that fulfils a proposal of the track has begun and is not over."
	case Agreed:
		return "Both hold the same, by proposing or by accepting it, and neither has since rejected or countered what the other holds; words agree only by acceptance."
	case Compatible:
		return "Some option of one and some option of the other are the same, their dates overlap, or one list or place lies inside the other, and neither has rejected or countered what the other holds."
	case Apart:
		return "Both hold something else that can be measured, or one has rejected or countered what the other holds, later than it accepted or stated the same."
	case Lapsed:
		return "Both hold dates that have passed without a meeting, and they had not agreed on one before it passed."
	case Conditionally:
		return "The latest answer to the term welcomes it, accepts it in principle, sets a condition or defers it."
	case NotComparable:
		return "Both hold something in words that no rule can measure, and neither has answered the other's."
	case Unanswered:
		return "One party holds something that it put to the other, and this record has no answer to it."
	case NotRaised:
		return "Neither party holds anything on a term that one expects of a meeting."
	}
	return ""
}

// stand is how two parties stand on a term of a track.
type stand struct {
	*standing
	kind    domain.TermKind
	a, b    side
	verdict Verdict
	gap     string
	answer  *domain.Response // that decides, if one does
	days    int64            // waited, for Unanswered
	waited  bool
	marks   []mark
}

// side is what one party holds on a term: nothing, one thing, or several of which any will do.
type side struct {
	party   string
	options []holding // that are compared
	all     []holding
	offer   []*domain.Proposal // the options of all terms, or nil alone
	others  bool               // whether the party holds other options, that say something else
}

func (s side) holds() bool { return len(s.options) > 0 }

// judge applies the rules to two parties and a term.
func (p pair) judge(kind domain.TermKind) stand {
	a, b := p.on(kind)
	d := stand{standing: p.standing, kind: kind, a: a, b: b}
	switch {
	case jointly(a, b):
		return d // one side: there is nothing to judge
	case !a.holds() && !b.holds():
		d.verdict = NotRaised
	case a.holds() && b.holds():
		d.a, d.b = d.byAccount(a, b), d.byAccount(b, a)
		d.judgeBoth()
	case a.holds():
		d.judgeOne(a, b.party)
	default:
		d.judgeOne(b, a.party)
	}
	d.mark(p)
	return d
}

// jointly reports whether two parties hold what they proposed together: they are one side.
func jointly(a, b side) bool {
	return a.holds() && b.holds() && a.options[0].proposal == b.options[0].proposal && a.options[0].accepted == nil && b.options[0].accepted == nil
}

func (d *stand) judgeBoth() {
	near := d.nearest(d.a, d.b)
	no := firstOf(d.objection(d.a.party, near.b), d.objection(d.b.party, near.a))
	change, words := d.told(near)
	d.gap = words
	both := passed(near.a, d.asOf) && passed(near.b, d.asOf)
	agreed := d.agreedOn(near)
	switch {
	case no == nil && near.same && (!both || agreed) && !d.choice():
		d.verdict, d.answer = Agreed, firstOf(near.b.accepting(), near.a.accepting())
		return
	case both && !agreed:
		d.verdict = Lapsed
		return
	case no != nil:
		d.verdict, d.answer = Apart, no
		return
	case near.fits():
		d.verdict = Compatible
		return
	}
	d.verdict = Apart
	d.answer = firstOf(d.answerTo(d.alike(near.a), d.b.party, d.kind), d.answerTo(d.alike(near.b), d.a.party, d.kind))
	if change == ChangeUnknown { // words are judged by the answers given to them
		d.verdict = Conditionally
		if d.answer == nil || d.answer.Stance == domain.Accepts {
			d.verdict, d.answer = NotComparable, nil
		}
	}
}

// byAccount returns a side as holding what the other put, where others say that it accepted that since it last stated its
// own, and it has given no answer of its own. What it states stays its position.
func (s *standing) byAccount(of, other side) side {
	if !s.r.kept.told()[of.party] {
		return of
	}
	for _, h := range other.options {
		if h.accepted != nil || s.answerTo(s.alike(h), of.party, h.term.Kind) != nil {
			continue
		}
		a := s.allegedTo(s.alike(h), of.party, h.term.Kind)
		if a != nil && a.Stance == domain.Accepts && s.r.dayOf(a).Compare(of.options[0].day) > 0 {
			h.party, h.accepted, h.answer, h.day, h.state = of.party, h.proposal, a, s.r.dayOf(a), Accepted
			of.options, of.others = []holding{h}, false
			return of
		}
	}
	return of
}

// choice reports whether a side leaves open which of several values it is to be, other than the other side does.
func (d *stand) choice() bool {
	return (d.a.others || d.b.others || len(d.a.values()) > 1 || len(d.b.values()) > 1) && !d.r.sameChoice(d.a, d.b)
}

// judgeOne judges what one side alone holds by the other's answer to it: its own or, where it gave none on the term, the
// one that others allege. An option that has no answer waits, whatever was said of the others.
func (d *stand) judgeOne(of side, other string) {
	var asked holding
	for i, h := range of.options {
		answer := d.answerTo(d.asks(h), other, d.kind)
		if answer == nil && d.r.kept.told()[other] {
			answer = d.allegedTo(d.alike(h), other, d.kind)
		}
		if i == 0 || answer == nil || grants(answer.Stance) > grants(d.answer.Stance) {
			asked, d.answer = h, answer
		}
		if answer == nil {
			break
		}
	}
	objection := d.objection(other, asked)
	switch {
	case d.answer == nil && objection != nil:
		d.verdict, d.answer = Apart, objection
	case d.answer == nil:
		d.verdict = Unanswered
		d.answer = d.answerTo(d.alike(asked), other, d.kind) // to what is asked anew
		if slices.Contains(asked.proposal.To, other) {
			d.days, d.waited = Waited(d.r.Index.Made(asked.proposal), d.asOf)
		}
	case d.answer.Stance == domain.Accepts && passed(asked, d.asOf) && d.r.dayOf(d.answer).Compare(lastDay(asked.term.Date)) > 0:
		d.verdict = Lapsed
	case d.answer.Stance == domain.Accepts:
		d.verdict = Agreed
	case objects(d.answer.Stance):
		d.verdict = Apart
	default:
		d.verdict = Conditionally
	}
}

func objects(s domain.Stance) bool { return s == domain.Rejects || s == domain.Counters }

func firstOf(answers ...*domain.Response) *domain.Response {
	for _, a := range answers {
		if a != nil {
			return a
		}
	}
	return nil
}

// accepting is the acceptance by which a term is held, if it is.
func (h holding) accepting() *domain.Response {
	if h.accepted == nil {
		return nil
	}
	return h.answer
}

// passed reports whether the last day that a date can mean has passed.
func passed(h holding, asOf edtf.Day) bool {
	last, edge := h.term.Date.Latest()
	return h.term.Kind == domain.TermDate && edge == edtf.Known && last.Compare(asOf) < 0
}

// agreedOn reports whether both came to hold the same before the date passed, if it is one.
func (s *standing) agreedOn(p pairing) bool {
	if !p.same || p.a.term.Kind != domain.TermDate {
		return p.same
	}
	last := lastDay(p.a.term.Date)
	return last.IsZero() || s.heldSince(p.a).Compare(last) <= 0 && s.heldSince(p.b).Compare(last) <= 0
}

// heldSince is the day since which a party has held the same, however often it said so again.
func (s *standing) heldSince(h holding) edtf.Day {
	day := h.day
	for _, before := range slices.Backward(s.holds[point{h.party, h.term.Kind}]) {
		if before.day.Compare(day) > 0 {
			continue
		}
		if before.proposal == nil || !s.r.saysSame(before, h) {
			break
		}
		day = before.day
	}
	return day
}
