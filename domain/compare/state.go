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
func StateOfPlay(ix *domain.Index, asOf edtf.Day) table.Table { return NewPlay(ix, asOf).Whole() }

// Play is the state of play on a day whose rows are made when they are asked for, since a page shows few of very many.
type Play struct {
	table.Register
	stands []stand
	turned func(track string, before edtf.Day) bool
}

// NewPlay returns the state of play on a day.
func NewPlay(ix *domain.Index, asOf edtf.Day) *Play {
	return newReader(ix).play(asOf, func(string) bool { return true })
}

func (r *reader) play(asOf edtf.Day, wanted func(track string) bool) *Play {
	p := &Play{turned: func(track string, before edtf.Day) bool { return r.turned(track, before, asOf) }}
	for i := range r.Index.Dossier.Tracks {
		if track := &r.Index.Dossier.Tracks[i]; wanted(track.ID) {
			p.stands = append(p.stands, r.stands(track, asOf)...)
		}
	}
	p.Register = register(r, table.Table{Name: "state", Title: "State of play"}, stateColumns(), p.stands, func(s *stand) table.Ref {
		return table.Ref{Section: domain.SectionTracks, ID: s.track.ID}
	})
	return p
}

// Of tells of a row its track, its parties and how they stand, and makes no row for it.
func (p *Play) Of(i int) (track string, parties [2]string, verdict Verdict) {
	s := &p.stands[i]
	return s.track.ID, [2]string{s.a.party, s.b.party}, s.verdict
}

// Term tells of a row its term, and makes no row for it.
func (p *Play) Term(i int) domain.TermKind { return p.stands[i].kind }

// Since returns what [StateChanges] finds between an earlier day and that of the state of play: the rows of the later that differ,
// and those of the earlier. Only tracks that may have turned are gone through.
func (p *Play) Since(ix *domain.Index, before edtf.Day) (is, was table.Table) {
	turned := func(track string) bool { return p.turned(track, before) }
	was = newReader(ix).play(before, turned).Whole()
	is = p.Where(func(i int) bool { return turned(p.stands[i].track.ID) })
	return StateChanges(was, is), StateChanges(is, was)
}

// stands returns how every pair of parties on a track stands on every term.
func (r *reader) stands(track *domain.Track, asOf edtf.Day) []stand {
	s := r.at(track.ID, asOf)
	if phase := s.phase(); phase != "" {
		return s.over(phase)
	}
	var rows []stand
	for _, ids := range r.pairs(s.stated) {
		pair := s.pair(ids[0], ids[1])
		for _, kind := range domain.TermKinds() {
			if d := pair.judge(kind); d.verdict != "" && (d.verdict != NotRaised || track.Meeting && expected(kind)) {
				rows = append(rows, d)
			}
		}
	}
	return rows
}

// over returns the rows of a track on which a meeting or event ended every position: each pair and term that was put.
func (s *standing) over(phase Verdict) []stand {
	acts := slices.DeleteFunc(slices.Clone(s.all[:s.next]), func(a act) bool { return a.rank != stating })
	var rows []stand
	for _, pair := range s.r.pairs(acts) {
		for _, kind := range domain.TermKinds() {
			put := slices.ContainsFunc(acts, func(a act) bool {
				_, stated := a.proposal.Term(kind)
				return stated && (slices.Contains(a.by, pair[0]) || slices.Contains(a.by, pair[1]))
			})
			if put || s.track.Meeting && expected(kind) {
				rows = append(rows, stand{standing: s, kind: kind, a: side{party: pair[0]}, b: side{party: pair[1]}, verdict: phase})
			}
		}
	}
	return rows
}

func expected(kind domain.TermKind) bool {
	return kind == domain.TermDate || kind == domain.TermVenue || kind == domain.TermParticipants
}

