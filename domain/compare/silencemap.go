package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Received is a row of a silence map: what became of a proposal with one of those it was put to.
type Received struct {
	Proposal *domain.Proposal
	Party    table.Value // it was put to
	Track    table.Value
	Made     edtf.Date
	Outcome  Reception
	Days     int64 // waited, or until the first answer
	Known    bool  // whether Days are
}

func (r Received) counted() (party table.Value, word string) { return r.Party, string(r.Outcome) }

// SilenceMap returns what became of every proposal made by a day with each of those it was put to: a row for each
// proposal and addressee, addressee by addressee and track by track in the order of time. Answers given later than the
// day do not count.
func SilenceMap(ix *domain.Index, asOf edtf.Day) table.Table {
	r := newReader(ix)
	fates := r.allFates(asOf)
	t := build(r, table.Table{Name: "silence-map", Title: "Answers and silence"}, silenceMapColumns(), fates, func(f *fate) table.Ref {
		return table.Ref{Section: domain.SectionProposals, ID: f.proposal.ID}
	})
	for i := range t.Rows {
		f := &fates[i]
		t.Rows[i].Stances = []string{string(f.outcome)}
		t.Rows[i].Of = Received{f.proposal, r.Party(f.party), r.Track(f.proposal.Track), r.Index.Made(f.proposal), f.outcome, f.days, f.known}
	}
	return t
}

