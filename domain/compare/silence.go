package compare

import (
	"strconv"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Silence returns the proposals made by that day that still wait for an answer from an addressee, with the days
// waited until then: a row for each proposal and addressee, track by track in the order of time. An answer given later than the
// day does not count. It says that there is no answer in this record, never that there was none.
func Silence(ix *domain.Index, asOf edtf.Day) table.Table {
	r := newReader(ix)
	var rows []fate
	for i := range ix.Dossier.Tracks {
		rows = append(rows, r.waiting(r.at(ix.Dossier.Tracks[i].ID, asOf))...)
	}
	return build(r, table.Table{Name: "silence", Title: "Without an answer in this record"}, silenceColumns(), rows,
		func(s *fate) table.Ref { return table.Ref{Section: domain.SectionProposals, ID: s.proposal.ID} })
}

// waiting returns what waits for an answer on a track: each proposal, with each of those it was put to.
func (r *reader) waiting(s *standing) []fate {
	var rows []fate
	for _, p := range s.made() {
		for _, party := range p.To {
			if f := r.fate(p, party, s.asOf); f.outcome == ReceivedUnanswered {
				rows = append(rows, f)
			}
		}
	}
	return rows
}

// Wait is a proposal that waits for an answer from those it was put to, and since when.
type Wait struct {
	Proposal *domain.Proposal
	From     []table.Value
	Days     int64
	Known    bool // whether the days are
	Times    int  // how often it was asked, this time too
	Since    edtf.Date
}

// Waits returns what [Silence] does, the addressees of one proposal together.
func Waits(ix *domain.Index, asOf edtf.Day) []Wait {
	r := newReader(ix)
	var all []Wait
	for i := range ix.Dossier.Tracks {
		for _, f := range r.waiting(r.at(ix.Dossier.Tracks[i].ID, asOf)) {
			if n := len(all); n == 0 || all[n-1].Proposal != f.proposal {
				all = append(all, Wait{f.proposal, nil, f.days, f.known, f.times, f.since})
			}
			last := &all[len(all)-1]
			last.From = append(last.From, r.Party(f.party))
		}
	}
	return all
}

// Waited returns the days from the last day a proposal can have been made to asOf, and whether that is known.
func Waited(made edtf.Date, asOf edtf.Day) (int64, bool) {
	last, edge := made.Latest()
	if edge != edtf.Known {
		return 0, false
	}
	return last.DaysUntil(asOf), true
}

func silenceColumns() []column[fate] {
	return []column[fate]{
		{table.Column{Name: "track", Title: "Track", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionTracks, Doc: "The track."},
			func(r *reader, s *fate) table.Cell { return table.Cell{r.Track(s.proposal.Track)} }},
		{table.Column{Name: "made_on", Title: "Made on", Type: table.TypeEDTF, Page: true, Doc: "When the proposal was made."},
			func(r *reader, s *fate) table.Cell { return table.Date(r.Index.Made(s.proposal)) }},
		{table.Column{Name: "proposer", Title: "By", Type: table.TypeID, Needed: true, List: true, Page: true, Facet: domain.SectionParties, Doc: "Who made it."},
			func(r *reader, s *fate) table.Cell { return r.Parties(s.by) }},
		{table.Column{Name: "proposal", Title: "Proposal", Type: table.TypeID, Needed: true, Doc: "The proposal."},
			func(r *reader, s *fate) table.Cell { return table.Cell{r.Proposal(s.proposal.ID)} }},
		{table.Column{Name: "summary", Title: "What", Type: table.TypeText, Needed: true, Page: true, Doc: "What is proposed, in our words."},
			func(r *reader, s *fate) table.Cell {
				return table.Cell{{Text: s.proposal.Summary, Ref: table.Ref{Section: domain.SectionProposals, ID: s.proposal.ID}}}
			}},
		{table.Column{Name: "party", Title: "No answer from", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionParties,
			Doc: "The addressee of whom this record has no answer by that day."},
			func(r *reader, s *fate) table.Cell { return table.Cell{r.Party(s.party)} }},
		{table.Column{Name: "days", Title: "Days waited", Type: table.TypeInteger, Page: true,
			Doc: "Days from the last day on which it can have been made; empty if that is not known."},
			func(r *reader, s *fate) table.Cell {
				if !s.known {
					return nil
				}
				return table.Cell{{Text: strconv.FormatInt(s.days, 10)}}
			}},
		{table.Column{Name: "times_asked", Title: "Asked", Type: table.TypeInteger, Needed: true, Page: true,
			Doc: "How often its party has asked for it: this proposal and those of its own that it restates or amends, back to the last that was answered."},
			func(r *reader, s *fate) table.Cell { return table.Number(s.times) }},
		{table.Column{Name: "asked_since", Title: "Asked since", Type: table.TypeEDTF, Doc: "When the first of these was made."},
			func(r *reader, s *fate) table.Cell { return table.Date(s.since) }},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs of the proposal: document, para., number."},
			func(r *reader, s *fate) table.Cell { return r.Citations(s.proposal.Citations) }},
	}
}
