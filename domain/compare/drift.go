package compare

import (
	"slices"

	"pourparler/domain"
	"pourparler/domain/edtf"
	"pourparler/domain/table"
)

// What became of a date that was proposed, as of a day.
const (
	FateKept      Fate = "took place"
	FateWithdrawn Fate = "withdrawn"
	FateMissed    Fate = "did not take place in this record"
	FateAhead     Fate = "still ahead"
	FateUntold    Fate = "no day to tell by"
	noFate        Fate = "" // on a track that is neither talk nor meeting nothing takes place
)

// Fate says what became of a proposed date.
type Fate string

// Fates returns all fates in the order of their rules.
func Fates() []Fate {
	return []Fate{FateKept, FateWithdrawn, FateMissed, FateAhead, FateUntold}
}

// DriftSeries is how the dates proposed on one track moved until a day: what the chart draws and the sentences say.
type DriftSeries struct {
	Track    *domain.Track
	AsOf     edtf.Day
	Lines    []DriftLine
	Meetings []DriftMeeting
}

// DriftLine is the dates that one party proposed on a track, in the order in which they were made. Number tells the parties
// apart and is the same on every track.
type DriftLine struct {
	Party  table.Value
	Number int
	Points []DriftPoint
}

// DriftPoint is one proposal of a date. From and Until are the days between which it was the party's latest word on
// the date: from the last day on which it can have been made until the party's next, until it was withdrawn or a
// meeting took place, or else until the day asked for, in which case Stands is true. Of several put forward together one
// alone is the party's word; the others stand Beside it and end where they begin.
type DriftPoint struct {
	Proposal  table.Value
	Made      edtf.Date
	Date      edtf.Date // zero if it is in words only
	Wording   string
	From      edtf.Day
	Until     edtf.Day
	Stands    bool
	Beside    bool
	Withdrawn edtf.Date // zero if it was not by that day
	Fate      Fate
	Meetings  []string

	record *domain.Proposal
}

// DriftMeeting is a meeting that took place and fulfils a proposal of the track.
type DriftMeeting struct {
	Meeting table.Value
	Date    edtf.Date
}

// Dated reports whether any proposal of the series names a day by the calendar.
func (s DriftSeries) Dated() bool {
	return slices.ContainsFunc(s.Lines, DriftLine.Dated)
}

// Dated reports whether any of the line's proposals names a day by the calendar.
func (l DriftLine) Dated() bool { return slices.ContainsFunc(l.Points, DriftPoint.Dated) }

// Dated reports whether the proposal names a day at one end at least.
func (p DriftPoint) Dated() bool {
	_, start := p.Date.Earliest()
	_, end := p.Date.Latest()
	return start == edtf.Known || end == edtf.Known
}

// DriftOf returns the series of one track as of a day, or an error of kind NotFound.
func DriftOf(ix *domain.Index, track string, asOf edtf.Day) (DriftSeries, error) {
	t, err := ix.Track(track)
	if err != nil {
		return DriftSeries{}, err
	}
	r := newReader(ix)
	return r.drift(t, r.dateProposers(asOf), asOf), nil
}

// drift returns the series of a track, its lines in the order of the parties given.
func (r *reader) drift(track *domain.Track, parties []string, asOf edtf.Day) DriftSeries {
	s := DriftSeries{Track: track, AsOf: asOf}
	proposals := r.proposalsOfDates(track.ID, asOf)
	for i, party := range parties {
		line := DriftLine{Party: r.Party(party), Number: i}
		for _, p := range proposals {
			if slices.Contains(p.By, party) {
				line.Points = append(line.Points, r.driftPoint(track, p, asOf))
			}
		}
		if len(line.Points) > 0 {
			r.lead(&line, asOf)
			s.Lines = append(s.Lines, line)
		}
	}
	s.Meetings = r.fulfilled(proposals, asOf)
	return s
}

// proposalsOfDates returns the proposals of a track that state a date and were made by a day, in the order of the last
// days on which they can have been made.
func (r *reader) proposalsOfDates(track string, asOf edtf.Day) []*domain.Proposal {
	var found []*domain.Proposal
	for _, p := range r.Index.ProposalsOn(track) {
		if _, stated := p.Term(domain.TermDate); stated && By(r.Index.Made(p), asOf) {
			found = append(found, p)
		}
	}
	slices.SortStableFunc(found, func(a, b *domain.Proposal) int {
		if order := lastDay(r.Index.Made(a)).Compare(lastDay(r.Index.Made(b))); order != 0 {
			return order
		}
		return edtf.Compare(r.Index.Made(a), r.Index.Made(b))
	})
	return found
}

// dateProposers returns everyone who proposed a date by a day, those first who did so for a talk or meeting, and in the
// order in which they first did.
func (r *reader) dateProposers(asOf edtf.Day) []string {
	var parties []string
	for _, meeting := range []bool{true, false} {
		for _, p := range r.datesOfAll(meeting, asOf) {
			for _, id := range p.By {
				if !slices.Contains(parties, id) {
					parties = append(parties, id)
				}
			}
		}
	}
	return parties
}

