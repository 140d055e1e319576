package compare

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// StateOfPlay returns the state of play as of a day: for each track, term and pair of parties that hold something there or
// are asked to answer, what each holds and how they stand by the rules. On a track that is a talk or a meeting, date,
// venue and participants stand even where neither side has raised them.
func StateOfPlay(ix *domain.Index, asOf edtf.Day) table.Table {
	r := newReader(ix)
	var rows []stand
	for i := range ix.Dossier.Tracks {
		rows = append(rows, r.stands(&ix.Dossier.Tracks[i], asOf)...)
	}
	return build(r, table.Table{Name: "state", Title: "State of play"}, stateColumns(), rows, func(s *stand) table.Ref {
		return table.Ref{Section: domain.SectionTracks, ID: s.track}
	})
}

// stands returns how every pair of parties on a track stands on every term.
func (r *reader) stands(track *domain.Track, asOf edtf.Day) []stand {
	holdings := map[string][]held{}
	for _, party := range r.proposers(track.ID, asOf) {
		holdings[party] = r.holds(track.ID, party, asOf)
	}
	var rows []stand
	for _, pair := range r.pairs(track.ID, asOf) {
		for _, kind := range domain.TermKinds() {
			s := stand{track: track.ID, kind: kind,
				a: side{pair[0], on(holdings[pair[0]], kind)}, b: side{pair[1], on(holdings[pair[1]], kind)}}
			r.judge(&s, asOf)
			if s.verdict != NotRaised || track.Meeting && expected(kind) {
				rows = append(rows, s)
			}
		}
	}
	return rows
}

func expected(kind domain.TermKind) bool {
	return kind == domain.TermDate || kind == domain.TermVenue || kind == domain.TermParticipants
}

// nothing is what a party holds that holds nothing. It is never written to.
var nothing held

// on returns what a party holds on a term: of several put forward together, the one that is not offered as an
// alternative to another.
func on(terms []held, kind domain.TermKind) *held {
	found := &nothing
	for i := range terms {
		h := &terms[i]
		if h.term.Kind == kind && (found.proposal == nil || len(found.proposal.Related(domain.AlternativeTo)) > 0) {
			found = h
		}
	}
	return found
}

// pairs returns the parties of a track two by two: those that proposed on it, with one another and with whom they
// asked, in the order of the dossier.
func (r *reader) pairs(track string, asOf edtf.Day) [][2]string {
	found := map[[2]string]bool{}
	for _, p := range r.made(track, "", asOf) {
		for _, by := range p.By {
			for _, to := range p.To {
				pair := [2]string{by, to}
				if r.rank(by) > r.rank(to) {
					pair = [2]string{to, by}
				}
				found[pair] = true
			}
		}
	}
	return slices.SortedFunc(maps.Keys(found), func(a, b [2]string) int {
		return cmp.Or(r.rank(a[0])-r.rank(b[0]), r.rank(a[1])-r.rank(b[1]))
	})
}

// rank is the place of a party in the dossier, or -1.
func (r *reader) rank(party string) int {
	r.ranked.Do(func() {
		r.ranks = map[string]int{}
		for i, p := range r.Index.Dossier.Parties {
			r.ranks[p.ID] = i
		}
	})
	if rank, ok := r.ranks[party]; ok {
		return rank
	}
	return -1
}

func stateColumns() []column[stand] {
	columns := []column[stand]{
		{table.Column{Name: "track", Title: "Track", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionTracks, Doc: "The track."},
			func(r *reader, s *stand) table.Cell { return table.Cell{r.Track(s.track)} }},
		{table.Column{Name: "term", Title: "Term", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.TermKinds()), Doc: "The term."},
			func(r *reader, s *stand) table.Cell { return table.Text(string(s.kind)) }},
	}
	columns = append(columns, sideColumns("a", "the first party", func(s *stand) side { return s.a })...)
	columns = append(columns, sideColumns("b", "the second party", func(s *stand) side { return s.b })...)
	return append(columns, verdictColumns()...)
}

func sideColumns(name, who string, of func(*stand) side) []column[stand] {
	when := func(s *stand, cell func(side) table.Cell) table.Cell {
		if !of(s).holds() {
			return nil
		}
		return cell(of(s))
	}
	return []column[stand]{
		{table.Column{Name: name, Title: "Party", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionParties, Doc: "The id of " + who + "."},
			func(r *reader, s *stand) table.Cell { return table.Cell{r.Party(of(s).party)} }},
		{table.Column{Name: name + "_value", Title: "Holds", Type: table.TypeText, Page: true, Doc: "What " + who + " holds: an EDTF date, ids of places or a list, or our words."},
			func(r *reader, s *stand) table.Cell {
				return when(s, func(h side) table.Cell { return r.said(h.proposal, h.term) })
			}},
		{table.Column{Name: name + "_wording", Title: "Wording", Type: table.TypeText, Doc: "The wording of what " + who + " holds."},
			func(r *reader, s *stand) table.Cell {
				return when(s, func(h side) table.Cell { return table.Text(h.term.Text) })
			}},
		{table.Column{Name: name + "_state", Title: "State", Type: table.TypeEnum, Values: []string{string(Stated), string(CarriedOver)}, Doc: "Whether " + who + " stated it in its latest document on the track, or it is carried over."},
			func(r *reader, s *stand) table.Cell {
				return when(s, func(h side) table.Cell { return table.Text(string(h.state)) })
			}},
		{table.Column{Name: name + "_proposal", Title: "Proposal", Type: table.TypeID, Doc: "The proposal by which " + who + " holds it."},
			func(r *reader, s *stand) table.Cell {
				return when(s, func(h side) table.Cell { return table.Cell{r.Proposal(h.proposal.ID)} })
			}},
		{table.Column{Name: name + "_since", Title: "Since", Type: table.TypeEDTF, Doc: "When " + who + " proposed it."},
			func(r *reader, s *stand) table.Cell {
				return when(s, func(h side) table.Cell { return table.Date(r.Index.Made(h.proposal)) })
			}},
		{table.Column{Name: name + "_citation", Title: "Source", Type: table.TypeText, List: true, Doc: "The paragraphs for what " + who + " holds."},
			func(r *reader, s *stand) table.Cell {
				return when(s, func(h side) table.Cell { return r.termCitations(h.proposal, h.term) })
			}},
	}
}

