package compare

import (
	"fmt"
	"slices"
	"strings"

	"pourparler/domain"
	"pourparler/domain/edtf"
)

// SilenceMap returns what became of every proposal made by a day with each of those it was put to: a row for each
// proposal and addressee, addressee by addressee and track by track in the order of time. Answers given later than the
// day do not count.
func SilenceMap(ix *domain.Index, asOf edtf.Day) Table {
	r := &reader{ix: ix}
	fates := r.fates(asOf)
	t := build(r, Table{Name: "silence-map", Title: "Answers and silence"}, silenceMapColumns(), fates, func(f *fate) Ref {
		return Ref{Section: domain.SectionProposals, ID: f.proposal.ID}
	})
	for i := range t.Rows {
		t.Rows[i].Stances = []string{string(fates[i].outcome)}
	}
	return t
}

func (r *reader) fates(asOf edtf.Day) []fate {
	var fates []fate
	for i := range r.ix.Dossier.Proposals {
		p := &r.ix.Dossier.Proposals[i]
		if !By(r.ix.Made(p), asOf) {
			continue
		}
		for _, party := range p.To {
			fates = append(fates, r.fate(p, party, asOf))
		}
	}
	slices.SortStableFunc(fates, r.compareFates)
	return fates
}

func (r *reader) compareFates(a, b fate) int {
	if order := r.rank(a.party) - r.rank(b.party); order != 0 {
		return order
	}
	if order := r.trackRank(a.proposal.Track) - r.trackRank(b.proposal.Track); order != 0 {
		return order
	}
	return edtf.Compare(r.ix.Made(a.proposal), r.ix.Made(b.proposal))
}

func (r *reader) trackRank(track string) int {
	return slices.IndexFunc(r.ix.Dossier.Tracks, func(t domain.Track) bool { return t.ID == track })
}

func silenceMapColumns() []column[fate] {
	return []column[fate]{
		{Column{Name: "party", Title: "Put to", Type: TypeID, Needed: true, Page: true, Facet: domain.SectionParties, Doc: "The party that the proposal is put to."},
			func(r *reader, f *fate) Cell { return Cell{r.party(f.party)} }},
		{Column{Name: "track", Title: "Track", Type: TypeID, Needed: true, Page: true, Facet: domain.SectionTracks, Doc: "The track."},
			func(r *reader, f *fate) Cell { return Cell{r.track(f.proposal.Track)} }},
		{Column{Name: "made_on", Title: "Made on", Type: TypeEDTF, Page: true, Doc: "When the proposal was made."},
			func(r *reader, f *fate) Cell { return date(r.ix.Made(f.proposal)) }},
		{Column{Name: "proposer", Title: "By", Type: TypeID, Needed: true, List: true, Page: true, Doc: "Who made it."},
			func(r *reader, f *fate) Cell { return r.parties(f.proposal.By) }},
		{Column{Name: "proposal", Title: "Proposal", Type: TypeID, Needed: true, Doc: "The proposal."},
			func(r *reader, f *fate) Cell { return Cell{r.proposal(f.proposal.ID)} }},
		{Column{Name: "summary", Title: "What", Type: TypeText, Needed: true, Page: true, Doc: "What is proposed, in our words."},
			func(r *reader, f *fate) Cell {
				return Cell{{Text: f.proposal.Summary, Ref: Ref{Section: domain.SectionProposals, ID: f.proposal.ID}}}
			}},
		{Column{Name: "outcome", Title: "Outcome", Type: TypeEnum, Needed: true, Page: true, Values: words(Receptions()), Doc: "What became of it by that day, by the stated rules."},
			func(r *reader, f *fate) Cell { return text(string(f.outcome)) }},
		{Column{Name: "days", Title: "Days", Type: TypeInteger, Page: true,
			Doc: "For unanswered: days waited until that day; otherwise days until the first answer. Empty if either date is not known well enough."},
			func(r *reader, f *fate) Cell { return dayCount(f.days, f.known) }},
		{Column{Name: "first_answer_on", Title: "First answer on", Type: TypeEDTF,
			Doc: "When the first answer in this record was given by that day, the party's own or alleged, to the whole or to one term; empty if there was none."},
			func(r *reader, f *fate) Cell { return r.given(f.first) }},
		{Column{Name: "answer", Title: "Deciding answer", Type: TypeText, Page: true, Doc: "The answer that decides, if one does: the party, the stance and, in brackets, the term and who alleges it."},
			func(r *reader, f *fate) Cell {
				if f.decides == nil {
					return nil
				}
				return Cell{r.answer(f.decides, " "+string(f.decides.Stance))}
			}},
		{Column{Name: "answered_on", Title: "Answered on", Type: TypeEDTF, Page: true, Doc: "When that answer was given."},
			func(r *reader, f *fate) Cell { return r.given(f.decides) }},
		{Column{Name: "terms", Title: "Term by term", Type: TypeText, List: true, Page: true, Doc: "The party's own answers to single terms: the term, a colon and the stance."},
			func(r *reader, f *fate) Cell { return termByTerm(f.own) }},
		{Column{Name: "allegations", Title: "Alleged", Type: TypeText, List: true, Page: true, Doc: "What other parties say of its answers: the party, the stance and, in brackets, the term and who alleges it."},
			func(r *reader, f *fate) Cell {
				var cell Cell
				for _, a := range f.alleged {
					cell = append(cell, r.answer(a, " "+string(a.Stance)))
				}
				return cell
			}},
		{Column{Name: "citation", Title: "Source", Type: TypeText, List: true, Page: true, Doc: "The paragraphs of the proposal and of the deciding answer: document, para., number."},
			func(r *reader, f *fate) Cell {
				cell := r.citations(f.proposal.Citations)
				if f.decides != nil {
					cell = append(cell, r.citations(f.decides.Citations)...)
				}
				return cell
			}},
	}
}

