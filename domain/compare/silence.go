package compare

import (
	"strconv"

	"pourparler/domain"
	"pourparler/domain/edtf"
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
func Silence(ix *domain.Index, asOf edtf.Day) Table {
	r := &reader{ix: ix}
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
	return build(r, Table{Name: "silence", Title: "Without an answer in this record"}, silenceColumns(), rows,
		func(s *silent) Ref { return Ref{Section: domain.SectionProposals, ID: s.proposal.ID} })
}

func (r *reader) answeredBy(p *domain.Proposal, party string, asOf edtf.Day) bool {
	for _, a := range r.ix.ResponsesTo(p.ID) {
		if a.By == party && a.Stance.Answers() && By(r.ix.Responded(a), asOf) {
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
		{Column{Name: "track", Title: "Track", Type: TypeID, Needed: true, Page: true, Facet: domain.SectionTracks, Doc: "The track."},
			func(r *reader, s *silent) Cell { return Cell{r.track(s.proposal.Track)} }},
		{Column{Name: "made_on", Title: "Made on", Type: TypeEDTF, Page: true, Doc: "When the proposal was made."},
			func(r *reader, s *silent) Cell { return date(r.ix.Made(s.proposal)) }},
		{Column{Name: "proposer", Title: "By", Type: TypeID, Needed: true, List: true, Page: true, Facet: domain.SectionParties, Doc: "Who made it."},
			func(r *reader, s *silent) Cell { return r.parties(s.proposal.By) }},
		{Column{Name: "proposal", Title: "Proposal", Type: TypeID, Needed: true, Doc: "The proposal."},
			func(r *reader, s *silent) Cell { return Cell{r.proposal(s.proposal.ID)} }},
		{Column{Name: "summary", Title: "What", Type: TypeText, Needed: true, Page: true, Doc: "What is proposed, in our words."},
			func(r *reader, s *silent) Cell {
				return Cell{{Text: s.proposal.Summary, Ref: Ref{Section: domain.SectionProposals, ID: s.proposal.ID}}}
			}},
		{Column{Name: "party", Title: "No answer from", Type: TypeID, Needed: true, Page: true, Facet: domain.SectionParties,
			Doc: "The addressee of whom this record has no answer by that day."},
			func(r *reader, s *silent) Cell { return Cell{r.party(s.party)} }},
		{Column{Name: "days", Title: "Days waited", Type: TypeInteger, Page: true,
			Doc: "Days from the last day on which it can have been made; empty if that is not known."},
			func(r *reader, s *silent) Cell {
				if !s.known {
					return nil
				}
				return Cell{{Text: strconv.FormatInt(s.days, 10)}}
			}},
		{Column{Name: "citation", Title: "Source", Type: TypeText, List: true, Page: true, Doc: "The paragraphs of the proposal: document, para., number."},
			func(r *reader, s *silent) Cell { return r.citations(s.proposal.Citations) }},
	}
}
