package compare

import (
	"cmp"
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// act is one thing that parties do on a track: they state their own proposal or maintain it, accept another's, answer it
// otherwise, or take back what they put or accepted.
type act struct {
	by       []string
	rank     actRank
	proposal *domain.Proposal // stated, or answered
	answer   *domain.Response // nil for a proposal
	day      edtf.Day         // the last on which it can have been done; no day if that is not known
	put      edtf.Day         // that of the proposal
}

// actRank is the order of acts of one day. A letter that accepts another's proposal and states its own accepts it; an
// answer to one term weighs more than one to the whole, and of two answers the one that grants less.
type actRank int

const (
	maintaining actRank = iota
	stating
	acceptingWhole
	answeringWhole
	acceptingTerm
	answeringTerm
	takingBack
)

// course is what there is to a track, whichever day is asked about.
type course struct {
	acts   []act      // in the order of the last days on which each can have been done
	told   []edtf.Day // on which others tell of an answer
	lapses []edtf.Day // the last that dates proposed can mean
}

func (r *reader) course(track string) *course {
	return r.kept.courses.of(track, func() *course { return r.newCourse(track) })
}

// upTo returns how many of some acts in order were done by a day.
func upTo(acts []act, day edtf.Day) int {
	n, _ := slices.BinarySearchFunc(acts, day, func(a act, day edtf.Day) int { return cmp.Or(a.day.Compare(day), -1) })
	return n
}

func (r *reader) newCourse(track string) *course {
	c := &course{}
	proposals := r.Index.ProposalsOn(track)
	all := make([]act, 0, 4*len(proposals)) // as many as most records need
	add := func(a act) {
		if !a.day.IsZero() {
			all = append(all, a)
		}
	}
	for _, p := range proposals {
		put := lastDay(r.Index.Made(p))
		add(act{p.By, stating, p, nil, put, put})
		if term := termOf(p, domain.TermDate); term != nil {
			for _, h := range (holding{term: term}).values() {
				c.lapses = append(c.lapses, lastDay(h.term.Date))
			}
		}
		for _, by := range r.Index.Withdrawing(p.ID) {
			add(act{by.By, takingBack, p, nil, lastDay(r.Index.Made(by)), put})
		}
		for _, a := range r.Index.ResponsesTo(p.ID) {
			switch day := r.dayOf(a); {
			case a.Alleged():
				c.told = append(c.told, day)
			case a.Stance.Answers():
				add(act{[]string{a.By}, rankOf(a), p, a, day, put})
			}
		}
	}
	c.acts = inTime(all)
	return c
}

// inTime returns acts in the order of time.
func inTime(all []act) []act {
	order := make([]place, len(all)) // which is moved instead of the acts themselves
	for i, a := range all {
		order[i] = place{((a.day.Year()*16+int64(a.day.Month()))*32+int64(a.day.DayOfMonth()))*8 + int64(a.rank), i}
	}
	slices.SortFunc(order, func(a, b place) int { return cmp.Or(cmp.Compare(a.time, b.time), a.i-b.i) })
	sorted := make([]act, len(all))
	for i, from := range order {
		sorted[i] = all[from.i]
	}
	return sorted
}

// place is the place of an act in time: its day and rank as one number, and where it stands in the record.
type place struct {
	time int64
	i    int
}

func rankOf(a *domain.Response) actRank {
	switch {
	case a.Stance == domain.Maintains:
		return maintaining
	case a.Stance == domain.Withdraws:
		return takingBack
	case a.Stance == domain.Accepts && a.Term == "":
		return acceptingWhole
	case a.Stance == domain.Accepts:
		return acceptingTerm
	case a.Term == "":
		return answeringWhole
	}
	return answeringTerm
}

// about reports whether an act speaks to a term: to that one or to the whole.
func (a act) about(kind domain.TermKind) bool {
	return a.answer == nil || a.answer.Term == "" || a.answer.Term == kind
}

// ends reports whether an answer ends an acceptance that was given before it.
func ends(s domain.Stance) bool {
	switch s {
	case domain.Rejects, domain.Counters, domain.Conditions, domain.Defers:
		return true
	}
	return false
}
