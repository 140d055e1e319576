package compare

import (
	"strconv"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// silent is a proposal and an addressee of whom the record has no answer.
type silent struct {
	proposal *domain.Proposal
	party    string
	days     int64
	known    bool
}

// Silence returns the proposals made by that day to which the record has no answer from an addressee, with the days
// waited until then: a row for each proposal and addressee, track by track in the order of time. An answer given later than the
// day does not count. It says that there is no answer in this record, never that there was none.
func Silence(ix *domain.Index, asOf edtf.Day) table.Table {
	r := newReader(ix)
	var rows []silent
	for i := range ix.Dossier.Tracks {
		for _, p := range r.made(ix.Dossier.Tracks[i].ID, "", asOf) {
			for _, party := range p.To {
				if !r.answeredBy(p, party, asOf) {
					days, known := Waited(ix.Made(p), asOf)
					rows = append(rows, silent{p, party, days, known})
				}
			}
		}
	}
	return build(r, table.Table{Name: "silence", Title: "Without an answer in this record"}, silenceColumns(), rows,
		func(s *silent) table.Ref { return table.Ref{Section: domain.SectionProposals, ID: s.proposal.ID} })
}

func (r *reader) answeredBy(p *domain.Proposal, party string, asOf edtf.Day) bool {
	for _, a := range r.Index.ResponsesTo(p.ID) {
		if a.By == party && a.Stance.Answers() && By(r.Index.Responded(a), asOf) {
			return true
		}
	}
	return false
}

// Waited returns the days from the last day a proposal can have been made to asOf, and whether that is known.
func Waited(made edtf.Date, asOf edtf.Day) (int64, bool) {
	last, edge := made.Latest()
	if edge != edtf.Known {
		return 0, false
	}
	return last.DaysUntil(asOf), true
}

func silenceColumns() []column[silent] {
	return []column[silent]{
		{table.Column{Name: "track", Title: "Track", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionTracks, Doc: "The track."},
			func(r *reader, s *silent) table.Cell { return table.Cell{r.Track(s.proposal.Track)} }},
		{table.Column{Name: "made_on", Title: "Made on", Type: table.TypeEDTF, Page: true, Doc: "When the proposal was made."},
			func(r *reader, s *silent) table.Cell { return table.Date(r.Index.Made(s.proposal)) }},
		{table.Column{Name: "proposer", Title: "By", Type: table.TypeID, Needed: true, List: true, Page: true, Facet: domain.SectionParties, Doc: "Who made it."},
			func(r *reader, s *silent) table.Cell { return r.Parties(s.proposal.By) }},
		{table.Column{Name: "proposal", Title: "Proposal", Type: table.TypeID, Needed: true, Doc: "The proposal."},
			func(r *reader, s *silent) table.Cell { return table.Cell{r.Proposal(s.proposal.ID)} }},
		{table.Column{Name: "summary", Title: "What", Type: table.TypeText, Needed: true, Page: true, Doc: "What is proposed, in our words."},
			func(r *reader, s *silent) table.Cell {
				return table.Cell{{Text: s.proposal.Summary, Ref: table.Ref{Section: domain.SectionProposals, ID: s.proposal.ID}}}
			}},
		{table.Column{Name: "party", Title: "No answer from", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionParties,
			Doc: "The addressee of whom this record has no answer by that day."},
			func(r *reader, s *silent) table.Cell { return table.Cell{r.Party(s.party)} }},
		{table.Column{Name: "days", Title: "Days waited", Type: table.TypeInteger, Page: true,
			Doc: "Days from the last day on which it can have been made; empty if that is not known."},
			func(r *reader, s *silent) table.Cell {
				if !s.known {
					return nil
				}
				return table.Cell{{Text: strconv.FormatInt(s.days, 10)}}
			}},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs of the proposal: document, para., number."},
			func(r *reader, s *silent) table.Cell { return r.Citations(s.proposal.Citations) }},
	}
}