func (r *reader) allFates(asOf edtf.Day) []fate {
	var fates []fate
	for i := range r.Index.Dossier.Proposals {
		p := &r.Index.Dossier.Proposals[i]
		if !By(r.Index.Made(p), asOf) {
			continue
		}
		for _, party := range p.To {
			fates = append(fates, r.fates(p, party, asOf)...)
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
	return edtf.Compare(r.Index.Made(a.proposal), r.Index.Made(b.proposal))
}

func (r *reader) trackRank(track string) int {
	return slices.IndexFunc(r.Index.Dossier.Tracks, func(t domain.Track) bool { return t.ID == track })
}

func silenceMapColumns() []column[fate] {
	return []column[fate]{
		{table.Column{Name: "party", Title: "Put to", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionParties, Doc: "The party that the proposal is put to."},
			func(r *reader, f *fate) table.Cell { return table.Cell{r.Party(f.party)} }},
		{table.Column{Name: "track", Title: "Track", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionTracks, Doc: "The track."},
			func(r *reader, f *fate) table.Cell { return table.Cell{r.Track(f.proposal.Track)} }},
		{table.Column{Name: "made_on", Title: "Made on", Type: table.TypeEDTF, Page: true, Doc: "When the proposal was made."},
			func(r *reader, f *fate) table.Cell { return table.Date(r.Index.Made(f.proposal)) }},
		{table.Column{Name: "proposer", Title: "By", Type: table.TypeID, Needed: true, List: true, Page: true, Doc: "Who made it."},
			func(r *reader, f *fate) table.Cell { return r.Parties(f.by) }},
		{table.Column{Name: "proposal", Title: "Proposal", Type: table.TypeID, Needed: true, Doc: "The proposal."},
			func(r *reader, f *fate) table.Cell { return table.Cell{r.Proposal(f.proposal.ID)} }},
		{table.Column{Name: "summary", Title: "What", Type: table.TypeText, Needed: true, Page: true, Doc: "What is proposed, in our words."},
			func(r *reader, f *fate) table.Cell {
				return table.Cell{{Text: f.proposal.Summary, Ref: table.Ref{Section: domain.SectionProposals, ID: f.proposal.ID}}}
			}},
		{table.Column{Name: "outcome", Title: "Outcome", Type: table.TypeEnum, Needed: true, Page: true, Values: words(Receptions()), Doc: "What became of it by that day, by the stated rules."},
			func(r *reader, f *fate) table.Cell { return table.Text(string(f.outcome)) }},
		{table.Column{Name: "days", Title: "Days", Type: table.TypeInteger, Page: true,
			Doc: "For unanswered: days waited until that day; otherwise days until the first answer. Empty if either date is not known well enough."},
			func(r *reader, f *fate) table.Cell { return dayCount(f.days, f.known) }},
		{table.Column{Name: "first_answer_on", Title: "First answer on", Type: table.TypeEDTF,
			Doc: "When the first answer in this record was given by that day, the party's own or alleged, to the whole or to one term; empty if there was none."},
			func(r *reader, f *fate) table.Cell { return r.given(f.first) }},
		{table.Column{Name: "answer", Title: "Deciding answer", Type: table.TypeText, Page: true, Doc: "The answer that decides, if one does: the party, the stance and, in brackets, the term and who alleges it."},
			func(r *reader, f *fate) table.Cell {
				if f.decides == nil {
					return nil
				}
				return table.Cell{r.answer(f.decides, " "+string(f.decides.Stance))}
			}},
		{table.Column{Name: "answered_on", Title: "Answered on", Type: table.TypeEDTF, Page: true, Doc: "When that answer was given."},
			func(r *reader, f *fate) table.Cell { return r.given(f.decides) }},
		{table.Column{Name: "terms", Title: "Term by term", Type: table.TypeText, List: true, Page: true, Doc: "The party's own answers to single terms: the term, a colon and the stance."},
			func(r *reader, f *fate) table.Cell { return termByTerm(f.own) }},
		{table.Column{Name: "allegations", Title: "Alleged", Type: table.TypeText, List: true, Page: true, Doc: "What other parties say of its answers: the party, the stance and, in brackets, the term and who alleges it."},
			func(r *reader, f *fate) table.Cell {
				var cell table.Cell
				for _, a := range f.alleged {
					cell = append(cell, r.answer(a.Response, " "+string(a.Stance)))
				}
				return cell
			}},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs of the proposal and of the deciding answer: document, para., number."},
			func(r *reader, f *fate) table.Cell {
				cell := r.Citations(f.proposal.Citations)
				if f.decides != nil {
					cell = append(cell, r.Citations(f.decides.Citations)...)
				}
				return cell
			}},
	}
}

// given is when an answer was, if there is one.
func (r *reader) given(a *domain.Response) table.Cell {
	if a == nil {
		return nil
	}
	return table.Date(r.Index.Responded(a))
}

// termByTerm are the answers to single terms, in the order of the terms.
func termByTerm(answers []answer) table.Cell {
	var cell table.Cell
	for _, kind := range domain.TermKinds() {
		for _, a := range answers {
			if a.Term == kind {
				cell = append(cell, table.Value{Text: string(kind) + ": " + string(a.Stance), Ref: responseRef(a.Response)})
			}
		}
	}
	return cell
}

// SilenceTotals counts the rows of a silence map, whole or filtered: a row for each addressee, a column for each outcome,
// and the longest wait.
func SilenceTotals(t table.Table) table.Table {
	totals := tally[Received](t, words(Receptions()), table.Table{Name: "silence-totals", Title: "Answers and silence in numbers"})
	totals.Columns = append(totals.Columns, table.Column{Name: "longest_wait", Title: "Longest wait", Type: table.TypeInteger, Page: true,
		Doc: "The days waited of the unanswered row that has waited longest."})
	for i, row := range totals.Rows {
		totals.Rows[i].Cells = append(row.Cells, dayCount(longestWait(table.Typed[Received](t), row.Ref.ID)))
	}
	return totals
}

// longestWait returns the most days waited of the unanswered rows of a party, or of all if none is named.
func longestWait(rows []Received, party string) (longest int64, known bool) {
	for _, r := range rows {
		if (party == "" || r.Party.Text == party) && r.Outcome == ReceivedUnanswered && r.Known && (!known || r.Days > longest) {
			longest, known = r.Days, true
		}
	}
	return longest, known
}
