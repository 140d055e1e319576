package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// How two parties stand toward one another on one term.
const (
	Agreed        Verdict = "agreed"
	Compatible    Verdict = "compatible"
	Apart         Verdict = "apart"
	Conditionally Verdict = "answered conditionally"
	NotComparable Verdict = "not comparable"
	Unanswered    Verdict = "unanswered"
	NotRaised     Verdict = "not raised"
)

// Verdict says how two parties stand on a term, by the rules of [Verdicts.Rule] and nothing else.
type Verdict string

// Verdicts returns all verdicts in the order of the rules.
func Verdicts() []Verdict {
	return []Verdict{Agreed, Compatible, Apart, Conditionally, NotComparable, Unanswered, NotRaised}
}

// Rule returns the rule of a verdict in one sentence.
func (v Verdict) Rule() string {
	switch v {
	case Agreed:
		return "One party accepted the other's term, which still stands, and has put nothing of its own on it since; or both hold the same."
	case Compatible:
		return "Both hold something: their dates overlap, or one list lies inside the other and neither was objected to."
	case Apart:
		return "Both hold something else that can be measured, or the latest answer rejects or counters the term."
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
	track   string
	kind    domain.TermKind
	a, b    side
	verdict Verdict
	gap     string
	answer  *domain.Response // that decides, if one does
	days    int64            // waited, for Unanswered
	waited  bool
}

// side is what one party holds; proposal is nil if it holds nothing.
type side struct {
	party string
	*held // never nil
}

func (s side) holds() bool { return s.proposal != nil }

// judge applies the rules to two sides. Where both hold something, an answer to an earlier proposal of the same still
// counts; where only one does, it has asked anew and only an answer to its latest proposal counts.
func (r *reader) judge(s *stand, asOf edtf.Day) {
	switch {
	case !s.a.holds() && !s.b.holds():
		s.verdict = NotRaised
	case s.a.holds() && s.b.holds():
		r.judgeBoth(s, r.answerTo(r.alike(s.a, asOf), s.b.party, s.kind, asOf), r.answerTo(r.alike(s.b, asOf), s.a.party, s.kind, asOf))
	case s.a.holds():
		r.judgeOne(s, s.a, s.b.party, asOf)
	default:
		r.judgeOne(s, s.b, s.a.party, asOf)
	}
}

// alike returns the proposals of a side on its track that say the same of the term as the one by which it holds it.
func (r *reader) alike(of side, asOf edtf.Day) []*domain.Proposal {
	var same []*domain.Proposal
	for _, p := range r.made(of.track, of.party, asOf) {
		term, stated := p.Term(of.term.Kind)
		if !stated {
			continue
		}
		if change, _ := Compare(r.Index, term, of.term); change == ChangeNone {
			same = append(same, p)
		}
	}
	return same
}

// answerTo returns a party's latest own answer to one of the proposals, to the term or to the whole; between two of
// one date the one to the term.
func (r *reader) answerTo(proposals []*domain.Proposal, party string, kind domain.TermKind, asOf edtf.Day) *domain.Response {
	var latest *domain.Response
	for _, p := range proposals {
		for _, a := range r.Index.ResponsesTo(p.ID) {
			if a.By != party || a.Alleged() || a.Stance.Own() || a.Term != "" && a.Term != kind || !By(r.Index.Responded(a), asOf) {
				continue
			}
			if latest == nil || r.outranks(a, latest) {
				latest = a
			}
		}
	}
	return latest
}

func (r *reader) outranks(a, b *domain.Response) bool {
	order := edtf.Compare(r.Index.Responded(a), r.Index.Responded(b))
	return order > 0 || order == 0 && a.Term != "" && b.Term == ""
}

func (r *reader) judgeBoth(s *stand, toA, toB *domain.Response) {
	change, words := Compare(r.Index, s.a.term, s.b.term)
	accepted := firstWith(domain.Accepts, r.standing(toA, s.b), r.standing(toB, s.a))
	switch {
	case change == ChangeNone:
		s.verdict, s.answer = Agreed, accepted
	case accepted != nil && change == ChangeUnknown:
		s.verdict, s.answer = Agreed, accepted
	case r.compatible(s, toA, toB):
		s.verdict, s.gap = Compatible, words
	case change == ChangeUnknown:
		s.verdict, s.answer = r.unmeasured(toA, toB)
	default:
		s.verdict, s.gap, s.answer = Apart, words, firstOf(toA, toB)
	}
}

// standing returns an answer unless the party that gave it has since put something of its own on the term.
func (r *reader) standing(answer *domain.Response, own side) *domain.Response {
	if answer != nil && later(r.Index.Made(own.proposal), r.Index.Responded(answer)) {
		return nil
	}
	return answer
}

// unmeasured judges two terms in words by the answers given to them.
func (r *reader) unmeasured(toA, toB *domain.Response) (Verdict, *domain.Response) {
	if against := firstWith(domain.Rejects, toA, toB); against != nil {
		return Apart, against
	}
	if against := firstWith(domain.Counters, toA, toB); against != nil {
		return Apart, against
	}
	if answer := firstOf(toA, toB); answer != nil {
		return Conditionally, answer
	}
	return NotComparable, nil
}

// compatible reports whether the dates overlap, or one list of participants lies inside the other and neither party
// has objected to the other's.
func (r *reader) compatible(s *stand, toA, toB *domain.Response) bool {
	if s.kind == domain.TermDate {
		return edtf.Overlap(s.a.term.Date, s.b.term.Date)
	}
	if s.kind != domain.TermParticipants {
		return false
	}
	d := Diff(Participants(r.Index, s.a.term), Participants(r.Index, s.b.term))
	if len(d.Both) == 0 || len(d.OnlyA) > 0 && len(d.OnlyB) > 0 {
		return false
	}
	return !objected(toA) && !objected(toB)
}

func objected(a *domain.Response) bool { return a != nil && objects(a.Stance) }

func objects(s domain.Stance) bool { return s == domain.Rejects || s == domain.Counters }

func (r *reader) judgeOne(s *stand, of side, other string, asOf edtf.Day) {
	answer := r.answerTo([]*domain.Proposal{of.proposal}, other, s.kind, asOf)
	s.answer = answer
	switch {
	case answer == nil && slices.Contains(of.proposal.To, other):
		s.verdict = Unanswered
		s.answer = r.answerTo(r.alike(of, asOf), other, s.kind, asOf) // to what is asked anew
		s.days, s.waited = Waited(r.Index.Made(of.proposal), asOf)
	case answer == nil || answer.Stance == domain.Ignores:
		s.verdict = Unanswered
	case answer.Stance == domain.Accepts:
		s.verdict = Agreed
	case objects(answer.Stance):
		s.verdict = Apart
	default:
		s.verdict = Conditionally
	}
}

func firstOf(answers ...*domain.Response) *domain.Response {
	for _, a := range answers {
		if a != nil {
			return a
		}
	}
	return nil
}

func firstWith(stance domain.Stance, answers ...*domain.Response) *domain.Response {
	for _, a := range answers {
		if a != nil && a.Stance == stance {
			return a
		}
	}
	return nil
}
