package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// Drift returns the table of proposed dates as of a day: a row for each party and proposal that states a date, or acceptance of one,
// track by track in the order of time.
func Drift(ix *domain.Index, asOf edtf.Day) table.Table {
	r := newReader(ix)
	order := r.driftOrder(asOf)
	var rows []drifted
	for i := range ix.Dossier.Tracks {
		rows = append(rows, drifts(r.drift(&ix.Dossier.Tracks[i], order, asOf))...)
	}
	return build(r, table.Table{Name: "drift", Title: "Drift of the dates"}, driftColumns(), rows, func(d *drifted) table.Ref { return d.point.Proposal.Ref })
}

// drifted is one date of one party, with what it is measured against.
type drifted struct {
	series DriftSeries
	line   DriftLine
	party  string
	point  DriftPoint
	before *domain.Proposal // of the same line, if there is one
}

// drifts returns the points of a series in the order of time, whoever made them.
func drifts(s DriftSeries) []drifted {
	var rows []drifted
	for _, line := range s.Lines {
		var before *domain.Proposal
		for _, point := range line.Points {
			for _, party := range line.Parties {
				rows = append(rows, drifted{s, line, party, point, before})
			}
			if !point.Beside {
				before = point.record
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b drifted) int { return a.point.order - b.point.order })
	return rows
}

func driftColumns() []column[drifted] {
	return append([]column[drifted]{
		recordColumn("track", "Track", "The track.", (*reader).Track, func(d *drifted) string { return d.series.Track.ID }).needed().page().facet(domain.SectionTracks),
		{table.Column{Name: "party", Title: "Party", Type: table.TypeID, Needed: true, Page: true, Facet: domain.SectionParties, Doc: "The party that proposes the date, or accepts it; of several that propose it together each."},
			func(r *reader, d *drifted) table.Cell { return table.Cell{r.Party(d.party)} }},
		{table.Column{Name: "made_on", Title: "Made on", Type: table.TypeEDTF, Page: true, Doc: "When the proposal was made, or accepted."},
			func(r *reader, d *drifted) table.Cell { return d.linked(d.point.Made) }},
		{table.Column{Name: "proposal", Title: "Proposal", Type: table.TypeID, Needed: true, Doc: "The proposal."},
			func(r *reader, d *drifted) table.Cell { return table.Cell{d.point.Proposal} }},
		{table.Column{Name: "held_by", Title: "By the answer", Type: table.TypeID, Page: true, Doc: "The response by which the party accepted the date of another; empty if it proposed it."},
			func(r *reader, d *drifted) table.Cell {
				if d.point.Accepted == nil {
					return nil
				}
				return table.Cell{{Text: d.point.Accepted.ID, Label: string(d.point.Accepted.Stance), Ref: responseRef(d.point.Accepted)}}
			}},
		{table.Column{Name: "date", Title: "Date proposed", Type: table.TypeEDTF, Page: true, Else: "wording", Doc: "The date it proposes; empty if it is in words only."},
			func(r *reader, d *drifted) table.Cell { return d.linked(d.point.Date) }},
		textColumn("wording", "Wording", "The wording of the source for the date.", func(d *drifted) string { return d.point.Wording }),
	}, driftMeasures()...)
}

func driftMeasures() []column[drifted] {
	return []column[drifted]{
		{table.Column{Name: "change", Title: "Against its own before", Type: table.TypeText, Page: true, Doc: "How it differs from the date that the same party proposed before it on the track."},
			func(r *reader, d *drifted) table.Cell { return r.shift(d) }},
		{table.Column{Name: "gap", Title: "Against the others", Type: table.TypeText, List: true, Page: true,
			Doc: "How it lies to the date that each other party held on the day on which this one was made."},
			func(r *reader, d *drifted) table.Cell { return d.gaps() }},
		dateColumn("withdrawn_on", "Withdrawn on", "When its party withdrew the date or the whole proposal, if it had by that day.",
			func(d *drifted) edtf.Date { return d.point.Withdrawn }).page(),
		enumColumn("outcome", "What became of it", "What became of the date by that day; empty on a track that is neither talk nor meeting.", Fates(),
			func(d *drifted) Fate { return d.point.Fate }).page(),
		recordsColumn("meetings", "Meetings", "The meetings that took place and fulfil the proposal.", (*reader).Meeting,
			func(d *drifted) []string { return d.point.Meetings }).page(),
		{table.Column{Name: "reported_by", Title: "Reported by", Type: table.TypeID, Doc: "The party whose document reports the proposal, if it is not first-hand."},
			func(r *reader, d *drifted) table.Cell {
				return table.Each([]string{d.point.record.ReportedBy}, r.Party)
			}},
		{table.Column{Name: "citation", Title: "Source", Type: table.TypeText, List: true, Page: true, Doc: "The paragraphs that support it: document, para., number."},
			func(r *reader, d *drifted) table.Cell {
				term, _ := d.point.record.Term(domain.TermDate)
				cites := r.termCitations(d.point.record, term)
				if a := d.point.Accepted; a != nil {
					cites = append(r.Citations(a.Citations), cites...)
				}
				return cites
			}},
	}
}

// linked is a date that leads to the proposal.
func (d *drifted) linked(when edtf.Date) table.Cell {
	cell := table.Date(when)
	for i := range cell {
		cell[i].Ref = d.point.Proposal.Ref
	}
	return cell
}

// shift says how a date differs from its party's date before.
func (r *reader) shift(d *drifted) table.Cell {
	if d.before == nil {
		return nil
	}
	before, _ := d.before.Term(domain.TermDate)
	now, _ := d.point.record.Term(domain.TermDate)
	_, words := Compare(r.Index, before, now)
	return table.Text(words)
}

// gaps says how a date lies to those that the other parties held when it was made.
func (d *drifted) gaps() table.Cell {
	var cell table.Cell
	for _, other := range d.series.Lines {
		if other.Number == d.line.Number || !d.point.Dated() {
			continue
		}
		if theirs, ok := other.standingOn(d.point.From); ok {
			text, label := gapBetween(theirs.Date, d.point.Date).against(other.Party.Text), gapBetween(theirs.Date, d.point.Date).against(other.Party.Display())
			cell = append(cell, table.Value{Text: text, Label: label})
		}
	}
	return cell
}

// against says how a date lies to another party's.
func (g gap) against(party string) string {
	switch {
	case g.n > 0 && g.later:
		return g.String() + " later than " + party
	case g.n > 0:
		return g.String() + " earlier than " + party
	case g.known:
		return "overlaps " + party
	}
	return "cannot be told against " + party
}
