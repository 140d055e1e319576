package compare_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pourparler/domain"
	"pourparler/domain/compare"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// dossiers goes through every dossier of the tests.
func dossiers(t *testing.T, check func(t *testing.T, ix *domain.Index)) {
	t.Helper()
	t.Run("bundled", func(t *testing.T) { check(t, bundled(t)) })
	t.Run("ferry", func(t *testing.T) { check(t, ferry(t)) })
	t.Run("harbour", func(t *testing.T) { check(t, index(t)) })
	for _, path := range allCases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			ix, _ := caseOf(t, path)
			check(t, ix)
		})
	}
}

// told is what each page says on one day.
type told struct {
	t                                *testing.T
	ix                               *domain.Index
	day                              edtf.Day
	state, positions, silence, fates table.Table
	moves                            []compare.Move
}

// TestPagesAgree compares, on every day on which something happened and on the last, what two pages say of one row.
func TestPagesAgree(t *testing.T) {
	dossiers(t, func(t *testing.T, ix *domain.Index) {
		for _, day := range append(compare.Steps(ix), compare.LastDay(ix)) {
			p := told{t, ix, day, compare.StateOfPlay(ix, day), compare.Positions(ix, day), compare.Silence(ix, day),
				compare.SilenceMap(ix, day), compare.Moves(ix, day)}
			p.silenceIsWhatWaits()
			p.stateIsWhatIsHeld()
			p.unansweredIsPut()
			p.movesAreOpen()
			p.sheetIsWhatIsHeld()
			p.comparisonIsWhatIsHeld()
			p.quietIsTrue()
		}
		registerIsTheLastDay(t, ix)
	})
}

// waiting are the rows of a table of outcomes that wait: the proposal and who is asked.
func waiting(t *testing.T, of table.Table, all bool) []string {
	var found []string
	for _, row := range of.Rows {
		get := cells(t, of, row)
		if all || get("outcome") == compare.StanceUnanswered {
			found = append(found, get("proposal")+" "+get("party"))
		}
	}
	slices.Sort(found)
	return found
}

func (p told) silenceIsWhatWaits() {
	if got := differs(waiting(p.t, p.silence, true), waiting(p.t, p.fates, false)); got != "" {
		p.t.Errorf("%s: silence has %s as the outcomes do", p.day, got)
	}
}

// stateIsWhatIsHeld wants each value of the state of play among the positions of its party.
func (p told) stateIsWhatIsHeld() {
	held := map[string]bool{}
	for _, row := range p.positions.Rows {
		get := cells(p.t, p.positions, row)
		held[strings.Join([]string{get("track"), get("term"), get("party"), get("proposal")}, " ")] = true
	}
	for _, row := range p.state.Rows {
		get := cells(p.t, p.state, row)
		for _, side := range []string{"a", "b"} {
			for _, proposal := range several(get(side + "_proposal")) {
				if key := strings.Join([]string{get("track"), get("term"), get(side), proposal}, " "); !held[key] {
					p.t.Errorf("%s: the state of play has %s, and the positions do not", p.day, key)
				}
			}
		}
		if nothing := get("a_proposal")+get("b_proposal") == ""; nothing != slices.Contains([]string{"settled", "under way", "not raised"}, get("verdict")) {
			p.t.Errorf("%s: %s %s is %s, and nothing held is %v", p.day, get("track"), get("term"), get("verdict"), nothing)
		}
	}
}

// unansweredIsPut wants of a term that the state of play calls unanswered that the party has not answered it, and that what
// was put to it waits, was answered in part, or has lapsed.
func (p told) unansweredIsPut() {
	outcome := map[string]string{}
	for _, row := range p.fates.Rows {
		get := cells(p.t, p.fates, row)
		outcome[get("proposal")+" "+get("party")] = get("outcome")
	}
	for _, row := range p.state.Rows {
		get := cells(p.t, p.state, row)
		if get("verdict") != string(compare.Unanswered) {
			continue
		}
		of, other := "a", "b"
		if get("a_proposal") == "" {
			of, other = "b", "a"
		}
		for _, proposal := range several(get(of + "_proposal")) {
			answers := p.ix.ResponsesTo(proposal)
			if slices.ContainsFunc(answers, func(a *domain.Response) bool { return a.By == get(other) && a.Stance == domain.Withdraws }) {
				continue // it took its answer back
			}
			for _, a := range answers {
				own := !a.Alleged() && a.By == get(other) && compare.By(p.ix.Responded(a), p.day)
				if own && a.Stance.Answers() && (a.Term == "" || string(a.Term) == get("term")) && len(several(get(of+"_proposal"))) == 1 {
					p.t.Errorf("%s: %s of %s is called unanswered by %s, which %s it", p.day, get("term"), proposal, get(other), a.Stance)
				}
			}
			if o := outcome[proposal+" "+get(other)]; o == "withdrawn" || o == "overtaken" || o == "given up" {
				p.t.Errorf("%s: %s of %s is called unanswered by %s, and it is %s", p.day, get("term"), proposal, get(other), o)
			}
		}
	}
}