// given is when an answer was, if there is one.
func (r *reader) given(a *domain.Response) Cell {
	if a == nil {
		return nil
	}
	return date(r.ix.Responded(a))
}

// termByTerm are the answers to single terms, in the order of the terms.
func termByTerm(answers []*domain.Response) Cell {
	var cell Cell
	for _, kind := range domain.TermKinds() {
		for _, a := range answers {
			if a.Term == kind {
				cell = append(cell, Value{Text: string(kind) + ": " + string(a.Stance), Ref: responseRef(a)})
			}
		}
	}
	return cell
}

// SilenceTotals counts the rows of a silence map, whole or filtered: a row for each addressee, a column for each outcome,
// and the longest wait.
func SilenceTotals(t Table) Table {
	totals := tally(t, "outcome", words(Receptions()), Table{Name: "silence-totals", Title: "Answers and silence in numbers"})
	totals.Columns = append(totals.Columns, Column{Name: "longest_wait", Title: "Longest wait", Type: TypeInteger, Page: true,
		Doc: "The days waited of the unanswered row that has waited longest."})
	for i, row := range totals.Rows {
		totals.Rows[i].Cells = append(row.Cells, longestWait(t, row.Ref.ID))
	}
	return totals
}

// longestWait returns the most days waited of the unanswered rows of a party, or of all if none is named.
func longestWait(t Table, party string) Cell {
	var longest Cell
	for _, row := range t.Rows {
		days := row.Cells[t.Index("days")]
		if (party == "" || row.Cells[t.Index("party")].String() == party) && row.Cells[t.Index("outcome")].String() == string(ReceivedUnanswered) &&
			len(days) > 0 && (longest == nil || bySize(longest.String(), days.String()) < 0) {
			longest = days
		}
	}
	return longest
}

// tally counts the rows of a table by party and by the word in a column: a row for each party, in the order in which
// the table has them, with the number of its rows and how many of them have each word.
func tally(t Table, column string, words []string, totals Table) Table {
	totals.Columns = []Column{{Name: "party", Title: t.Columns[t.Index("party")].Title, Type: TypeID, Needed: true, Page: true,
		Facet: domain.SectionParties, Doc: t.Columns[t.Index("party")].Doc},
		{Name: "rows", Title: "All", Type: TypeInteger, Needed: true, Page: true, Doc: "How many rows of the table of that day are about it."}}
	for _, w := range words {
		totals.Columns = append(totals.Columns, Column{Name: columnName(w), Title: upperFirst(w), Type: TypeInteger, Needed: true, Page: true,
			Doc: fmt.Sprintf("How many of them are %q.", w)})
	}
	for _, row := range t.Rows {
		party := row.Cells[t.Index("party")][0]
		if !slices.ContainsFunc(totals.Rows, func(o Row) bool { return o.Ref.ID == party.Text }) {
			totals.Rows = append(totals.Rows, counted(t, column, words, party))
		}
	}
	return totals
}

func counted(t Table, column string, words []string, party Value) Row {
	counts := make([]int, 1+len(words))
	for _, row := range t.Rows {
		if row.Cells[t.Index("party")].String() == party.Text {
			counts[0]++
			counts[1+slices.Index(words, row.Cells[t.Index(column)].String())]++
		}
	}
	row := Row{Ref: Ref{Section: domain.SectionParties, ID: party.Text}, Cells: []Cell{{party}}}
	for _, n := range counts {
		row.Cells = append(row.Cells, Cell{{Text: itoa(n)}})
	}
	return row
}

// columnName is a word of a column as the name of a column.
func columnName(word string) string { return strings.ReplaceAll(word, " ", "_") }