func verdictColumns() []column[stand] {
	return []column[stand]{
		{table.Column{Name: "verdict", Title: "Verdict", Type: table.TypeEnum, Needed: true, Page: true, Values: words(Verdicts()), Doc: "How the two stand on the term, by the stated rules."},
			func(r *reader, s *stand) table.Cell { return table.Text(string(s.verdict)) }},
		{table.Column{Name: "gap", Title: "Gap", Type: table.TypeText, Page: true, Doc: "How the second party's position differs from the first's, where that can be measured."},
			func(r *reader, s *stand) table.Cell { return table.Text(s.gap) }},
		{table.Column{Name: "days_waited", Title: "Days waited", Type: table.TypeInteger, Page: true, Doc: "For unanswered: days since the last day on which the proposal can have been made."},
			func(r *reader, s *stand) table.Cell {
				if !s.waited {
					return nil
				}
				return table.Cell{{Text: strconv.FormatInt(s.days, 10)}}
			}},
		{table.Column{Name: "answer", Title: "Answer", Type: table.TypeText, Page: true, Doc: "The answer that decides, if one does: the party and the stance. Beside unanswered, the answer to an earlier proposal that is put anew."},
			func(r *reader, s *stand) table.Cell {
				if s.answer == nil {
					return nil
				}
				return table.Cell{r.answer(s.answer, " "+string(s.answer.Stance))}
			}},
	}
}

// Steps returns the days on which something is known to have happened, in order: a proposal or response was made, a
// document dated, delivered or published, a meeting held. Dates known only to a month or less are not steps.
func Steps(ix *domain.Index) []edtf.Day {
	var days []edtf.Day
	add := func(d edtf.Date) {
		if first, edge := d.Earliest(); d.Kind() == edtf.Calendar && d.Precision() == edtf.ToDay && edge == edtf.Known {
			days = append(days, first)
		}
	}
	for i := range ix.Dossier.Proposals {
		add(ix.Made(&ix.Dossier.Proposals[i]))
	}
	for i := range ix.Dossier.Responses {
		add(ix.Responded(&ix.Dossier.Responses[i]))
	}
	for _, d := range ix.Dossier.Documents {
		add(d.Dated.Value)
		add(d.Delivered.Value)
		add(d.Published.Value)
	}
	for _, m := range ix.Dossier.Meetings {
		add(m.Date.Value)
	}
	slices.SortFunc(days, edtf.Day.Compare)
	return slices.Compact(days)
}

// StateChanges returns the rows of now that differ from those of before, which are of an earlier day; the days
// waited, which grow by themselves, do not count.
func StateChanges(before, now table.Table) table.Table {
	old := map[stateKey]table.Row{}
	key := stateKeys(before)
	for _, row := range before.Rows {
		old[key(row)] = row
	}
	waited := now.Index("days_waited")
	key = stateKeys(now)
	rows := make([]table.Row, 0)
	for _, row := range now.Rows {
		if was, ok := old[key(row)]; !ok || !sameBut(waited, was, row) {
			rows = append(rows, row)
		}
	}
	now.Rows = rows
	return now
}

// stateKey is what a row of the state of play is about: the track, the term and the two parties.
type stateKey [4]string

// stateKeys returns the function that tells the key of a row.
func stateKeys(t table.Table) func(table.Row) stateKey {
	track, term, a, b := t.Index("track"), t.Index("term"), t.Index("a"), t.Index("b")
	return func(row table.Row) stateKey {
		return stateKey{row.Cells[track].String(), row.Cells[term].String(), row.Cells[a].String(), row.Cells[b].String()}
	}
}

// sameBut reports whether two rows read the same in files, in all cells but one.
func sameBut(except int, a, b table.Row) bool {
	for i := range a.Cells {
		same := slices.EqualFunc(a.Cells[i], b.Cells[i], func(v, w table.Value) bool { return v.Text == w.Text })
		if !same && i != except {
			return false
		}
	}
	return true
}

// MovedLast returns the id and the authors of the latest document, held or mentioned, that is addressed to someone and
// dated by a day, or nothing.
func MovedLast(ix *domain.Index, asOf edtf.Day) (document string, parties []string) {
	var latest edtf.Date
	for _, d := range ix.Dossier.Documents {
		when := d.When().Value
		if len(d.Authors) > 0 && len(d.Addressees) > 0 && By(when, asOf) && (latest.IsZero() || edtf.Compare(latest, when) < 0) {
			latest, document, parties = when, d.ID, d.Authors
		}
	}
	return document, parties
}
