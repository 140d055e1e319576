package compare

import (
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Moved is a row of a ledger: a term that a party restated, amended, added, accepted or dropped, against one other side.
type Moved struct {
	Party         table.Value
	Track         table.Value
	Term          domain.TermKind
	Movement      domain.Movement
	Before, After string           // how far the two sides were apart, in words
	Override      *domain.Override // what an editor says instead, or nil
}

func (m Moved) counted() (party table.Value, word string) { return m.Party, string(m.Movement) }

// Ledger returns, for every term that a party restated, amended, accepted or dropped by a day, whether it moved toward the other side
// or away from it: a row for each proposal or answer, term and other party, track by track in the order of time. Without a party it
// returns the rows of all. Where the dossier has an editor's override of the rules, both are in the row.
func Ledger(ix *domain.Index, party string, asOf edtf.Day) table.Table {
	r := newReader(ix)
	moves := r.moves(party, asOf)
	for i := range moves {
		moves[i].overridden(ix.Dossier.Overrides)
	}
	t := build(r, table.Table{Name: "ledger", Title: "Concessions"}, ledgerColumns(), moves, func(m *move) table.Ref {
		return table.Ref{Section: domain.SectionProposals, ID: m.after.ID}
	})
	for i := range t.Rows {
		m := &moves[i]
		t.Rows[i].Stances = []string{string(m.movement)}
		t.Rows[i].Of = Moved{r.Party(m.party), r.Track(m.after.Track), m.kind, m.movement, m.was.words, m.is.words, m.override}
	}
	return t
}

// LedgerTotals counts the rows of a ledger, whole or filtered: a row for each party, a column for each movement.
func LedgerTotals(t table.Table) table.Table {
	totals := tally[Moved](t, words(domain.Movements()), table.Table{Name: "ledger-totals", Title: "Concessions in numbers"})
	totals.Columns = append(totals.Columns, table.Column{Name: "overridden", Title: "Overridden", Type: table.TypeInteger, Needed: true, Page: true,
		Doc: "On how many of them an editor says otherwise than the rules."})
	for i, row := range totals.Rows {
		n := 0
		for _, m := range table.Typed[Moved](t) {
			if m.Party.Text == row.Ref.ID && m.Override != nil {
				n++
			}
		}
		totals.Rows[i].Cells = append(row.Cells, table.Cell{{Text: itoa(n)}})
	}
	return totals
}

// move is a term that a party stated, accepted or dropped, set against what it held before and what the other side held.
type move struct {
	party    string
	other    string // empty if nobody was asked and nobody held anything
	kind     domain.TermKind
	before   *domain.Proposal // nil for a new demand
	after    *domain.Proposal // of the other side, where that was accepted
	answer   *domain.Response // by which it was accepted or dropped, if it was
	from, to domain.Term
	held     holding // what the other side held
	was, is  apart
	movement domain.Movement
	override *domain.Override
}

// made is when the move was.
func (r *reader) made(m *move) edtf.Date {
	if m.answer != nil {
		return r.Index.Responded(m.answer)
	}
	return r.Index.Made(m.after)
}

// overridden takes the override that is about the move: one that names the other side before one that names none.
func (m *move) overridden(by []domain.Override) {
	for i := range by {
		o := &by[i]
		if m.answer != nil || o.Proposal != m.after.ID || o.Term != m.kind || o.Party != "" && o.Party != m.other {
			continue
		}
		if m.override == nil || o.Party != "" {
			m.override = o
		}
	}
}

// moves returns the moves of a party or of all, track by track in the order of time. What each was measured against is found in
// one passage through the track, day by day.
func (r *reader) moves(party string, asOf edtf.Day) []move {
	var moves []move
	for i := range r.Index.Dossier.Tracks {
		track, first := r.Index.Dossier.Tracks[i].ID, len(moves)
		acts := r.course(track).acts
		acts = slices.Clone(acts[:upTo(acts, asOf)])
		counts := func(a act) edtf.Day { // the day from which an answer counts, which may be given before what it answers must have been put
			if a.put.Compare(a.day) > 0 {
				return a.put
			}
			return a.day
		}
		slices.SortStableFunc(acts, func(a, b act) int { return counts(a).Compare(counts(b)) })
		var s *standing
		for _, a := range acts {
			switch day := counts(a); {
			case a.put.IsZero() || day.Compare(asOf) > 0:
				continue
			case s == nil:
				s = r.newStanding(standingOn{track, day, false})
			case s.asOf != day:
				s.advance(day)
			}
			for _, by := range a.by {
				if party == "" || by == party {
					moves = append(moves, s.moves(a, by)...)
				}
			}
		}
		slices.SortStableFunc(moves[first:], func(a, b move) int { return edtf.Compare(r.made(&a), r.made(&b)) })
	}
	return moves
}

// moves returns how a party moved by an act. The standing is that of its day.
func (s *standing) moves(a act, party string) []move {
	switch {
	case a.rank == stating:
		return s.restatements(a.proposal, party)
	case a.rank == acceptingWhole || a.rank == acceptingTerm:
		return s.acceptances(a)
	case a.rank == takingBack && a.answer != nil && a.answer.Term == domain.TermCondition && slices.Contains(a.proposal.By, party):
		return s.dropped(a, party)
	}
	return nil
}

// restatements returns how each term of a proposal moved against each other side.
func (s *standing) restatements(p *domain.Proposal, party string) []move {
	var moves []move
	for _, kind := range domain.TermKinds() {
		term := termOf(p, kind)
		if term == nil {
			continue
		}
		before, had := s.predecessor(p, party, kind)
		if !had {
			continue
		}
		m := move{party: party, kind: kind, before: before, after: p, to: *term}
		for _, other := range s.others(p, party, kind) {
			moves = append(moves, s.against(m, other))
		}
	}
	return moves
}

// acceptances returns what a party moved by accepting the terms of another, or an option of it: from what it had last put or
// accepted itself, if anything.
func (s *standing) acceptances(a act) []move {
	var moves []move
	for _, t := range s.r.says(a.proposal) {
		stack := s.holds[point{a.by[0], t.term.Kind}]
		i := slices.IndexFunc(stack, func(h holding) bool { return h.answer == a.answer })
		if i < 0 {
			continue
		}
		m := move{party: a.by[0], kind: t.term.Kind, after: t.from, answer: a.answer, to: *t.term, held: holding{term: t.term, proposal: t.from}}
		m.is, m.movement = s.r.measure(m.to, m.to), domain.MovedToward
		if i > 0 && stack[i-1].proposal != nil {
			m.before, m.from = stack[i-1].proposal, *stack[i-1].term
			if m.was = s.r.measure(m.from, m.to); s.r.saysSame(stack[i-1], stack[i]) {
				m.movement = domain.MovedNot
			}
		}
		for _, other := range a.proposal.By {
			m.other = other
			moves = append(moves, m)
		}
	}
	return moves
}

// dropped returns the moves of a party that takes back a condition of its own: toward each of those to whom it was put.
func (s *standing) dropped(a act, party string) []move {
	var moves []move
	for _, t := range s.r.says(a.proposal) {
		for _, other := range a.proposal.To {
			if t.term.Kind == domain.TermCondition && other != party {
				moves = append(moves, move{party: party, other: other, kind: t.term.Kind, before: t.from, after: t.from, answer: a.answer,
					from: *t.term, movement: domain.MovedToward})
			}
		}
	}
	return moves
}

// others returns the other sides of a term, in the order of the dossier: those that the proposal is put to, or else
// those that held something on the term, or else nobody in particular.
func (s *standing) others(p *domain.Proposal, party string, kind domain.TermKind) []string {
	others := slices.DeleteFunc(slices.Clone(p.To), func(id string) bool { return id == party })
	if len(others) == 0 {
		others = slices.DeleteFunc(slices.Clone(s.parties), func(id string) bool {
			return slices.Contains(p.By, id) || len(s.holding(id, kind)) == 0
		})
	}
	if len(others) == 0 {
		return []string{""}
	}
	slices.SortStableFunc(others, func(a, b string) int { return s.r.rank(a) - s.r.rank(b) })
	return slices.Compact(others)
}

// holds reports whether it is anything.
func (h holding) holds() bool { return h.proposal != nil }

// against measures a move against what one other side holds, of several options against the nearest. A date that has passed is
// no more what it asks for, and nothing is measured by it.
func (s *standing) against(m move, other string) move {
	m.other = other
	if m.before != nil {
		m.from, _ = m.before.Term(m.kind)
	}
	for _, h := range s.holding(other, m.kind) {
		if passed(h, s.asOf) {
			if !m.held.holds() {
				m.held, m.is.words = h, "the other side’s date had passed"
			}
			continue
		}
		if is := s.r.measure(m.to, *h.term); !m.held.holds() || is.told && (!m.is.told || is.n < m.is.n) {
			m.held, m.is = h, is
		}
		if was := s.r.measure(m.from, *h.term); m.before != nil && (!m.was.told || was.told && was.n < m.was.n) {
			m.was = was
		}
	}
	m.movement = domain.MovedNew
	if m.before != nil {
		m.movement = s.r.moved(&m)
	}
	return m
}

// sentence says the move in words, if it is one that can be told.
func (r *reader) sentence(m *move) string {
	who, other := table.UpperFirst(DefiniteName(r.Party(m.party).Display())), DefiniteName(r.Party(m.other).Display())
	made, matter := when(r.made(m)), r.matter(m)
	direction := " toward "
	switch {
	case m.movement == domain.MovedNew:
		return who + ", " + made + ", added the " + string(m.kind) + " to its proposal " + matter + "."
	case m.movement == domain.MovedToward && m.answer != nil && m.answer.Stance == domain.Withdraws:
		return who + " moved" + direction + other + " " + made + ": it dropped its " + string(m.kind) + " " + matter + "."
	case m.movement == domain.MovedToward && m.answer != nil:
		words := who + " moved" + direction + other + " " + made + ": it accepted the " + string(m.kind) + " that was proposed " + matter
		if m.was.told && m.was.n > 0 {
			words += ", " + m.was.words + " before"
		}
		return words + "."
	case m.movement == domain.MovedAway:
		direction = " away from "
	case m.movement != domain.MovedToward:
		return ""
	}
	words := who + " moved its " + string(m.kind) + " " + matter + direction + other + r.size(m) + " " + made + ": "
	if !m.is.told {
		return words + m.is.words + "."
	}
	return words + m.was.words + " before, " + m.is.words + " after."
}

// matter is what a term is a term of: "for the preparatory meeting", "(Who may convene)".
func (r *reader) matter(m *move) string {
	title := r.Track(m.after.Track).Display()
	if t, err := r.Index.Track(m.after.Track); err == nil && t.Meeting {
		return "for " + definite(title)
	}
	return "(" + title + ")"
}

// size says by how much a term moved, where that can be said: a date by how far it was put later or earlier.
func (r *reader) size(m *move) string {
	switch m.kind {
	case domain.TermDate:
		_, words := Compare(r.Index, m.from, m.to)
		if _, span, ok := strings.Cut(words, " by "); ok {
			return " by " + span
		}
	case domain.TermParticipants, domain.TermConvener:
		n := max(m.is.n-m.was.n, m.was.n-m.is.n)
		return " by " + CountOf(int(n), "party")
	}
	return ""
}

// when says a date as it stands in a sentence.
func when(d edtf.Date) string {
	switch {
	case d.Kind() != edtf.Calendar:
		return d.Humanize()
	case d.Precision() == edtf.ToDay:
		return "on " + d.Humanize()
	}
	return "in " + d.Humanize()
}

// LedgerSentence says in words how the rows of a ledger of a day moved, whole or in part: "By 31 July 1964, the CPC had
// restated, amended, added, accepted or dropped terms 62 times: one away from the other side, 14 the same, 34 not comparable."
func LedgerSentence(t table.Table, asOf edtf.Day) string {
	rows := table.Typed[Moved](t)
	words := "By " + dayWords(asOf) + ", "
	parties := distinct(rows, func(m Moved) string { return m.Party.Text })
	switch parties {
	case 0:
		return words + "no term of this choice had been restated, amended, added, accepted or dropped."
	case 1:
		words += DefiniteName(rows[0].Party.Display())
	default:
		words += CountOf(parties, "party")
	}
	words += " had restated, amended, added, accepted or dropped terms " + times(len(rows)) + ": "
	counts := map[domain.Movement]int{}
	for _, m := range rows {
		counts[m.Movement]++
	}
	var parts []string
	for _, m := range domain.Movements() {
		if n := counts[m]; n > 0 {
			parts = append(parts, Count(n)+" "+phrase(m, n))
		}
	}
	return words + strings.Join(parts, ", ") + "."
}

// phrase says a movement as it stands in a count of n.
func phrase(m domain.Movement, n int) string {
	switch m {
	case domain.MovedToward:
		return "toward the other side"
	case domain.MovedAway:
		return "away from the other side"
	case domain.MovedNot:
		return "the same"
	case domain.MovedNew:
		if n > 1 {
			return "new demands"
		}
	}
	return string(m)
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return Count(n) + " times"
}