// pairs returns the parties of proposals two by two: who made each, with whom they asked, in the order of the dossier.
func (r *reader) pairs(stated []act) [][2]string {
	found := map[[2]string]bool{}
	for _, a := range stated {
		for _, by := range a.by {
			for _, to := range a.proposal.To {
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
	if rank, ok := r.kept.ranks()[party]; ok {
		return rank
	}
	return -1
}

func stateColumns() []column[stand] {
	columns := []column[stand]{
		{table.Column{Name: "track", Title: "Track", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionTracks, Doc: "The track."},
			func(r *reader, s *stand) table.Cell { return table.Cell{r.Track(s.track.ID)} }},
		{table.Column{Name: "term", Title: "Term", Type: table.TypeEnum, Needed: true, Page: true, Values: words(domain.TermKinds()), Doc: "The term."},
			func(r *reader, s *stand) table.Cell { return table.Text(string(s.kind)) }},
	}
	columns = append(columns, sideColumns("a", "the first party", func(s *stand) side { return s.a })...)
	columns = append(columns, sideColumns("b", "the second party", func(s *stand) side { return s.b })...)
	return append(columns, verdictColumns()...)
}

// sideCell is the key of a cell of what a party holds on a term, which stands in the row of each pair that it is one of.
type sideCell struct {
	column string
	first  *holding
}

func sideColumns(name, who string, of func(*stand) side) []column[stand] {
	once := func(column string, cell func(*reader, side) table.Cell) func(*reader, *stand) table.Cell {
		return func(r *reader, s *stand) table.Cell {
			side := of(s)
			if len(side.all) == 0 {
				return nil
			}
			return r.cells.of(sideCell{column, &side.all[0]}, func() table.Cell { return cell(r, side) })
		}
	}
	each := func(column string, cell func(*reader, *holding) table.Cell) func(*reader, *stand) table.Cell {
		return once(column, func(r *reader, s side) table.Cell {
			return s.each(func(h *holding) table.Cell { return cell(r, h) })
		})
	}
	return []column[stand]{
		{table.Column{Name: name, Title: "Party", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionParties, Doc: "The id of " + who + "."},
			func(r *reader, s *stand) table.Cell { return table.Cell{r.Party(of(s).party)} }},
		{table.Column{Name: name + "_value", Title: "Holds", Type: table.TypeText, List: true, Page: true, Doc: "What " + who + " holds: an EDTF date, ids of places or a list, or our words; several are options of which any will do."},
			once("value", (*reader).eitherOr)},
		{table.Column{Name: name + "_wording", Title: "Wording", Type: table.TypeText, List: true, Doc: "The wording of what " + who + " holds."},
			each("wording", func(_ *reader, h *holding) table.Cell { return table.Text(h.term.Text) })},
		{table.Column{Name: name + "_state", Title: "State", Type: table.TypeEnum, Values: words(heldStates()), Doc: "Whether " + who + " stated it in its latest document on the track, it is carried over, or " + who + " maintained it or accepted it from another."},
			once("state", func(_ *reader, s side) table.Cell { return table.Text(string(s.all[0].state)) })},
		{table.Column{Name: name + "_proposal", Title: "Proposal", Type: table.TypeID, List: true, Doc: "The proposal that states what " + who + " holds, one for each option."},
			each("proposal", func(r *reader, h *holding) table.Cell { return table.Cell{r.Proposal(h.proposal.ID)} })},
		{table.Column{Name: name + "_since", Title: "Since", Type: table.TypeEDTF, Doc: "When " + who + " put or accepted it."},
			once("since", func(r *reader, s side) table.Cell { return table.Date(r.since(&s.all[0])) })},
		{table.Column{Name: name + "_citation", Title: "Source", Type: table.TypeText, List: true, Doc: "The paragraphs for what " + who + " holds."},
			each("citation", (*reader).sources)},
	}
}

func verdictColumns() []column[stand] {
	return []column[stand]{
		{table.Column{Name: "verdict", Title: "Verdict", Type: table.TypeEnum, Needed: true, Page: true, Values: words(Verdicts()), Doc: "How the two stand on the term, by the stated rules."},
			func(r *reader, s *stand) table.Cell { return table.Text(string(s.verdict)) }},
		{table.Column{Name: "gap", Title: "Gap", Type: table.TypeText, Page: true, Doc: "How the second party's position differs from the first's, where that can be measured."},
			func(r *reader, s *stand) table.Cell { return table.Text(s.gap) }},
		{table.Column{Name: "marks", Title: "Marks", Type: table.TypeText, List: true, Page: true, Doc: "What the verdict rests on, none of which changes it: lapsed (a date has passed), on-condition, joint, carried-over and the party, alleged and who says so."},
			func(r *reader, s *stand) table.Cell { return r.markCell(s) }},
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
// document dated, delivered or published, a meeting begun or over. Dates known only to a month or less are not steps.
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
	r := newReader(ix)
	for i := range ix.Dossier.Meetings {
		days = append(days, r.lasted(&ix.Dossier.Meetings[i])...)
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
