package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// Distances between places that are not the same.
const (
	sharedPlaces = 1
	otherPlaces  = 2
)

// LedgerRule says in one sentence what is compared with what.
const LedgerRule = "A term is compared with the party's own statement of it that the proposal restates or amends, or on a track that is " +
	"a talk or a meeting with its latest earlier one since the last meeting; the other side is each party that the proposal is put to, or " +
	"where it is put to nobody each that holds something on the term, with what it held on the day of the new statement."

// MovementRule returns the rule of a movement in one sentence.
func MovementRule(m domain.Movement) string {
	switch m {
	case domain.MovedToward:
		return "It differs from before and lies nearer to what the other side held: fewer days between two dates, fewer parties on only one of two lists, the same place instead of another."
	case domain.MovedAway:
		return "It differs from before and lies farther from what the other side held, by the same three measures."
	case domain.MovedNot:
		return "It says the same as before, or another date or list that lies exactly as far from what the other side held."
	case domain.MovedNew:
		return "The party had proposals on the matter before, and none of them stated the term."
	case domain.MovedUnmeasured:
		return "It differs from before, and it is in words, or an end of a date is unknown, or the other side held nothing to measure it by, or the place is neither nearer nor farther."
	}
	return ""
}

// apart is how far a term lies from what the other side holds.
type apart struct {
	n     int64 // days, parties, or 0 to 2 for places
	words string
	told  bool
}

// measure returns how far a term lies from another of its kind. Swapping the two changes nothing.
func (r *reader) measure(a, b domain.Term) apart {
	switch a.Kind {
	case domain.TermDate:
		return apartDates(a.Date, b.Date)
	case domain.TermVenue:
		return apartPlaces(r.Index, a.Places, b.Places)
	case domain.TermParticipants, domain.TermConvener:
		return apartParties(Participants(r.Index, a), Participants(r.Index, b))
	}
	return apart{}
}

func apartDates(a, b edtf.Date) apart {
	days, edge := edtf.DaysBetween(a, b)
	switch {
	case edge == edtf.Unknown:
		return apart{}
	case days == 0:
		return apart{0, "overlapping", true}
	}
	days = max(days, -days)
	return apart{days, plural(days, "day") + " apart", true}
}

func apartPlaces(ix *domain.Index, a, b []string) apart {
	if len(a) == 0 || len(b) == 0 {
		return apart{}
	}
	switch d := Diff(a, b); {
	case d.Same():
		return apart{0, "the same place", true}
	case len(d.Both) > 0:
		return apart{sharedPlaces, "a place in common", true}
	case within(ix, a, b) || within(ix, b, a):
		return apart{sharedPlaces, "one place within the other", true}
	}
	return apart{otherPlaces, "another place", true}
}

func apartParties(a, b []string) apart {
	if len(a) == 0 || len(b) == 0 {
		return apart{}
	}
	d := Diff(a, b)
	n := int64(len(d.OnlyA) + len(d.OnlyB))
	switch n {
	case 0:
		return apart{0, "the same parties", true}
	}
	return apart{n, plural(n, "party") + " apart", true}
}

// moved applies the rules to a term before and after, measured against what the other side holds.
func (r *reader) moved(before, after domain.Term, from, to apart) domain.Movement {
	change, _ := Compare(r.Index, before, after)
	switch {
	case change == ChangeNone:
		return domain.MovedNot
	case !from.told || !to.told:
		return domain.MovedUnmeasured
	case to.n < from.n:
		return domain.MovedToward
	case to.n > from.n:
		return domain.MovedAway
	case after.Kind == domain.TermVenue:
		return domain.MovedUnmeasured
	}
	return domain.MovedNot
}

// predecessor returns the party's own earlier statement of a term that a proposal moves from, and whether the party had
// any proposal on the matter before.
func (s *standing) predecessor(p *domain.Proposal, party string, kind domain.TermKind) (from *domain.Proposal, had bool) {
	from, had = s.r.restated(p, restating{party, kind, s.asOf, map[string]bool{p.ID: true}})
	if from != nil || !s.track.Meeting {
		return from, had
	}
	latest, earlier := s.mainOf(p, party, kind)
	return latest, had || earlier
}

// restating is what is looked for along the proposals that one restates or amends: a party's statement of a term by a day.
type restating struct {
	party string
	kind  domain.TermKind
	by    edtf.Day
	seen  map[string]bool
}

// restated returns the latest statement among the proposals that p restates or amends, or else among those that they do,
// and whether there is any such proposal.
func (r *reader) restated(p *domain.Proposal, want restating) (from *domain.Proposal, had bool) {
	for _, id := range append(p.Related(domain.Restates), p.Related(domain.Amends)...) {
		q, err := r.Index.Proposal(id)
		if err != nil || want.seen[id] || !slices.Contains(q.By, want.party) || !By(r.Index.Made(q), want.by) {
			continue
		}
		had, want.seen[id] = true, true
		if _, states := q.Term(want.kind); !states {
			q, _ = r.restated(q, want)
		}
		if q != nil && (from == nil || r.madeBefore(from, q)) {
			from = q
		}
	}
	return from, had
}

func (r *reader) madeBefore(a, b *domain.Proposal) bool {
	return edtf.Compare(r.Index.Made(a), r.Index.Made(b)) < 0
}

// mainOf returns the latest of a party's earlier proposals since the last meeting that states a term, and whether there is any
// earlier one; of several put forward together, the one that is not offered as an alternative to another.
func (s *standing) mainOf(p *domain.Proposal, party string, kind domain.TermKind) (found *domain.Proposal, any bool) {
	for _, a := range slices.Backward(s.stated) {
		o := a.proposal
		if !slices.Contains(a.by, party) || s.r.together(o, p) || !s.r.madeBefore(o, p) {
			continue
		}
		any = true
		switch {
		case termOf(o, kind) == nil:
		case found != nil && !s.r.together(found, o):
			return found, any
		case found == nil || len(found.Related(domain.AlternativeTo)) > 0:
			found = o
		}
	}
	return found, any
}