// movesAreOpen wants whoever has the next move to be asked or to have been answered on that track, and nobody left out whose
// answer to what is no undertaking is awaited.
func (p told) movesAreOpen() {
	next := map[string][]string{}
	for _, m := range p.moves {
		next[m.Track] = m.Next
	}
	for _, row := range p.silence.Rows {
		get := cells(p.t, p.silence, row)
		proposal, err := p.ix.Proposal(get("proposal"))
		if err == nil && proposal.Act != domain.Undertakes && !slices.Contains(next[get("track")], get("party")) {
			p.t.Errorf("%s: %s waits for %s, and the next move on %s is that of %v", p.day, get("proposal"), get("party"), get("track"), next[get("track")])
		}
	}
	for track, parties := range next {
		for _, party := range parties {
			if len(p.fates.Filter(table.Filter{Track: track, Party: party}).Rows) == 0 && !proposes(p.ix, track, party) {
				p.t.Errorf("%s: the next move on %s is that of %s, which is no party to it", p.day, track, party)
			}
		}
	}
}

func proposes(ix *domain.Index, track, party string) bool {
	return slices.ContainsFunc(ix.ProposalsOn(track), func(p *domain.Proposal) bool { return slices.Contains(p.By, party) })
}

// sheetIsWhatIsHeld wants the sheet of a day to set side by side what the state of play has of the two parties.
func (p told) sheetIsWhatIsHeld() {
	for _, row := range p.state.Rows {
		get := cells(p.t, p.state, row)
		sheet := compare.Sheet(p.ix, get("track"), []compare.Holder{{Party: get("a"), Day: p.day}, {Party: get("b"), Day: p.day}})
		for _, cell := range sheet.Rows {
			of := cells(p.t, sheet, cell)
			side := map[string]string{"1": "a", "2": "b"}[of("column")]
			if of("term") == get("term") && (of("value") != get(side+"_value") || of("proposal") != get(side+"_proposal")) {
				p.t.Errorf("%s: of %s %s the sheet has %q and the state of play %q", p.day, get("track"), get("term"), of("value"), get(side+"_value"))
			}
		}
	}
}

// comparisonIsWhatIsHeld wants what the comparison has of the proposals by which a party holds a term to be what the state of play
// has of the party.
func (p told) comparisonIsWhatIsHeld() {
	for _, row := range p.state.Rows {
		get := cells(p.t, p.state, row)
		for _, side := range []string{"a", "b"} {
			var held []*domain.Proposal
			for _, id := range several(get(side + "_proposal")) {
				if proposal, err := p.ix.Proposal(id); err == nil {
					held = append(held, proposal)
				}
			}
			var values []string
			compared := compare.Comparison(p.ix, held)
			for _, cell := range compared.Rows {
				if of := cells(p.t, compared, cell); of("term") == get("term") {
					values = append(values, several(of("value"))...)
				}
			}
			slices.Sort(values)
			if got := differs(slices.Compact(values), several(get(side+"_value"))); got != "" {
				p.t.Errorf("%s: of %s %s of %s the comparison has %s", p.day, get("track"), get("term"), get(side), got)
			}
		}
	}
}

// quietIsTrue wants a track to be called quiet where none of its rows waits, and only there.
func (p told) quietIsTrue() {
	for i := range p.ix.Dossier.Tracks {
		rows := p.fates.Filter(table.Filter{Track: p.ix.Dossier.Tracks[i].ID})
		if quiet := compare.Quiet(rows) != ""; quiet != (len(waiting(p.t, rows, false)) == 0) {
			p.t.Errorf("%s: %s is called quiet: %v", p.day, p.ix.Dossier.Tracks[i].ID, quiet)
		}
	}
}

// registerIsTheLastDay wants the table of proposals to name as unanswered what waits on the last day of the record, but for
// answers of which nobody knows the day or that come later.
func registerIsTheLastDay(t *testing.T, ix *domain.Index) {
	var named []string
	all := compare.Where(ix, domain.SectionProposals, ix.Dossier.Proposals, func(p *domain.Proposal) bool { return compare.By(ix.Made(p), compare.LastDay(ix)) })
	for _, row := range all.Rows {
		for _, party := range several(cells(t, all, row)("unanswered_by")) {
			named = append(named, row.Ref.ID+" "+party)
		}
	}
	want := slices.DeleteFunc(waiting(t, compare.SilenceMap(ix, compare.LastDay(ix)), false), func(row string) bool {
		proposal, party, _ := strings.Cut(row, " ")
		return slices.ContainsFunc(ix.ResponsesTo(proposal), func(a *domain.Response) bool { return a.By == party && a.Stance.Answers() })
	})
	if got := differs(named, want); got != "" {
		t.Errorf("the table of proposals has unanswered %s", got)
	}
}