func (r *reader) datesOfAll(meeting bool, asOf edtf.Day) []*domain.Proposal {
	var all []*domain.Proposal
	for _, t := range r.Index.Dossier.Tracks {
		if t.Meeting == meeting {
			all = append(all, r.proposalsOfDates(t.ID, asOf)...)
		}
	}
	slices.SortStableFunc(all, func(a, b *domain.Proposal) int {
		return lastDay(r.Index.Made(a)).Compare(lastDay(r.Index.Made(b)))
	})
	return all
}

// lastDay is the last day a date can mean, or no day.
func lastDay(d edtf.Date) edtf.Day {
	day, _ := d.Latest()
	return day
}

func (r *reader) driftPoint(track *domain.Track, p *domain.Proposal, asOf edtf.Day) DriftPoint {
	term, _ := p.Term(domain.TermDate)
	point := DriftPoint{Proposal: r.Proposal(p.ID), Made: r.Index.Made(p), Date: term.Date, Wording: term.Text,
		From: lastDay(r.Index.Made(p)), Withdrawn: r.withdrawnOn(p, asOf), record: p}
	for _, m := range r.fulfilled([]*domain.Proposal{p}, asOf) {
		point.Meetings = append(point.Meetings, m.Meeting.Text)
	}
	point.Fate = point.fate(track.Meeting, asOf)
	return point
}

func (p DriftPoint) fate(meeting bool, asOf edtf.Day) Fate {
	switch {
	case len(p.Meetings) > 0:
		return FateKept
	case !p.Withdrawn.IsZero():
		return FateWithdrawn
	case !meeting:
		return noFate
	case !p.Dated():
		return FateUntold
	case By(p.Date, asOf):
		return FateMissed
	}
	return FateAhead
}

// withdrawnOn returns when the date was taken back for the first time, if it was by a day.
func (r *reader) withdrawnOn(p *domain.Proposal, asOf edtf.Day) edtf.Date {
	var first edtf.Date
	r.takenBack(p, domain.TermDate, func(when edtf.Date) bool {
		if By(when, asOf) && (first.IsZero() || edtf.Compare(when, first) < 0) {
			first = when
		}
		return false // so that all are seen
	})
	return first
}

// fulfilled returns the meetings that took place by a day and fulfil any of the proposals, in the order of the record.
func (r *reader) fulfilled(proposals []*domain.Proposal, asOf edtf.Day) []DriftMeeting {
	var found []DriftMeeting
	for _, m := range r.Index.Dossier.Meetings {
		fulfils := slices.ContainsFunc(proposals, func(p *domain.Proposal) bool { return slices.Contains(m.Fulfils, p.ID) })
		if fulfils && m.Status == domain.Held && By(m.Date.Value, asOf) {
			found = append(found, DriftMeeting{r.Meeting(m.ID), m.Date.Value})
		}
	}
	return found
}

// lead finds which points the line goes through, and until when each was the party's latest word.
func (r *reader) lead(line *DriftLine, asOf edtf.Day) {
	next := edtf.Day{}
	for end := len(line.Points); end > 0; {
		start := end - 1
		for start > 0 && r.together(line.Points[start-1].record, line.Points[end-1].record) {
			start--
		}
		main := mainOf(line.Points[start:end])
		for i := range line.Points[start:end] {
			p := &line.Points[start+i]
			p.Beside = i != main
			p.Until = p.From
			if !p.Beside {
				p.Until, p.Stands = r.until(p, next, asOf)
			}
		}
		next, end = line.Points[start].From, start
	}
}

// mainOf returns which of several points put forward together is the party's word: the first that names a day and is no
// alternative to another, or else the first that names a day, or the first.
func mainOf(points []DriftPoint) int {
	plain := func(p DriftPoint) bool { return p.Dated() && len(p.record.Related(domain.AlternativeTo)) == 0 }
	for _, wanted := range []func(DriftPoint) bool{plain, DriftPoint.Dated} {
		if i := slices.IndexFunc(points, wanted); i >= 0 {
			return i
		}
	}
	return 0
}

// until returns the day on which a point ceases to be its party's latest word, or the day asked for and true if it still is.
func (r *reader) until(p *DriftPoint, next, asOf edtf.Day) (edtf.Day, bool) {
	until, stands := asOf, true
	for _, end := range []edtf.Day{next, lastDay(p.Withdrawn), r.settledOn(p.record, asOf)} {
		if !end.IsZero() && end.Compare(until) <= 0 {
			until, stands = end, false
		}
	}
	if until.Compare(p.From) < 0 {
		until = p.From
	}
	return until, stands
}

// settledOn returns the last day of the first meeting by which a proposal counts as settled by a day, or no day.
func (r *reader) settledOn(p *domain.Proposal, asOf edtf.Day) edtf.Day {
	s := r.at(p.Track, asOf)
	if !s.ended(p) {
		return edtf.Day{}
	}
	for _, e := range s.begun {
		if !e.last.IsZero() && By(r.Index.Made(p), e.last) {
			return e.last
		}
	}
	return edtf.Day{}
}
